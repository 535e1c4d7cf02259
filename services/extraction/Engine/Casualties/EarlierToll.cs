namespace Platform.Extraction.Engine;

/// <summary>Numbers that a newer one has replaced: "up from an earlier toll of 77", "a first count had put the dead at 12".</summary>
internal static class EarlierToll
{
    /// <summary>Tokens from the word for the count to the word of harm.</summary>
    private const int Reach = 12;

    /// <summary>Tokens from "up from" to the word of harm.</summary>
    private const int UpReach = 7;

    private static readonly WordSet Counts = ["toll", "tolls", "count", "counts", "figure", "figures", "tally", "estimate", "estimates", "report", "reports", "number", "statement"];
    private static readonly WordSet Replaced = ["earlier", "previous", "former", "original"];
    private static readonly WordSet Initial = ["initial", "preliminary", "provisional", "first"];

    /// <summary>True when the clause tells what is at the word of harm as an older count.</summary>
    public static bool Is(Document document, Clause clause, int harm)
    {
        for (var i = harm; i > Math.Max(clause.First, harm - Reach); i--)
        {
            if (document.Word(i) is ";" || document.Word(i) == "," && i < harm - UpReach) return false;
            if (document.Word(i) == "from" && document.Word(i - 1) == "up" && harm - i <= UpReach) return true;
            if (!Counts.Contains(document.Word(i))) continue;
            var which = document.Word(i - 1) is "death" or "casualty" ? i - 2 : i - 1;
            // "killed 12, according to an earlier report" alone is what the article knows.
            if (Replaced.Contains(document.Word(which)) && (i >= harm - 1 || IsSaidBefore(document, i))) return true;
            if (Initial.Contains(document.Word(which)) && IsSaidBefore(document, i)) return true;
        }
        return false;
    }

    /// <summary>"had put", "had said": since then another has been given. "Initial reports said 12 were killed" alone is what the article knows.</summary>
    private static bool IsSaidBefore(Document document, int count)
    {
        for (var i = count + 1; i < count + 5; i++)
            if (document.Word(i) == "had") return true;
        return false;
    }
}
