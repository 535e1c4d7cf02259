using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Platform.EventStore;
using Platform.Projection;
using Platform.Projection.ReadModels;
using Platform.Tests.Harness;
using Platform.Tests.Harness.Generator;

namespace Platform.Tests.Scale;

/// <summary>Everything that is measured at one size.</summary>
internal static class Measuring
{
    /// <summary>Makes the log when it is not there, rebuilds the read models, and measures.</summary>
    public static async Task RunAsync(Infrastructure infrastructure, int incidents, IReadOnlySet<string> skipped, int seed, CostTable table)
    {
        var connectionString = await infrastructure.DatabaseAsync($"scale_{incidents}");
        // As the service opens it: the same settings decide what statements cost.
        await using var database = Database.Open(connectionString, "projection", Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        await LoadAsync(database, incidents);
        if (!skipped.Contains("rebuild"))
            await RebuildAsync(database, incidents, table);
        // As the server does by itself within minutes; measured meanwhile, everything else waits for its disk.
        await using (var vacuum = database.CreateCommand("vacuum (analyze)"))
        {
            vacuum.CommandTimeout = 0;
            await vacuum.ExecuteNonQueryAsync();
        }
        if (!skipped.Contains("link"))
            table.Add("link one report", incidents, await LinkCost.MeasureAsync(database, incidents, seed));
        if (!skipped.Contains("read"))
            await ReadCost.MeasureAsync(infrastructure, connectionString, database, incidents, table);
        if (!skipped.Contains("console"))
            await ConsoleCost.MeasureAsync(infrastructure, connectionString, incidents, table);
    }

    private static async Task LoadAsync(NpgsqlDataSource database, int incidents)
    {
        if (await NumberAsync(database, "select count(*) from pg_tables where schemaname = 'public' and tablename = 'loaded'") > 0)
            return;
        var watch = Stopwatch.StartNew();
        await using (var clear = database.CreateCommand("drop schema if exists ingest cascade; drop schema if exists incidents cascade; drop schema if exists incidents_rebuild cascade"))
            await clear.ExecuteNonQueryAsync();
        var (events, articles) = await LogLoader.LoadAsync(database, new GeneratedLog(incidents));
        await using var mark = database.CreateCommand("create table public.loaded ()");
        await mark.ExecuteNonQueryAsync();
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{incidents:N0} incidents: {events:N0} events of incidents and {articles:N0} articles made in {watch.Elapsed.TotalSeconds:N0} s"));
    }

    /// <summary>A whole rebuild beside reading both logs as fast as the server sends them. The reads stand before and after it, and the faster counts.</summary>
    private static async Task RebuildAsync(NpgsqlDataSource database, int incidents, CostTable table)
    {
        var events = await NumberAsync(database, $"select (select count(*) from {Schema.Name}.mt_events) + (select count(*) from {Schema.Ingest.Name}.mt_events)");
        var before = await CopyAsync(database);
        var watch = Stopwatch.StartNew();
        await new Rebuild(database, ReadModel.All, Console.Error.WriteLine).RunAsync(CancellationToken.None);
        var rebuild = events / watch.Elapsed.TotalSeconds;
        var raw = events / Math.Min(before, await CopyAsync(database));
        table.Add("read the log by copy, events/s", incidents, raw.ToString("N0", CultureInfo.InvariantCulture), raw);
        table.Add("rebuild, events/s", incidents, rebuild.ToString("N0", CultureInfo.InvariantCulture), rebuild);
        table.Add("rebuild as a part of reading", incidents, (rebuild / raw).ToString("P0", CultureInfo.InvariantCulture), rebuild / raw);
    }

    /// <summary>Seconds to read both logs by <c>copy … to stdout</c>.</summary>
    private static async Task<double> CopyAsync(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        var (watch, buffer) = (Stopwatch.StartNew(), new byte[1 << 20]);
        foreach (var schema in (string[])[Schema.Name, Schema.Ingest.Name])
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {schema}.mt_events to stdout (format binary)");
            while (await copy.ReadAsync(buffer.AsMemory(), CancellationToken.None) > 0)
            {
            }
        }
        return watch.Elapsed.TotalSeconds;
    }

    private static async Task<long> NumberAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
