namespace Platform.Extraction.Engine;

/// <summary>
/// Where a page says, within its text, when a part of it was written: "Updated at 11:13 a.m. Aug. 17:", a caption that ends in
/// "(Published Friday, Nov. 27, 2015)". No event has that day; the weekdays of the caption count from it.
/// </summary>
internal static class PageStamp
{
    /// <summary>Tokens between the word and its date: "at 11 : 13 a.m. EST on".</summary>
    private const int Reach = 8;

    /// <summary>Tokens of a caption before its stamp.</summary>
    private const int CaptionReach = 120;

    /// <summary>Whether a date is the one of such a stamp.</summary>
    public static bool Is(Document document, DateMention date)
    {
        for (var i = date.First - 1; i >= Math.Max(0, date.First - Reach); i--)
        {
            if (document.Word(i) is "published" or "updated" or "posted") return document.IsCapital(i) && IsOpen(document, i);
            if (document.Tokens[i].Kind == TokenKind.Number || document.Word(i) is ":" or "," or "on" or "at" or "am" or "pm" or "est" or "edt" or "cst" or "cdt" or "pst" or "pdt" or "mst" or "mdt" or "et" or "pt" or ".") continue;
            return false;
        }
        return false;
    }

    /// <summary>The first token of the caption that a stamp in brackets ends; the stamp's own where it ends none.</summary>
    public static int Caption(Document document, DateMention stamp)
    {
        if (document.Word(stamp.End) != ")") return stamp.First;
        var first = stamp.First;
        while (first > Math.Max(0, stamp.First - CaptionReach) && !document.IsLineStart(first)) first--;
        return first;
    }

    /// <summary>At the head of a line, after a bracket, or "Last Updated": "The video that Posted Monday" is no stamp.</summary>
    private static bool IsOpen(Document document, int word)
    {
        if (word == 0 || document.Word(word - 1) is "(" or "[" or "|" or "." or "last") return true;
        return document.IsLineStart(word);
    }
}
