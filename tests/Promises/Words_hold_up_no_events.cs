using Npgsql;
using Platform.Projection;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Taking texts apart and sorting words into the search's index is long work: none of it is done under the writer lock.</summary>
[Collection(Collection.Name)]
public sealed class Words_hold_up_no_events(Infrastructure infrastructure)
{
    [Fact]
    public async Task Texts_are_taken_apart_while_somebody_else_holds_the_writer_lock()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await platform.ExtractedAsync((await platform.PostAsync(Articles.Attack(1))).GetProperty("articleId").GetGuid());
        await using var connection = await platform.Database.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using (var take = new NpgsqlCommand($"select pg_advisory_xact_lock({Schema.Incidents.WriterLock})", connection, transaction))
                await take.ExecuteNonQueryAsync();
            // A word of this length is not remembered, so that the database itself must take the text apart.
            var second = (await platform.PostAsync(new { title = new string('n', 50), text = "Gunmen shot dead two policemen at a checkpoint in Balad on 4 May 2014, an officer said.", publishedAt = "2014-05-05" })).GetProperty("articleId").GetGuid();
            await Eventually.Equals(1, "texts taken apart", () => platform.CountAsync($"select count(*) from incidents.article_text_ahead where article_id = '{second}'"));
            (await platform.CountAsync("select count(*) from incidents.article_text")).ShouldBe(1, "rows that readers see wait for the lock");
        }
        await Eventually.Equals(2, "texts", () => platform.CountAsync("select count(*) from incidents.article_text"));
        await Eventually.Equals(0, "incidents that wait for a text", () => platform.CountAsync("select count(*) from incidents.incident_list where awaits"));
    }

    [Fact]
    public async Task Words_are_sorted_into_the_index_by_nobody_who_writes_events()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await platform.CountAsync("create extension pgstattuple; select 1");
        await platform.ExtractedAsync((await platform.PostAsync(Articles.Attack(1))).GetProperty("articleId").GetGuid());

        // One row is far from what makes the database do it, and its own upkeep leaves a table of one row alone.
        await Eventually.Equals(0, "pages of unsorted words", () => platform.CountAsync("select pending_pages from pgstatginindex('incidents.incident_list_words')"));
    }
}
