using System.Diagnostics;
using Npgsql;

namespace Platform.Tests.Harness;

/// <summary>A PostgreSQL server of one test's own, made by deploy/local/postgres, for faults that would harm the others.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string folder;

    private PostgresServer(string folder) => this.folder = folder;

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; } = Ports.Free(1);

    /// <summary>Connection string of its database "platform".</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Starts a new server.</summary>
    /// <param name="folder">Where its data goes, not there yet or empty; null for a folder of its own.</param>
    public static async Task<PostgresServer> StartAsync(string? folder = null)
    {
        var server = new PostgresServer(folder ?? NewFolder());
        await server.BeginAsync();
        return server;
    }

    /// <summary>Starts a second server that streams all of this one's, and makes this one wait for it before it acknowledges a commit.</summary>
    public async Task<PostgresServer> StartStandbyAsync()
    {
        var standby = new PostgresServer(NewFolder());
        await Scripts.RunAsync(Path.Combine(Repository.Root, "tests", "Harness", "standby"), folder, Port.ToString(), standby.folder, standby.Port.ToString());
        await standby.BeginAsync();
        // What is acknowledged is on both disks, so a failover loses none of it.
        await ExecuteAsync("alter system set synchronous_standby_names = '*'");
        await ExecuteAsync("select pg_reload_conf()");
        return standby;
    }

    /// <summary>Starts it, and leaves nothing behind when that fails.</summary>
    private async Task BeginAsync()
    {
        Watchdog.OfThisRun.Server("postgres", folder, Port);
        try
        {
            await DoAsync("start");
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    /// <summary>start, stop, kill or restart it.</summary>
    public async Task DoAsync(string action)
    {
        await Scripts.LocalAsync("postgres", action, folder, Port);
        if (ConnectionString.Length == 0)
            ConnectionString = (await Scripts.LocalAsync("postgres", "url", folder, Port)).Trim();
    }

    /// <summary>Runs one statement as the superuser.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A single number, asked for as the superuser.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DoAsync("remove");
        Directory.Delete(folder, recursive: true);
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("incident-platform-postgres-").FullName;
}

/// <summary>Scripts of the checkout.</summary>
public static class Scripts
{
    /// <summary>deploy/local/WHAT ACTION DIRECTORY PORT.</summary>
    public static Task<string> LocalAsync(string what, string action, string directory, int port, params string[] more) =>
        RunAsync(Path.Combine(Repository.Root, "deploy", "local", what), [action, directory, port.ToString(), .. more]);

    /// <summary>Runs a program to its end; gives what it printed.</summary>
    /// <exception cref="InvalidOperationException">It ended with another status than 0; the message holds what it said.</exception>
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors} {await output}");
    }
}
