using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"The United States struck two facilities", "Israel hit a depot": who can attack does it to what is attacked, and no other word tells it.</summary>
internal static class StrikeReader
{
    private static readonly Cue Verbs = ["struck", "hit", "pounded", "attacked"];
    private static readonly WordSet Struck = ["facilities", "facility", "site", "sites", "position", "positions", "target", "targets", "depot", "depots", "stronghold", "strongholds", "hideout", "hideouts", "compound", "compounds"];

    /// <summary>Makes the clause an event when it says so: a state strikes from the air unless a weapon says otherwise.</summary>
    public static void Read(Document document, Frame frame)
    {
        var (clause, phrases) = (frame.Clause, document.Phrases);
        if (!document.HasIn(clause.First, clause.End, Verbs)) return;
        for (var i = clause.First + 1; i < clause.End; i++)
        {
            if (!document.Is(i, Verbs) || phrases[phrases.At(i)] is not { Kind: ChunkKind.Verb, IsPassive: false } || !Realis.IsReal(document, clause, i)) continue;
            var sentence = document.Sentences[clause.Sentence];
            var roles = document.Roles;
            new RoleReader(document).Read(i, sentence.First, clause.End, roles);
            if (roles.Agents.Count == 0 || roles.Patients.Count == 0 || Doer(document, phrases[roles.Agents[0]]) is not { } doer || !IsStruck(document, phrases[roles.Patients[0]])) continue;
            var state = doer.Kind == PerpetratorKind.State;
            (frame.Type, frame.TypeRank, frame.EventQuote) = (state ? EventType.Airstrike : EventType.OtherAttack, 2, document.QuoteOf(i, i + 1));
            Add(frame, doer);
            // "The United States and Britain struck …"
            for (var k = 1; k < roles.Agents.Count; k++)
                if (Doer(document, phrases[roles.Agents[k]]) is { } other) Add(frame, other);
            return;
        }
    }

    // Not in the loop: the closure would be made anew for every word.
    private static void Add(Frame frame, PerpetratorMention doer)
    {
        if (!frame.Perpetrators.Exists(known => known.Name == doer.Name)) frame.Perpetrators.Add(doer);
    }

    private static PerpetratorMention? Doer(Document document, Chunk phrase)
    {
        var first = phrase.First;
        while (first < phrase.End && document.TagOf(first) == Tag.Determiner) first++;
        if (ActorReader.At(document, first, phrase.End, null) is { IsGeneric: false, Kind: PerpetratorKind.State or PerpetratorKind.ArmedGroup } actor && actor.End >= phrase.End)
            return new PerpetratorMention(actor.Name, actor.Kind, Stance.Stated, null, document.QuoteOf(actor.First, actor.End), IsGeneric: false);
        return document.Find(first, Kinds.Country) is { } country && document.MatchOf(first)!.End >= phrase.End
            ? new PerpetratorMention(country.Value, PerpetratorKind.State, Stance.Stated, null, document.QuoteOf(first, phrase.End), IsGeneric: false) : null;
    }

    private static bool IsStruck(Document document, Chunk phrase) => document.Has(phrase.Head, Kinds.Object) || Struck.Contains(document.Word(phrase.Head));
}
