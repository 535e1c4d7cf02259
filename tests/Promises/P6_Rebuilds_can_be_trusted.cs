using System.Diagnostics;
using Npgsql;
using Platform.EventStore;
using Platform.Projection.ReadModels;
using Platform.Tests.Harness;
using Platform.Tests.Harness.Generator;

namespace Platform.Tests.Promises;

/// <summary>P6: a rebuild that is killed, told about, or checked. On a made-up log, since no service has to run for it.</summary>
[Collection(Collection.Name)]
public sealed class P6_Rebuilds_can_be_trusted(Infrastructure infrastructure) : IAsyncLifetime
{
    private NpgsqlDataSource database = null!;
    private string connectionString = "";
    private long events, articles;

    public async Task InitializeAsync()
    {
        connectionString = await infrastructure.NewDatabaseAsync();
        database = NpgsqlDataSource.Create(connectionString);
        (events, articles) = await LogLoader.LoadAsync(database, new GeneratedLog(3000));
        events += articles;
    }

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        await infrastructure.DropDatabaseAsync(connectionString);
    }

    [Fact]
    public async Task A_rebuild_killed_half_way_goes_on_where_it_was_and_gives_identical_tables()
    {
        (await RunAsync("rebuild")).Status.ShouldBe(0);
        var whole = (await RunAsync("checksum")).Output;

        // Ingest's log comes first, in parts of 8,000: it dies with the first part of the other log in one of the read models.
        var parts = ReadModel.All.Count(m => m.FromArticles is not null) * ((articles + 7999) / 8000);
        using (var killed = Start([(CrashPoint.Variable, $"{CrashPoint.RebuildPart}:{parts + 1}")], "rebuild"))
        {
            var said = Task.WhenAll(killed.StandardOutput.ReadToEndAsync(), killed.StandardError.ReadToEndAsync());
            await killed.WaitForExitAsync();
            killed.ExitCode.ShouldBe(ServiceProcess.Killed, string.Concat(await said));
        }
        (await ReadAsync("select max(incidents) from incidents_rebuild.position")).ShouldBeGreaterThan(0);
        var done = await ReadAsync("select max(articles) from incidents_rebuild.position");
        (await RunAsync("checksum")).Output.ShouldBe(whole);

        (await RunAsync("rebuild")).Status.ShouldBe(0);

        (await RunAsync("checksum")).Output.ShouldBe(whole);
        done.ShouldBe(articles);
        (await ReadAsync("select run_events from incidents.rebuild order by started_at desc limit 1")).ShouldBeLessThanOrEqualTo(events - done);
    }

    [Theory]
    [InlineData("rebuild")]
    [InlineData("checksum", "--verify")]
    public async Task Without_the_database_a_command_says_so_in_a_line(params string[] command)
    {
        var closed = new NpgsqlConnectionStringBuilder(connectionString) { Port = 1 }.ConnectionString;
        using var process = Start([("ConnectionStrings__Postgres", closed)], command);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(1, string.Concat(said));
        said[1].ShouldContain("The database cannot be reached");
        said[1].ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_rebuild_tells_how_far_it_is_and_how_long_it_will_take()
    {
        var (status, output) = await RunAsync("rebuild");

        status.ShouldBe(0);
        output.ShouldMatch(@"Rebuild building: [\d,]+ of [\d,]+ events \([\d.]+ %\), [\d,]+ events/s");
        (await ReadAsync("select count(*) from incidents.rebuild where state = 'done' and events_done = events_total and cardinality(models) > 3")).ShouldBe(1);
        (await ReadAsync("select events_total from incidents.rebuild")).ShouldBe(events);
    }

    [Fact]
    public async Task A_snapshot_dated_by_Marten_is_the_same_and_one_with_another_value_is_not()
    {
        (await RunAsync("rebuild")).Status.ShouldBe(0);
        var whole = (await RunAsync("checksum")).Output;

        await ExecuteAsync("update incidents.mt_doc_incident set mt_last_modified = now(), mt_dotnet_type = 'Platform.Contracts.Incident'");
        (await RunAsync("checksum")).Output.ShouldBe(whole);
        (await RunAsync("checksum", "--verify")).Status.ShouldBe(0);

        await ExecuteAsync("update incidents.mt_doc_incident set data = data || '{\"title\": \"another\"}' where id = (select min(id::text)::uuid from incidents.mt_doc_incident)");
        (await RunAsync("checksum", "--verify")).Status.ShouldBe(1);
    }

    [Fact]
    public async Task One_read_model_is_rebuilt_alone_and_the_others_are_left_alone()
    {
        (await RunAsync("rebuild")).Status.ShouldBe(0);
        var whole = (await RunAsync("checksum")).Output;
        await ExecuteAsync("delete from incidents.incident_report; update incidents.mt_doc_articlereading set mt_version = 99 where id = (select min(id::text)::uuid from incidents.mt_doc_articlereading)");

        (await RunAsync("rebuild", "--only", "incident_list")).Status.ShouldBe(0);

        var (expected, present) = (Lines(whole), Lines((await RunAsync("checksum")).Output));
        present.Where(line => !expected.Contains(line)).ShouldHaveSingleItem().ShouldStartWith("mt_doc_articlereading ");
    }

    [Fact]
    public async Task A_damaged_row_is_found_by_the_checksum_of_a_rebuild_beside()
    {
        (await RunAsync("rebuild")).Status.ShouldBe(0);
        var healthy = await RunAsync("checksum", "--verify");
        healthy.Status.ShouldBe(0);
        healthy.Output.ShouldNotContain("DIFFERENT");
        var whole = (await RunAsync("checksum")).Output;

        foreach (var (table, damage, cure) in new[]
        {
            ("mt_doc_incident", "update incidents.mt_doc_incident set data = jsonb_set(data, '{confidence}', '0.123') where id = (select min(id::text)::uuid from incidents.mt_doc_incident)",
                "update incidents.mt_doc_incident as d set data = w.data from whole_document as w where w.id = d.id"),
            ("incident_list_history", "delete from incidents.incident_list_history where ctid = (select min(ctid) from incidents.incident_list_history)",
                "insert into incidents.incident_list_history select * from whole_history"),
            ("article", "insert into incidents.article (id) values ('00000000-0000-0000-0000-000000000001')", "delete from incidents.article where id = '00000000-0000-0000-0000-000000000001'"),
        })
        {
            await ExecuteAsync("create table whole_document as select * from incidents.mt_doc_incident where id = (select min(id::text)::uuid from incidents.mt_doc_incident)");
            await ExecuteAsync("create table whole_history as select * from incidents.incident_list_history where ctid = (select min(ctid) from incidents.incident_list_history)");
            await ExecuteAsync(damage);

            var damaged = await RunAsync("checksum", "--verify");
            damaged.Status.ShouldBe(1, table);
            Lines(damaged.Output).Where(line => line.EndsWith("DIFFERENT", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldStartWith(table + " ");
            (await ReadAsync("select count(*) from pg_namespace where nspname = 'incidents_rebuild'")).ShouldBe(0);

            await ExecuteAsync(cure + "; drop table whole_document, whole_history");
        }
        (await RunAsync("checksum")).Output.ShouldBe(whole, "each damage was undone before the next");
    }

    [Fact]
    public async Task A_vacuum_of_a_large_table_does_not_keep_the_swap_away()
    {
        (await RunAsync("rebuild")).Status.ShouldBe(0);
        // As slow as one of a table of many gigabytes: several minutes for these few pages.
        await ExecuteAsync("alter table incidents.incident_list set (autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1, autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0)");
        await ExecuteAsync("alter system set autovacuum_naptime = '1s'");
        try
        {
            await ExecuteAsync("select pg_reload_conf()");
            await ExecuteAsync("update incidents.incident_list set version = version");
            await Eventually.Holds("a vacuum of the table", async () => await ReadAsync("select count(*) from pg_stat_progress_vacuum where relid = 'incidents.incident_list'::regclass") > 0);

            var (status, output) = await RunAsync("rebuild");

            status.ShouldBe(0, output);
        }
        finally
        {
            await ExecuteAsync("alter system reset autovacuum_naptime");
            await ExecuteAsync("select pg_reload_conf()");
        }
    }

    [Fact]
    public async Task An_unknown_read_model_is_refused_with_the_names_there_are()
    {
        var (status, output) = await RunAsync("rebuild", "--only", "nothing");

        status.ShouldBe(2);
        output.ShouldContain("incident_list");
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Process Start((string Name, string Value)[] variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Service("projection"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Postgres"] = connectionString;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private async Task<(int Status, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Start([], arguments);
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, output[0] + output[1]);
    }

    private async Task<long> ReadAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
