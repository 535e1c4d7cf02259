using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using Platform.EventStore;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>
/// The database of an earlier release becomes this version's, as CHANGELOG.md tells. <c>Upgrade/0.1.0.sql</c> is what that release left,
/// <c>0.1.0.json</c> what its API answered (Upgrade/make.py).
/// </summary>
[Collection(Collection.Name)]
public sealed class Upgrades_keep_everything(Infrastructure infrastructure)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Promises", "Upgrade");

    [Fact]
    public async Task The_first_releases_database_is_upgraded_reads_as_before_and_keeps_the_promises()
    {
        var before = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "0.1.0.json")))!;
        var database = await infrastructure.NewDatabaseAsync();
        await PsqlAsync(infrastructure, database, Path.Combine(Folder, "0.1.0.sql")); // as the administrator, as the services of that release did
        await PsqlAsync(infrastructure, database, Path.Combine(Repository.Root, "deploy", "access", "roles.sql"));
        await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string> { ["LateArticles__After"] = "00:00:06" }, database: database);
        var changed = await MigrationsAsync(platform);
        changed.Count.ShouldBe(2 * StoreSchema.Migrations.Count);
        await platform.MigrateAsync();
        (await MigrationsAsync(platform)).ShouldBe(changed, "each change is made once");
        (await platform.CountAsync("select count(*) from incidents.mt_streams where type not in ('incident', 'article_reading')")).ShouldBe(0);

        // What is read is what was read, before and after the read models are folded anew.
        platform.Projection.Start();
        await platform.Projection.ReadyAsync();
        await ReadsAsBeforeAsync(platform, before);
        (await platform.RebuildAsync()).ShouldBe(0);
        await ReadsAsBeforeAsync(platform, before);
        await TotalQueue.ReadModelsAreTheFoldAsync(platform);
        await WaitingDeadLettersAsync(platform, before["deadLetters"]!.GetValue<int>());

        // What was on its way arrives: published and lost with its broker, or not published.
        await platform.ReadyAsync();
        var late = before["waiting"]!.AsArray().Concat(before["unpublished"]!.AsArray()).Select(id => id!.GetValue<Guid>()).ToList();
        late.Count.ShouldBe(4);
        await platform.ExplainedAsync(async () =>
        {
            foreach (var id in late)
                await platform.ExtractedAsync(id);
        });
        await Eventually.Equals(0, "articles stored and not applied", () => platform.CountAsync("select count(*) from incidents.article where pending or revision is null"));

        // Old keys and ids hold.
        var stored = await platform.CountAsync("select count(*) from ingest.mt_events");
        var (key, article, articleId) = (before["key"]!["key"]!.GetValue<string>(), before["key"]!["body"]!.GetValue<string>(), before["key"]!["articleId"]!.GetValue<Guid>());
        (await PostAsync(platform, article, key)).ShouldBe((202, articleId));
        (await PostAsync(platform, article)).ShouldBe((202, articleId));
        (await PostAsync(platform, article.Replace("policemen", "soldiers", StringComparison.Ordinal), key)).Status.ShouldBe(422);
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(stored);

        // Another report joins the incident of before, where the analyst's word still stands.
        var kirkuk = (await platform.ExtractedAsync(articleId)).GetProperty("incidents")[0].GetProperty("id").GetGuid();
        var second = await platform.PostAsync(new
        {
            source = "upgrade",
            externalId = "upgrade-second",
            outlet = "Another Gazette",
            publishedAt = "2022-06-15T09:00:00Z",
            text = "Three policemen were shot dead by gunmen at a checkpoint in Kirkuk, Iraq, on Monday, 13 June 2022, a police officer said.",
        });
        var read = await platform.ExtractedAsync(second.GetProperty("articleId").GetGuid());
        read.GetProperty("incidents")[0].GetProperty("id").GetGuid().ShouldBe(kirkuk);
        var incident = JsonNode.Parse(await platform.Projection.Http.GetStringAsync($"incidents/{kirkuk}"))!;
        incident["casualties"]!["killed"]!["min"]!.GetValue<int>().ShouldBe(4);
        incident["status"]!.GetValue<string>().ShouldBe("confirmed");

        await Eventually.Equals(0, "events not yet published", () => platform.CountAsync("""
            select (select count(*) from ingest.mt_events where seq_id > (select last_seq_id from ingest.mt_event_progression where name = 'relay'))
                 + (select count(*) from incidents.mt_events where seq_id > (select last_seq_id from incidents.mt_event_progression where name = 'relay'))
            """));
        platform.Services.SelectMany(s => s.Exits).ShouldBeEmpty("none ended by itself");
        (await platform.CountAsync("select count(*) - count(distinct data->'report'->>'reportId') from incidents.mt_events where type = 'incident_opened' and data->'report'->>'articleId' = any(array["
            + string.Join(',', late.Select(id => $"'{id}'")) + "])")).ShouldBe(0, "each report has one effect");
        await TotalQueue.ReadModelsAreTheFoldAsync(platform);
    }

    /// <summary>Whatever the release answered of incidents, their histories and articles, this version answers too.</summary>
    private static async Task ReadsAsBeforeAsync(TestPlatform platform, JsonNode before)
    {
        var wrong = new List<string>();
        foreach (var (name, path) in new[] { ("incidents", "incidents/ID"), ("histories", "incidents/ID/history"), ("articles", "articles/ID") })
        {
            before[name]!.AsObject().Count.ShouldBeGreaterThan(5);
            foreach (var (id, old) in before[name]!.AsObject())
                Missing($"{name}/{id}", old, JsonNode.Parse(await platform.Projection.Http.GetStringAsync(path.Replace("ID", id, StringComparison.Ordinal))), wrong);
        }
        wrong.ShouldBeEmpty();
    }

    /// <summary>Values of <paramref name="old"/> that <paramref name="now"/> lacks or has otherwise; what is new beside them is none of them.</summary>
    private static void Missing(string path, JsonNode? old, JsonNode? now, List<string> wrong)
    {
        switch (old, now)
        {
            case (JsonObject a, JsonObject b):
                foreach (var (name, value) in a)
                    Missing($"{path}.{name}", value, b[name], wrong);
                break;
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                for (var i = 0; i < a.Count; i++)
                    Missing($"{path}[{i}]", a[i], b[i], wrong);
                break;
            default:
                if (!JsonNode.DeepEquals(old, now))
                    wrong.Add($"{path}: was {old?.ToJsonString()}, is {now?.ToJsonString()}");
                break;
        }
    }

    private static async Task WaitingDeadLettersAsync(TestPlatform platform, int count)
    {
        count.ShouldBeGreaterThan(0);
        var letters = JsonNode.Parse(await platform.Projection.Http.GetStringAsync("dead-letters?state=waiting"))!["items"]!.AsArray();
        letters.Count.ShouldBe(count);
        letters[0]!["queue"]!.GetValue<string>().ShouldBe("projection.incident-detected");
    }

    private static Task<List<string>> MigrationsAsync(TestPlatform platform) =>
        Stores.RowsAsync(platform.Database, "select 'ingest', number, at::text from ingest.migration union all select 'incidents', number, at::text from incidents.migration order by 1, 2");

    private static async Task<(int Status, Guid? ArticleId)> PostAsync(TestPlatform platform, string body, string? key = null)
    {
        // To the byte as it was sent then, the media type without a charset too.
        using var request = new HttpRequestMessage(HttpMethod.Post, "articles") { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await platform.Ingest.Http.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["articleId"]?.GetValue<Guid>());
    }

    /// <summary>Runs a file as the administrator, the roles' passwords in its environment.</summary>
    internal static async Task PsqlAsync(Infrastructure infrastructure, string database, string file)
    {
        var to = new NpgsqlConnectionStringBuilder(database);
        var start = new ProcessStartInfo("bash", ["-c", """. deploy/local/common.sh; . deploy/local/database.sh; connect; pg psql -X -q -v ON_ERROR_STOP=1 -f "$0" """, file])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DATABASE_URL"] = $"postgresql://{to.Username}:{to.Password}@{to.Host}:{to.Port}/{to.Database}";
        foreach (var role in new[] { "owner", "ingest", "projection" })
            start.Environment[role.ToUpperInvariant() + "_PASSWORD"] = new NpgsqlConnectionStringBuilder(infrastructure.DatabaseAs(database, role)).Password;
        using var psql = Process.Start(start)!;
        var said = await Task.WhenAll(psql.StandardOutput.ReadToEndAsync(), psql.StandardError.ReadToEndAsync());
        await psql.WaitForExitAsync();
        psql.ExitCode.ShouldBe(0, said[1]);
    }
}
