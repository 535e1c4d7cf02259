using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"US, British and French forces struck the depots": the noun stands once, and all of them did it.</summary>
internal static class JoinedStates
{
    private const int MostStates = 4;

    /// <summary>Adds the states joined to one that did it.</summary>
    public static void Add(Document document, Clause clause, Frame frame, ActorMention last)
    {
        if (!document.IsUpper) AddNext(document, clause, frame, last);
        if (document.IsUpper || document.Word(last.First - 1) != "and") return;
        var link = last.First - 1;
        for (var k = 0; k < MostStates && link > clause.First; k++)
        {
            if (document.MatchOf(link - 1) is not { } match || match.First < clause.First || (match.Find(Kinds.Demonym) ?? match.Find(Kinds.Country)) is not { } state || document.TagOf(match.First - 1) == Tag.Preposition) return;
            // "backs Syria and Turkish forces": a name is joined to a name, an adjective to an adjective.
            if (match.Find(Kinds.Demonym) is null && document.Find(last.First, Kinds.Demonym) is not null && document.Word(match.First) is not ("us" or "uk")) return;
            frame.Perpetrators.Add(new PerpetratorMention(state.Value, PerpetratorKind.State, Stance.Stated, null, document.QuoteOf(match.First, match.End), IsGeneric: false));
            if (document.Word(match.First - 1) != ",") return;
            link = match.First - 1;
        }
    }

    /// <summary>"X and Y bombed", "a Syrian-Russian raid": the second name.</summary>
    private static void AddNext(Document document, Clause clause, Frame frame, ActorMention first)
    {
        if (document.MatchOf(first.First) is not { } match || match.First != first.First || (match.Find(Kinds.Demonym) ?? match.Find(Kinds.Country)) is not { } known) return;
        if (match.End < first.End && document.Word(match.End) == "-" && document.MatchOf(match.End + 1) is { } half && half.Find(Kinds.Demonym) is { } second && second.Value != known.Value && !IsOnePerson(document, half.End)) Put(document, frame, half, second);
        if (match.End != first.End || match.Find(Kinds.Country) is null || document.Word(first.End) != "and" || StateReader.At(document, first.End + 1, clause.End) is not { } next) return;
        if (document.Phrases.KindOf(document.Phrases.At(next.End)) == ChunkKind.Verb && document.MatchOf(next.First) is { } name && (name.Find(Kinds.Country) ?? name.Find(Kinds.Seat)) is { } state) Put(document, frame, name, state);
    }

    /// <summary>"an Israeli-American soldier": one of two passports.</summary>
    private static bool IsOnePerson(Document document, int from) =>
        document.Phrases[document.Phrases.At(from)] is { Kind: ChunkKind.Noun } phrase && document.Word(phrase.First) is "a" or "an" && (document.ClassOf(phrase.Head) & WordClass.Person) != 0;

    private static void Put(Document document, Frame frame, LexiconMatch match, LexiconEntry state)
    {
        if (!frame.Perpetrators.Exists(one => one.Name == state.Value)) frame.Perpetrators.Add(new PerpetratorMention(state.Value, PerpetratorKind.State, Stance.Stated, null, document.QuoteOf(match.First, match.End), IsGeneric: false));
    }
}
