using System.Net.Http.Headers;
using System.Text.Json;
using Platform.EventStore;
using Platform.Telemetry;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>P10: one trace id from POST to row to subscriber, through relay and redelivery.</summary>
[Collection(Collection.Name)]
public sealed class P10_One_trace(Infrastructure infrastructure)
{
    [Fact]
    public async Task The_real_export_shows_one_trace_with_an_unbroken_chain_from_the_subscriber_back_to_the_POST()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var platform = await TestPlatform.StartAsync(infrastructure, receiver.Environment);
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("incident-changed.v1", "topic");

        var answer = await platform.PostAsync(Articles.Attack(1));
        var traceId = answer.GetProperty("traceId").GetString()!;
        await Eventually.Holds("the change to reach the subscriber", () => Task.FromResult(outsider.Received.Count == 1));
        var traceParent = outsider.Received[0].Headers["traceparent"]!.Split('-');
        traceParent[1].ShouldBe(traceId);
        (await platform.ExtractedAsync(answer.GetProperty("articleId").GetGuid())).GetProperty("traceId").GetString().ShouldBe(traceId);

        // Up from the message the subscriber got, span by span, to the request.
        var chain = await Eventually.Get("the whole chain to be exported", () => Task.FromResult(Chain(receiver.Spans, traceParent[2])));

        chain.ShouldAllBe(span => span.TraceId == traceId);
        chain.Where(s => s.Scope == Names.Source).Select(s => (s.Service, s.Name)).ShouldBe(
        [
            (Names.Services.Projection, Names.Spans.Relay),
            (Names.Services.Projection, Names.Spans.Project),
            (Names.Services.Ingest, Names.Spans.Relay),
            (Names.Services.Ingest, Names.Spans.Append),
        ]);
        chain.Select(s => s.Service).Aggregate(new List<string>(), (order, s) => order.LastOrDefault() == s ? order : [.. order, s])
            .ShouldBe([Names.Services.Projection, Names.Services.Extraction, Names.Services.Ingest]);
        var root = chain[^1];
        root.Name.ShouldBe("POST /articles");
        root.ParentId.ShouldBe("");
        root.Attributes["http.request.method"].ShouldBe("POST");
        root.Attributes["http.route"].ShouldBe("/articles");
        root.Attributes["http.response.status_code"].ShouldBe("202");
        receiver.Spans.Single(s => s.Name == Names.Spans.Extract).TraceId.ShouldBe(traceId);
        receiver.Spans.ShouldNotContain(s => s.Attributes.Values.Any(v => v.Contains("Password=", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_message_that_comes_again_after_a_crash_is_still_in_its_trace()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var platform = await TestPlatform.CreateAsync(infrastructure, receiver.Environment);
        // The report has had its effect and is not acknowledged.
        platform.Projection.Variables[CrashPoint.Variable] = CrashPoint.BeforeAck;
        platform.Projection.Restarting = () => platform.Projection.Variables.TryRemove(CrashPoint.Variable, out _);
        await platform.ReadyAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("incident-changed.v1", "topic");

        var answer = await platform.PostAsync(Articles.Attack(1));
        var traceId = answer.GetProperty("traceId").GetString()!;
        await Eventually.Holds("the change to reach the subscriber", () => Task.FromResult(outsider.Received.Count > 0));
        outsider.Received.Select(r => r.Headers["traceparent"]!.Split('-')[1]).ShouldAllBe(id => id == traceId);
        (await platform.ExtractedAsync(answer.GetProperty("articleId").GetGuid())).GetProperty("traceId").GetString().ShouldBe(traceId);
        await Eventually.Equals(1, "crashes", () => Task.FromResult<long>(platform.Projection.Crashes));

        // What the first life did not send is lost with it; the second one's goes back to the request.
        var chain = await Eventually.Get("the chain of the second delivery", () => Task.FromResult(receiver.Spans
            .Where(s => s is { Service: Names.Services.Projection, Name: Names.Spans.Project } && s.Attributes.GetValueOrDefault(Names.Attributes.Retry) is not (null or "0"))
            .Select(s => Chain(receiver.Spans, s.SpanId)).FirstOrDefault(c => c is not null)));
        chain.ShouldAllBe(span => span.TraceId == traceId);
        chain[^1].Name.ShouldBe("POST /articles");
        chain.Select(s => s.Service).Distinct().ShouldBe([Names.Services.Projection, Names.Services.Extraction, Names.Services.Ingest]);
    }

    [Fact]
    public async Task Metrics_and_logs_are_exported_under_the_documented_names()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var platform = await TestPlatform.StartAsync(infrastructure, receiver.Environment);
        await using var outsider = await Outsider.ConnectAsync(platform);
        var answer = await platform.PostAsync(Articles.Attack(1));
        await platform.ExtractedAsync(answer.GetProperty("articleId").GetGuid());
        // A dead letter, for its counter and for a log record inside a trace.
        await outsider.PublishAsync("incident-detected.v1", "{ not json", Guid.NewGuid().ToString(), "IncidentDetected", "incident.detected.x.y");

        string[] expected =
        [
            $"ingest/{Names.Metrics.ArticlesAccepted}", $"ingest/{Names.Metrics.EventsPublished}", $"ingest/{Names.Metrics.OutboxLagEvents}", $"ingest/{Names.Metrics.OutboxLagSeconds}",
            $"extraction/{Names.Metrics.ArticlesExtracted}", $"extraction/{Names.Metrics.ExtractionDuration}", $"extraction/{Names.Metrics.EndpointUp}",
            $"projection/{Names.Metrics.ReportsProjected}", $"projection/{Names.Metrics.ProjectionDelay}", $"projection/{Names.Metrics.ProjectionLagEvents}",
            $"projection/{Names.Metrics.ProjectionLagSeconds}", $"projection/{Names.Metrics.DeadLetters}", $"projection/{Names.Metrics.DeadLettersWaiting}", $"projection/{Names.Metrics.OutboxLagEvents}", $"projection/{Names.Metrics.EndpointUp}",
        ];
        await Eventually.Holds("every metric", () => expected.All(receiver.Metrics.Contains)
            ? Task.FromResult(true)
            : throw new InvalidOperationException("missing: " + string.Join(", ", expected.Except(receiver.Metrics))));
        await Eventually.Holds("a log record of a trace", () => Task.FromResult(receiver.LogTraces.Any(t => t.Length == 32)));
        platform.Projection.Log.ShouldContain(line => line.Contains("was put aside", StringComparison.Ordinal) && line.Contains("\"TraceId\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_exporter_the_trace_id_still_runs_through()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("incident-changed.v1", "topic");

        var answer = await platform.PostAsync(Articles.Attack(1));

        await Eventually.Holds("the change", () => Task.FromResult(outsider.Received.Count == 1));
        outsider.Received[0].Headers["traceparent"]!.Split('-')[1].ShouldBe(answer.GetProperty("traceId").GetString());
    }

    [Fact]
    public async Task Each_line_of_a_batch_has_a_trace_of_its_own_through_to_the_subscriber()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("incident-changed.v1", "topic");
        var lines = string.Join('\n', Enumerable.Range(0, 3).Select(n => JsonSerializer.Serialize(Articles.Attack(n))));

        using var answer = await platform.Ingest.Http.PostAsync("articles/batch", new StringContent(lines, new MediaTypeHeaderValue("application/x-ndjson")));

        var traces = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("traceId").GetString()).ToList();
        traces.Distinct().Count().ShouldBe(3);
        await Eventually.Holds("three changes", () => Task.FromResult(outsider.Received.Count == 3));
        outsider.Received.Select(r => r.Headers["traceparent"]!.Split('-')[1]).ShouldBe(traces, ignoreOrder: true);
    }

    /// <summary>From a span up to one without a parent; null while a link is missing.</summary>
    private static List<Span>? Chain(IReadOnlyList<Span> spans, string spanId)
    {
        var chain = new List<Span>();
        while (spans.FirstOrDefault(s => s.SpanId == spanId) is { } span)
        {
            chain.Add(span);
            if (span.ParentId.Length == 0)
                return chain;
            spanId = span.ParentId;
        }
        return null;
    }
}
