using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Platform.EventStore;

/// <summary>A kind of stream, and all an adapter needs to fold it by itself.</summary>
/// <param name="name">Name of the kind and of its snapshot table: <c>incident</c> for <c>mt_doc_incident</c>.</param>
/// <param name="events">The events of such streams.</param>
/// <param name="json">How the state is stored.</param>
public abstract class AggregateType(string name, EventTypes events, JsonTypeInfo json)
{
    /// <summary>Name of the kind and of its snapshot table.</summary>
    public string Name => name;

    /// <summary>Stream type in <c>mt_streams</c>, as Marten names it: snake_case of the state's type.</summary>
    public string StreamAlias { get; } = JsonNamingPolicy.SnakeCaseLower.ConvertName(json.Type.Name);

    /// <summary>The events of such streams.</summary>
    public EventTypes Events => events;

    /// <summary>How the state is stored.</summary>
    public JsonTypeInfo Json => json;
}

/// <summary>A kind of stream with its state.</summary>
/// <param name="name">Name of the kind and of its snapshot table.</param>
/// <param name="events">The events of such streams.</param>
/// <param name="json">How the state is stored.</param>
/// <param name="apply">The state after an event; pure.</param>
public sealed class AggregateType<T>(string name, EventTypes events, JsonTypeInfo<T> json, Func<T?, object, T> apply) : AggregateType(name, events, json)
    where T : class
{
    /// <summary>The state after an event.</summary>
    public T Apply(T? state, object happened) => apply(state, happened);
}
