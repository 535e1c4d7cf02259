using Platform.Contracts;
using Platform.Projection.Linking;

namespace Platform.Projection.Dating;

/// <summary>A report as dating sees it.</summary>
/// <param name="Features">What it says; its date is the one its article gives, never one that was found out.</param>
/// <param name="Relative">Its words relative to the day of writing; null when it has none.</param>
/// <param name="WrittenFrom">First day its article can have been written; null when unknown or when the article is dated.</param>
/// <param name="WrittenTo">Last day its article can have been written, inclusive.</param>
public sealed record DatableReport(ReportFeatures Features, RelativeDate? Relative, DateOnly? WrittenFrom, DateOnly? WrittenTo)
{
    /// <summary>A report with its clues.</summary>
    public static DatableReport Of(ReportFeatures features, ReportClues? clues) => new(features, clues?.Relative, clues?.WrittenFrom, clues?.WrittenTo);

    /// <summary>A stored report as its own article tells it.</summary>
    public static DatableReport Of(ReportFeatures features) =>
        new(features.Published is null ? features.Dated(features.OwnDate) : features, features.Relative, features.WrittenFrom, features.WrittenTo);

    /// <summary>Whether a better date than its own can be found out.</summary>
    internal bool IsOpen => Features.Published is null && Relative is not null && Features.Precision is not DatePrecision.Day;
}

/// <summary>The date of a report, found out from others.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Date">The date; null when what it would rest on contradicts itself.</param>
/// <param name="Reason">What it was found out from, in words for a person.</param>
public sealed record FoundDate(Guid ReportId, EventDate? Date, string Reason);
