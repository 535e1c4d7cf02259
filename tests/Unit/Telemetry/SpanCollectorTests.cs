using System.Diagnostics;
using Platform.Telemetry;
using Platform.Telemetry.Spans;
using Platform.Tests.Unit.Ingest;

namespace Platform.Tests.Unit.Telemetry;

/// <summary>A listener hears the whole process: nothing else may run at the same time.</summary>
[Collection(AloneCollection.Name)]
public sealed class SpanCollectorTests
{
    [Fact]
    public void A_trace_is_recorded_whole_or_not_at_all()
    {
        using var collector = new SpanCollector("ingest", new TraceStoreOptions { PerSecond = 0.000001, Burst = 1 }, decides: true);

        foreach (var _ in Enumerable.Range(0, 3))
            using (var root = Tracing.StartLinked("root", default))
            using (Tracing.StartUnder("child", ActivityKind.Internal, root!.Id))
            {
            }

        NamesOf(collector).ShouldBe(["child", "root"]);
    }

    [Fact]
    public void What_failed_is_kept_whatever_became_of_its_trace()
    {
        using var collector = new SpanCollector("ingest", new TraceStoreOptions { PerSecond = 0 }, decides: true);

        using (var span = Tracing.StartUnder("failing", ActivityKind.Internal, null))
            span.Fail(new InvalidOperationException("no\0good"));

        var record = Records(collector).ShouldHaveSingleItem();
        record.Error.ShouldBe("System.InvalidOperationException: no good");
    }

    [Fact]
    public void Past_its_room_spans_are_dropped_and_nobody_waits_or_throws()
    {
        using var collector = new SpanCollector("ingest", new TraceStoreOptions { PerSecond = 1_000_000, Burst = 1_000_000 }, decides: true);
        var dropped = 0L;
        using var meter = new System.Diagnostics.Metrics.MeterListener { InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == Names.Metrics.TraceSpansDropped) // by name: it is published while its class is still being set up
                listener.EnableMeasurementEvents(instrument);
        } };
        meter.SetMeasurementEventCallback<long>((_, count, _, _) => dropped += count);
        meter.Start();

        for (var i = 0; i < SpanCollector.Room + 5; i++)
            Tracing.StartUnder("one", ActivityKind.Internal, null)!.Dispose();

        dropped.ShouldBe(5);
        NamesOf(collector).Count.ShouldBe(SpanCollector.Room);
    }

    [Fact]
    public void A_span_is_sent_with_its_article_its_retry_its_links_and_its_moments_and_cut()
    {
        using var collector = new SpanCollector("ingest", new TraceStoreOptions(), decides: true);
        var article = Guid.NewGuid();
        var batch = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None);

        using (var span = Tracing.StartLinked("one", batch))
        {
            span!.SetTag(Names.Attributes.ArticleId, article).SetTag(Names.Attributes.Retry, 2).SetTag("long", new string('x', 5000));
            Tracing.Mark(new Activity?[] { span, null }, "moment");
        }

        var record = Records(collector).ShouldHaveSingleItem();
        (record.ArticleId, record.Retry, record.Service, record.ParentId).ShouldBe((article, 2, "ingest", null));
        record.Links!.ShouldBe([new SpanLink(batch.TraceId.ToHexString(), batch.SpanId.ToHexString())]);
        record.Moments!.ShouldHaveSingleItem().Name.ShouldBe("moment");
        record.Attributes!["long"].Length.ShouldBe(300);
    }

    [Fact]
    public void With_a_collector_its_sampler_decides_and_this_adds_nothing()
    {
        using var collector = new SpanCollector("ingest", new TraceStoreOptions(), decides: false);

        using (var span = Tracing.StartUnder("one", ActivityKind.Internal, null))
            span!.Recorded.ShouldBeFalse();

        NamesOf(collector).ShouldBeEmpty();
    }

    [Fact]
    public void Of_more_traces_than_are_to_be_kept_a_share_is_the_same_one_everywhere()
    {
        var clock = new Clock();
        var (small, large) = (new Thinning(100, 100, clock), new Thinning(400, 400, clock));
        var (ofSmall, ofLarge) = (new HashSet<ActivityTraceId>(), new HashSet<ActivityTraceId>());
        for (var second = 0; second < 60; second++)
        {
            ofSmall.Clear();
            ofLarge.Clear();
            for (var i = 0; i < 1000; i++)
            {
                var trace = ActivityTraceId.CreateRandom();
                if (small.Keeps(trace))
                    ofSmall.Add(trace);
                if (large.Keeps(trace))
                    ofLarge.Add(trace);
                clock.Now += TimeSpan.FromMilliseconds(1);
            }
        }

        ofSmall.Count.ShouldBeInRange(20, 200);
        ofLarge.Count.ShouldBeInRange(100, 800);
        // One of two neighbouring shares is in force, so nearly all that the small one keeps the large one has too.
        ofSmall.Count(ofLarge.Contains).ShouldBeGreaterThan(ofSmall.Count / 2);
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }
        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
        public override long GetTimestamp() => Now.Ticks;
    }

    [Theory]
    [InlineData(-1, 1, 1), InlineData(1, 0, 1), InlineData(1, 1, 0), InlineData(double.NaN, 1, 1)]
    public void A_setting_that_makes_no_sense_is_refused_by_its_name(double perSecond, double burst, double keepDays) =>
        new TraceStoreOptions { PerSecond = perSecond, Burst = burst, KeepDays = keepDays }.Fault()!.ShouldStartWith("Traces__");

    private static List<string> NamesOf(SpanCollector collector) => [.. Records(collector).Select(r => r.Name)];

    private static List<SpanRecord> Records(SpanCollector collector)
    {
        var records = new List<SpanRecord>();
        while (collector.Held.TryRead(out var span))
            if (span.Source == Tracing.Source)
                records.Add(collector.ToRecord(span));
        return records;
    }
}
