using Platform.Projection.Incidents.Analyst;

namespace Platform.Projection.Api.Commands;

/// <summary>A person says that two incidents are not one event.</summary>
public sealed record KeepApartCommand : Command
{
    /// <summary>The other incident.</summary>
    public required Guid From { get; init; }

    /// <summary>The version the other was looked at in; 1 or more.</summary>
    public required long Version { get; init; }

    internal override IEnumerable<Guid> Others() => [From];

    internal override void Check(Guid incidentId, Dictionary<string, string[]> errors)
    {
        base.Check(incidentId, errors);
        if (From == incidentId)
            errors["from"] = ["must be another incident than the one the command is sent to"];
        if (Version < 1)
            errors["version"] = ["must be 1 or more"];
    }

    internal override void Decide(Desk desk) => Merging.KeepApart(desk.Commit, desk.Incident, From, Version, desk.Word);
}

/// <summary>POST /incidents/{id}/keep-apart: a possible duplicate is none.</summary>
internal static class PostKeepApart
{
    public static void Map(IEndpointRouteBuilder app) => app.MapCommand("keep-apart", CommandJson.Default.KeepApartCommand, "A person says that two incidents are not one event",
        "No rule merges them, and they are no possible duplicates any more.");
}
