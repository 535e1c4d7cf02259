using System.Text.Json;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Incidents;

/// <summary>
/// What a batch of detections changes: the states as loaded, moved on detection by detection, and the events that do it.
/// Pure: the same states and detections give the same commit.
/// </summary>
public sealed class Plan(IReadOnlyDictionary<Guid, ArticleReading> readings, IReadOnlyDictionary<Guid, Incident> incidents, DateTimeOffset now)
{
    private readonly Dictionary<Guid, ArticleReading> readings = new(readings);
    private readonly Dictionary<Guid, Incident> incidents = new(incidents);
    private readonly Dictionary<Guid, (string Type, long From, List<NewEvent> Events)> appends = [];
    private readonly List<ArticleExtracted> extractions = [];
    private readonly List<Incident> versions = [];
    private readonly List<InboxKey> keys = [];
    private readonly Dictionary<Guid, long> restsOn = readings.ToDictionary(r => r.Key, r => r.Value.Version);

    /// <summary>The key of a message in the inbox.</summary>
    public static string KeyOf(Detection detection) => "message/" + detection.MessageId;

    /// <summary>Streams that hold what a detection may change.</summary>
    public static IEnumerable<Guid> IncidentIds(Detection detection, ArticleReading? reading)
    {
        if (detection.Report is { } report)
            yield return IdOf(detection.Article.ArticleId, report.Ordinal);
        for (var ordinal = detection.Extraction.ReportIds.Count; ordinal < (reading?.Reports ?? 0); ordinal++)
            yield return IdOf(detection.Article.ArticleId, ordinal);
    }

    /// <summary>Takes one detection in; true when it changed anything.</summary>
    public bool Add(Detection detection)
    {
        keys.Add(new InboxKey(KeyOf(detection), now));
        var (articleId, extraction) = (detection.Article.ArticleId, detection.Extraction);
        var reading = readings.GetValueOrDefault(articleId);
        var standing = ArticleReading.Compare(reading, detection.Article, extraction);
        if (standing == Standing.Stale)
            return false;
        var changed = false;
        if (standing == Standing.Newer)
        {
            var extracted = new ArticleExtracted { Article = detection.Article, Extraction = extraction };
            readings[articleId] = ArticleReading.Apply(reading, extracted);
            extractions.Add(extracted);
            Append(detection, articleId, ArticleReading.StreamType, ArticleReading.Events, reading?.Version ?? 0, extracted);
            for (var ordinal = extraction.ReportIds.Count; ordinal < (reading?.Reports ?? 0); ordinal++)
            {
                var id = IdOf(articleId, ordinal);
                changed |= Change(detection, id, Withdraw(
                    incidents.GetValueOrDefault(id), articleId, $"Revision {detection.Article.Revision} of the article does not tell of it.", now));
            }
        }
        if (detection.Report is { } report)
        {
            var id = IdOf(articleId, report.Ordinal);
            changed |= Change(detection, id, Link(incidents.GetValueOrDefault(id), id, report, detection.Article, now));
        }
        return changed;
    }

    /// <summary>All of it as one transaction.</summary>
    public Commit ToCommit()
    {
        var streams = appends.Select(a => new StreamAppend(a.Key, a.Value.Type, a.Value.From, a.Value.Events, SnapshotOf(a.Key, a.Value.Type))).ToList();
        return new Commit(streams, keys, [.. IncidentTables.Upsert(Schema.Name, versions), .. ArticleTable.UpsertExtractions(Schema.Name, extractions)])
        {
            // A report is linked because its extraction is the latest of its article; a later one that came in meanwhile has to be seen first.
            Unmoved = [.. restsOn.Where(r => !appends.ContainsKey(r.Key)).Select(r => (r.Key, r.Value))],
        };
    }

    private bool Change(Detection detection, Guid id, object? happened)
    {
        if (happened is null)
            return false;
        var before = incidents.GetValueOrDefault(id);
        versions.Add(incidents[id] = IncidentStream.Apply(before, happened));
        Append(detection, id, IncidentStream.StreamType, IncidentStream.Events, before?.Version ?? 0, happened);
        return true;
    }

    private void Append(Detection detection, Guid stream, string type, EventTypes types, long version, object happened)
    {
        if (!appends.TryGetValue(stream, out var append))
            appends.Add(stream, append = (type, version, []));
        var id = DeterministicId.Event(detection.MessageId, $"{EventTypes.NameOf(happened.GetType())}/{stream}");
        append.Events.Add(types.ToNew(id, happened, now,
            new EventHeaders(detection.TraceParent, detection.Article.ArticleId.ToString(), detection.MessageId.ToString())));
    }

    private Snapshot SnapshotOf(Guid id, string type) => type == IncidentStream.StreamType
        ? new Snapshot(JsonSerializer.Serialize(incidents[id], ContractJson.Default.Incident), EventTypes.DotnetName(typeof(Incident)))
        : new Snapshot(JsonSerializer.Serialize(readings[id], ProjectionJson.Default.ArticleReading), EventTypes.DotnetName(typeof(ArticleReading)));

    private static Guid IdOf(Guid articleId, int ordinal) => DeterministicId.Create(articleId, $"incident/{ordinal}");

    private static object? Link(Incident? state, Guid incidentId, IncidentReport report, ArticleReference article, DateTimeOffset now)
    {
        if (state is null)
            return new IncidentOpened { IncidentId = incidentId, Report = report, Article = article, OpenedAt = now };
        if (state.Reports.Any(r => r.ReportId == report.ReportId))
            return null;
        return new ReportLinked
        {
            IncidentId = incidentId,
            Report = report,
            Article = article,
            Replaces = state.Reports.FirstOrDefault(r => r.ArticleId == article.ArticleId)?.ReportId,
            LinkedAt = now,
        };
    }

    private static ReportUnlinked? Withdraw(Incident? state, Guid articleId, string reason, DateTimeOffset now) =>
        state?.Reports.FirstOrDefault(r => r.ArticleId == articleId) is { } report
            ? new ReportUnlinked { IncidentId = state.Id, ReportId = report.ReportId, Reason = reason, UnlinkedAt = now }
            : null;
}
