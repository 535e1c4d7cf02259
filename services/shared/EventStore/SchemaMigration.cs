using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.EventStore;

/// <summary>
/// Waits at start until a service's schema is there, however long that takes; the service answers meanwhile. A role that may make
/// schemas makes it itself; the services' own roles may not, and wait for <see cref="MigrateCommand"/>.
/// </summary>
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
                if (!await schema.IsThereAsync(database, stoppingToken))
                {
                    if (!await MayMakeAsync(stoppingToken))
                        throw new InvalidOperationException("it is for the owner to make it: run this service with the argument migrate and the owner's connection string.");
                    await schema.MigrateAsync(database, stoppingToken);
                }
                done.TrySetResult();
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The schema {Schema} is not there yet, trying again: {Reason}", schema.Name, e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> MayMakeAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select has_database_privilege(current_database(), 'create')");
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
