using System.Diagnostics;
using Npgsql;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>
/// Sorts new words into the indexes of the search about once a second. Left to the database, that is done by whoever adds the row that
/// makes the list of new words too long: the projection, while it holds the writer lock. Many words sorted in at once cost little more
/// than few, as most of it is pages of the index read and written, so the next time waits the longer the longer the last one took.
/// </summary>
internal sealed class SearchIndexUpkeep(NpgsqlDataSource database, SchemaMigration migration, ILogger<SearchIndexUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    /// <summary>Until then the lists stay far below the 4 MB at which the database sorts by itself.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Times as long a pause as the work before it: a twentieth of a core at most, short of the longest pause.</summary>
    private const int Rest = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
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
            var pause = Stopwatch.GetElapsedTime(began) * Rest;
            await Task.Delay(pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
