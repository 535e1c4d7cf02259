namespace Platform.Extraction.Engine;

/// <summary>"There have been 16 attacks since October, and 21 soldiers suffered injuries": who came to harm in all that was counted before.</summary>
internal static class StatisticTail
{
    private static readonly ulong Telling = KindSet.Of(Kinds.Event, Kinds.Weapon);

    /// <summary>True when the clause, which follows a statistic in its sentence, goes on with a number of people and has no attack, day or place of its own.</summary>
    public static bool Is(Document document, Clause clause)
    {
        var first = document.Word(clause.First) == "," ? clause.First + 1 : clause.First;
        if (document.Word(first) != "and" || document.Quantities.StartingAt(first + 1) is not { Min: > 1 } || document.HasAnyIn(first, clause.End, Telling)) return false;
        foreach (var date in document.DatesIn(clause.First, clause.End))
            if (date.Role != DateRole.Since) return false;
        foreach (var place in document.PlacesIn(clause.First, clause.End))
            if (place.IsLocative) return false;
        return true;
    }
}
