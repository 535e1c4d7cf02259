using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Platform.Ingest;

namespace Platform.Tests.Unit.Ingest;

public sealed class AdmissionTests
{
    [Fact]
    public async Task A_request_past_capacity_is_answered_429_with_when_and_how_many_and_the_accepted_go_on()
    {
        var gate = new TaskCompletionSource();
        IngestHost? host = null;
        var inside = 0;
        host = await IngestHost.StartAsync(
            async (articles, key, _) => { Interlocked.Increment(ref inside); await gate.Task; return await host!.StoreAsync(articles, key); },
            settings: new() { ["Admission:Requests"] = "3" });
        await using var _ = host;
        var accepted = Enumerable.Range(0, 3).Select(n => host.PostJsonAsync($$"""{"text": "Three people were killed in town {{n}}."}""")).ToList();
        await Eventually.IsTrueAsync(() => inside == 3);

        using var refused = await host.PostJsonAsync("""{"text": "Four people were killed."}""");

        var problem = await refused.ShouldBeProblemAsync(429, "over-capacity");
        var seconds = refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        seconds.ShouldBeInRange(1, 3);
        problem.GetProperty("retryAfterSeconds").GetInt32().ShouldBe((int)seconds);
        refused.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"articles\";q=3;qu=\"concurrent-requests\""]);
        refused.Headers.GetValues("RateLimit").ShouldBe([$"\"articles\";r=0;t={seconds}"]);
        gate.SetResult();
        foreach (var answer in await Task.WhenAll(accepted))
            ((int)answer.StatusCode).ShouldBe(202);
        using var again = await host.PostJsonAsync("""{"text": "Four people were killed."}""");
        ((int)again.StatusCode).ShouldBe(202);
        host.Stored.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Batches_past_capacity_slow_down_and_lose_no_line_and_a_new_one_is_refused_before_its_first()
    {
        const int Lines = 200, Places = 5;
        var gate = new SemaphoreSlim(0);
        IngestHost? host = null;
        var (inside, most) = (0, 0);
        host = await IngestHost.StartAsync(
            async (articles, key, stop) =>
            {
                var now = Interlocked.Increment(ref inside);
                InterlockedMax(ref most, now);
                await gate.WaitAsync(stop);
                Interlocked.Decrement(ref inside);
                return await host!.StoreAsync(articles, key);
            },
            settings: new() { ["Admission:Batches"] = "3", ["Admission:Places"] = $"{Places}" });
        await using var _ = host;
        string Body(int batch) => string.Concat(Enumerable.Range(0, Lines).Select(n => $$"""{"text": "Batch {{batch}}: {{n}} people were killed."}""" + "\n"));
        var (admitted, meters) = (0L, host.Services.GetRequiredService<IMeterFactory>());
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Name == "aspnetcore.rate_limiting.active_request_leases" && instrument.Meter.Scope == meters)
                    to.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, change, _, _) => Interlocked.Add(ref admitted, change));
        listener.Start();
        var batches = Enumerable.Range(0, 3).Select(b => Task.Run(() => host.BatchAsync(Body(b)))).ToList();
        // Two of them fill the places; the third must be in as well, or the one to be refused has its room.
        await Eventually.IsTrueAsync(() => inside == Places && Interlocked.Read(ref admitted) == 3);

        using var refused = await host.PostAsync("/articles/batch", Encoding.UTF8.GetBytes(Body(9)), "application/x-ndjson");

        await refused.ShouldBeProblemAsync(429, "over-capacity");
        refused.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"batches\";q=3;qu=\"concurrent-requests\""]);
        gate.Release(3 * Lines);
        foreach (var answers in await Task.WhenAll(batches))
        {
            answers.Select(a => a.GetProperty("line").GetInt64()).ShouldBe(Enumerable.Range(1, Lines).Select(n => (long)n));
            answers.ShouldAllBe(a => a.GetProperty("articleId").GetGuid() != Guid.Empty);
        }
        most.ShouldBe(Places, "more lines were handed to the store at once than there are places");
        host.Stored.Count.ShouldBe(3 * Lines);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = most; seen < now; seen = most)
            Interlocked.CompareExchange(ref most, now, seen);
    }
}
