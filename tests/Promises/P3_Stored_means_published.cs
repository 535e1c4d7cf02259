using Npgsql;
using Platform.EventStore;
using Platform.Ingest;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>P3: every stored article reaches the bus at least once; nothing uncommitted is ever published.</summary>
[Collection(Collection.Name)]
public sealed class P3_Stored_means_published(Infrastructure infrastructure)
{
    [Fact]
    public async Task Every_stored_article_is_published_although_ingest_is_killed_in_between()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("article-received.v1", "fanout");
        await platform.Ingest.Start().ReadyAsync();
        var accepted = new HashSet<Guid>();
        for (var round = 0; round < 5; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(round * 100, 100).Select(n => platform.PostAsync(Articles.Attack(n))));
            accepted.UnionWith(answers.Select(a => a.GetProperty("articleId").GetGuid()));
            platform.Ingest.Kill();
            await platform.Ingest.Start().ReadyAsync();
        }

        await Eventually.Equals(500, "articles published", () => Task.FromResult<long>(
            outsider.Received.Select(r => r.Body.GetProperty("articleId").GetGuid()).Where(accepted.Contains).Distinct().Count()));
        outsider.Received.GroupBy(r => r.Body.GetProperty("articleId").GetGuid()).ShouldAllBe(g => g.Select(r => r.MessageId).Distinct().Count() == 1);
    }

    [Fact]
    public async Task An_article_waits_in_the_log_until_a_queue_is_bound()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Ingest.Start().ReadyAsync();

        await platform.PostAsync(Articles.Attack(1));
        await Eventually.Holds("ingest to say that no queue is bound", async () =>
            (await platform.Ingest.Http.GetStringAsync("health/ready")).Contains("No queue is bound", StringComparison.Ordinal));
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("article-received.v1", "fanout");

        await Eventually.Holds("the article to arrive", () => Task.FromResult(outsider.Received.Count > 0));
    }

    [Fact]
    public async Task Nothing_is_published_before_its_commit()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("article-received.v1", "fanout");
        await platform.Ingest.Start().ReadyAsync();
        // The commit itself is held: a deferred trigger runs after every statement of the transaction, right before it commits.
        await using (var gate = platform.Database.CreateCommand("""
            create function public.gate() returns trigger language plpgsql as
            $$ begin perform pg_advisory_xact_lock_shared(4711); return null; end $$;
            create constraint trigger gate after insert on ingest.mt_events deferrable initially deferred for each row execute function public.gate()
            """))
            await gate.ExecuteNonQueryAsync();
        await using var keeper = await platform.Database.OpenConnectionAsync();
        await using (var shut = new NpgsqlCommand("select pg_advisory_lock(4711)", keeper))
            await shut.ExecuteNonQueryAsync();

        var post = platform.PostAsync(Articles.Attack(1));
        await Eventually.Holds("the commit to be held", async () =>
            await platform.CountAsync("select count(*) from pg_locks where locktype = 'advisory' and objid = 4711 and not granted") > 0);
        // The relay polls every second: let it look at least twice.
        var looked = await RelayReadsAsync(platform);
        await Eventually.Holds("the relay to look at the log twice", async () => await RelayReadsAsync(platform) >= looked + 2);
        outsider.Received.ShouldBeEmpty();
        post.IsCompleted.ShouldBeFalse();
        await using (var open = new NpgsqlCommand("select pg_advisory_unlock(4711)", keeper))
            await open.ExecuteNonQueryAsync();

        await post;
        await Eventually.Holds("the article to be published", () => Task.FromResult(outsider.Received.Count == 1));
    }

    /// <summary>Index scans on the log's primary key: the relay's way of looking.</summary>
    private static Task<long> RelayReadsAsync(TestPlatform platform) =>
        platform.CountAsync("select idx_scan + seq_scan from pg_stat_user_tables where schemaname = 'ingest' and relname = 'mt_events'");

    [Fact]
    public async Task Articles_too_large_to_be_held_in_memory_together_are_all_published()
    {
        const int Count = 24, Characters = 450_000; // 11 MB, more than a part takes
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Ingest.Start().ReadyAsync();
        for (var n = 0; n < Count; n++)
            await platform.PostAsync(new { externalId = $"large-{n}", text = string.Concat(Enumerable.Repeat("Rockets fell. ", Characters / 14)) });

        // They wait, as nobody reads: so they are read from the log together.
        await using var outsider = await Outsider.ConnectAsync(platform);
        await outsider.SubscribeAsync("article-received.v1", "fanout");
        await Eventually.Equals(Count, "articles published", () => Task.FromResult<long>(outsider.Received.Select(r => r.Body.GetProperty("articleId").GetGuid()).Distinct().Count()));

        await using var connection = await platform.Database.OpenConnectionAsync();
        var log = new LogReader(Article.Schema);
        (await log.ReadAsync(connection, 0, Count, CancellationToken.None, bytes: 1)).Count.ShouldBe(1);
        (await log.ReadAsync(connection, 0, Count, CancellationToken.None, bytes: 1_000_000)).Count.ShouldBe(3);
        (await log.ReadAsync(connection, 0, Count, CancellationToken.None)).Count.ShouldBe(Count);
    }
}
