namespace Platform.Extraction.Engine;

/// <summary>"killed a commander in a strike that left five dead": those the same attack left dead, and not "the man behind the 2021 bombing which left 30 dead".</summary>
internal static class LeftDead
{
    /// <summary>Tokens from the attack to "that left": its place and day.</summary>
    private const int Reach = 14;

    /// <summary>True when what left them dead is the attack the clause tells: joined by "and", or "in a strike that", "by a blast which".</summary>
    public static bool ByTheSame(Document document, Clause clause, int left)
    {
        if (document.Word(left - 1) is "and" or ",") return true;
        if (document.Word(left - 1) is not ("that" or "which")) return false;
        for (var i = left - 2; i >= Math.Max(clause.First, left - Reach); i--)
        {
            if (!document.Has(i, Kinds.Event)) continue;
            var first = document.Phrases[document.Phrases.At(i)].First;
            return document.Word(first) is "a" or "an" && document.Word(first - 1) is "in" or "by" or "during" or "with";
        }
        return false;
    }
}
