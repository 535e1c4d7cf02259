namespace Platform.Extraction.Engine;

/// <summary>Whom a clause cites: "X said", "according to X", "told X".</summary>
internal static class SourceReader
{
    private const int Reach = 9;

    /// <summary>Adds the sources to the frame.</summary>
    public static void Read(Document document, Frame frame)
    {
        var clause = frame.Clause;
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            if (match.Find(Kinds.Say) is null) continue;
            var forward = document.Word(match.First) is "according" or "citing" or "quoted" or "cited";
            var found = forward
                ? Search(document, match.End, Math.Min(clause.End, match.End + Reach), 1)
                : Search(document, match.First - 1, Math.Max(clause.First - 1, match.First - Reach), -1);
            if (found is null || frame.Sources.Count > 2) continue;
            var quote = Extend(document, found, clause);
            if (!IsKnown(frame, quote)) frame.Sources.Add(new SourceMention(document.TextOf(quote), quote));
        }
    }

    private static bool IsKnown(Frame frame, Quote quote)
    {
        foreach (var source in frame.Sources)
            if (source.Quote == quote) return true;
        return false;
    }

    private static LexiconMatch? Search(Document document, int from, int to, int step)
    {
        for (var i = from; i != to; i += step)
            if (document.Find(i, Kinds.Source) is not null || document.Find(i, Kinds.Actor)?.Attribute("kind") == "state") return document.MatchOf(i);
        return null;
    }

    /// <summary>Takes the adjectives in: "the Iraqi military", "a security source".</summary>
    private static Quote Extend(Document document, LexiconMatch match, Clause clause)
    {
        var first = match.First;
        while (first > clause.First && (document.IsCapital(first - 1) || document.Find(first - 1, Kinds.Source) is not null || document.Find(first - 1, Kinds.Demonym) is not null
            || document.Word(first - 1) is "security" or "senior" or "medical" or "local" or "military" or "government" or "army" or "hospital")
            && document.Tokens[first - 1].Kind == TokenKind.Word && document.Word(first - 1) is not ("the" or "a" or "an")) first--;
        return document.QuoteOf(first, match.End);
    }
}
