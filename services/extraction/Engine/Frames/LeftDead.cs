namespace Platform.Extraction.Engine;

/// <summary>"killed a commander in a strike that left five dead": those the same attack left dead, and not "the man behind the 2021 bombing which left 30 dead".</summary>
internal static class LeftDead
{
    /// <summary>Tokens from the attack to "that left": its place and day.</summary>
    private const int Reach = 14;

    /// <summary>True when what left them dead is the attack the clause tells: joined by "and", or told with "a".</summary>
    public static bool ByTheSame(Document document, Clause clause, int left)
    {
        if (document.Word(left - 1) is not ("that" or "which")) return true;
        for (var i = left - 2; i >= Math.Max(clause.First, left - Reach); i--)
            if (document.Has(i, Kinds.Event)) return document.Word(document.Phrases[document.Phrases.At(i)].First) is "a" or "an";
        return false;
    }
}
