using Platform.EventStore;
using Platform.Projection.ReadModels;

namespace Platform.Projection;

/// <summary><c>dotnet Projection.dll rebuild</c>: builds the read models anew while the service runs.</summary>
internal static class RebuildCommand
{
    public static async Task<int> RunAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        var connectionString = builder.Configuration.GetConnectionString("Postgres");
        if (connectionString is null)
        {
            await Console.Error.WriteLineAsync("Set ConnectionStrings__Postgres to the platform's database.");
            return 2;
        }
        using var logging = LoggerFactory.Create(l => l.AddSimpleConsole(o => o.SingleLine = true));
        await using var database = Database.Open(connectionString, "rebuild", logging);
        await new Rebuild(database, logging.CreateLogger<Rebuild>()).RunAsync(CancellationToken.None);
        return 0;
    }
}
