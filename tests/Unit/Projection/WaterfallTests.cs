using Platform.Projection.Api;
using Platform.Projection.Traces;
using Platform.Telemetry;
using Platform.Telemetry.Spans;

namespace Platform.Tests.Unit.Projection;

public sealed class WaterfallTests
{
    private const long T0 = 1_900_000_000_000_000;
    private const string Trace = "5b1f0c9e7a3d4826b0c4e1f2a7d96c38";

    [Fact]
    public void Parents_stand_before_their_children_and_siblings_by_their_start()
    {
        var spans = new Waterfall([Span(4, 1, 30), Span(3, 2, 20), Span(2, 1, 10), Span(1, null, 0, 100)]).ToSpans();

        spans.Select(s => (s.SpanId[^1], s.Depth, s.OffsetMs)).ShouldBe([('1', 0, 0), ('2', 1, 0.01), ('3', 2, 0.02), ('4', 1, 0.03)]);
    }

    [Fact]
    public void A_span_whose_parent_is_not_kept_is_a_root_and_keeps_its_parents_id()
    {
        var span = new Waterfall([Span(2, 9, 0)]).ToSpans().ShouldHaveSingleItem();

        span.Depth.ShouldBe(0);
        span.ParentId.ShouldBe(Id(9));
    }

    [Fact]
    public void A_circle_of_parents_is_shown_all_the_same_each_span_once()
    {
        var trace = new Waterfall([Span(1, 2, 0), Span(2, 1, 1), Span(3, 3, 2)]);

        trace.ToSpans().Select(s => s.SpanId).ShouldBe([Id(1), Id(2), Id(3)], ignoreOrder: true);
        trace.Upwards(trace.Spans[0]).Count().ShouldBe(2);
        Stages.Of(trace).ShouldBeEmpty();
    }

    [Fact]
    public void Without_spans_there_is_nothing()
    {
        var trace = new Waterfall([]);

        (trace.Status, trace.Duration, trace.Errors).ShouldBe(("none", 0, 0));
        trace.ToSpans().ShouldBeEmpty();
    }

    [Fact]
    public void It_lasts_to_the_last_commit_and_while_there_is_none_to_the_last_end()
    {
        SpanRecord[] under = [Span(1, null, 0, 10), Span(2, 1, 5, 20)];
        new Waterfall(under).Duration.ShouldBe(25);
        new Waterfall(under).Status.ShouldBe("running");

        var done = new Waterfall([.. under, Project(3, 2, 30, 40), Span(4, 3, 100, 900, name: Names.Spans.Webhook)]);

        (done.Duration, done.Status).ShouldBe((70, "ok"));
    }

    [Fact]
    public void What_failed_and_then_succeeded_has_recovered_and_the_second_is_the_second_attempt()
    {
        var trace = new Waterfall([Span(1, null, 0, 10), Project(2, 1, 20, 5, error: "57P01"), Project(3, 1, 40, 5)]);

        (trace.Status, trace.Errors, trace.Retries).ShouldBe(("recovered", 1, 1));
        trace.ToSpans().Select(s => s.Attempt).ShouldBe([1, 1, 2]);
        trace.LastError!.Error.ShouldBe("57P01");
    }

    [Fact]
    public void One_report_that_failed_is_not_made_good_by_another_one()
    {
        var trace = new Waterfall([Span(1, null, 0), Project(2, 1, 20, 5, "23514", ("report.id", "a")), Project(3, 1, 40, 5, null, ("report.id", "b"))]);

        (trace.Status, trace.Retries).ShouldBe(("failed", 0));
    }

    [Fact]
    public void A_part_that_failed_has_recovered_when_the_whole_was_done_again()
    {
        SpanRecord[] spans =
        [
            Span(1, null, 0), Span(2, 1, 10, 20, "consume", error: "Timeout"), Span(3, 2, 12, 5, "publish", error: "Timeout"), Span(4, 1, 50, 20, "consume"), Span(5, 4, 52, 5, "publish"), Project(6, 5, 80, 5),
        ];

        new Waterfall(spans).Status.ShouldBe("recovered");
        new Waterfall(spans[..3]).Status.ShouldBe("failed");
    }

    [Fact]
    public void A_dead_letter_is_made_good_by_what_was_taken_in_after_it()
    {
        SpanRecord[] died = [Project(1, null, 0, 10), Span(2, null, 20, 5, Names.Spans.KeepDeadLetter, error: "delivery_limit")];

        new Waterfall(died).Status.ShouldBe("failed");
        new Waterfall([.. died, Project(3, null, 60, 5)]).Status.ShouldBe("recovered");
    }

    [Fact]
    public void Whoever_counts_attempts_is_believed()
    {
        var span = Span(1, null, 0) with { Retry = 4 };

        new Waterfall([span]).ToSpans()[0].Attempt.ShouldBe(5);
    }

    [Fact]
    public void A_linked_span_of_another_trace_is_shown_first_and_not_counted()
    {
        var batch = Span(9, null, -50, 500, "POST /articles/batch", error: "x") with { TraceId = "4bf92f3577b34da6a3ce929d0e0e4736" };
        var trace = new Waterfall([Span(1, null, 0, 10)], [batch]);

        var shown = trace.ToSpans();
        (shown[0].Linked, shown[0].OffsetMs, shown[1].Linked).ShouldBe((true, -0.05, false));
        (trace.Errors, trace.Duration).ShouldBe((0, 10));
    }

    [Fact]
    public void The_stages_of_an_article_leave_no_gap_from_the_request_to_the_commit()
    {
        var stages = Stages.Of(new Waterfall(Whole()));

        stages.Where(s => s.Name != "extraction_step").Select(s => (s.Service, s.Name, s.OffsetMs, s.DurationMs)).ShouldBe(
        [
            ("ingest", "ingest", 0, 6), ("ingest", "store", 1, 4), ("ingest", "relay_wait", 4, 4), ("ingest", "publish", 8, 3),
            ("extraction", "broker_wait", 11, 2), ("extraction", "extraction", 13, 17), ("extraction", "publish", 30, 6),
            ("projection", "broker_wait", 36, 4), ("projection", "batch_wait", 40, 8), ("projection", "lock_wait", 48, 1), ("projection", "linking", 49, 7), ("projection", "commit", 56, 6),
            ("projection", "relay_wait", 57, 10), ("projection", "publish", 67, 3), ("projection", "webhook", 80, 30),
        ]);
        stages.Where(s => s.Name == "extraction_step").Select(s => (s.Detail, s.OffsetMs, s.DurationMs)).ShouldBe([("text", 14d, 4d), ("reports", 18d, 12d)]);
        var webhook = stages.Single(s => s.Name == "webhook");
        (webhook.Status, webhook.Error, webhook.Attempt, webhook.Detail).ShouldBe(("error", "The receiver answered 503.", 3, "hook"));
    }

    [Fact]
    public void A_consumer_that_is_faster_than_the_confirm_or_has_another_clock_makes_no_wait_below_zero()
    {
        var early = Whole().Select(s => s.Service == Names.Services.Extraction ? s with { Start = s.Start - 8000 } : s);

        Stages.Of(new Waterfall(early)).ShouldAllBe(s => s.DurationMs >= 0);
    }

    [Fact]
    public void A_commit_that_failed_is_told_where_it_stood()
    {
        Stage(Project(1, null, 0, 100, "lock timeout")).ShouldBe(["lock_wait error"]);
        Stage(Project(1, null, 0, 100, "too much") with { Moments = [new(Names.Moments.Linking, T0 + 10)] }).ShouldBe(["lock_wait ok", "linking error"]);
        Stage(Project(1, null, 0, 100, "23514") with { Moments = [new(Names.Moments.Linking, T0 + 10), new(Names.Moments.Committing, T0 + 20)] }).ShouldBe(["lock_wait ok", "linking ok", "commit error"]);

        static IEnumerable<string> Stage(SpanRecord span) => Stages.Of(new Waterfall([span])).Select(s => $"{s.Name} {s.Status}");
    }

    [Fact]
    public void A_cursor_keeps_the_time_the_first_page_began_at()
    {
        var since = new DateTimeOffset(2031, 3, 1, 4, 42, 0, TimeSpan.Zero);
        var cursor = TraceQuery.CursorAfter(since, new TraceRow(Guid.Empty, null, since, null, null, "123"));

        TraceQuery.Place(cursor.Key).ShouldBe((since, "123"));
        TraceQuery.Place("1.-2").ShouldBeNull();
        TraceQuery.Place("99999999999999999999.1").ShouldBeNull();
        TraceQuery.Place("x").ShouldBeNull();
    }

    private static SpanRecord[] Whole() =>
    [
        Span(1, null, 0, 6000, "POST /articles", Names.Services.Ingest),
        Span(2, 1, 1000, 4000, Names.Spans.Append, Names.Services.Ingest),
        Span(3, 2, 4000, 7000, Names.Spans.Relay, Names.Services.Ingest),
        Span(4, 3, 8000, 3000, "article-received.v1 send", Names.Services.Ingest),
        Span(5, 4, 13_000, 25_000, "receive", Names.Services.Extraction),
        Span(6, 5, 14_000, 16_000, Names.Spans.Extract, Names.Services.Extraction) with { Moments = [new("text", T0 + 18_000), new("reports", T0 + 30_000)] },
        Span(7, 5, 31_000, 5000, "incident-detected.v1 send", Names.Services.Extraction),
        Span(8, 7, 40_000, 25_000, "receive", Names.Services.Projection),
        Span(9, 7, 48_000, 14_000, Names.Spans.Project, Names.Services.Projection) with { Moments = [new(Names.Moments.Linking, T0 + 49_000), new(Names.Moments.Committing, T0 + 56_000)] },
        Span(10, 9, 57_000, 13_000, Names.Spans.Relay, Names.Services.Projection),
        Span(11, 10, 67_000, 3000, "incident-changed.v1 send", Names.Services.Projection),
        Span(12, 9, 80_000, 30_000, Names.Spans.Webhook, Names.Services.Projection, "The receiver answered 503.", ("webhook.id", "hook")) with { Retry = 2 },
    ];

    private static SpanRecord Project(int id, int? parent, long from, long length, string? error = null, params (string, string)[] attributes) =>
        Span(id, parent, from, length, Names.Spans.Project, Names.Services.Projection, error, attributes);

    private static SpanRecord Span(int id, int? parent, long from, long length = 1, string name = "work", string service = "any", string? error = null, params (string Name, string Value)[] attributes) => new()
    {
        TraceId = Trace, SpanId = Id(id), ParentId = parent is { } above ? Id(above) : null, Service = service, Name = name, Start = T0 + from, Duration = length, Error = error,
        Attributes = attributes.ToDictionary(a => a.Name, a => a.Value),
    };

    private static string Id(int id) => id.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
}
