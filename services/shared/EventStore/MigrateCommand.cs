using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Platform.EventStore;

/// <summary><c>dotnet Ingest.dll migrate</c>: makes a service's schema as its owner, so that the service itself needs no right to.</summary>
public static class MigrateCommand
{
    /// <summary>How long a database that does not take a connection is tried.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const string InUse =
        "tables that this version changes are in use (a backup, a long transaction: deploy/RUNBOOK.md, 3). Nothing was changed; run it again when they are free.";

    /// <summary>True when the arguments are this command.</summary>
    public static bool Knows(string[] args) => args is ["migrate"];

    /// <summary>Makes the schema in the database of <c>ConnectionStrings:Postgres</c>, and grants the services' roles their rights.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="migrate">How the store that is built makes it.</param>
    /// <returns>The exit status: 0 done, 1 failed, 2 not configured.</returns>
    public static async Task<int> RunAsync(StoreSchema schema, Func<StoreSchema, NpgsqlDataSource, CancellationToken, Task> migrate)
    {
        if (Host.CreateApplicationBuilder().Configuration.GetConnectionString("Postgres") is not { } connectionString)
        {
            await Console.Error.WriteLineAsync("Set ConnectionStrings__Postgres to the platform's database, as the owner of its schemas.");
            return 2;
        }
        await using var database = Database.Open(connectionString, "migrate", NullLoggerFactory.Instance);
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await migrate(schema, database, CancellationToken.None);
                return 0;
            }
            // On a busy machine a database that has just started may not take a connection in time.
            catch (Exception e) when ((e is TimeoutException or NpgsqlException { IsTransient: true }) && patience.Elapsed < Patience)
            {
                // Who writes waited too while it waited for a table.
                await Task.Delay(TimeSpan.FromSeconds(IsLocked(e) ? 3 : 1));
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                await Console.Error.WriteLineAsync($"The schema {schema.Name} could not be made: {(IsLocked(e) ? InUse : e.Message)}");
                return 1;
            }
        }
    }

    private static bool IsLocked(Exception e) => e is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable };
}
