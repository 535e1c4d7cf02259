using System.Text.Json;
using Npgsql;
using Platform.EventStore;
using Platform.Ingest.Input;
using Platform.Telemetry;

namespace Platform.Ingest.Reextraction;

/// <summary>Requests to read articles again: takes them in, tells of them, ends them. <see cref="Reextractor"/> carries them out.</summary>
/// <exception cref="StoreUnavailableException">From every method: the database does not answer; nothing was acknowledged.</exception>
public sealed class Reextractions(IEventStore store, NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, TimeProvider clock)
{
    /// <summary>A filter looks at every article; a million take some seconds.</summary>
    private const int CountSeconds = 120;

    /// <summary>Stores a request; completes after the commit.</summary>
    /// <exception cref="ProblemException">An article it names is not stored here.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The key was used with another body.</exception>
    public Task<AcceptedReextraction> AcceptAsync(ReextractionRequest request, IdempotencyKey? key, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var total = await CountAsync(request, now, cancellationToken);
        if (request.ArticleIds is { } ids && total < ids.Count)
            throw new ProblemException(await UnknownAsync(ids, cancellationToken));
        var id = Guid.CreateVersion7(now);
        InboxKey[] keys = key is null ? [] :
            [new(key.InboxKey, now, JsonSerializer.Serialize(new StoredRequest(key.BodyHash, id, total), IngestJson.Default.StoredRequest))];
        var row = ReextractionTable.Insert(schema.Name, id, request, total, Tracing.Current, now);
        if (await store.CommitAsync(new Commit([], keys, [row]), cancellationToken) is not CommitResult.KeyTaken taken)
            return new AcceptedReextraction(id, total, false);
        var stored = StoredKey.Replay(taken.Value!, key!, IngestJson.Default.StoredRequest);
        return new AcceptedReextraction(stored.Id, stored.Articles, true);
    });

    /// <summary>How far a request is; null when there is none of this id.</summary>
    public Task<ExtractionProgress?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        AskAsync(async () => (await ReextractionTable.ReadAsync(database, schema.Name, id, null, 1, cancellationToken)).SingleOrDefault());

    /// <summary>Requests, newest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">Those older than this one; null for the newest.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<List<ExtractionProgress>> ListAsync(int limit, Guid? after, CancellationToken cancellationToken) =>
        AskAsync(() => ReextractionTable.ReadAsync(database, schema.Name, null, after, limit, cancellationToken));

    /// <summary>Ends a running request: what was requested stays so, and at most one batch that is being written is added to it.</summary>
    /// <returns>How far it got; null when there is none of this id.</returns>
    public async Task<ExtractionProgress?> CancelAsync(Guid id, CancellationToken cancellationToken)
    {
        await AskAsync(() => ReextractionTable.EndAsync(database, schema.Name, id, ReextractionTable.Cancelled, clock.GetUtcNow(), cancellationToken));
        return await FindAsync(id, cancellationToken);
    }

    private async Task<long> CountAsync(ReextractionRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand();
        command.CommandText = "select count(*) " + SelectionSql.From(command, schema.Name, request, now);
        command.CommandTimeout = CountSeconds;
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<Problem> UnknownAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select id from {schema.Name}.mt_streams where id = any($1)");
        command.Parameters.Add(new() { Value = ids.ToArray() });
        var known = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            known.Add(reader.GetGuid(0));
        var errors = new FieldErrors();
        foreach (var id in ids.Where(id => !known.Contains(id)))
            errors.Add("articleIds", $"{id} is not the id of an article that is stored here.");
        return Problems.InvalidExtractionRequest(errors);
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        migration.ThrowIfNotDone();
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is not StoreUnavailableException && Faults.IsOutage(e))
        {
            throw new StoreUnavailableException(e);
        }
    }
}
