using System.Text.Json;

namespace Platform.Contracts;

/// <summary>An analyst's word on one field; it stands against every report until another correction of the field.</summary>
public sealed record Correction
{
    /// <summary>The field: <c>eventType</c>, <c>date</c>, <c>place</c>, <c>weapons</c>, <c>targets</c>, <c>casualties.killed</c>, <c>casualties.wounded</c>, <c>casualties.missing</c>, <c>casualties.kidnapped</c>, <c>damage</c> or <c>perpetrators</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The value, of the type the field has in the incident; absent when the analyst says that it is not known.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Who.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Why, in words for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset CorrectedAt { get; init; }
}
