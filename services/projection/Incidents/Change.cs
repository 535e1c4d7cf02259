using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>A change of incidents that was decided, before it is an event. In the order in which it is to happen.</summary>
public abstract record Change
{
    private Change()
    {
    }

    /// <summary>A report opens an incident, or joins one, or takes the place of an earlier report in one.</summary>
    /// <param name="IncidentId">The incident.</param>
    /// <param name="ReportId">The report.</param>
    public sealed record Seat(Guid IncidentId, Guid ReportId) : Change
    {
        /// <summary>True for a new incident.</summary>
        public bool Opens { get; init; }

        /// <summary>The earlier report whose place it takes.</summary>
        public Guid? Replaces { get; init; }

        /// <summary>0 to 1: how surely it belongs there.</summary>
        public double? Score { get; init; }

        /// <summary>What speaks for it.</summary>
        public IReadOnlyList<string> Reasons { get; init; } = [];

        /// <summary>Other incidents that may be the same event.</summary>
        public IReadOnlyList<PossibleDuplicate> PossibleDuplicates { get; init; } = [];
    }

    /// <summary>A later reading of the article does not tell of it.</summary>
    /// <param name="IncidentId">The incident.</param>
    /// <param name="ReportId">The report of the earlier reading.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Unseat(Guid IncidentId, Guid ReportId, string Reason) : Change;

    /// <summary>Some reports, not all, leave an incident for another one, which may be new.</summary>
    /// <param name="SourceId">The incident they leave.</param>
    /// <param name="Into">The incident they make up or go to.</param>
    /// <param name="ReportIds">The reports.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Move(Guid SourceId, Guid Into, IReadOnlyList<Guid> ReportIds, string Reason) : Change;

    /// <summary>Two incidents are one.</summary>
    /// <param name="SurvivorId">The one that goes on.</param>
    /// <param name="AbsorbedId">The other.</param>
    /// <param name="Score">0 to 1.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Merge(Guid SurvivorId, Guid AbsorbedId, double? Score, string Reason) : Change;

    /// <summary>A report gets a date, another date, or loses the one it got.</summary>
    /// <param name="IncidentId">The incident.</param>
    /// <param name="ReportId">The report.</param>
    /// <param name="To">The date.</param>
    /// <param name="Reason">What it was found out from.</param>
    public sealed record Date(Guid IncidentId, Guid ReportId, EventDate? To, string Reason) : Change;
}
