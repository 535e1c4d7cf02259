using System.Text.Json.Serialization;
using Platform.Projection.Incidents.Analyst;

namespace Platform.Projection.Api.Commands;

/// <summary>A person says that incidents are one event.</summary>
public sealed record MergeCommand : Command
{
    /// <summary>Most incidents of one command.</summary>
    internal const int Most = 100;

    /// <summary>The others, 1 to 100, each with the version it was looked at in.</summary>
    public required IReadOnlyList<IncidentVersion> With { get; init; }

    /// <summary>True to merge also what a person rejected or kept apart. Absent means false.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Force { get; init; }

    internal override IEnumerable<Guid> Others() => With.Select(w => w.Id);

    internal override void Check(Guid incidentId, Dictionary<string, string[]> errors)
    {
        base.Check(incidentId, errors);
        if (With.Count is 0 or > Most || With.Any(w => w is null))
            errors["with"] = [$"must name 1 to {Most} incidents"];
        else if (With.Select(w => w.Id).Append(incidentId).Distinct().Count() <= With.Count)
            errors["with"] = ["names an incident twice, or the one the command is sent to"];
        else if (With.Any(w => w.Version < 1))
            errors["with"] = ["has a version that is not 1 or more"];
    }

    internal override void Decide(Desk desk) => Merging.Merge(desk.Commit, desk.Incident, [.. With.Select(w => (w.Id, w.Version))], Force, desk.Word);
}

/// <summary>POST /incidents/{id}/merge: this one takes in the others.</summary>
internal static class PostMerge
{
    public static void Map(IEndpointRouteBuilder app) => app.MapCommand("merge", CommandJson.Default.MergeCommand, "A person merges incidents into this one",
        "This one goes on with the reports of the others, which are told of as part of it. No rule takes them apart again; a split does, see there.");
}
