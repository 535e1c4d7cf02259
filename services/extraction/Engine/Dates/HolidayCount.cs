namespace Platform.Extraction.Engine;

/// <summary>"two days after Thanksgiving", "the day after Christmas", "the night before Halloween": days counted from a holiday.</summary>
internal static class HolidayCount
{
    private static readonly Cue Units = ["day", "days", "night", "morning"];

    /// <summary>The days from the holiday and the holiday's first token, where such words begin at a token.</summary>
    public static (int Days, int Holiday)? At(Document document, int first)
    {
        var unit = document.Is(first, Units) && document.Word(first) != "days" ? first : first + 1;
        if (!document.Is(unit, Units) || !document.Has(unit + 2, Kinds.Holiday)) return null;
        int? count = 1;
        if (unit > first && document.Word(first) != "a") count = DateWords.Number(document, first);
        if (count is not (>= 1 and <= 9) || document.Word(unit + 1) is not ("after" or "before") || document.Find(unit + 2, Kinds.Holiday) is null) return null;
        return (document.Word(unit + 1) == "after" ? count.Value : -count.Value, unit + 2);
    }
}
