using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Bus;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Ingest;

/// <summary>Publishes the article log. Mandatory: an article that no extraction queue takes stays in the log until one does.</summary>
public sealed class ArticleRelay(NpgsqlDataSource database, StoreSchema schema, SchemaMigration migration, Publisher publisher, ILogger<ArticleRelay> logger)
    : Relay(database, schema, migration, publisher, logger)
{
    /// <inheritdoc/>
    protected override Task<IReadOnlyList<Outgoing?>> ToMessagesAsync(
        NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Outgoing?>>([.. events.Select(ToMessage)]);

    private static Outgoing? ToMessage(StoredEvent stored) => Article.Events.Read(stored) switch
    {
        ArticleReceived received => new Outgoing(received, stored.Id, null, Mandatory: true),
        ArticleRevised revised => new Outgoing(revised.Article, stored.Id, null, Mandatory: true),
        _ => throw new UnknownEventException(stored),
    };
}
