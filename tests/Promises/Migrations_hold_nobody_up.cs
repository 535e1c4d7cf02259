using Npgsql;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Schemas are made anew at every start, a backup may be running then, and whoever waits for a table has all others wait behind it.</summary>
[Collection(Collection.Name)]
public sealed class Migrations_hold_nobody_up(Infrastructure infrastructure)
{
    private const string Append = """
        with stream as (insert into incidents.mt_streams (id, type, version) values (gen_random_uuid(), 'incident', 1) returning id)
        insert into incidents.mt_events (seq_id, id, stream_id, version, data, type) select nextval('incidents.mt_events_sequence'), gen_random_uuid(), id, 1, '{}', 'incident_opened' from stream
        """;

    [Fact]
    public async Task A_schema_that_is_current_is_migrated_beside_a_backup_while_events_are_appended()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await using var backup = await LockedAsByABackupAsync(platform);

        var started = DateTime.UtcNow;
        var migrated = Task.WhenAll(platform.MigrateAsync(),
            Upgrades_keep_everything.PsqlAsync(infrastructure, platform.ConnectionString, Path.Combine(Repository.Root, "deploy", "access", "roles.sql")));
        for (var done = false; !done;)
        {
            done = migrated.IsCompleted;
            await platform.ExecuteAsync(Append).WaitAsync(TimeSpan.FromSeconds(10));
            await Eventually.Moment(50);
            (DateTime.UtcNow < started.AddSeconds(60)).ShouldBeTrue("the migration waits for the backup");
        }
        await migrated;
    }

    [Fact]
    public async Task One_that_changes_a_table_in_use_lets_writers_through_again_and_again_and_is_done_when_it_is_free()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.ExecuteAsync("alter table incidents.report_link drop column merged_from; delete from incidents.schema_script");
        await using var backup = await LockedAsByABackupAsync(platform);
        using var migrate = platform.Start(["migrate"]);
        await Eventually.Holds("the migration to wait for the table", async () => await platform.CountAsync("select count(*) from pg_locks where not granted and relation = 'incidents.report_link'::regclass") > 0);

        // It has locked the log by then, and gives that back.
        await platform.ExecuteAsync(Append).WaitAsync(TimeSpan.FromSeconds(20));
        migrate.HasExited.ShouldBeFalse();
        await backup.DisposeAsync();

        await migrate.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        migrate.ExitCode.ShouldBe(0);
        (await platform.CountAsync("select count(*) from information_schema.columns where table_schema = 'incidents' and table_name = 'report_link' and column_name = 'merged_from'")).ShouldBe(1);
    }

    /// <summary>As pg_dump does it: every table, to the end of its transaction, against nothing but changes of the table itself.</summary>
    private static async Task<NpgsqlConnection> LockedAsByABackupAsync(TestPlatform platform)
    {
        var connection = new NpgsqlConnection(platform.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        var tables = await Stores.RowsAsync(platform.Database, "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('ingest', 'incidents')");
        await using var command = new NpgsqlCommand($"begin; lock table {string.Join(", ", tables)} in access share mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
