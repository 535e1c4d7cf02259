using Platform.Projection.Incidents.Analyst;

namespace Platform.Projection.Api.Commands;

/// <summary>A person says that some reports of an incident tell of another event.</summary>
public sealed record SplitCommand : Command
{
    /// <summary>The reports that leave. Without any, with <c>into</c>, those that came with that incident.</summary>
    public IReadOnlyList<Guid> ReportIds { get; init => field = value ?? []; } = [];

    /// <summary>An incident that was merged into this one before, which is to live again with them; absent for a new incident.</summary>
    public Guid? Into { get; init; }

    internal override IEnumerable<Guid> Others() => Into is { } into ? [into] : [];

    internal override bool NeedsEvents() => Into is not null;

    internal override void Check(Guid incidentId, Dictionary<string, string[]> errors)
    {
        base.Check(incidentId, errors);
        if (ReportIds.Count == 0 && Into is null)
            errors["reportIds"] = ["must name the reports that leave; or name in into the incident to take out again"];
        else if (ReportIds.Distinct().Count() < ReportIds.Count)
            errors["reportIds"] = ["names a report twice"];
    }

    internal override void Decide(Desk desk)
    {
        var reports = ReportIds.Count > 0 ? ReportIds : Splitting.CameWith(desk.Commit, desk.Incident, Into!.Value, desk.Events);
        Splitting.Split(desk.Commit, desk.Incident, reports, Into, desk.Events, desk.Word);
    }
}

/// <summary>A person says that one report of an incident tells of another event.</summary>
public sealed record UnlinkCommand : Command
{
    /// <summary>The report.</summary>
    public required Guid ReportId { get; init; }

    internal override void Decide(Desk desk) => Splitting.Split(desk.Commit, desk.Incident, [ReportId], null, desk.Events, desk.Word);
}

/// <summary>POST /incidents/{id}/split and /unlink: some of its reports, or one, leave.</summary>
internal static class PostSplit
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapCommand("split", CommandJson.Default.SplitCommand, "A person splits an incident",
            """
            The named reports make up a new incident. With `into` alone a merge is taken back: the incident that was merged into this one lives again with the reports that came with it, and stands where it stood: open, confirmed or rejected.
            The two are kept apart from then on: no rule joins them again. `keptApart` of the answer has the id of the other, last.
            """);
        app.MapCommand("unlink", CommandJson.Default.UnlinkCommand, "A person takes one report out of an incident",
            "The report becomes an incident of its own, kept apart from this one. `keptApart` of the answer has its id, last.");
    }
}
