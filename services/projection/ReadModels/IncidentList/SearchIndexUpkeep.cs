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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var command = database.CreateCommand($"select {Schema.Name}.sort_new_words()");
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
