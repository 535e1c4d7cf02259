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
    public async Task A_file_that_was_cut_off_or_cannot_be_taken_in_whole_replaces_nothing()
    {
        var database = await StoredAsync(1);
        var (file, cut) = (Path.Combine(folder, "whole"), Path.Combine(folder, "cut"));
        await RunAsync("backup", database, file);
        await using var source = NpgsqlDataSource.Create(database);
        // Its table of contents is at the beginning, and whole.
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(file))[..^40]);

        (await Should.ThrowAsync<InvalidOperationException>(() => RunAsync("restore", database, cut, "--replace"))).Message.ShouldContain("damaged or not whole; nothing was changed");
        (await CountAsync(source)).ShouldBe(1);

        await ExecuteAsync(source, """
            create function public.refuse() returns event_trigger language plpgsql as $$ begin if exists (select from pg_event_trigger_ddl_commands() where object_identity like '%webhook%') then raise 'no more tables'; end if; end $$;
            create event trigger refuse on ddl_command_end when tag in ('CREATE TABLE') execute function public.refuse();
            """);
        var failed = await Should.ThrowAsync<InvalidOperationException>(() => RunAsync("restore", database, file, "--replace"));
        failed.Message.ShouldContain("no more tables");
        failed.Message.ShouldContain("the database is as it was");
        (await CountAsync(source)).ShouldBe(1);

        await ExecuteAsync(source, "drop event trigger refuse; insert into ingest.mt_streams (id, type, version) values (gen_random_uuid(), 'article', 0)");
        (await RunAsync("restore", database, file, "--replace")).ShouldContain("restored: 1 articles");
        (await CountAsync(source)).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_died_is_not_sent_again_by_a_restore_unless_a_person_had_sent_it()
    {
        var database = await StoredAsync(3);
        await using var source = NpgsqlDataSource.Create(database);
        // The first killed whoever took it and was discarded, the second and the third were read; all are published.
        await ExecuteAsync(source, """
            insert into incidents.mt_streams (id, type, version) select stream_id, 'article_reading', 1 from ingest.mt_events where seq_id > 1;
            insert into incidents.mt_events (seq_id, id, stream_id, version, data, type)
                select seq_id, gen_random_uuid(), stream_id, 1, '{"article": {"revision": 1}}', 'article_extracted' from ingest.mt_events where seq_id > 1;
            insert into ingest.mt_event_progression (name, last_seq_id) values ('relay', 3);
            insert into incidents.dead_letter (id, queue, reason, body, headers, at, message_id, state)
                select gen_random_uuid(), 'extraction.article-received', 'killed', '', '{}', now(), id, 'discarded' from ingest.mt_events where seq_id = 1;
            """);

        (await RestoredAsync("discarded", "waiting")).ShouldBe([3, 3]);
        (await RestoredAsync("replayed")).ShouldBe([0]); // on its way again when the backup was made

        // The relay's place after a backup and its restore, for each state of the dead letter.
        async Task<List<long>> RestoredAsync(params string[] states)
        {
            var places = new List<long>();
            foreach (var state in states)
            {
                await ExecuteAsync(source, $"update incidents.dead_letter set state = '{state}'");
                await RunAsync("backup", database, Path.Combine(folder, state));
                var empty = await Servers.NewDatabaseAsync();
                await RunAsync("restore", empty, Path.Combine(folder, state));
                await using var restored = NpgsqlDataSource.Create(empty);
                await using var place = restored.CreateCommand("select last_seq_id from ingest.mt_event_progression where name = 'relay'");
                places.Add((long)(await place.ExecuteScalarAsync())!);
            }
            return places;
        }
    }

    [Fact]
    public async Task All_that_a_database_URL_says_holds()
    {
        var to = new NpgsqlConnectionStringBuilder(await StoredAsync(1));
        var (user, password) = ("u" + Guid.NewGuid().ToString("N"), "p@ss/w:rd%");
        await using var source = NpgsqlDataSource.Create(to.ConnectionString);
        await ExecuteAsync(source, $"create role {user} superuser login password '{password}'");
        try
        {
            var url = $"postgresql://{user}:{Uri.EscapeDataString(password)}@{to.Host}:{to.Port}/{to.Database}";

            (await ScriptAsync("backup", ("DATABASE_URL", url + "?application_name=night&sslmode=prefer"), Path.Combine(folder, "a"))).ShouldContain(" 1 articles");
            // The servers of the tests have no TLS.
            (await Should.ThrowAsync<InvalidOperationException>(() => ScriptAsync("backup", ("DATABASE_URL", url + "?sslmode=require"), Path.Combine(folder, "b")))).Message.ShouldContain("SSL");
            (await Should.ThrowAsync<InvalidOperationException>(() => ScriptAsync("backup", ("DATABASE_URL", "postgresql://[::1]:1/none"), Path.Combine(folder, "b")))).Message.ShouldContain("the database on [::1]:1/none does not answer");
        }
        finally
        {
            await ExecuteAsync(source, $"drop role {user}");
        }
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

    /// <summary>A database with the two schemas and so many articles in the log.</summary>
    private async Task<string> StoredAsync(int articles)
    {
        var database = await Servers.NewDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database);
        await Ingest.Article.Schema.MigrateAsync(source, CancellationToken.None);
        await Projection.Schema.Incidents.MigrateAsync(source, CancellationToken.None);
        await ExecuteAsync(source, $$"""
            insert into ingest.mt_streams (id, type, version) select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'article', 1 from generate_series(1, {{articles}}) n;
            insert into ingest.mt_events (seq_id, id, stream_id, version, data, type)
                select n, gen_random_uuid(), ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 1, '{"revision": 1}', 'article_received' from generate_series(1, {{articles}}) n;
            """);
        return database;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select count(*) from ingest.mt_streams");
        return (long)(await command.ExecuteScalarAsync())!;
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
