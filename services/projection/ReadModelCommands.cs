using Npgsql;
using Platform.EventStore;
using Platform.Projection.ReadModels;

namespace Platform.Projection;

/// <summary><c>dotnet Projection.dll rebuild</c> and <c>checksum</c>: work on the read models while the service runs.</summary>
internal static class ReadModelCommands
{
    private const string Usage = """
        rebuild [--only NAME]…              builds read models anew beside the live ones, then swaps; killed, it goes on where it was
        checksum [--only NAME]… [--verify]  prints a checksum of every table; with --verify also that of a rebuild beside, and 1 when one differs
        """;

    /// <summary>True when the arguments are a command of these.</summary>
    public static bool Knows(string[] args) => args is ["rebuild" or "checksum", ..];

    /// <summary>Runs one.</summary>
    /// <returns>The exit status: 0 done, 1 different or failed, 2 wrong arguments.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var models = new List<ReadModel>();
        var verify = false;
        for (var i = 1; i < args.Length; i++)
        {
            if (args[i] == "--only" && i + 1 < args.Length && ReadModel.All.FirstOrDefault(m => m.Name == args[i + 1]) is { } model)
                (models, i) = ([.. models, model], i + 1);
            else if (args[i] == "--verify" && args[0] == "checksum")
                verify = true;
            else
                return await RefuseAsync($"'{args[i]}' is not understood.\n{Usage}\nNAME is one of {string.Join(", ", ReadModel.All.Select(m => m.Name))}.");
        }
        var builder = Host.CreateApplicationBuilder();
        if (builder.Configuration.GetConnectionString("Postgres") is not { } connectionString)
            return await RefuseAsync("Set ConnectionStrings__Postgres to the platform's database.");
        using var logging = LoggerFactory.Create(l => l.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true));
        await using var database = Database.Open(connectionString, args[0], logging);
        var chosen = models.Count > 0 ? models : ReadModel.All;
        try
        {
            return args[0] == "rebuild" ? await RebuildAsync(database, chosen) : verify ? await VerifyAsync(database, chosen) : await PrintAsync(database, chosen);
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            await Console.Error.WriteLineAsync($"{Faults.Told(e)} ({e.GetType().Name}: {e.Message}) Once it answers call {args[0]} again: a rebuild goes on where it was.");
            return 1;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            await Console.Error.WriteLineAsync($"{e.MessageText}: start the services once, or rebuild what an older version left.");
            return 1;
        }
    }

    private static async Task<int> RebuildAsync(NpgsqlDataSource database, IReadOnlyList<ReadModel> models)
    {
        await new Rebuild(database, models, Console.WriteLine).RunAsync(CancellationToken.None);
        return 0;
    }

    private static async Task<int> PrintAsync(NpgsqlDataSource database, IReadOnlyList<ReadModel> models)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        foreach (var checksum in await Checksums.ReadAsync(connection, Schema.Name, models, CancellationToken.None))
            Console.WriteLine($"{checksum.Table,-28} {checksum.Rows,12} {checksum.Hash}");
        return 0;
    }

    private static async Task<int> VerifyAsync(NpgsqlDataSource database, IReadOnlyList<ReadModel> models)
    {
        var same = true;
        await new Rebuild(database, models, Console.WriteLine, "verify").CompareAsync(async (connection, beside) =>
        {
            var live = await Checksums.ReadAsync(connection, Schema.Name, models, CancellationToken.None);
            var built = await Checksums.ReadAsync(connection, beside, models, CancellationToken.None);
            foreach (var (here, there) in live.Zip(built))
            {
                Console.WriteLine($"{here.Table,-28} {here.Rows,12} {here.Hash} {there.Rows,12} {there.Hash} {(here == there ? "same" : "DIFFERENT")}");
                if (here == there)
                    continue;
                same = false;
                foreach (var row in await Checksums.ReadDifferencesAsync(connection, here.Table, beside, CancellationToken.None))
                    Console.WriteLine("    " + (row.Length > 400 ? row[..400] + "…" : row));
            }
        }, CancellationToken.None);
        return same ? 0 : 1;
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 2;
    }
}
