using Npgsql;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>
/// Fills the received half of <c>article</c> straight from ingest's log, not over the bus: rows and checkpoint move in one
/// transaction, so it needs no inbox; the texts take no second way through the broker; and a rebuild needs the log anyway.
/// </summary>
public sealed class ArticleFollower(NpgsqlDataSource database, SchemaMigration migration, ILogger<ArticleFollower> logger)
    : LogFollower(database, Schema.Ingest, Schema.Incidents, migration, logger)
{
    /// <summary>Name of the checkpoint in the projection's schema.</summary>
    public const string Checkpoint = "articles";

    private static readonly EventTypes Events = new EventTypes().Add(ContractJson.Default.ArticleReceived).Add(ContractJson.Default.ArticleRevised);

    /// <inheritdoc/>
    public override string Name => Checkpoint;

    /// <summary>The articles of some events, in order.</summary>
    public static IEnumerable<(ArticleReceived Article, StoredEvent Event)> Read(IEnumerable<StoredEvent> events)
    {
        foreach (var stored in events)
            switch (Events.Read(stored))
            {
                case ArticleReceived received:
                    yield return (received, stored);
                    break;
                case ArticleRevised revised:
                    yield return (revised.Article, stored);
                    break;
            }
    }

    /// <inheritdoc/>
    protected override async Task<Followed> HandleAsync(NpgsqlConnection connection, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        var articles = Read(events).ToList();
        var rows = ReadModel.LiveRows(articles);
        // Rare once the service has run for a while: words nobody used before.
        if (await Lexemes.LearnAsync(connection, cancellationToken))
            rows = ReadModel.LiveRows(articles);
        return new Followed(events[^1].Sequence, rows);
    }
}
