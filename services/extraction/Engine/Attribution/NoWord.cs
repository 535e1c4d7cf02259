namespace Platform.Extraction.Engine;

/// <summary>"X has not confirmed carrying out the strike", "would not say whether it did", "refused to confirm or deny": who says neither yes nor no is not told to have done it.</summary>
internal static class NoWord
{
    /// <summary>Tokens from the word that denies to the verb of speaking.</summary>
    private const int Reach = 4;

    private static readonly WordSet Speaking = ["confirm", "confirmed", "acknowledge", "acknowledged", "admit", "admitted", "say", "said", "comment", "commented", "deny", "denied", "confirming", "acknowledging"];
    private static readonly WordSet Refusing = ["not", "never", "neither", "yet", "refused", "refuses", "refusing", "declined", "declines", "declining", "without"];

    /// <summary>True when such words stand between the doer, which ends before a token, and the words of the attack.</summary>
    public static bool Is(Document document, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (document.Word(i) is "which" or "who" or "but" or ";") return false;
            if (!Speaking.Contains(document.Word(i)) || document.Word(i) == "comment" && document.Word(i - 1) == "without") continue;
            for (var k = Math.Max(from, i - Reach); k < i; k++)
                if ((Refusing.Contains(document.Word(k)) || document.Word(k).EndsWith("n't", StringComparison.Ordinal)) && !IsOfOther(document, k, i, to)) return true;
        }
        return false;
    }

    /// <summary>What is not said is another matter: "did not warn, residents said", "does not deny", "would not say how many it lost", "declined to comment and bombed".</summary>
    private static bool IsOfOther(Document document, int refusal, int speaking, int to)
    {
        var (comma, confirm) = (false, false);
        for (var i = refusal + 1; i < speaking; i++)
        {
            comma |= document.Word(i) == ",";
            confirm |= document.Word(i) is "confirm" or "confirmed" or "confirming";
        }
        if (comma || document.Word(speaking) is "deny" or "denied" && !confirm && document.Word(refusal) is "not" or "never" || document.Word(speaking + 1) is "who" or "how" or "why" or "when" or "where" or "what") return true;
        for (var i = speaking + 1; i < to; i++)
            if (document.Word(i) is "and" or "," && document.Word(i - 1) is not ("confirm" or "deny")) return true;
        return false;
    }
}
