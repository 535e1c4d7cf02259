using System.Text.Json;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;

namespace Platform.Projection.ReadModels;

/// <summary>
/// Builds snapshots and read models anew from the logs, beside the live ones, while they serve and are written; then swaps.
/// Writers wait only for the last few events and the swap.
/// </summary>
public sealed class Rebuild(NpgsqlDataSource database, ILogger<Rebuild> log)
{
    /// <summary>The tables a rebuild replaces.</summary>
    public static readonly string[] Tables =
        [$"mt_doc_{IncidentStream.StreamType}", $"mt_doc_{ArticleReading.StreamType}", "incident_list", "incident_list_history", "incident_report", "article", "article_text",
         "report_link", "report_key", "incident_mark", "possible_duplicate", "extraction_article", "extraction_difference"];

    private const string Beside = Schema.Name + "_rebuild";
    private const int BatchSize = 1000;
    private const int LockAttempts = 100;
    private readonly LogReader incidents = new(Schema.Incidents);
    private readonly LogReader articles = new(Schema.Ingest);

    /// <summary>Runs a whole rebuild.</summary>
    /// <exception cref="NpgsqlException">The database failed, or long readers kept the tables for half a minute; the live tables are untouched.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // One rebuild at a time, and a half-built one of a process that died is thrown away.
        await ExecuteAsync(connection, $"select pg_advisory_lock({Schema.Incidents.LeaderLock("rebuild")})", cancellationToken);
        try
        {
            await ExecuteAsync(connection, $"drop schema if exists {Beside} cascade; {Schema.Incidents.Script(Beside)}", cancellationToken);
            var (incidentsDone, articlesDone) = await CatchUpAsync(connection, 0, 0, cancellationToken);

            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, $"select pg_advisory_xact_lock({Schema.Incidents.WriterLock})", cancellationToken);
            // The follower's checkpoint moves to where the rebuilt table stands; the row lock keeps it still until then.
            await ExecuteAsync(connection, $"select 1 from {Schema.Name}.mt_event_progression where name = '{ArticleFollower.Checkpoint}' for update", cancellationToken);
            (incidentsDone, articlesDone) = await CatchUpAsync(connection, incidentsDone, articlesDone, cancellationToken);
            await LockTablesAsync(connection, transaction, cancellationToken);
            await SwapAsync(connection, articlesDone, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            log.LogInformation("Rebuilt the read models from {Events} incident events and {Articles} article events.", incidentsDone, articlesDone);
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({Schema.Incidents.LeaderLock("rebuild")})", CancellationToken.None);
        }
    }

    private async Task<(long Incidents, long Articles)> CatchUpAsync(NpgsqlConnection connection, long incidentsDone, long articlesDone, CancellationToken cancellationToken)
    {
        while (await incidents.ReadAsync(connection, incidentsDone, BatchSize, cancellationToken) is { Count: > 0 } batch)
        {
            await FoldAsync(connection, batch, cancellationToken);
            incidentsDone = batch[^1].Sequence;
            log.LogInformation("Rebuild: at incident event {Sequence}.", incidentsDone);
        }
        while (await articles.ReadAsync(connection, articlesDone, BatchSize, cancellationToken) is { Count: > 0 } batch)
        {
            await WriteAsync(connection, ArticleTable.UpsertReceived(Beside, ArticleFollower.Read(batch)), cancellationToken);
            articlesDone = batch[^1].Sequence;
            log.LogInformation("Rebuild: at article event {Sequence}.", articlesDone);
        }
        return (incidentsDone, articlesDone);
    }

    private static async Task FoldAsync(NpgsqlConnection connection, IReadOnlyList<StoredEvent> batch, CancellationToken cancellationToken)
    {
        var beside = new LogReader(Schema.Incidents with { Name = Beside });
        var ids = batch.Select(e => e.StreamId).Distinct().ToArray();
        var states = (await beside.ReadSnapshotsAsync(connection, IncidentStream.StreamType, ids, cancellationToken))
            .ToDictionary(s => s.Key, s => JsonSerializer.Deserialize(s.Value.Json, ContractJson.Default.Incident)!);
        var readings = (await beside.ReadSnapshotsAsync(connection, ArticleReading.StreamType, ids, cancellationToken))
            .ToDictionary(s => s.Key, s => JsonSerializer.Deserialize(s.Value.Json, ProjectionJson.Default.ArticleReading)!);
        var extractions = new List<ArticleExtracted>();
        var happenings = new List<(object Event, Incident State)>();
        var touched = new Dictionary<Guid, StoredEvent>();
        foreach (var stored in batch)
        {
            touched[stored.StreamId] = stored;
            if (ArticleReading.Events.Read(stored) is ArticleExtracted extracted)
            {
                readings[stored.StreamId] = ArticleReading.Apply(readings.GetValueOrDefault(stored.StreamId), extracted);
                extractions.Add(extracted);
            }
            else if (IncidentStream.Events.Read(stored) is { } happened)
                happenings.Add((happened, states[stored.StreamId] = IncidentStream.Apply(states.GetValueOrDefault(stored.StreamId), happened)));
        }
        var dated = happenings.Select(h => h.Event).OfType<ReportDated>().Select(d => d.ReportId).Distinct().ToArray();
        var features = await LinkTables.FeaturesAsync(connection, Beside, dated, cancellationToken);
        await WriteAsync(connection,
        [
            .. Snapshots.Upsert(Beside, IncidentStream.StreamType, typeof(Incident), touched, states, ContractJson.Default.Incident),
            .. Snapshots.Upsert(Beside, ArticleReading.StreamType, typeof(ArticleReading), touched, readings, ProjectionJson.Default.ArticleReading),
            .. IncidentTables.Upsert(Beside, [.. happenings.Select(h => h.State)]),
            .. ArticleTable.UpsertExtractions(Beside, extractions),
            .. LinkTables.Rows(Beside, happenings, features.GetValueOrDefault),
            .. RereadingTables.Rows(Beside, extractions, happenings.Select(h => h.Event)),
        ], cancellationToken);
    }

    /// <summary>
    /// Readers take the tables in their own order, so waiting for one table while holding another could be a deadlock, and the
    /// server would end a reader. Waiting for less than its detector does (a second), and letting go in between, none forms.
    /// </summary>
    private static async Task LockTablesAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var all = string.Join(", ", Tables.Select(t => $"{Schema.Name}.{t}"));
        for (var attempt = 1; ; attempt++)
        {
            await transaction.SaveAsync("before_lock", cancellationToken);
            try
            {
                await ExecuteAsync(connection, $"set local lock_timeout = '200ms'; lock table {all} in access exclusive mode", cancellationToken);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable && attempt < LockAttempts)
            {
                await transaction.RollbackAsync("before_lock", cancellationToken);
                await Task.Delay(Random.Shared.Next(50, 200), cancellationToken);
            }
        }
    }

    private static async Task SwapAsync(NpgsqlConnection connection, long articlesDone, CancellationToken cancellationToken)
    {
        foreach (var table in Tables)
            await ExecuteAsync(connection, $"drop table {Schema.Name}.{table}; alter table {Beside}.{table} set schema {Schema.Name}", cancellationToken);
        await ExecuteAsync(connection, $"""
            update {Schema.Name}.mt_event_progression set last_seq_id = {articlesDone}, last_updated = now() where name = '{ArticleFollower.Checkpoint}';
            drop schema {Beside} cascade
            """, cancellationToken);
    }

    private static async Task WriteAsync(NpgsqlConnection connection, IEnumerable<RowWrite> rows, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in rows)
            batch.BatchCommands.Add(row.ToCommand());
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
