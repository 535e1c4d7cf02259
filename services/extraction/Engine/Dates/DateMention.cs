using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>How a date in the text is meant.</summary>
internal enum DateRole
{
    /// <summary>When something happened.</summary>
    Event,

    /// <summary>The dateline or "published" line at the head of the text.</summary>
    Header,

    /// <summary>The beginning of a period ("since October").</summary>
    Since,

    /// <summary>Counted from the event told before it ("two days later"); <see cref="DateMention.Start"/> holds no date.</summary>
    Relative,

    /// <summary>A day that only the unknown day of writing could fix ("on Sunday"); it holds no date, <see cref="DateMention.Said"/> has what is known.</summary>
    Floating,
}

/// <summary>A date in the text.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Precision">How closely the text gives it.</param>
/// <param name="Role">How it is meant.</param>
/// <param name="OffsetFrom">For relative dates: days from the anchor to the first day.</param>
/// <param name="OffsetTo">For relative dates: days from the anchor to the last day.</param>
internal sealed record DateMention(int First, int End, DateOnly From, DateOnly To, DatePrecision Precision, DateRole Role, int OffsetFrom = 0, int OffsetTo = 0) : IMention
{
    /// <summary>The time of day told with it, or null.</summary>
    public string? TimeOfDay { get; init; }

    /// <summary>Whether it says "today": the day the article speaks on.</summary>
    public bool IsToday { get; init; }

    /// <summary>What its words say of the day relative to the day of writing; null when they say the year or count from an event.</summary>
    public FloatingDate? Said { get; init; }
}
