using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"took 25 passengers hostage", "taking a guard captive": those who are taken stand between the verb and the word.</summary>
internal static class Hostages
{
    private static readonly WordSet Verbs = ["took", "take", "takes", "taken", "taking"];

    /// <summary>Adds them to the frame, and makes it a kidnapping where nothing else is told.</summary>
    public static void Read(Document document, Frame frame)
    {
        // Upper-case wire copy speaks of hostages held for years.
        if (document.IsUpper) return;
        var clause = frame.Clause;
        for (var i = clause.First; i + 2 < clause.End; i++)
        {
            if (!Verbs.Contains(document.Word(i)) || frame.Harm.ContainsKey("kidnapped") || PeopleReader.ReadAt(document, i + 1, clause.End) is not { HasHead: true } people || !Realis.IsReal(document, clause, i)) continue;
            if (EndOfWord(document, people) is not { } end || end > clause.End || document.Word(i - 1) is "who" or "which" || IsPrisoner(document, people, end)) continue;
            var quote = document.QuoteOf(i, end);
            frame.Harm["kidnapped"] = new Count(people.Min, people.Max, quote, []);
            if (frame.TypeRank == 0) (frame.Type, frame.TypeRank, frame.EventQuote) = (EventType.Kidnapping, 5, quote);
        }
    }

    /// <summary>"took 20 soldiers captive": prisoners of war.</summary>
    private static bool IsPrisoner(Document document, PeopleMention people, int end)
    {
        if (document.Word(end - 1) is not ("captive" or "captives")) return false;
        for (var i = people.First; i < end; i++)
            if (document.Word(i) is "soldiers" or "soldier" or "troops" or "militants" or "fighters" or "rebels" or "insurgents" or "servicemen" or "gunmen" or "terrorists") return true;
        return false;
    }

    /// <summary>Behind the people, or the last of them where both words name people: "passengers hostage".</summary>
    private static int? EndOfWord(Document document, PeopleMention people) => document.Word(people.End) is "hostage" or "captive" ? people.End + 1
        : document.Word(people.End - 1) is "hostage" or "captive" && document.Has(people.End - 2, Kinds.Person) ? people.End
        : document.Word(people.End) == "as" && document.Word(people.End + 1) is "hostages" or "captives" ? people.End + 2 : null;
}
