using System.Text.Json;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Ingest;
using Platform.Projection.Incidents;

namespace Platform.Tests.Harness.Generator;

/// <summary>An event of a made-up log.</summary>
/// <param name="Ingest">True for ingest's log, false for the projection's.</param>
/// <param name="StreamType">Type of its stream.</param>
/// <param name="StreamId">Its stream.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Event">The event.</param>
public sealed record GeneratedEvent(bool Ingest, string StreamType, Guid StreamId, long Version, NewEvent Event);

/// <summary>
/// The logs of a platform that has run for twelve years: articles, their readings, incidents with one to a dozen reports, some told as
/// background of another, some corrected, confirmed, rejected and merged. The same for the same arguments; every incident event is one that its stream can take.
/// </summary>
public sealed class GeneratedLog(int incidents, int seed = 1)
{
    /// <summary>The extractor of all reports.</summary>
    public const string Extractor = "rules/1.0";

    private static readonly DateTimeOffset Start = new(2013, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Span = TimeSpan.FromDays(12 * 365);
    private readonly World world = new();
    private readonly PriorityQueue<Live, DateTimeOffset> queue = new();
    private readonly Dictionary<string, Live> latest = [];

    /// <summary>All events, in the order they came.</summary>
    public IEnumerable<GeneratedEvent> Events()
    {
        for (var opened = 0; opened < incidents || queue.Count > 0;)
        {
            var next = Start + Span * ((double)opened / incidents);
            if (opened < incidents && !(queue.TryPeek(out _, out var at) && at <= next))
            {
                var live = new Live(new Story(world, seed, opened++, next));
                queue.Enqueue(live, next.AddMinutes(10 + live.Story.Chance(-1).Next(600)));
                continue;
            }
            queue.TryDequeue(out var due, out var now);
            foreach (var happened in due!.Told < due.Story.Reports ? Article(due, now) : Analyst(due, now))
                yield return happened;
        }
    }

    /// <summary>Reports that come after the log: by turns one of an event that the log tells of, and one of an event it does not know.</summary>
    /// <param name="count">How many.</param>
    /// <param name="run">Another number gives other articles.</param>
    public IEnumerable<Detection> Later(int count, int run)
    {
        var random = new Random(run);
        for (var n = 0; n < count; n++)
        {
            var index = random.Next(incidents);
            var at = Start + Span * ((double)index / incidents);
            var story = new Story(world, n % 2 == 0 ? seed : seed + 1 + run, index, at);
            var title = story.Title(random);
            var url = $"https://later.example/{run}-{n}";
            var article = new ArticleReference
            {
                ArticleId = DeterministicId.Article("later", null, url, title, ""), Revision = 1, Title = title, Url = url, Outlet = world.Outlet(random),
                PublishedAt = at.AddHours(random.Next(48)), ReceivedAt = at.AddHours(48),
            };
            var (report, clues) = story.Tell(new Telling(), article.ArticleId, 0, 1, random);
            var extraction = new ExtractionSummary { Extractor = Extractor, ExtractedAt = article.ReceivedAt, ReportIds = [report.ReportId] };
            yield return new Detection(DeterministicId.Event(report.ReportId, "later"), report, article, extraction, null) { Clues = clues };
        }
    }

    private IEnumerable<GeneratedEvent> Article(Live live, DateTimeOffset now)
    {
        var random = live.Story.Chance(live.Told);
        var published = now.AddMinutes(-random.Next(2, 90));
        var url = $"https://news.example/{live.Story.At:yyyy/MM/dd}/{seed}-{random.Next():x}{random.Next():x}";
        var title = live.Story.Title(random);
        var articleId = DeterministicId.Article("generated", null, url, title, "");
        var telling = new Telling();
        List<(Live Live, IncidentReport Report, ReportClues Clues)> told = [Told(live, live.Story.Tell(telling, articleId, 0, live.Told, random))];
        var other = latest.GetValueOrDefault(live.Story.Country)?.Root;
        if (random.Next(10) == 0 && other?.State is not null && other != live.Root)
            told.Add(Told(other, other.Story.Tell(telling, articleId, 1, 9, random)));

        var article = new ArticleReceived
        {
            ArticleId = articleId, Revision = 1, Title = title, Text = telling.Text, Url = url, Outlet = world.Outlet(random),
            PublishedAt = published, Language = "en", Source = "generated", ReceivedAt = now,
        };
        var reference = ArticleReference.To(article);
        yield return new GeneratedEvent(true, Platform.Ingest.Article.StreamType, articleId, 1,
            Platform.Ingest.Article.Events.ToNew(DeterministicId.Event(articleId, "article_received", 1), article, now, Headers(articleId, articleId)));
        var extracted = new ArticleExtracted
        {
            Article = reference,
            Extraction = new ExtractionSummary { Extractor = Extractor, ExtractedAt = now.AddMilliseconds(120), ReportIds = [.. told.Select(t => t.Report.ReportId)] },
        };
        yield return new GeneratedEvent(false, ArticleReading.StreamType, articleId, 1,
            ArticleReading.Events.ToNew(DeterministicId.Event(articleId, "article_extracted"), extracted, now, Headers(articleId, articleId)));
        foreach (var (incident, report, clues) in told)
            yield return incident.Root.State is { } state
                ? Happened(incident.Root, report.ReportId, now, articleId,
                    new ReportLinked { IncidentId = state.Id, Report = report, Article = reference, Clues = clues, Score = 0.97, Reasons = ["same day", "same place", "killed agrees"], LinkedAt = now })
                : Happened(incident, report.ReportId, now, articleId,
                    new IncidentOpened { IncidentId = IncidentStream.IdOf(report.ReportId), Report = report, Article = reference, Clues = clues, OpenedAt = now });
        latest[live.Story.Country] = live;
        live.Told++;
        if (live.Told < live.Story.Reports || random.Next(12) == 0)
            queue.Enqueue(live, now.AddMinutes(20 + Math.Pow(random.NextDouble(), 3) * 6000));
    }

    private IEnumerable<GeneratedEvent> Analyst(Live live, DateTimeOffset now)
    {
        var random = live.Story.Chance(live.Story.Reports);
        var actor = new Actor { Kind = ActorKind.Person, Name = World.Pick(["amal", "jonas", "mei", "sofia"], random) };
        var (incident, cause) = (live.Root, DeterministicId.Create(live.Root.State!.Id, $"command/{live.Root.State.Version}"));
        var id = incident.State!.Id;
        var other = latest.GetValueOrDefault(live.Story.Country)?.Root;
        var what = random.Next(8);
        if (what < 2)
            yield return Happened(incident, cause, now, id, new IncidentCorrected
            {
                IncidentId = id,
                Correction = new Correction
                {
                    Field = "casualties.killed", Actor = actor, Reason = "The hospital's list says so.", CorrectedAt = now,
                    Value = JsonSerializer.SerializeToElement(new { min = random.Next(9), max = 9, text = "the hospital's list" }),
                },
            });
        else if (what < 5)
            yield return Happened(incident, cause, now, id, new IncidentConfirmed { IncidentId = id, Actor = actor, Reason = "Two sources of our own.", ConfirmedAt = now });
        else if (what < 6)
            yield return Happened(incident, cause, now, id, new IncidentRejected { IncidentId = id, Actor = actor, Reason = "It was an exercise.", RejectedAt = now });
        else if (other is { State.Status: IncidentStatus.Open or IncidentStatus.Confirmed } && other != incident && incident.State.Status == IncidentStatus.Open)
        {
            var merged = new IncidentsMerged
            {
                IncidentId = other.State.Id, AbsorbedId = id, Reports = incident.State.Reports, AbsorbedBefore = incident.State.Absorbed, Corrections = incident.State.Corrections,
                Actor = actor, Reason = "One attack, told twice.", MergedAt = now,
            };
            yield return Happened(other, cause, now, id, merged);
            yield return Happened(incident, cause, now, id, merged);
            incident.Into = other;
        }
    }

    private static (Live, IncidentReport, ReportClues) Told(Live live, (IncidentReport Report, ReportClues Clues) told) => (live, told.Report, told.Clues);

    private static GeneratedEvent Happened(Live live, Guid cause, DateTimeOffset now, Guid correlation, object happened)
    {
        live.State = IncidentStream.Apply(live.State, happened);
        return new GeneratedEvent(false, IncidentStream.StreamType, live.State.Id, live.State.Version,
            IncidentStream.Events.ToNew(DeterministicId.Event(cause, $"{EventTypes.NameOf(happened.GetType())}/{live.State.Id}"), happened, now, Headers(cause, correlation)));
    }

    private static EventHeaders Headers(Guid cause, Guid correlation) => new(
        $"00-{correlation:N}-{cause.ToString("N")[..16]}-01", correlation.ToString(), cause.ToString());

    /// <summary>A story of which something is still to come.</summary>
    private sealed class Live(Story story)
    {
        public Story Story => story;

        public Incident? State { get; set; }

        public int Told { get; set; }

        public Live? Into { get; set; }

        /// <summary>The incident that its reports go to, after merges.</summary>
        public Live Root => Into?.Root ?? this;
    }
}
