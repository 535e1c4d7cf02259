using System.Text.Json;
using Platform.Contracts;
using Platform.Projection.Incidents;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Subscribers;

/// <summary>A change on its way to subscribers; what is made of it is made once for all of them.</summary>
internal sealed class FeedChange(IncidentChange change)
{
    /// <summary>Its place in the log.</summary>
    public long Position => change.Stored.Sequence;

    /// <summary>The event.</summary>
    public IncidentChange Change => change;

    /// <summary>What happened.</summary>
    public string Name => change.Body.Change;

    /// <summary>The incident after it.</summary>
    public FeedState After { get; } = new(change.Body.Incident);

    /// <summary>The incident before it, when there was one.</summary>
    public FeedState? Before { get; } = change.Before is { } before ? new(before) : null;

    /// <summary>Its deliveries, as an operator sees them.</summary>
    public DeliverySpans Deliveries { get; } = new(change.Stored.TraceParent);

    /// <summary>The body, as on the broker, as a server-sent event; its id is the place in the log.</summary>
    public byte[] Frame => field ??= ServerSentEvents.Event(Position, JsonSerializer.SerializeToUtf8Bytes(change.Body, ContractJson.Default.IncidentChanged));
}

/// <summary>A state of an incident with what filters ask of it.</summary>
internal sealed class FeedState(Incident incident)
{
    /// <summary>The state.</summary>
    public IncidentRow Row => field ??= new IncidentRow(incident);

    /// <summary>Where it stands, snake_case.</summary>
    public string Status => field ??= IncidentTables.Snake(incident.Status);

    /// <summary>Everything a filter looks up by key.</summary>
    public HashSet<string> Keys => field ??= [.. IncidentKeys.Of(incident, Row.SortDate, Row.Killed.Min, Row.Wounded.Min)];
}
