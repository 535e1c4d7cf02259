using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Projection.ReadModels;

/// <summary>A run of events of the projection's log, each with the state after it: what the rows of every read model follow from.</summary>
public sealed class Folded
{
    private readonly Dictionary<Guid, Incident> incidents;
    private readonly Dictionary<Guid, ArticleReading> readings;
    private readonly List<(object Event, Incident State)> happenings = [];
    private readonly List<ArticleExtracted> extractions = [];
    private readonly Dictionary<Guid, DateTimeOffset> moved = [];
    private readonly Dictionary<Guid, Incident?> before = [];

    /// <summary>Nothing yet.</summary>
    /// <param name="incidents">Where the streams stand that were begun earlier.</param>
    /// <param name="readings">Where the articles' readings stand that were begun earlier.</param>
    public Folded(IEnumerable<Incident> incidents, IEnumerable<ArticleReading> readings)
    {
        this.incidents = incidents.ToDictionary(i => i.Id);
        this.readings = readings.ToDictionary(r => r.Id);
    }

    /// <summary>The events of incidents in log order, each with the state of its stream after it.</summary>
    public IReadOnlyList<(object Event, Incident State)> Happenings => happenings;

    /// <summary>What was read in articles, in log order.</summary>
    public IReadOnlyList<ArticleExtracted> Extractions => extractions;

    /// <summary>The incidents that something happened to, as they stand after all, with the time of their last event.</summary>
    public IEnumerable<(Incident State, DateTimeOffset At)> Incidents => moved.Where(m => incidents.ContainsKey(m.Key)).Select(m => (incidents[m.Key], m.Value));

    /// <summary>The same incidents as they stood before all; null for those that were opened.</summary>
    public IEnumerable<(Incident? Before, Incident After)> Changes => before.Select(b => (b.Value, incidents[b.Key]));

    /// <summary>The readings that went on, with the time of their last event.</summary>
    public IEnumerable<(ArticleReading State, DateTimeOffset At)> Readings => moved.Where(m => readings.ContainsKey(m.Key)).Select(m => (readings[m.Key], m.Value));

    /// <summary>Reports that got a date: their features change, so those they had are needed.</summary>
    public IEnumerable<Guid> Dated => happenings.Select(h => h.Event).OfType<ReportDated>().Select(d => d.ReportId).Distinct();

    /// <summary>An incident as it stands; null when there is none.</summary>
    public Incident? Incident(Guid id) => incidents.GetValueOrDefault(id);

    /// <summary>How far an article has been read; null when it has not.</summary>
    public ArticleReading? Reading(Guid articleId) => readings.GetValueOrDefault(articleId);

    /// <summary>Takes the next event of the log in.</summary>
    /// <param name="stream">Its stream.</param>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it happened, UTC.</param>
    /// <exception cref="InvalidOperationException">The event cannot follow on the state.</exception>
    public void Add(Guid stream, object happened, DateTimeOffset at)
    {
        moved[stream] = at;
        if (happened is ArticleExtracted extracted)
        {
            readings[stream] = ArticleReading.Apply(readings.GetValueOrDefault(stream), extracted);
            extractions.Add(extracted);
        }
        else
        {
            var known = incidents.GetValueOrDefault(stream);
            before.TryAdd(stream, known);
            var state = IncidentStream.Apply(known, happened);
            incidents[stream] = state;
            happenings.Add((happened, state));
        }
    }

    /// <summary>Takes a stored event in.</summary>
    /// <exception cref="UnknownEventException">A newer version wrote it.</exception>
    public void Add(StoredEvent stored) => Add(
        stored.StreamId, IncidentStream.Events.Read(stored) ?? ArticleReading.Events.Read(stored) ?? throw new UnknownEventException(stored), stored.At);
}
