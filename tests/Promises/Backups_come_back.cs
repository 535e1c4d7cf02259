using System.Diagnostics;
using Npgsql;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>deploy/backup and deploy/restore.</summary>
[Collection(Collection.Name)]
public sealed class Backups_come_back(Infrastructure shared) : PrivateServers(shared)
{
    private readonly string folder = Directory.CreateTempSubdirectory("incident-platform-backup-").FullName;

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_backup_restored_beside_an_empty_broker_loses_nothing_that_was_on_its_way_and_repeats_nothing()
    {
        var file = Path.Combine(folder, "platform.backup");
        var accepted = new List<Guid>();
        string before;
        await using (var platform = await TestPlatform.StartAsync(Servers))
        {
            for (var i = 0; i < 12; i++)
                accepted.Add((await platform.PostAsync(Articles.Attack(i, "backup"))).GetProperty("articleId").GetGuid());
            foreach (var id in accepted)
                await platform.ExtractedAsync(id);
            // Accepted and published, but not read: these are in a queue that the backup does not have.
            platform.Extraction.Kill();
            for (var i = 12; i < 20; i++)
                accepted.Add((await platform.PostAsync(Articles.Attack(i, "backup"))).GetProperty("articleId").GetGuid());
            await Eventually.Equals(8, "articles waiting in the queue", () => platform.DepthAsync("extraction.article-received"));

            await RunAsync("backup", platform.ConnectionString, file);
            before = await IncidentsAsync(platform.Database);
        }

        // What was in the queue that the backup does not have comes again because it is late.
        await using var restored = await TestPlatform.CreateAsync(Servers, new Dictionary<string, string> { ["LateArticles__After"] = "00:00:06" });
        // Its tables are there and hold nothing: that is empty.
        (await RunAsync("restore", restored.ConnectionString, file)).ShouldContain("20 articles");
        await restored.MigrateAsync();
        (await IncidentsAsync(restored.Database)).ShouldBe(before);
        foreach (var service in restored.Services)
            service.Start();
        await Task.WhenAll(restored.Services.Select(s => s.ReadyAsync()));
        accepted.Add((await restored.PostAsync(Articles.Attack(20, "backup"))).GetProperty("articleId").GetGuid());

        await TotalQueue.CheckAsync(restored, accepted);
    }

    [Fact]
    public async Task A_restore_into_a_database_with_data_is_refused_and_harms_nothing()
    {
        var database = await Servers.NewDatabaseAsync();
        await using (var source = NpgsqlDataSource.Create(database))
        {
            await Ingest.Article.Schema.MigrateAsync(source, CancellationToken.None);
            await Projection.Schema.Incidents.MigrateAsync(source, CancellationToken.None);
            await using var row = source.CreateCommand("insert into incidents.webhook (id, url, filter, secret, enabled, position, created_at) values (gen_random_uuid(), 'https://receiver.example/', '', 's', true, 0, now())");
            await row.ExecuteNonQueryAsync();
        }
        await RunAsync("backup", database, Path.Combine(folder, "a"));

        (await Should.ThrowAsync<InvalidOperationException>(() => RunAsync("restore", database, Path.Combine(folder, "a")))).Message.ShouldContain("has data already (in incidents.webhook); --replace drops it");
        (await Should.ThrowAsync<InvalidOperationException>(() => RunAsync("backup", database, Path.Combine(folder, "a")))).Message.ShouldContain("is there already");
        await File.WriteAllTextAsync(Path.Combine(folder, "b"), "no backup");
        var empty = await Servers.NewDatabaseAsync();
        (await Should.ThrowAsync<InvalidOperationException>(() => RunAsync("restore", empty, Path.Combine(folder, "b")))).Message.ShouldContain("not a file of deploy/backup");
    }

    [Fact]
    public async Task A_folder_without_a_database_gets_one_and_a_database_that_is_stopped_is_backed_up()
    {
        var (data, port) = (Path.Combine(folder, "data"), Ports.Free(1));
        var database = await Servers.NewDatabaseAsync();
        await using (var source = NpgsqlDataSource.Create(database))
        {
            await Ingest.Article.Schema.MigrateAsync(source, CancellationToken.None);
            await Projection.Schema.Incidents.MigrateAsync(source, CancellationToken.None);
            await using var article = source.CreateCommand("insert into ingest.mt_streams (id, type, version) values (gen_random_uuid(), 'article', 0)");
            await article.ExecuteNonQueryAsync();
        }
        await RunAsync("backup", database, Path.Combine(folder, "a"));
        Watchdog.OfThisRun.Server("postgres", Path.Combine(data, "postgres"), port);
        try
        {
            (await ScriptAsync("restore", ("POSTGRES_PORT", port.ToString()), Path.Combine(folder, "a"), "--data", data)).ShouldContain("restored: 1 articles");
            (await ScriptAsync("backup", ("POSTGRES_PORT", "1"), Path.Combine(folder, "b"), "--data", data)).ShouldContain(" 1 articles");
            (await Should.ThrowAsync<InvalidOperationException>(() => Scripts.LocalAsync("postgres", "status", Path.Combine(data, "postgres"), port))).Message.ShouldContain("stopped");
        }
        finally
        {
            await Scripts.LocalAsync("postgres", "remove", Path.Combine(data, "postgres"), port);
        }
    }

    /// <summary>Every incident as it stands, in order.</summary>
    private static async Task<string> IncidentsAsync(NpgsqlDataSource database) =>
        string.Join('\n', await Stores.RowsAsync(database, "select id, mt_version, data from incidents.mt_doc_incident order by id"));

    private static Task<string> RunAsync(string script, string connectionString, string file, params string[] more)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        return ScriptAsync(script, ("DATABASE_URL", $"postgresql://{to.Username}:{to.Password}@{to.Host}:{to.Port}/{to.Database}"), [file, .. more]);
    }

    private static async Task<string> ScriptAsync(string script, (string Name, string Value) variable, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "deploy", script), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[variable.Name] = variable.Value;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said[0] + said[1] : throw new InvalidOperationException($"deploy/{script} ended with {process.ExitCode}: {said[1]}");
    }
}
