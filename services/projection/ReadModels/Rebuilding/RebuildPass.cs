using System.Threading.Channels;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Projection.ReadModels;

/// <summary>
/// Brings the tables beside up to a place in each log. One reads and folds; every read model writes on a connection of its own, a
/// part of the log in one transaction with its position. Never more than a few parts are in memory.
/// </summary>
internal sealed class RebuildPass(NpgsqlDataSource database, IReadOnlyList<ReadModel> models, Func<long, long, Task> progress)
{
    private const int PartSize = 8000;
    // An incident gets most of its reports within days; older ones are read again.
    private const int PartsRemembered = 6;
    private readonly LogReader incidentLog = new(Schema.Incidents);
    private readonly LogReader articleLog = new(Schema.Ingest);
    private readonly Dictionary<Guid, (Incident State, int Part)> incidents = [];
    private readonly Dictionary<Guid, (ArticleReading State, int Part)> readings = [];
    private int part;

    /// <summary>Writes everything up to <paramref name="to"/> that is not written yet.</summary>
    /// <param name="positions">How far each read model is; moved on.</param>
    /// <param name="to">How far to go.</param>
    /// <param name="cancellationToken">Ends it between two transactions.</param>
    public async Task RunAsync(Dictionary<string, Position> positions, Position to, CancellationToken cancellationToken)
    {
        // Ingest's log first: rows that follow from the projection's log may need the texts.
        await FollowAsync(articleLog, positions, p => p.Articles, (p, at) => p with { Articles = at }, to.Articles,
            m => m.FromArticles is { } from ? (part, _) => ValueTask.FromResult(from(BesideTables.Name, part)) : null,
            (events, _, _) => ValueTask.FromResult<IReadOnlyList<(ArticleReceived, StoredEvent)>>([.. ArticleFollower.Read(events)]), cancellationToken);
        await FollowAsync(incidentLog, positions, p => p.Incidents, (p, at) => p with { Incidents = at }, to.Incidents,
            m => m.FromIncidents is null ? null : (part, connection) => RowsAsync(m, part, connection, cancellationToken), FoldAsync, cancellationToken);
    }

    private static async ValueTask<IEnumerable<RowWrite>> RowsAsync(ReadModel model, Folded folded, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var features = model.NeedsFeatures ? await LinkTables.FeaturesAsync(connection, BesideTables.Name, [.. folded.Dated], cancellationToken) : [];
        return model.FromIncidents!(BesideTables.Name, folded, features.GetValueOrDefault);
    }

    private async Task FollowAsync<T>(
        LogReader log, Dictionary<string, Position> positions, Func<Position, long> at, Func<Position, long, Position> move, long to, Func<ReadModel, Func<T, NpgsqlConnection, ValueTask<IEnumerable<RowWrite>>>?> rows,
        Func<IReadOnlyList<StoredEvent>, long, NpgsqlConnection, ValueTask<T>> open, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writers = models.Where(m => rows(m) is not null)
            .Select(m => (Model: m, Parts: Channel.CreateBounded<(T Part, long UpTo)>(1))).ToList();
        var tasks = writers.Select(w => Task.Run(() => WriteAsync(w.Model, w.Parts.Reader, positions, at, move, rows(w.Model)!, stop))).ToList();
        try
        {
            await using var reading = await database.OpenConnectionAsync(stop.Token);
            await using var looking = await database.OpenConnectionAsync(stop.Token);
            var place = writers.Count == 0 ? to : writers.Min(w => at(Of(positions, w.Model)));
            var next = ReadAsync(log, reading, place, EndOfPart(place), stop.Token);
            while (place < to && await next is { Count: > 0 } events)
            {
                var (before, upTo) = (place, events[^1].Sequence);
                place = upTo;
                next = ReadAsync(log, reading, place, EndOfPart(place), stop.Token);
                var opened = await open(events, before, looking);
                foreach (var writer in writers)
                    await writer.Parts.Writer.WriteAsync((opened, upTo), stop.Token);
            }
            await next;
        }
        catch (OperationCanceledException) when (tasks.Exists(t => t.IsFaulted))
        {
            // A writer failed, and that is what there is to say.
        }
        finally
        {
            foreach (var writer in writers)
                writer.Parts.Writer.TryComplete();
            await Task.WhenAll(tasks);
        }

        // A part ends where some read model stands, so that each either has all of it or nothing.
        long EndOfPart(long from)
        {
            lock (positions)
                return writers.Select(w => at(Of(positions, w.Model))).Where(p => p > from).Append(to).Min();
        }
    }

    private static async Task<IReadOnlyList<StoredEvent>> ReadAsync(LogReader log, NpgsqlConnection connection, long after, long upTo, CancellationToken cancellationToken)
    {
        if (after >= upTo)
            return [];
        var events = await log.ReadAsync(connection, after, PartSize, cancellationToken);
        return events.Count == 0 || events[^1].Sequence <= upTo ? events : [.. events.TakeWhile(e => e.Sequence <= upTo)];
    }

    private async Task WriteAsync<T>(
        ReadModel model, ChannelReader<(T Part, long UpTo)> parts, Dictionary<string, Position> positions, Func<Position, long> at, Func<Position, long, Position> move,
        Func<T, NpgsqlConnection, ValueTask<IEnumerable<RowWrite>>> rows, CancellationTokenSource stop)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(stop.Token);
            // Lost with the server's crash, the rows are lost with the position; the swap's own commit makes all that is before it durable.
            await connection.RunAsync("set synchronous_commit = off; set idle_in_transaction_session_timeout = 0", stop.Token);
            await foreach (var (part, upTo) in parts.ReadAllAsync(stop.Token))
            {
                var moved = move(Of(positions, model), upTo);
                if (at(Of(positions, model)) < upTo)
                {
                    await Lexemes.LearnAsync(connection, stop.Token);
                    await using var transaction = await connection.BeginTransactionAsync(stop.Token);
                    await using var batch = new NpgsqlBatch(connection, transaction) { Timeout = 0 };
                    foreach (var row in await rows(part, connection))
                        batch.BatchCommands.Add(row.ToCommand());
                    batch.BatchCommands.Add(new($"update {BesideTables.Name}.position set incidents = {moved.Incidents}, articles = {moved.Articles} where model = '{model.Name}'"));
                    await batch.ExecuteNonQueryAsync(stop.Token);
                    await transaction.CommitAsync(stop.Token);
                    lock (positions)
                        positions[model.Name] = moved;
                    CrashPoint.Reach(CrashPoint.RebuildPart);
                }
                await progress(LeastOf(positions, m => m.FromIncidents is not null, p => p.Incidents), LeastOf(positions, m => m.FromArticles is not null, p => p.Articles));
            }
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async ValueTask<Folded> FoldAsync(IReadOnlyList<StoredEvent> events, long after, NpgsqlConnection connection)
    {
        part++;
        var begun = events.Where(e => e.Version == 1).Select(e => e.StreamId).ToHashSet();
        var touched = events.Select(e => e.StreamId).Distinct().Where(id => !begun.Contains(id)).ToArray();
        var unknown = touched.Where(id => !incidents.ContainsKey(id) && !readings.ContainsKey(id)).ToArray();
        var earlier = new Folded([], []);
        if (unknown.Length > 0)
            foreach (var stored in await incidentLog.ReadStreamsAsync(connection, unknown, CancellationToken.None))
                if (stored.Sequence <= after)
                    earlier.Add(stored);
        var folded = new Folded(
            [.. earlier.Incidents.Select(i => i.State), .. touched.Where(incidents.ContainsKey).Select(id => incidents[id].State)],
            [.. earlier.Readings.Select(r => r.State), .. touched.Where(readings.ContainsKey).Select(id => readings[id].State)]);
        foreach (var stored in events)
            folded.Add(stored);
        foreach (var (state, _) in folded.Incidents)
            incidents[state.Id] = (state, part);
        foreach (var (state, _) in folded.Readings)
            readings[state.Id] = (state, part);
        Forget(incidents);
        Forget(readings);
        return folded;
    }

    private void Forget<T>(Dictionary<Guid, (T State, int Part)> states)
    {
        foreach (var (id, (_, seen)) in states)
            if (seen <= part - PartsRemembered)
                states.Remove(id);
    }

    private static Position Of(Dictionary<string, Position> positions, ReadModel model)
    {
        lock (positions)
            return positions[model.Name];
    }

    private long LeastOf(Dictionary<string, Position> positions, Func<ReadModel, bool> follows, Func<Position, long> at)
    {
        lock (positions)
            return models.Where(follows).Select(m => at(positions[m.Name])).DefaultIfEmpty(0).Min();
    }
}
