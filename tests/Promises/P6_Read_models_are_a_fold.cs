using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Projection;
using Platform.Projection.ReadModels;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>P6: the read models are a fold of the events; a rebuild gives identical tables, while serving.</summary>
[Collection(Collection.Name)]
public sealed class P6_Read_models_are_a_fold(Infrastructure infrastructure)
{
    [Fact]
    public async Task A_rebuild_under_load_and_one_at_rest_give_identical_tables()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await PostAsync(platform, 0, 100);
        await SettledAsync(platform, 100);
        // Later revisions leave rows that were superseded behind.
        await Task.WhenAll(Enumerable.Range(1, 4).Select(n => platform.PostAsync(Articles.Revised(n))));
        await Eventually.Equals(1, "a superseded row", () => platform.CountAsync("select least(1, count(*)) from incidents.incident_list_history where not awaits"));

        var rebuild = platform.RebuildAsync();
        var posts = PostAsync(platform, 100, 200);
        var reads = 0;
        while (!rebuild.IsCompleted)
        {
            (await platform.Projection.Http.GetAsync("incidents?limit=5")).StatusCode.ShouldBe(HttpStatusCode.OK);
            reads++;
        }
        (await rebuild).ShouldBe(0);
        await posts;
        reads.ShouldBeGreaterThan(0);
        await SettledAsync(platform, 300);
        var live = await ChecksumsAsync(platform);

        (await platform.RebuildAsync()).ShouldBe(0);

        (await ChecksumsAsync(platform)).ShouldBe(live);
        live.Where(table => table.Key is not ("possible_duplicate" or "possible_duplicate_history" or "extraction_article" or "extraction_difference")).ShouldAllBe(table => table.Value != "empty");
    }

    [Fact]
    public async Task How_far_a_rebuild_is_can_be_asked_while_it_runs_when_it_was_killed_and_when_it_is_done()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        await using (var writer = await IncidentWriter.OpenAsync(platform.Database))
            await Incident_lists_are_exact.FillAsync(writer, 50);
        async Task<JsonElement[]> RebuildsAsync() => [.. (await platform.Projection.Http.GetFromJsonAsync<JsonElement>("rebuilds")).GetProperty("items").EnumerateArray()];
        static string? State(JsonElement rebuild) => rebuild.GetProperty("state").GetString();
        (await RebuildsAsync()).ShouldBeEmpty();

        // While somebody holds the writers' lock, the last events and the swap must wait.
        await using (var holder = await platform.Database.OpenConnectionAsync())
        {
            await using (var hold = new Npgsql.NpgsqlCommand($"select pg_advisory_lock({Schema.Incidents.WriterLock})", holder))
                await hold.ExecuteNonQueryAsync();
            using var killed = platform.Start(["rebuild", "--only", "linking"]);
            await Eventually.Holds("a rebuild that runs", async () => (await RebuildsAsync()) is [var running] && State(running) is "indexing" or "catching_up");
            killed.Kill();
            await killed.WaitForExitAsync();
            await Eventually.Holds("one that was ended", async () => State((await RebuildsAsync()).Single()) == "interrupted");
            await using var letGo = new Npgsql.NpgsqlCommand("select pg_advisory_unlock_all()", holder);
            await letGo.ExecuteNonQueryAsync();
        }
        (await platform.RunAsync("rebuild", "--only", "linking")).Status.ShouldBe(0);

        var all = await RebuildsAsync();
        all.Select(State).ShouldBe(["done", "interrupted"]);
        all[0].GetProperty("models").EnumerateArray().Select(m => m.GetString()).ShouldBe(["linking"]);
        all[0].GetProperty("eventsDone").GetInt64().ShouldBe(await platform.CountAsync("select max(seq_id) from incidents.mt_events"));
        all[0].GetProperty("eventsTotal").GetInt64().ShouldBe(all[0].GetProperty("eventsDone").GetInt64());
    }

    private static async Task PostAsync(TestPlatform platform, int from, int count) =>
        await Task.WhenAll(Enumerable.Range(from, count).Select(n => platform.PostAsync(n % 5 == 0 ? Articles.Peaceful(n) : Articles.Attack(n))));

    private static Task SettledAsync(TestPlatform platform, int articles) => Eventually.Equals(articles, "articles extracted",
        () => platform.CountAsync("select count(*) from incidents.article where not pending and revision is not null"));

    private static async Task<Dictionary<string, string>> ChecksumsAsync(TestPlatform platform)
    {
        var checksums = new Dictionary<string, string>();
        foreach (var table in ReadModel.All.SelectMany(model => model.Tables))
        {
            await using var command = platform.Database.CreateCommand($"select coalesce(md5(string_agg(t::text, '|' order by t::text)), 'empty') from incidents.{table} t");
            checksums[table] = (string)(await command.ExecuteScalarAsync())!;
        }
        return checksums;
    }
}
