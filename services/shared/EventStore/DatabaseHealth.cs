using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.EventStore;

/// <summary>Well when the database answers and holds the service's schema. What is the matter in full is in the log, once for each change.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource database, SchemaMigration migration, ILogger<DatabaseHealth> log) : IHealthCheck
{
    private string? trouble;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!migration.Done.IsCompletedSuccessfully)
            return new HealthCheckResult(context.Registration.FailureStatus, "The schema is not there yet: the database has not answered since this service started, or nobody has made it (argument migrate).");
        try
        {
            await PingAsync(database, cancellationToken);
            if (Interlocked.Exchange(ref trouble, null) is not null)
                log.LogInformation("The database answers again.");
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            var told = Faults.Told(e);
            if (Interlocked.Exchange(ref trouble, told) != told)
                log.LogWarning(e, "The database does not answer.");
            return new HealthCheckResult(context.Registration.FailureStatus, told);
        }
    }

    /// <summary>One round trip, within two seconds once connected.</summary>
    internal static async Task PingAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select 1");
        command.CommandTimeout = 2;
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
