using Npgsql;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>
/// Sorts new words into the indexes of the search once a second. Left to the database, that is done by whoever adds the row that makes
/// the list of new words too long: the projection, while it holds the writer lock.
/// </summary>
internal sealed class SearchIndexUpkeep(NpgsqlDataSource database, SchemaMigration migration, ILogger<SearchIndexUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private const string Sql = $"""
        select gin_clean_pending_list(c.oid) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = '{Schema.Name}' and c.relname in ('incident_list_words', 'incident_list_history_words')
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var command = database.CreateCommand(Sql);
                await command.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // An outage, or a rebuild that took the indexes' place: the words wait, and are found all the same.
                logger.LogDebug(e, "New words could not be sorted into the indexes.");
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Task.Delay(Period, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
