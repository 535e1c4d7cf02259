using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.EventStore;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>What every adapter of the store promises; run on the one that is built.</summary>
[Collection(Collection.Name)]
public sealed class Store_contract(Infrastructure infrastructure) : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2021, 3, 7, 8, 9, 10, TimeSpan.Zero);
    private string connectionString = null!;
    private NpgsqlDataSource database = null!;
    private StoreAdapter store = null!;

    public async Task InitializeAsync()
    {
        connectionString = await infrastructure.NewDatabaseAsync();
        database = Database.Open(connectionString, "test", NullLoggerFactory.Instance);
        store = await Stores.OpenAsync(database, Tally.Schema, (d, s, m) => new StoreAdapter(d, s, m, NullLogger<StoreAdapter>.Instance));
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        await database.DisposeAsync();
        await infrastructure.DropDatabaseAsync(connectionString);
    }

    [Fact]
    public async Task A_commit_is_rows_in_Martens_tables()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var ids = new[] { Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid() };

        (await CommitAsync(Tally.Append(one, 0, 0, At, (ids[0], 3, null), (ids[1], 4, null)), Tally.Append(two, 0, 0, At.AddSeconds(1), (ids[2], 5, null)))).ShouldBeOfType<CommitResult.Committed>();
        (await CommitAsync(Tally.Append(two, 1, 5, At.AddSeconds(2), (Guid.NewGuid(), 6, null)))).ShouldBeOfType<CommitResult.Committed>();

        (await RowsAsync("select stream_id, version, type, mt_dotnet_type, data->>'by', data->>'note', timestamp, correlation_id, causation_id, headers->>'traceparent', tenant_id, is_archived from tally.mt_events order by seq_id")).ShouldBe(
        [
            .. new[] { (one, 1, 3, 0), (one, 2, 4, 0), (two, 1, 5, 1), (two, 2, 6, 2) }.Select(e =>
                $"{e.Item1}|{e.Item2}|counted|Platform.Tests.Promises.Counted, Promises.Tests|{e.Item3}||{At.AddSeconds(e.Item4):yyyy-MM-ddTHH:mm:ssZ}|corr|cause|{Tally.TraceParent}|*DEFAULT*|False"),
        ]);
        (await RowsAsync("select id from tally.mt_events order by seq_id limit 3")).ShouldBe(ids.Select(i => i.ToString()));
        (await RowsAsync("select id, type, version, tenant_id, is_archived from tally.mt_streams")).ShouldBe([$"{one}|tally|2|*DEFAULT*|False", $"{two}|tally|2|*DEFAULT*|False"], ignoreOrder: true);
        (await RowsAsync("select id, data->>'sum', data->>'version', mt_version from tally.mt_doc_tally")).ShouldBe([$"{one}|7|2|2", $"{two}|11|2|2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Events_of_one_commit_are_in_the_log_in_the_order_of_their_places()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        StreamAppend Placed(Guid stream, int first, int second)
        {
            var append = Tally.Append(stream, 0, At, first, second);
            return append with { Events = [append.Events[0] with { Place = first }, append.Events[1] with { Place = second }] };
        }

        (await CommitAsync(Placed(one, 0, 2), Placed(two, 1, 3))).ShouldBeOfType<CommitResult.Committed>();

        (await RowsAsync("select stream_id, version, data->>'by' from tally.mt_events order by seq_id")).ShouldBe([$"{one}|1|0", $"{two}|1|1", $"{one}|2|2", $"{two}|2|3"]);
        (await RowsAsync("select id, data->>'sum', mt_version from tally.mt_doc_tally")).ShouldBe([$"{one}|2|2", $"{two}|4|2"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_decision_on_an_old_version_writes_nothing_and_tells_the_new_one()
    {
        var (moved, other) = (Guid.NewGuid(), Guid.NewGuid());
        await CommitAsync(Tally.Append(moved, 0, At, 1, 2));

        (await CommitAsync(Tally.Append(other, 0, At, 1), Tally.Append(moved, 1, At, 3))).ShouldBe(new CommitResult.StreamMoved(moved, 2));
        (await CommitAsync(Tally.Append(moved, 0, At, 3))).ShouldBe(new CommitResult.StreamMoved(moved, 2));
        (await CommitAsync(Tally.Append(other, 4, At, 3))).ShouldBe(new CommitResult.StreamMoved(other, 0));
        (await store.CommitAsync(new Commit([Tally.Append(other, 0, At, 1)], [], []) { Unmoved = [(moved, 1)] }, default)).ShouldBe(new CommitResult.StreamMoved(moved, 2));

        (await RowsAsync("select count(*) from tally.mt_events")).ShouldBe(["2"]);
        (await RowsAsync("select count(*) from tally.mt_streams")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_key_is_taken_once_and_what_was_kept_with_it_is_told()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await store.CommitAsync(new Commit([Tally.Append(first, 0, At, 1)], [new InboxKey("k", At, """{"a": 1}""")], []), default);

        var again = await store.CommitAsync(new Commit([Tally.Append(second, 0, At, 1)], [new InboxKey("k", At)], []), default);

        again.ShouldBe(new CommitResult.KeyTaken("k", """{"a": 1}"""));
        (await RowsAsync("select id from tally.mt_streams")).ShouldBe([first.ToString()]);
    }

    [Fact]
    public async Task Of_many_who_decide_on_the_same_version_one_is_written_and_a_chain_handed_over_at_once_is_written_whole()
    {
        var stream = Guid.NewGuid();

        var results = await Task.WhenAll(Enumerable.Range(1, 40).Select(i => CommitAsync(Tally.Append(stream, 0, At, i))));
        results.OfType<CommitResult.Committed>().ShouldHaveSingleItem();
        results.OfType<CommitResult.StreamMoved>().Count().ShouldBe(39);

        var chain = Guid.NewGuid();
        var sums = Enumerable.Range(0, 40).Select(i => Tally.Append(chain, i, i, At, (Guid.NewGuid(), 1, null))).ToList();
        (await Task.WhenAll(sums.Select(s => CommitAsync(s)))).ShouldAllBe(r => r is CommitResult.Committed);
        (await RowsAsync($"select string_agg(version::text, ',' order by seq_id) = string_agg(version::text, ',' order by version), count(*) from tally.mt_events where stream_id = '{chain}'")).ShouldBe(["True|40"]);
        (await RowsAsync($"select data->>'sum', mt_version from tally.mt_doc_tally where id = '{chain}'")).ShouldBe(["40|40"]);
    }

    [Fact]
    public async Task A_refused_value_harms_only_its_own_commit()
    {
        var good = Enumerable.Range(0, 30).Select(_ => Guid.NewGuid()).ToList();

        var tasks = good.Select((id, i) => i == 11 ? CommitAsync(Tally.Append(id, 0, 0, At, (Guid.NewGuid(), 1, "\0"))) : CommitAsync(Tally.Append(id, 0, At, i))).ToList();

        (await Should.ThrowAsync<PostgresException>(tasks[11])).SqlState.ShouldBe(PostgresErrorCodes.UntranslatableCharacter);
        foreach (var task in tasks.Where((_, i) => i != 11))
            (await task).ShouldBeOfType<CommitResult.Committed>();
        (await RowsAsync("select count(*), count(distinct stream_id) from tally.mt_events")).ShouldBe(["29|29"]);
        (await RowsAsync("select count(*) from tally.mt_streams")).ShouldBe(["29"]);
    }

    [Fact]
    public async Task What_is_decided_on_cannot_change_before_it_is_written()
    {
        var stream = Guid.NewGuid();

        var seen = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => store.DecideAsync(async (connection, token) =>
        {
            var state = await new LogReader(Tally.Schema).ReadSnapshotsAsync(connection, "tally", [stream], token);
            var (version, sum) = state.TryGetValue(stream, out var found) ? (found.Version, JsonSerializer.Deserialize(found.Json, TallyJson.Default.Tally)!.Sum) : (0, 0);
            return new Decision<long>(version == 20 ? null : new Commit([Tally.Append(stream, version, sum, At, (Guid.NewGuid(), 2, null))], [], []), version);
        }, default)));

        seen.Order().ShouldBe([.. Enumerable.Range(0, 20), 20, 20, 20, 20, 20]);
        (await RowsAsync("select data->>'sum', mt_version from tally.mt_doc_tally")).ShouldBe(["40|20"]);
    }

    [Fact]
    public async Task A_decision_that_fails_writes_nothing_and_frees_the_lock()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => store.DecideAsync<int>((_, _) => throw new InvalidOperationException("no"), default));

        (await CommitAsync(Tally.Append(Guid.NewGuid(), 0, At, 1))).ShouldBeOfType<CommitResult.Committed>();
    }

    [Fact]
    public async Task Read_models_are_written_with_the_events_or_not_at_all_and_the_log_is_announced()
    {
        await using var listener = await database.OpenConnectionAsync();
        var announced = 0;
        listener.Notification += (_, e) => announced += e.Channel == Tally.Schema.Channel ? 1 : 0;
        await using (var listen = new NpgsqlCommand($"listen {Tally.Schema.Channel}; create table tally.seen (id int primary key)", listener))
            await listen.ExecuteNonQueryAsync();
        RowWrite Seen(int id) => new("insert into tally.seen values ($1)", new NpgsqlParameter { Value = id });

        (await store.CommitAsync(new Commit([Tally.Append(Guid.NewGuid(), 0, At, 1)], [], [Seen(1)]), default)).ShouldBeOfType<CommitResult.Committed>();
        await Should.ThrowAsync<PostgresException>(() => store.CommitAsync(new Commit([Tally.Append(Guid.NewGuid(), 0, At, 1)], [], [Seen(1)]), default));

        (await RowsAsync("select count(*) from tally.mt_events")).ShouldBe(["1"]);
        await Eventually.Holds("a notification", async () =>
        {
            await using var ask = new NpgsqlCommand("select 1", listener);
            await ask.ExecuteScalarAsync();
            return announced > 0;
        });
    }

    [Fact]
    public async Task A_database_that_is_away_is_an_outage_and_once_it_is_back_the_same_commit_is_written()
    {
        var commit = Tally.Append(Guid.NewGuid(), 0, At, 1);
        Exception? answer;
        await infrastructure.Postgres("kill");
        try
        {
            answer = await Record.ExceptionAsync(() => CommitAsync(commit));
        }
        finally
        {
            await infrastructure.Postgres("start");
        }

        answer.ShouldNotBeNull();
        Faults.IsOutage(answer).ShouldBeTrue(answer.ToString());
        (await CommitAsync(commit)).ShouldBeOfType<CommitResult.Committed>();
        (await RowsAsync("select version from tally.mt_events")).ShouldBe(["1"]);
    }

    private Task<CommitResult> CommitAsync(params StreamAppend[] appends) => store.CommitAsync(new Commit(appends, [], []), default);

    private Task<List<string>> RowsAsync(string sql) => Stores.RowsAsync(database, sql);
}

/// <summary>Something was counted.</summary>
public sealed record Counted(Guid TallyId, int By, string? Note = null);

/// <summary>The smallest aggregate there is: a sum.</summary>
public sealed record Tally(Guid Id, long Version, int Sum)
{
    public const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    public static readonly EventTypes Events = new EventTypes().Add(TallyJson.Default.Counted);
    public static readonly StoreSchema Schema = new("tally", [new AggregateType<Tally>("tally", Events, TallyJson.Default.Tally, (state, e) => Apply(state, (Counted)e))]);

    /// <summary>Counts on from a version and sum.</summary>
    public static StreamAppend Append(Guid stream, long version, int sum, DateTimeOffset at, params (Guid Id, int By, string? Note)[] counts)
    {
        var state = version == 0 ? null : new Tally(stream, version, sum);
        var events = new List<NewEvent>();
        foreach (var (id, by, note) in counts)
        {
            var counted = new Counted(stream, by, note);
            state = Apply(state, counted);
            events.Add(Events.ToNew(id, counted, at, new EventHeaders(TraceParent, "corr", "cause")));
        }
        return new StreamAppend(stream, "tally", version, events,
            new Snapshot(JsonSerializer.Serialize(state!, TallyJson.Default.Tally), EventTypes.DotnetName(typeof(Tally))));
    }

    /// <summary>The same from a sum of nothing.</summary>
    public static StreamAppend Append(Guid stream, long version, DateTimeOffset at, params int[] by) =>
        Append(stream, version, 0, at, [.. by.Select(b => (Guid.NewGuid(), b, (string?)null))]);

    private static Tally Apply(Tally? state, Counted counted) => new(counted.TallyId, (state?.Version ?? 0) + 1, (state?.Sum ?? 0) + counted.By);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Tally))]
[JsonSerializable(typeof(Counted))]
internal sealed partial class TallyJson : JsonSerializerContext;
