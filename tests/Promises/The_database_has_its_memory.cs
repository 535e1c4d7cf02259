using Npgsql;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>P8: what analysts read stays in memory; PostgreSQL's own 128 MB are too few for some ten thousand incidents.</summary>
public sealed class The_database_has_its_memory
{
    [Fact]
    public async Task A_private_one_keeps_a_quarter_of_the_machines_for_pages_within_bounds()
    {
        var memory = long.Parse((await File.ReadAllLinesAsync("/proc/meminfo")).Single(l => l.StartsWith("MemTotal:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
        await using var server = await PostgresServer.StartAsync();
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select setting::bigint * 8 / 1024 from pg_settings where name = 'shared_buffers'", connection);

        ((long)(await command.ExecuteScalarAsync())!).ShouldBe(Math.Clamp(memory / 4096, 128, 1024));
    }
}
