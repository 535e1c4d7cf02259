using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Npgsql;
using Xunit;

namespace Platform.Tests.Harness;

/// <summary>
/// A private PostgreSQL and a private RabbitMQ for one test assembly, made by deploy/local or, in builds with the full feed, as
/// containers. Each test takes a database and a virtual host of its own from it.
/// </summary>
public sealed class Infrastructure : IAsyncLifetime
{
    private readonly Dictionary<string, string> postgresUrls = [];
    private readonly Dictionary<string, Uri> rabbitUrls = [];
    private readonly string folder;
    private readonly bool keeps;
    private readonly IServers servers;
    private readonly int postgresPort = Ports.Free(1);
    private readonly int rabbitPort = Ports.Free(10);
    private string postgresUrl = "";
    private Uri rabbitUrl = new("amqp://127.0.0.1/");

    /// <summary>One of its own, thrown away at the end.</summary>
    public Infrastructure()
        : this(NewFolder(), keeps: false, Servers.Choose(keeps: false))
    {
    }

    private Infrastructure(string folder, bool keeps, IServers servers) => (this.folder, this.keeps, this.servers) = (folder, keeps, servers);

    /// <summary>One whose databases stay in a folder for the next time.</summary>
    public static Infrastructure In(string folder) => new(folder, keeps: true, Servers.Choose(keeps: true));

    /// <summary>One made by deploy/local, whatever the build; not started.</summary>
    public static Infrastructure Local() => new(NewFolder(), keeps: false, new LocalServers(keeps: false));

    /// <summary>True when deploy/local made it.</summary>
    public bool IsLocal => servers is LocalServers;

    /// <summary>Where the two keep their data; the command lines of their processes name it.</summary>
    public string Folder => folder;

    private static string NewFolder() => Path.Combine(Path.GetTempPath(), "incident-platform-tests-" + Guid.NewGuid().ToString("N")[..8]);

    private string RabbitLogFile => Path.Combine(folder, "rabbitmq", "rabbitmq.log");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        await Task.WhenAll(Postgres("start"), Rabbit("start"));
        postgresUrl = (await Postgres("url")).Trim();
        rabbitUrl = new Uri((await Rabbit("url")).Trim());
        foreach (var role in new[] { "owner", "ingest", "projection" })
            postgresUrls[role] = (await servers.RunAsync("postgres", "url", Path.Combine(folder, "postgres"), postgresPort, role)).Trim();
        foreach (var user in BrokerPermissions().Select(p => p.User))
            rabbitUrls[user] = new Uri((await servers.RunAsync("rabbitmq", "url", Path.Combine(folder, "rabbitmq"), rabbitPort, user)).Trim());
        await ManagementAnswersAsync();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (ServiceProcess.LogFolder is { } logs && File.Exists(RabbitLogFile))
            File.Copy(RabbitLogFile, Path.Combine(logs, $"rabbitmq-{rabbitPort}.log"), overwrite: true);
        await Task.WhenAll(Postgres(keeps ? "stop" : "remove"), Rabbit("remove"));
        if (!keeps)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>start, stop, kill or restart the database.</summary>
    public Task<string> Postgres(string action) => servers.RunAsync("postgres", action, Path.Combine(folder, "postgres"), postgresPort);

    /// <summary>start, stop, kill or restart the broker.</summary>
    public Task<string> Rabbit(string action) => servers.RunAsync("rabbitmq", action, Path.Combine(folder, "rabbitmq"), rabbitPort);

    /// <summary>rabbitmqctl on the broker.</summary>
    public Task<string> RabbitCtl(params string[] command) => servers.RunAsync("rabbitmq", "ctl", Path.Combine(folder, "rabbitmq"), rabbitPort, command);

    /// <summary>Waits for the management API, which opens its port some time after the broker has opened its own.</summary>
    public async Task ManagementAnswersAsync()
    {
        using var management = Management();
        await Eventually.Holds("the broker's management API", async () => (await management.GetAsync("overview")).IsSuccessStatusCode);
    }

    /// <summary>What the broker says of the queues of a virtual host, a line a queue; one that still has no state 15 s after the start of the broker has no leader, whatever it says of that.</summary>
    public async Task<string> QueuesAsync(Uri virtualHost)
    {
        using var management = Management();
        var queues = await management.GetFromJsonAsync<JsonElement>($"queues{virtualHost.AbsolutePath}?columns=name,type,state,leader,online,messages,consumers");
        return string.Join('\n', queues.EnumerateArray().Select(queue => queue.GetRawText()));
    }

    /// <summary>The last lines the broker logged; empty when it runs in a container.</summary>
    public IEnumerable<string> RabbitLog(int lines) =>
        File.Exists(RabbitLogFile) ? File.ReadLines(RabbitLogFile).TakeLast(lines) : [];

    /// <summary>A connection string with a role's name and password; as it is for a service that has none.</summary>
    /// <param name="database">Of <see cref="NewDatabaseAsync"/>.</param>
    /// <param name="role">owner, ingest or projection.</param>
    public string DatabaseAs(string database, string role) => !postgresUrls.TryGetValue(role, out var url) ? database
        : new NpgsqlConnectionStringBuilder(database) { Username = new NpgsqlConnectionStringBuilder(url).Username, Password = new NpgsqlConnectionStringBuilder(url).Password }.ConnectionString;

    /// <summary>True when a connection string leads to this database server.</summary>
    public bool Has(string database) => new NpgsqlConnectionStringBuilder(database).Port == postgresPort;

    /// <summary>True when an address leads to this broker.</summary>
    public bool Has(Uri broker) => broker.Port == rabbitUrl.Port;

    /// <summary>A broker's address with a service's user.</summary>
    public Uri BrokerAs(Uri broker, string service) =>
        new UriBuilder(broker) { UserName = service, Password = rabbitUrls[service].UserInfo.Split(':')[1] }.Uri;

    /// <summary>A new, empty database of the owner's, as in production. The connection string is the administrator's.</summary>
    public Task<string> NewDatabaseAsync() => DatabaseAsync("test_" + Guid.NewGuid().ToString("N")[..12]);

    /// <summary>A database, made when there is none of that name.</summary>
    public async Task<string> DatabaseAsync(string name)
    {
        await using var admin = NpgsqlDataSource.Create(postgresUrl);
        await using (var find = admin.CreateCommand($"select 1 from pg_database where datname = '{name}'"))
            if (await find.ExecuteScalarAsync() is null)
                foreach (var statement in new[] { $"create database {name} owner platform_owner", $"revoke all on database {name} from public", $"grant connect on database {name} to platform_ingest, platform_projection" })
                {
                    await using var command = admin.CreateCommand(statement);
                    await command.ExecuteNonQueryAsync();
                }
        return new NpgsqlConnectionStringBuilder(postgresUrl) { Database = name, IncludeErrorDetail = true }.ConnectionString;
    }

    /// <summary>Deletes what <see cref="NewDatabaseAsync"/> made: after a crash the server syncs every file there is, which takes it longer with each database left behind.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        // The one that deploy/local makes goes with its server.
        if (name == new NpgsqlConnectionStringBuilder(postgresUrl).Database)
            return;
        await using var admin = NpgsqlDataSource.Create(postgresUrl);
        await using var command = admin.CreateCommand($"drop database if exists {name} with (force)");
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException e) when (e is not PostgresException || e.SqlState?.StartsWith("57P0", StringComparison.Ordinal) == true)
        {
            // Nobody answers, or it stops or starts: a server that a failed test left stopped: that failure is what there is to tell.
        }
    }

    /// <summary>A new, empty virtual host, where each service's user may do what it may in production.</summary>
    public async Task<Uri> NewVirtualHostAsync()
    {
        var name = "test-" + Guid.NewGuid().ToString("N")[..12];
        using var management = Management();
        (await management.PutAsync($"vhosts/{name}", null)).EnsureSuccessStatusCode();
        var user = rabbitUrl.UserInfo.Split(':')[0];
        (await management.PutAsJsonAsync($"permissions/{name}/{user}", new { configure = ".*", write = ".*", read = ".*" })).EnsureSuccessStatusCode();
        foreach (var (service, configure, write, read) in BrokerPermissions())
            (await management.PutAsJsonAsync($"permissions/{name}/{service}", new { configure, write, read })).EnsureSuccessStatusCode();
        return new UriBuilder(rabbitUrl) { Path = name }.Uri;
    }

    /// <summary>Deletes what <see cref="NewVirtualHostAsync"/> made, and with it its queues.</summary>
    public async Task DeleteVirtualHostAsync(Uri virtualHost)
    {
        using var management = Management();
        (await management.DeleteAsync($"vhosts{virtualHost.AbsolutePath}")).EnsureSuccessStatusCode();
    }

    /// <summary>The broker's management API.</summary>
    public HttpClient Management() => new()
    {
        BaseAddress = new Uri($"http://127.0.0.1:{rabbitPort + 1}/api/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(rabbitUrl.UserInfo)))) },
    };

    /// <summary>The broker's metrics, as Prometheus fetches them; null where they are not to be had, as from a container.</summary>
    /// <param name="path">Path and query.</param>
    public async Task<string?> BrokerMetricsAsync(string path)
    {
        using var http = new HttpClient();
        try
        {
            return await http.GetStringAsync($"http://127.0.0.1:{rabbitPort + 4}{path}");
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static IEnumerable<(string User, string Configure, string Write, string Read)> BrokerPermissions() =>
        File.ReadLines(Path.Combine(Repository.Root, "deploy", "access", "broker-permissions")).Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ')).Select(p => (p[0], p[1], p[2], p[3]));
}

/// <summary>Ports nobody listens on.</summary>
public static class Ports
{
    private const int First = 21_000, Block = 900, Blocks = 10;

    /// <summary>Held while this process lives: another run of tests takes another block, however its services come and go.</summary>
    private static readonly (int First, FileStream Lock) Own = Claim();
    private static int next;

    /// <summary>The first of <paramref name="count"/> consecutive free ports on 127.0.0.1.</summary>
    public static int Free(int count)
    {
        while (true)
        {
            var first = Own.First + (Interlocked.Add(ref next, count) - count) % (Block - count);
            if (Enumerable.Range(first, count).All(IsFree))
                return first;
        }
    }

    private static (int First, FileStream Lock) Claim()
    {
        for (var block = 0; block < Blocks; block++)
        {
            var file = Path.Combine(Path.GetTempPath(), $"incident-platform-tests-ports-{block}");
            try
            {
                // To be read, and without creating what is there: a lock needs no more, and the system lets nobody do more with another user's file.
                return (First + (block * Block), new FileStream(file, File.Exists(file) ? FileMode.Open : FileMode.OpenOrCreate, FileAccess.Read, FileShare.None));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another run of tests has it, or a user who shows others nothing.
            }
        }
        throw new InvalidOperationException($"{Blocks} runs of the tests are under way already.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
