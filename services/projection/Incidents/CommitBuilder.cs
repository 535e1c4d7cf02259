using System.Text.Json;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Incidents;

/// <summary>What events follow from.</summary>
/// <param name="Id">Id of the message or command; the ids of the events hang on it.</param>
/// <param name="TraceParent">W3C traceparent of the work.</param>
/// <param name="ArticleId">The article it is about, if one.</param>
public sealed record Cause(Guid Id, string? TraceParent, Guid? ArticleId);

/// <summary>
/// Collects the events of one transaction: moves the states on, and makes streams, snapshots and read-model rows of them. Pure:
/// the same states and events give the same commit.
/// </summary>
/// <param name="incidents">The states of all incidents that can change, as loaded.</param>
/// <param name="readings">The same of the articles' readings.</param>
/// <param name="now">When it happens, UTC.</param>
public sealed class CommitBuilder(IReadOnlyDictionary<Guid, Incident> incidents, IReadOnlyDictionary<Guid, ArticleReading> readings, DateTimeOffset now)
{
    private readonly Folded folded = new(incidents.Values, readings.Values);
    private readonly Dictionary<Guid, (string Type, long From, List<NewEvent> Events)> appends = [];
    private readonly List<InboxKey> keys = [];
    private int places;

    /// <summary>The possible duplicates of incidents that may be merged, by incident.</summary>
    public ILookup<Guid, PossibleDuplicate> PossibleDuplicates { get; init; } = Array.Empty<PossibleDuplicate>().ToLookup(_ => Guid.Empty);

    /// <summary>The state of an incident with the events so far; null when there is none.</summary>
    public Incident? this[Guid incidentId] => folded.Incident(incidentId);

    /// <summary>Takes a key of the inbox.</summary>
    public void Take(string key, string? value = null) => keys.Add(new InboxKey(key, now, value));

    /// <summary>An event of an article's reading.</summary>
    public void Append(Cause cause, Guid articleId, ArticleExtracted extracted)
    {
        var before = folded.Reading(articleId)?.Version ?? 0;
        folded.Add(articleId, extracted, now);
        Add(cause, articleId, ArticleReading.StreamType, ArticleReading.Events, before, extracted);
    }

    /// <summary>An event of an incident.</summary>
    /// <exception cref="InvalidOperationException">It cannot follow on the state.</exception>
    public void Append(Cause cause, Guid incidentId, object happened)
    {
        var before = folded.Incident(incidentId)?.Version ?? 0;
        folded.Add(incidentId, happened, now);
        Add(cause, incidentId, IncidentStream.StreamType, IncidentStream.Events, before, happened);
    }

    /// <summary>All of it as one transaction.</summary>
    /// <param name="features">Features of reports that are linked already, by report id.</param>
    public Commit ToCommit(Func<Guid, ReportFeatures?> features)
    {
        var streams = appends.Select(a => new StreamAppend(a.Key, a.Value.Type, a.Value.From, a.Value.Events, SnapshotOf(a.Key, a.Value.Type))).ToList();
        return new Commit(streams, keys, ReadModel.LiveRows(folded, features));
    }

    private void Add(Cause cause, Guid stream, string type, EventTypes types, long version, object happened)
    {
        if (!appends.TryGetValue(stream, out var append))
            appends.Add(stream, append = (type, version, []));
        var name = EventTypes.NameOf(happened.GetType());
        var id = DeterministicId.Event(cause.Id, $"{name}/{stream}", append.Events.Count(e => e.Type == name));
        append.Events.Add(types.ToNew(id, happened, now, new EventHeaders(cause.TraceParent, cause.ArticleId?.ToString(), cause.Id.ToString())) with { Place = places++ });
    }

    private Snapshot SnapshotOf(Guid id, string type) => type == IncidentStream.StreamType
        ? new Snapshot(JsonSerializer.Serialize(folded.Incident(id)!, ContractJson.Default.Incident), EventTypes.DotnetName(typeof(Incident)))
        : new Snapshot(JsonSerializer.Serialize(folded.Reading(id)!, ProjectionJson.Default.ArticleReading), EventTypes.DotnetName(typeof(ArticleReading)));
}
