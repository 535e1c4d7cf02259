using Platform.Bus;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>P8: what the broker confirmed and lost is sent again, whatever else lies about.</summary>
[Collection(Collection.Name)]
public sealed class Late_articles_are_sent_again(Infrastructure infrastructure)
{
    [Fact]
    public async Task Also_when_more_articles_died_before_it_than_are_looked_after_at_once()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string> { ["LateArticles__After"] = "00:00:01", ["LateArticles__Most"] = "3" });
        await platform.Extraction.Start().ReadyAsync(); // it makes its queue
        await platform.Extraction.TerminateAsync();
        await platform.Ingest.Start().ReadyAsync();
        for (var n = 1; n <= 5; n++)
            await platform.PostAsync(Articles.Attack(n));
        await LoseAsync(platform, 5);
        await platform.ExecuteAsync($"""
            insert into incidents.dead_letter (id, queue, reason, body, headers, at, message_id)
            select gen_random_uuid(), '{Topology.Queues.ArticleReceived}', 'It died.', '', '{"{}"}', now(), id::text from ingest.mt_events
            """);
        await platform.Projection.Start().ReadyAsync();
        var lost = await platform.PostAsync(Articles.Attack(6));
        await LoseAsync(platform, 1);

        await Eventually.Equals(1, "messages sent again", () => platform.DepthAsync(Topology.Queues.ArticleReceived));
        await using var connection = await platform.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        var message = await channel.BasicGetAsync(Topology.Queues.ArticleReceived, autoAck: true);
        System.Text.Encoding.UTF8.GetString(message!.Body.Span).ShouldContain(lost.GetProperty("articleId").GetString()!);
    }

    [Fact]
    public async Task Also_when_for_long_no_queue_was_there_to_take_it()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string> { ["LateArticles__After"] = "00:00:01" });
        await platform.Extraction.Start().ReadyAsync();
        await platform.Extraction.TerminateAsync();
        await platform.Ingest.Start().ReadyAsync();
        var articleId = (await platform.PostAsync(Articles.Attack(1))).GetProperty("articleId").GetGuid();
        await LoseAsync(platform, 1);
        await using (var connection = await platform.ConnectAsync())
        await using (var channel = await connection.CreateChannelAsync())
            await channel.QueueDeleteAsync(Topology.Queues.ArticleReceived, ifUnused: false, ifEmpty: false);
        await platform.Projection.Start().ReadyAsync();

        // More often than a message is sent that is taken and comes to nothing.
        await Eventually.Holds("it to be tried in vain", () => Task.FromResult(platform.Projection.Log.Count(l => l.Contains("Nothing came back of 1 articles", StringComparison.Ordinal)) > 6));
        await platform.Extraction.Start().ReadyAsync();
        await platform.ExtractedAsync(articleId);
    }

    /// <summary>Takes away so many messages that nobody has read.</summary>
    private static async Task LoseAsync(TestPlatform platform, int count)
    {
        await Eventually.Equals(count, "messages", () => platform.DepthAsync(Topology.Queues.ArticleReceived));
        await using var connection = await platform.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueuePurgeAsync(Topology.Queues.ArticleReceived);
    }
}
