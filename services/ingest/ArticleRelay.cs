using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Bus;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Ingest;

/// <summary>
/// Publishes the article log, always whole articles: a request to read one again goes out as the article at that place of its
/// stream. Mandatory: an article that no extraction queue takes stays in the log until one does.
/// </summary>
public sealed class ArticleRelay(
    NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, LogReader log, Publisher publisher, ILogger<ArticleRelay> logger)
    : Relay(database, schema, migration, publisher, logger)
{
    /// <summary>Requests whose texts are read at once; each may be of half a million characters.</summary>
    private const int TextsAtOnce = 32;

    private static readonly string[] s_articles = [EventTypes.NameOf(typeof(ArticleReceived)), EventTypes.NameOf(typeof(ArticleRevised))];

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Outgoing?>> ToMessagesAsync(
        NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        var requests = events.Where(e => e.Type == EventTypes.NameOf(typeof(ExtractionRequested))).ToList();
        if (requests.Count > TextsAtOnce)
        {
            events = [.. events.TakeWhile(e => e.Sequence < requests[TextsAtOnce].Sequence)];
            requests.RemoveRange(TextsAtOnce, requests.Count - TextsAtOnce);
        }
        var again = requests.ConvertAll(e => (e.StreamId, e.Version));
        var texts = again.Count == 0 ? [] : await log.ReadLastBeforeAsync(connection, again, s_articles, cancellationToken);
        return [.. events.Select(e => ToMessage(e, ToArticle(e, texts)))];
    }

    private static Outgoing ToMessage(StoredEvent stored, ArticleReceived article) => new(article, stored.Id, null, Mandatory: true, article.Text.Length);

    private static ArticleReceived ToArticle(StoredEvent stored, Dictionary<(Guid, long), StoredEvent> texts) => Article.Events.Read(stored) switch
    {
        ArticleReceived received => received,
        ArticleRevised revised => revised.Article,
        ExtractionRequested requested => ToArticle(texts[(stored.StreamId, stored.Version)], texts) with { RequestId = requested.RequestId },
        _ => throw new UnknownEventException(stored),
    };
}
