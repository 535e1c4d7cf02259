using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Platform.EventStore;

/// <summary>Well when the database answers and holds the service's schema.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource database, SchemaMigration migration) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!migration.Done.IsCompletedSuccessfully)
            return new HealthCheckResult(context.Registration.FailureStatus, "The schema is not there yet: the database has not answered since this service started, or nobody has made it (argument migrate).");
        try
        {
            await PingAsync(database, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            return new HealthCheckResult(context.Registration.FailureStatus, $"The database does not answer: {e.Message}");
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
