using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.EventStore;

/// <summary>Makes a service's schema at start, however long the database lets it wait; the service answers meanwhile.</summary>
public sealed class SchemaMigration(NpgsqlDataSource database, StoreSchema schema, ILogger<SchemaMigration> log) : BackgroundService
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the schema is there.</summary>
    public Task Done => done.Task;

    /// <summary>For work that needs the schema now.</summary>
    /// <exception cref="StoreUnavailableException">The schema is not there yet.</exception>
    public void ThrowIfNotDone()
    {
        if (!done.Task.IsCompletedSuccessfully)
            throw new StoreUnavailableException(new TimeoutException("The database has not answered since this service started."));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await schema.MigrateAsync(database, stoppingToken);
                done.TrySetResult();
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The schema {Schema} could not be made yet, trying again: {Reason}", schema.Name, e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
