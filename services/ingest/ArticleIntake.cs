using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Telemetry;

namespace Platform.Ingest;

/// <summary>
/// Stores articles. Guesses first that an article is new, which most are, and so writes without reading; when the stream is
/// there already, reads it and decides again.
/// </summary>
public sealed class ArticleIntake(IEventStore store, LogReader log, NpgsqlDataSource database, TimeProvider clock, Admission admission)
{
    /// <summary>Implements <see cref="AcceptArticles"/>.</summary>
    public async Task<AcceptResult> AcceptAsync(IReadOnlyList<ArticleInput> articles, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        if (articles.Count == 0)
            return key is null ? new AcceptResult([], false) : await FindAsync(key, cancellationToken);
        if (key is null && articles.Count > 1)
        {
            // No key, no need for one transaction: each article goes into the group commit by itself.
            var answers = await Task.WhenAll(articles.Select(async a =>
            {
                using var room = await admission.WaitAsync(1, cancellationToken);
                return await AcceptAsync([a], null, cancellationToken);
            }));
            return new AcceptResult([.. answers.SelectMany(a => a.Articles)], false);
        }

        using var activity = Tracing.Source.StartActivity(Names.Spans.Append);
        try
        {
            var result = await StoreAsync(articles, key, cancellationToken);
            if (articles.Count == 1)
                activity?.SetTag(Names.Attributes.ArticleId, result.Articles[0].ArticleId);
            return result;
        }
        catch (Exception e)
        {
            activity.Fail(e);
            throw;
        }
    }

    private async Task<AcceptResult> StoreAsync(IReadOnlyList<ArticleInput> articles, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        var ids = articles.Select(Article.IdOf).Distinct().ToArray();
        var states = new Dictionary<Guid, Article>();
        while (true)
        {
            var now = clock.GetUtcNow();
            var (answers, appends) = Decide(articles, states, now);
            if (appends.Count == 0 && key is null)
                return Done(answers);
            InboxKey[] keys = key is null ? [] :
                [new(key.InboxKey, now, JsonSerializer.Serialize(new StoredAnswer(key.BodyHash, answers, key.Notes), IngestJson.Default.StoredAnswer))];
            switch (await store.CommitAsync(new Commit(appends, keys, []), cancellationToken))
            {
                case CommitResult.Committed:
                    return Done(answers);
                case CommitResult.KeyTaken taken:
                    return Replay(taken.Value!, key!);
                case CommitResult.StreamMoved:
                    states = await LoadAsync(ids, cancellationToken);
                    break;
            }
        }
    }

    private static AcceptResult Replay(string stored, IdempotencyKey key)
    {
        var answer = StoredKey.Replay(stored, key, IngestJson.Default.StoredAnswer);
        return new AcceptResult(answer.Articles, true, answer.Notes);
    }

    private async Task<AcceptResult> FindAsync(IdempotencyKey key, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand($"select value::text from {Article.Schema.Name}.inbox where key = $1");
            command.Parameters.Add(new() { Value = key.InboxKey });
            return await command.ExecuteScalarAsync(cancellationToken) is string stored ? Replay(stored, key) : new AcceptResult([], false);
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            throw new StoreUnavailableException(e);
        }
    }

    private static (List<AcceptedArticle> Answers, List<StreamAppend> Appends) Decide(
        IReadOnlyList<ArticleInput> articles, Dictionary<Guid, Article> known, DateTimeOffset now)
    {
        var traceId = Activity.Current?.TraceId.ToHexString() ?? "";
        var states = new Dictionary<Guid, Article>(known);
        var events = new Dictionary<Guid, List<NewEvent>>();
        var answers = new List<AcceptedArticle>(articles.Count);
        foreach (var input in articles)
        {
            var id = Article.IdOf(input);
            var happened = Article.Decide(states.GetValueOrDefault(id), input, now);
            answers.Add(new AcceptedArticle(id, happened is null, traceId));
            if (happened is null)
                continue;
            var state = states[id] = Article.Apply(states.GetValueOrDefault(id), happened);
            var eventId = DeterministicId.Event(id, EventTypes.NameOf(happened.GetType()), state.Revision);
            if (!events.TryGetValue(id, out var ofArticle))
                events.Add(id, ofArticle = []);
            ofArticle.Add(Article.Events.ToNew(eventId, happened, now, new EventHeaders(Tracing.Current, id.ToString())));
        }
        var appends = events.Select(e => new StreamAppend(
            e.Key, Article.StreamType, known.TryGetValue(e.Key, out var before) ? before.Version : 0, e.Value, states[e.Key].ToSnapshot()));
        return (answers, [.. appends]);
    }

    private async Task<Dictionary<Guid, Article>> LoadAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var snapshots = await log.ReadSnapshotsAsync(connection, Article.StreamType, ids, cancellationToken);
            return snapshots.ToDictionary(s => s.Key, s => Article.Read(s.Value.Version, s.Value.Json));
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            throw new StoreUnavailableException(e);
        }
    }

    private static AcceptResult Done(List<AcceptedArticle> answers)
    {
        foreach (var answer in answers)
            Instruments.ArticlesAccepted.Add(1, new KeyValuePair<string, object?>(Names.Attributes.Outcome, answer.Duplicate ? "duplicate" : "stored"));
        return new AcceptResult(answers, false);
    }
}
