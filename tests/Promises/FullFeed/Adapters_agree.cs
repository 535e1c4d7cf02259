using System.Text.Json;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.EventStore;
using Platform.EventStore.Marten;
using Platform.Ingest;
using Platform.Projection;
using Platform.Tests.Harness;
using Platform.Tests.Harness.Generator;

namespace Platform.Tests.Promises.FullFeed;

/// <summary>Both adapters write the same rows, each goes on where the other stopped, and Marten finds its own tables.</summary>
[Collection(Collection.Name)]
public sealed class Adapters_agree(Infrastructure infrastructure)
{
    private static readonly StoreSchema[] Schemas = [Article.Schema, Schema.Incidents];

    /// <summary>
    /// All that is stored but the clock: Marten dates streams and snapshots by the database's, ours by the events'; and the type of a snapshot, where Marten leaves the assembly out.
    /// </summary>
    private static readonly string[] Stored =
    [
        "select seq_id, id, stream_id, version, data, bdata, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, is_archived from {0}.mt_events order by seq_id",
        "select id, type, version, tenant_id, is_archived from {0}.mt_streams order by id",
    ];

    private static readonly string[] MadeForTheDaemon = ["mt_doc_deadletterevent", "mt_high_water_skips"];

    [Fact]
    public async Task A_log_is_the_same_rows_whoever_wrote_which_half()
    {
        var log = new GeneratedLog(40).Events().ToList();
        log.Count.ShouldBeGreaterThan(150);
        var npgsql = await WriteAsync(log, Npgsql, Npgsql);
        npgsql.Length.ShouldBeGreaterThan(100_000);

        (await WriteAsync(log, Marten, Marten)).ShouldBe(npgsql);
        (await WriteAsync(log, Npgsql, Marten)).ShouldBe(npgsql);
        (await WriteAsync(log, Marten, Npgsql)).ShouldBe(npgsql);
    }

    [Fact]
    public async Task Marten_finds_nothing_to_change_in_the_schemas()
    {
        var connectionString = await infrastructure.NewDatabaseAsync();
        await using var database = Database.Open(connectionString, "test", NullLoggerFactory.Instance);
        foreach (var schema in Schemas)
        {
            await schema.MigrateAsync(database, CancellationToken.None);
            await using var marten = MartenStore.Open(database, schema);
            var tables = await TablesAsync(database, schema);
            await marten.Storage.ApplyAllConfiguredChangesToDatabaseAsync(); // adds its functions, and two tables for its daemon
            (await TablesAsync(database, schema)).ShouldBe(tables);
            await marten.Storage.Database.AssertDatabaseMatchesConfigurationAsync();

            // The service's own role, which may make nothing, sees no difference either, so Marten never tries to.
            await schema.CompleteAsync(database, CancellationToken.None);
            await using var own = Database.Open(infrastructure.DatabaseAs(connectionString, schema.Writer["platform_".Length..]), "test", NullLoggerFactory.Instance);
            await using var ofService = MartenStore.Open(own, schema);
            await ofService.Storage.Database.AssertDatabaseMatchesConfigurationAsync();
        }
    }

    private async Task<string> WriteAsync(List<GeneratedEvent> log, Func<NpgsqlDataSource, StoreSchema, Task<IEventStore>> first, Func<NpgsqlDataSource, StoreSchema, Task<IEventStore>> second)
    {
        await using var database = Database.Open(await infrastructure.NewDatabaseAsync(), "test", NullLoggerFactory.Instance);
        var states = new Dictionary<Guid, object>();
        foreach (var (half, open) in new[] { (log[..(log.Count / 2)], first), (log[(log.Count / 2)..], second) })
        {
            var stores = new Dictionary<bool, IEventStore> { [true] = await open(database, Schemas[0]), [false] = await open(database, Schemas[1]) };
            foreach (var happened in half)
                (await stores[happened.Ingest].CommitAsync(new Commit([Append(states, happened)], [], []), CancellationToken.None)).ShouldBeOfType<CommitResult.Committed>();
            foreach (var store in stores.Values)
                await ((IAsyncDisposable)store).DisposeAsync();
        }
        var rows = new List<string>();
        foreach (var schema in Schemas)
        {
            // Marten reads what was written, whoever wrote it, and folds the stream to what is stored as its snapshot.
            await using var marten = MartenStore.Open(database, schema);
            await using var session = marten.QuerySession();
            if (schema == Schema.Incidents)
                foreach (var id in states.Values.OfType<Platform.Contracts.Incident>().Take(5).Select(i => i.Id))
                    JsonSerializer.Serialize(await session.Events.AggregateStreamAsync<Platform.Contracts.Incident>(id), Platform.Contracts.ContractJson.Default.Incident)
                        .ShouldBe(JsonSerializer.Serialize(await session.LoadAsync<Platform.Contracts.Incident>(id), Platform.Contracts.ContractJson.Default.Incident));
            foreach (var sql in Stored.Concat(schema.Aggregates.Select(a => $"select id, data, mt_version from {{0}}.mt_doc_{a.Name} order by id")))
                rows.AddRange(await Stores.RowsAsync(database, sql.Replace("{0}", schema.Name, StringComparison.Ordinal)));
        }
        return string.Join('\n', rows);
    }

    private static StreamAppend Append(Dictionary<Guid, object> states, GeneratedEvent happened)
    {
        var aggregate = Schemas[happened.Ingest ? 0 : 1].Aggregates.Single(a => a.Name == happened.StreamType);
        // An article's stream and its reading's have one id, in two schemas.
        var key = DeterministicKey(happened);
        object state = Apply((dynamic)aggregate, states.GetValueOrDefault(key), aggregate.Events.Read(happened.Event));
        states[key] = state;
        return new StreamAppend(happened.StreamId, aggregate.Name, happened.Version - 1, [happened.Event],
            new Snapshot(JsonSerializer.Serialize(state, aggregate.Json), EventTypes.DotnetName(aggregate.Json.Type)));
    }

    private static Guid DeterministicKey(GeneratedEvent happened) => Platform.Contracts.DeterministicId.Create(happened.StreamId, happened.StreamType);

    private static object Apply<T>(AggregateType<T> aggregate, object? state, object happened)
        where T : class => aggregate.Apply((T?)state, happened);

    private static Task<IEventStore> Npgsql(NpgsqlDataSource database, StoreSchema schema) =>
        Stores.OpenAsync<IEventStore>(database, schema, (d, s, m) => new NpgsqlEventStore(d, s, m, NullLogger<NpgsqlEventStore>.Instance));

    private static Task<IEventStore> Marten(NpgsqlDataSource database, StoreSchema schema) =>
        Stores.OpenAsync<IEventStore>(database, schema, (d, s, m) => new MartenEventStore(d, s, m, NullLogger<MartenEventStore>.Instance));

    /// <summary>Every column, constraint and index of the tables that our script makes.</summary>
    private static async Task<List<string>> TablesAsync(NpgsqlDataSource database, StoreSchema schema)
    {
        List<string> all =
        [
            .. await Stores.RowsAsync(database, $"select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns where table_schema = '{schema.Name}' order by 1, 2"),
            .. await Stores.RowsAsync(database, $"select conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = '{schema.Name}'::regnamespace order by 1"),
            .. await Stores.RowsAsync(database, $"select indexname, indexdef from pg_indexes where schemaname = '{schema.Name}' order by 1"),
        ];
        return [.. all.Where(line => !MadeForTheDaemon.Any(line.Contains))];
    }
}
