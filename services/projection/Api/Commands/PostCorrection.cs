using System.Text.Json;
using Platform.Projection.Incidents;
using Platform.Projection.Incidents.Analyst;

namespace Platform.Projection.Api.Commands;

/// <summary>A person's word on one field.</summary>
public sealed record CorrectCommand : Command
{
    /// <summary>The field: <c>eventType</c>, <c>date</c>, <c>place</c>, <c>weapons</c>, <c>targets</c>, <c>casualties.killed</c>, <c>casualties.wounded</c>, <c>casualties.missing</c>, <c>casualties.kidnapped</c>, <c>damage</c> or <c>perpetrators</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The value, of the type the field has in the incident; null says that it is not known. Where its <c>text</c> is left out, the reason stands in for the words. Equal entries of a list are one.</summary>
    public required JsonElement? Value { get; init; }

    private JsonElement? Worded => Corrections.Worded(Field, Value, Reason);

    internal override void Check(Guid incidentId, Dictionary<string, string[]> errors)
    {
        base.Check(incidentId, errors);
        foreach (var path in Corrections.Check(Field, Worded).GroupBy(e => e.Path))
            errors[path.Key] = [.. path.Select(e => e.Message)];
    }

    internal override void Decide(Desk desk) => Judging.Correct(desk.Commit, desk.Incident, Field, Corrections.Once(Worded), desk.Word);
}

/// <summary>POST /incidents/{id}/corrections: another value for one field.</summary>
internal static class PostCorrection
{
    public static void Map(IEndpointRouteBuilder app) => app.MapCommand("corrections", CommandJson.Default.CorrectCommand, "A person corrects one field",
        "The value stands against every report until another correction of the field. What the reports say stays with them.");
}
