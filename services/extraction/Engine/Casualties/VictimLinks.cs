namespace Platform.Extraction.Engine;

/// <summary>How victims stand to those told before them in their sentence, which begins at a token "from".</summary>
internal static class VictimLinks
{
    private const int EndReach = 6;

    /// <summary>So many told before are looked at; it bounds the work for texts without an end.</summary>
    private const int Before = 8;

    /// <summary>"killed two people before being shot dead", "before police shot him": what ended him who did it.</summary>
    public static bool IsEndOfDoer(Document document, List<Victims> found, int from, int word)
    {
        if (!found.Exists(victims => (victims.HasDoer || victims.Outcome == Outcome.Killed && (victims.Number > 1 || victims.Sex == 'f')) && victims.Phrase >= from)) return false;
        for (var i = word; i >= Math.Max(from, word - EndReach); i--)
            if (document.Word(i) is "before" or "until") return document.Word(i + 1) is "being" or "he" or "she" || document.Word(word + 1) is "him" or "her" || document.Word(word) is "him" or "her";
        return false;
    }

    /// <summary>"one was killed and one was hurt", "left two dead and sent a girl to a hospital", "the gunman died and an officer was hurt": whom a coordinated clause brings in is not the one before.</summary>
    public static bool IsBesideAnother(Document document, List<Victims> found, int from, Victims victims)
    {
        // "killed a boy and wounded his brother", "killed a boy, wounded his brother": known by the boy, and not he.
        var known = victims.IsKnown && document.Word(victims.Phrase) is not ("his" or "her" or "their");
        if (victims.Outcome == Outcome.Killed || victims.Min is null || known || victims.Name.Length > 0) return false;
        for (var k = found.Count - 1; k >= Math.Max(0, found.Count - Before); k--)
        {
            if (found[k].Phrase < from || found[k].Outcome == victims.Outcome || !(found[k].Min == 1 && victims.Min == 1 || found[k] is { Outcome: Outcome.Killed, Min: > 0 }) || found[k].Phrase >= victims.Phrase) continue;
            for (var i = victims.Phrase - 1; i > found[k].Phrase; i--)
            {
                // "one is dead after six people were shot": the one is of the six.
                if (victims.Min > 1 && document.TagOf(i) == Tag.Subordinator && document.Word(i) != "while" || document.Word(i) is "after" or "when" or "as") break;
                if (document.Word(i) is "and" or "while" or "but" or ";" || document.Word(i) == "," && victims.IsKnown && document.TagOf(i + 1) == Tag.Past) return true;
            }
        }
        return false;
    }
}
