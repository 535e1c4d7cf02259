using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>A date made absolute.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Precision">How closely the text gives it.</param>
/// <param name="TimeOfDay">The time of day told with it, or null.</param>
/// <param name="Quote">Its words.</param>
/// <param name="IsOfTelling">It is the day someone spoke of the event, not surely the event's.</param>
internal sealed record ResolvedDate(DateOnly From, DateOnly To, DatePrecision Precision, string? TimeOfDay, Quote Quote, bool IsOfTelling = false)
{
    /// <summary>How many days after an event people are asked about it in the news of it.</summary>
    private const int TellingDays = 45;

    /// <summary>No clause gives it: it is the day the article was written, which its news mostly happened on.</summary>
    public bool IsOfWriting { get; init; }

    /// <summary>Whether two dates can be one: their days overlap.</summary>
    public bool Meets(ResolvedDate other) => From <= other.To && other.From <= To || IsNightBefore(other) || other.IsNightBefore(this);

    /// <summary>"overnight" and "early Tuesday": a night belongs to two days. "last night" and "today" mostly tell of two events.</summary>
    private bool IsNightBefore(ResolvedDate other) =>
        TimeOfDay == "night" && Precision == DatePrecision.Day && other.Precision == DatePrecision.Day && other.From == Calendar.Plus(To, 1) && other.TimeOfDay == "morning";

    /// <summary>Whether two dates can be of one event; a day of telling comes after it.</summary>
    public bool Agrees(ResolvedDate other)
    {
        if (IsOfTelling && other.IsOfTelling) return true;
        if (IsOfTelling) return other.From <= To && other.To >= Calendar.Plus(From, -TellingDays);
        return other.IsOfTelling ? other.Agrees(this) : Meets(other);
    }

    /// <summary>Whether it says more of the event's day than the one known, which it does not contradict.</summary>
    public bool IsCloserThan(ResolvedDate known) => known.IsOfTelling != IsOfTelling ? known.IsOfTelling : Precision < known.Precision && Meets(known);
}
