using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Platform.EventStore;

/// <summary><c>dotnet Ingest.dll migrate</c>: makes a service's schema as its owner, so that the service itself needs no right to.</summary>
public static class MigrateCommand
{
    /// <summary>True when the arguments are this command.</summary>
    public static bool Knows(string[] args) => args is ["migrate"];

    /// <summary>Makes the schema in the database of <c>ConnectionStrings:Postgres</c>, and grants the services' roles their rights.</summary>
    /// <returns>The exit status: 0 done, 1 failed, 2 not configured.</returns>
    public static async Task<int> RunAsync(StoreSchema schema)
    {
        if (Host.CreateApplicationBuilder().Configuration.GetConnectionString("Postgres") is not { } connectionString)
        {
            await Console.Error.WriteLineAsync("Set ConnectionStrings__Postgres to the platform's database, as the owner of its schemas.");
            return 2;
        }
        await using var database = Database.Open(connectionString, "migrate", NullLoggerFactory.Instance);
        try
        {
            await schema.MigrateAsync(database, CancellationToken.None);
            return 0;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            await Console.Error.WriteLineAsync($"The schema {schema.Name} could not be made: {e.Message}");
            return 1;
        }
    }
}
