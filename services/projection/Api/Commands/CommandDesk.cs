using System.Text.Json;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;
using Platform.Projection.Incidents.Analyst;
using Platform.Projection.ReadModels;
using Platform.Telemetry;

namespace Platform.Projection.Api.Commands;

/// <summary>A command that was checked, on its way to its decision.</summary>
/// <param name="Id">Its id: follows from the idempotency key, or is new.</param>
/// <param name="Hash">What a repetition under the same key must share with it.</param>
/// <param name="IncidentId">The incident it is sent to.</param>
/// <param name="Version">The version it was made on.</param>
/// <param name="Actor">Who says it.</param>
/// <param name="Body">What it says.</param>
internal sealed record Order(Guid Id, string Hash, Guid IncidentId, long Version, string Actor, Command Body);

/// <summary>How a command ended.</summary>
/// <param name="Incident">The incident after it.</param>
/// <param name="Replayed">True when it had been done before.</param>
internal sealed record Done(Incident Incident, bool Replayed);

/// <summary>A key was used before for another request.</summary>
internal sealed class KeyReusedException : Exception;

/// <summary>Does commands: load, decide and write in one transaction that nobody else can write in.</summary>
internal sealed class CommandDesk(IEventStore store, LogReader log, TimeProvider clock)
{
    /// <summary>Does one, once.</summary>
    /// <exception cref="RefusedException">It cannot be done as things stand; nothing was written.</exception>
    /// <exception cref="KeyReusedException">Its key was used for another request.</exception>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    public Task<Done> DoAsync(Order order, CancellationToken cancellationToken) =>
        store.DecideAsync((connection, stop) => DecideAsync(connection, order, stop), cancellationToken);

    private async Task<Decision<Done>> DecideAsync(NpgsqlConnection connection, Order order, CancellationToken cancellationToken)
    {
        var key = "command/" + order.Id;
        if (await KeptAsync(connection, key, cancellationToken) is { } kept)
        {
            if (kept.Hash != order.Hash)
                throw new KeyReusedException();
            var stream = await log.ReadStreamsAsync(connection, [kept.IncidentId], cancellationToken);
            return new(null, new Done(PastIncident.At(stream, kept.Version)!, Replayed: true));
        }
        var now = await LogClock.NextAsync(connection, clock, cancellationToken);
        Guid[] others = [.. order.Body.Others()];
        var commit = new CommitBuilder(await LoadAsync(connection, [order.IncidentId, .. others], cancellationToken), new Dictionary<Guid, ArticleReading>(), now)
        {
            PossibleDuplicates = await LinkTables.PairsAsync(connection, others.Length > 0 ? [order.IncidentId, .. others] : [], cancellationToken),
        };
        var incident = Subject.Require(commit, order.IncidentId, order.Version);
        var events = await EventsAsync(connection, order.Body.NeedsEvents() ? [incident.Id, .. others, .. incident.Absorbed] : [], cancellationToken);
        var word = new Word(
            new Cause(order.Id, Tracing.Current, null), new Actor { Kind = ActorKind.Person, Name = order.Actor }, order.Body.Reason.Trim(), now);
        order.Body.Decide(new Desk(commit, incident, word, events));
        var after = commit[incident.Id]!;
        commit.Take(key, JsonSerializer.Serialize(new KeptAnswer(order.Hash, after.Id, after.Version), CommandJson.Default.KeptAnswer));
        // No command dates a report, so nobody asks for features.
        return new(commit.ToCommit(_ => null), new Done(after, Replayed: false));
    }

    /// <summary>The incidents, with those they were merged into, to the last survivor.</summary>
    private async Task<Dictionary<Guid, Incident>> LoadAsync(NpgsqlConnection connection, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var loaded = new Dictionary<Guid, Incident>();
        for (var wanted = ids.Distinct().ToArray(); wanted.Length > 0;)
        {
            foreach (var (id, snapshot) in await log.ReadSnapshotsAsync(connection, IncidentStream.StreamType, wanted, cancellationToken))
                loaded.Add(id, JsonSerializer.Deserialize(snapshot.Json, ContractJson.Default.Incident)!);
            wanted = [.. loaded.Values.Select(i => i.MergedInto).OfType<Guid>().Distinct().Where(id => !loaded.ContainsKey(id))];
        }
        return loaded;
    }

    private async Task<ILookup<Guid, object>> EventsAsync(NpgsqlConnection connection, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        (ids.Count > 0 ? await log.ReadStreamsAsync(connection, [.. ids.Distinct()], cancellationToken) : []).ToLookup(e => e.StreamId, PastIncident.Read);

    private static async Task<KeptAnswer?> KeptAsync(NpgsqlConnection connection, string key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select value from {Schema.Name}.inbox where key = $1", connection) { Parameters = { new() { Value = key } } };
        return await command.ExecuteScalarAsync(cancellationToken) is string value ? JsonSerializer.Deserialize(value, CommandJson.Default.KeptAnswer) : null;
    }
}
