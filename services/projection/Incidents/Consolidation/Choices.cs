using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>The values of which an incident has one: each is that of the report most speaks for, what is more exact before what is less.</summary>
internal static class Choices
{
    // A date found out from other articles is an inference; the article's own word is better.
    private const double InferredShare = 0.6;

    /// <summary>The kind of attack with the weightiest vote; a special kind before a general one.</summary>
    public static EventType EventType(RankedReports reports) => reports.Best(
        static r => r.EventType == Contracts.EventType.OtherAttack ? 0.2 : 1,
        static (r, candidate) => Agreement.OfTypes(r.EventType, candidate.EventType))!.EventType;

    /// <summary>The date, a day before a month.</summary>
    public static EventDate? Date(RankedReports reports) => reports.Best(Tells, static (r, candidate) => Agreement.OfDates(r.Date, candidate.Date!))?.Date;

    /// <summary>The place, a site before a province or country.</summary>
    public static Place? Place(RankedReports reports) => reports.Best(
        static r => r.Place is { } place ? Tells(place) : 0,
        static (r, candidate) => Agreement.OfPlaces(r.Place, candidate.Place!))?.Place;

    private static double Tells(LinkedReport report) => report.Date is not { } date ? 0 : (report.DateReason is null ? 1 : InferredShare) * (date.Precision switch
    {
        DatePrecision.Day => date.TimeOfDay is null ? 1 : 1.02,
        DatePrecision.Week => 0.7,
        DatePrecision.Month => 0.4,
        DatePrecision.Year => 0.2,
        _ => 0.1,
    });

    private static double Tells(Place place) => place.Precision switch
    {
        PlacePrecision.Site => 1,
        PlacePrecision.Settlement => 0.9,
        PlacePrecision.Admin1 => 0.4,
        PlacePrecision.Country => 0.2,
        _ => place.Country is null ? 0.2 : 0.5, // a village no gazetteer has
    };
}
