using Npgsql;
using Platform.Tests.Harness;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>Starts what is measured, on a database and a virtual host of its own each.</summary>
/// <param name="infrastructure">The private broker and database.</param>
public sealed class Versions(Infrastructure infrastructure)
{
    // As deploy/run starts them.
    private static readonly Dictionary<string, string> AsDeployed = new() { ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0" };

    /// <summary>Process ids of broker and database, for a <see cref="CpuMeter"/>.</summary>
    public async Task<Dictionary<string, int[]>> InfrastructureAsync()
    {
        await using var source = NpgsqlDataSource.Create(await infrastructure.NewDatabaseAsync());
        await using var command = source.CreateCommand("select pg_backend_pid()");
        return new()
        {
            ["load"] = [Environment.ProcessId],
            ["broker"] = [int.Parse(await File.ReadAllTextAsync(Path.Combine(infrastructure.Folder, "rabbitmq", "pid")))],
            ["database"] = [CpuMeter.ParentOf((int)(await command.ExecuteScalarAsync())!)],
        };
    }

    /// <summary>The platform.</summary>
    /// <param name="engine">Value of the extraction's setting.</param>
    /// <param name="environment">More variables.</param>
    public Task<TestPlatform> PlatformAsync(string engine, IReadOnlyDictionary<string, string>? environment = null) =>
        TestPlatform.StartAsync(infrastructure, new Dictionary<string, string>([.. AsDeployed, .. environment ?? new Dictionary<string, string>()]) { ["Engine"] = engine });

    /// <summary>The limit; working from the start.</summary>
    public async Task<Bare> BareAsync() => await Bare.StartAsync(await infrastructure.NewVirtualHostAsync(), await infrastructure.NewDatabaseAsync());

    /// <summary>The baseline.</summary>
    public async Task<PlainPlatform> PlainAsync()
    {
        var database = await infrastructure.NewDatabaseAsync();
        var environment = new Dictionary<string, string> { ["ConnectionStrings__Postgres"] = database, ["ConnectionStrings__RabbitMq"] = (await infrastructure.NewVirtualHostAsync()).ToString() };
        var source = NpgsqlDataSource.Create(database);
        await using (var command = source.CreateCommand(Plain.Table))
            await command.ExecuteNonQueryAsync();
        var processes = Plain.Roles.Select(role => new ServiceProcess("plain " + role, environment, command: ["dotnet", typeof(Plain).Assembly.Location, "plain", role]).Start()).ToArray();
        await Task.WhenAll(processes.Select(p => p.ReadyAsync()));
        return new PlainPlatform(processes, source);
    }
}

/// <summary>The baseline, running.</summary>
public sealed class PlainPlatform(ServiceProcess[] processes, NpgsqlDataSource database) : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private Task? loop;
    private long done;

    /// <summary>Its processes: API, extraction, projection.</summary>
    public ServiceProcess[] Processes => processes;

    /// <summary>Rows so far.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>Starts to count rows, ten times a second.</summary>
    public void Count() => loop ??= Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested)
        {
            await using (var command = database.CreateCommand("select coalesce(max(id), 0) from plain"))
                Interlocked.Exchange(ref done, (long)(await command.ExecuteScalarAsync())!);
            await Task.Delay(100);
        }
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        if (loop is not null) await loop;
        foreach (var process in processes) await process.DisposeAsync();
        await database.DisposeAsync();
        stop.Dispose();
    }
}
