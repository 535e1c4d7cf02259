using System.Net;
using System.Net.Http.Json;
using Npgsql;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>P1: 2xx only after COMMIT with synchronous_commit=on; the article is in the store exactly once.</summary>
[Collection(Collection.Name)]
public sealed class P1_Accepted_means_stored(Infrastructure infrastructure)
{
    [Fact]
    public async Task An_accepted_article_is_in_the_store_exactly_once()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Ingest.Start().ReadyAsync();

        var answer = await platform.PostAsync(Articles.Attack(1));

        var id = answer.GetProperty("articleId").GetGuid();
        (await platform.CountAsync($"select count(*) from ingest.mt_events where stream_id = '{id}' and type = 'article_received'")).ShouldBe(1);
        (await platform.CountAsync($"select version from ingest.mt_streams where id = '{id}'")).ShouldBe(1);
        (await platform.CountAsync($"select count(*) from ingest.mt_doc_article where id = '{id}'")).ShouldBe(1);
    }

    [Fact]
    public async Task No_answer_is_given_before_the_commit()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Ingest.Start().ReadyAsync();
        // Whoever reads the streams for writing is held here, inside the transaction, before its commit.
        await using var blocker = await platform.Database.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("lock table ingest.mt_streams in access exclusive mode", blocker, transaction))
            await hold.ExecuteNonQueryAsync();

        var post = platform.Ingest.Http.PostAsJsonAsync("articles", Articles.Attack(1));
        await Eventually.Holds("the write to be held up", async () =>
            await platform.CountAsync("select count(*) from pg_stat_activity where application_name = 'ingest' and wait_event_type = 'Lock'") > 0);
        post.IsCompleted.ShouldBeFalse();
        await transaction.RollbackAsync();

        (await post).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Every_writing_session_waits_for_the_disk()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        // A careless default of the server must not weaken the promise.
        await using (var careless = platform.Database.CreateCommand("do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$"))
            await careless.ExecuteNonQueryAsync();
        await platform.Ingest.Start().ReadyAsync();
        await using (var spy = platform.Database.CreateCommand("""
            create table public.seen (setting text);
            create function public.spy() returns trigger language plpgsql security definer as
            $$ begin insert into public.seen values (current_setting('synchronous_commit')); return new; end $$;
            create trigger spy before insert on ingest.mt_events for each row execute function public.spy()
            """))
            await spy.ExecuteNonQueryAsync();

        await platform.PostAsync(Articles.Attack(1));

        (await platform.CountAsync("select count(*) from public.seen where setting = 'on'")).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_accepted_survives_a_crash_of_the_database()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Ingest.Start().ReadyAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => platform.PostAsync(Articles.Attack(n))));

        await infrastructure.Postgres("kill");
        await infrastructure.Postgres("start");

        var ids = answers.Select(a => a.GetProperty("articleId").GetGuid()).ToArray();
        NpgsqlConnection.ClearAllPools();
        await using var command = platform.Database.CreateCommand("select count(distinct stream_id) from ingest.mt_events where stream_id = any($1)");
        command.Parameters.Add(new() { Value = ids });
        Convert.ToInt32(await command.ExecuteScalarAsync()).ShouldBe(200);
    }
}
