using Platform.Bus;
using Shouldly;

namespace Platform.Tests.Harness;

/// <summary>The total-queue check: accepted = stored = published = applied, nothing left over, nothing twice.</summary>
public static class TotalQueue
{
    /// <summary>The queues of the platform.</summary>
    public static readonly string[] Queues = [Topology.Queues.ArticleReceived, Topology.Queues.IncidentDetected, Topology.Queues.NoIncidentDetected];

    /// <summary>Waits until all has flowed through, ends the services, then counts at every station.</summary>
    /// <param name="platform">Its services.</param>
    /// <param name="accepted">The ids of all accepted articles.</param>
    /// <param name="others">More processes that consume its queues; they are ended too.</param>
    public static async Task CheckAsync(TestPlatform platform, IReadOnlyCollection<Guid> accepted, params ServiceProcess[] others)
    {
        // A request that was cut off may have been stored, but every one of these was sent again until it was accepted.
        await Eventually.Equals(accepted.Count, "articles applied", () => platform.CountAsync(
            "select count(*) from incidents.article where not pending and revision is not null"), TimeSpan.FromSeconds(300));
        await Eventually.Equals(0, "events not yet published", () => platform.CountAsync("""
            select (select count(*) from ingest.mt_events where seq_id > (select last_seq_id from ingest.mt_event_progression where name = 'relay'))
                 + (select count(*) from incidents.mt_events where seq_id > (select last_seq_id from incidents.mt_event_progression where name = 'relay'))
            """));
        string[] all = [.. Queues, .. Queues.Select(Topology.Queues.SuspectsOf), Topology.Queues.DeadLetter];
        foreach (var queue in all)
            await Eventually.Equals(0, $"messages in {queue}", () => platform.DepthAsync(queue));
        // A message that a consumer holds and never acknowledges is in no depth: it is in the queue again once its consumer has ended.
        await Task.WhenAll(platform.Services.Concat(others).Where(service => service.Lives).Select(service => service.TerminateAsync()));
        foreach (var queue in all)
        {
            await Eventually.Holds($"{queue} to have no consumer left", async () => (await platform.QueueAsync(queue)).Consumers == 0);
            (await platform.DepthAsync(queue)).ShouldBe(0, $"messages of {queue} that were held and not acknowledged");
            (await platform.DepthAsync(queue + "_error")).ShouldBe(0, queue + "_error");
            (await platform.DepthAsync(queue + "_skipped")).ShouldBe(0, queue + "_skipped");
        }
        await platform.EveryChangeWasPublishedAsync();
        (await platform.CountAsync("select count(*) from incidents.dead_letter")).ShouldBe(0);

        var stored = await platform.IdsAsync("select id from ingest.mt_streams");
        ShouldBeThoseOf(stored, accepted);
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(accepted.Count, "each article is stored once");
        ShouldBeThoseOf(await platform.IdsAsync("select stream_id from incidents.mt_events where type = 'article_extracted'"), accepted);
        // One event for each report that an extraction announced: it opens an incident or joins one.
        var reports = await platform.CountAsync("select sum(jsonb_array_length(data->'extraction'->'reportIds')) from incidents.mt_events where type = 'article_extracted'");
        const string Seated = "from incidents.mt_events where type in ('incident_opened', 'report_linked')";
        (await platform.CountAsync($"select count(*) {Seated}")).ShouldBe(reports);
        (await platform.CountAsync($"select count(distinct data->'report'->>'reportId') {Seated}")).ShouldBe(reports);
        (await platform.CountAsync("select count(*) from incidents.mt_events where type not in ('incident_opened', 'report_linked', 'incidents_merged', 'incident_split', 'article_extracted')")).ShouldBe(0);
        (await platform.CountAsync("select count(*) from incidents.incident_report")).ShouldBe(reports);
        (await platform.CountAsync("select count(*) from incidents.report_link")).ShouldBe(reports);
        reports.ShouldBeGreaterThan(0);
        await ReadModelsAreTheFoldAsync(platform);
    }

    /// <summary>Rebuilds the read models beside the live ones and compares every table.</summary>
    public static async Task ReadModelsAreTheFoldAsync(TestPlatform platform)
    {
        var (status, output) = await platform.RunAsync("checksum", "--verify");
        status.ShouldBe(0, output);
    }

    private static void ShouldBeThoseOf(List<Guid> ids, IReadOnlyCollection<Guid> accepted)
    {
        ids.Except(accepted).ShouldBeEmpty("what was never accepted");
        accepted.Except(ids).ShouldBeEmpty("what was accepted and is missing");
        ids.Count.ShouldBe(accepted.Count, "nothing twice");
    }
}
