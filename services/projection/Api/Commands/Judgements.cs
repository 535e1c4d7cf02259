using Platform.Projection.Incidents.Analyst;

namespace Platform.Projection.Api.Commands;

/// <summary>A person vouches for an incident.</summary>
public sealed record ConfirmCommand : Command
{
    internal override void Decide(Desk desk) => Judging.Confirm(desk.Commit, desk.Incident, desk.Word);
}

/// <summary>A person says that an incident is none.</summary>
public sealed record RejectCommand : Command
{
    internal override void Decide(Desk desk) => Judging.Reject(desk.Commit, desk.Incident, desk.Word);
}

/// <summary>A person takes back a confirmation or rejection.</summary>
public sealed record ReopenCommand : Command
{
    internal override void Decide(Desk desk) => Judging.Reopen(desk.Commit, desk.Incident, desk.Word);
}

/// <summary>POST /incidents/{id}/confirm, /reject and /reopen: whether it happened.</summary>
internal static class Judgements
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapCommand("confirm", CommandJson.Default.ConfirmCommand, "A person vouches for an incident",
            "It happened, and its values were looked at. It stays confirmed whatever is reported, until it is reopened.");
        app.MapCommand("reject", CommandJson.Default.RejectCommand, "A person says that an incident is none",
            "It is kept, and it stays rejected whatever is reported, until it is reopened: new reports of it are linked to it and change nothing about that.");
        app.MapCommand("reopen", CommandJson.Default.ReopenCommand, "A person takes back a confirmation or rejection",
            "The incident is open again, or withdrawn when no report tells of it any more.");
    }
}
