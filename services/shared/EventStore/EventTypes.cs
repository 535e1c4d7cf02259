using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Platform.EventStore;

/// <summary>The event types of a store with their names in the log: snake_case of the record's name, as Marten names them.</summary>
public sealed class EventTypes
{
    private readonly Dictionary<Type, (string Name, JsonTypeInfo Json)> byType = [];
    private readonly Dictionary<string, JsonTypeInfo> byName = [];

    /// <summary>How the data of each type is stored.</summary>
    public IReadOnlyCollection<JsonTypeInfo> Json => byName.Values;

    /// <summary>Registers one type.</summary>
    public EventTypes Add<T>(JsonTypeInfo<T> json)
    {
        var name = NameOf(typeof(T));
        byType.Add(typeof(T), (name, json));
        byName.Add(name, json);
        return this;
    }

    /// <summary>The name of an event type in the log.</summary>
    public static string NameOf(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);

    /// <summary>Full name and assembly, as Marten writes <c>mt_dotnet_type</c>.</summary>
    public static string DotnetName(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    /// <summary>An event ready to be appended.</summary>
    /// <param name="id">Deterministic id; see <c>DeterministicId.Event</c>.</param>
    /// <param name="data">A record of a registered type.</param>
    /// <param name="at">When it happened, UTC.</param>
    /// <param name="headers">What travels with it.</param>
    /// <exception cref="KeyNotFoundException">The type was not registered.</exception>
    public NewEvent ToNew(Guid id, object data, DateTimeOffset at, EventHeaders headers)
    {
        var (name, json) = byType[data.GetType()];
        return new NewEvent(id, name, DotnetName(data.GetType()), JsonSerializer.Serialize(data, json), at, headers);
    }

    /// <summary>The event of a stored row; null for a type not registered here, which a newer version may have written.</summary>
    /// <exception cref="JsonException">The row does not hold what its type says.</exception>
    public object? Read(StoredEvent stored) =>
        byName.TryGetValue(stored.Type, out var json) ? JsonSerializer.Deserialize(stored.Data.Span, json) : null;

    /// <summary>The record of an event to be appended.</summary>
    /// <exception cref="KeyNotFoundException">Its type is not registered here.</exception>
    public object Read(NewEvent happened) => JsonSerializer.Deserialize(happened.Json, byName[happened.Type])!;
}

/// <summary>An event to be appended.</summary>
/// <param name="Id">Its id, unique.</param>
/// <param name="Type">Its name in the log.</param>
/// <param name="DotnetType">Full name and assembly of its record.</param>
/// <param name="Json">Its data.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="Headers">What travels with it.</param>
public sealed record NewEvent(Guid Id, string Type, string DotnetType, string Json, DateTimeOffset At, EventHeaders Headers)
{
    /// <summary>
    /// Its place among all events of its commit, whichever stream they are in: the log has them in this order, and read models that
    /// follow from several streams come out the same again only so. Those of the same place come stream by stream.
    /// </summary>
    public int Place { get; init; }
}

/// <summary>What travels with an event beside its data.</summary>
/// <param name="TraceParent">W3C traceparent of the work that made the event; null when nothing was traced.</param>
/// <param name="CorrelationId">The article everything here hangs on.</param>
/// <param name="CausationId">The message or event it follows from.</param>
public sealed record EventHeaders(string? TraceParent, string? CorrelationId = null, string? CausationId = null)
{
    /// <summary>The headers as stored.</summary>
    public string? Json => TraceParent is null ? null : $$"""{"traceparent":"{{TraceParent}}"}""";
}

/// <summary>An event as read from the log.</summary>
/// <param name="Sequence">Its place in the log.</param>
/// <param name="Id">Its id.</param>
/// <param name="StreamId">Its stream.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Type">Its name.</param>
/// <param name="Data">JSON, UTF-8.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="TraceParent">W3C traceparent of the work that made it.</param>
public sealed record StoredEvent(
    long Sequence, Guid Id, Guid StreamId, long Version, string Type, ReadOnlyMemory<byte> Data, DateTimeOffset At, string? TraceParent);
