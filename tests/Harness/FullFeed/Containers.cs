using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using Npgsql;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace Platform.Tests.Harness;

internal static partial class Servers
{
    static partial void FindContainers(ref IServers? containers)
    {
        // Testcontainers takes seconds to give up; whoever wants the private servers though Docker is there says LOCAL_ENGINE=local.
        if (Environment.GetEnvironmentVariable("LOCAL_ENGINE") == "local")
            return;
        // Its own container that ends the others would be one more image, with the engine's socket in it: Watchdog does that here.
        TestcontainersSettings.ResourceReaperEnabled = false;
        try
        {
            _ = new PostgreSqlBuilder(Containers.PostgresImage).Build();
            containers = new Containers();
        }
        catch (DockerUnavailableException)
        {
        }
    }
}

/// <summary>The servers as containers by Testcontainers, on fixed ports so that they come back where they were.</summary>
internal sealed class Containers : IServers
{
    private const string Label = "incident-platform-tests";

    /// <summary>Value of the label that all containers of this run have.</summary>
    private static readonly string Run = Guid.NewGuid().ToString("N");

    internal static readonly string PostgresImage = Environment.GetEnvironmentVariable("POSTGRES_IMAGE") ?? "postgres:17";
    private static readonly string RabbitImage = Environment.GetEnvironmentVariable("RABBITMQ_IMAGE") ?? "rabbitmq:4-management";

    /// <summary>Of the users that the scripts in deploy/access make.</summary>
    private static readonly Dictionary<string, string> Passwords = new[] { "ADMIN", "OWNER", "INGEST", "EXTRACTION", "PROJECTION" }
        .ToDictionary(user => user, _ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    private readonly ConcurrentDictionary<string, DockerContainer> running = new();

    static Containers() => Watchdog.OfThisRun.Containers(Label, Run);

    public async Task<string> RunAsync(string what, string action, string directory, int port, params string[] more)
    {
        var container = running.GetOrAdd(what, _ => what == "postgres" ? Postgres(port) : Rabbit(port));
        switch (action)
        {
            case "start":
                await container.StartAsync();
                if (what == "postgres")
                    await MakeRolesAsync(container);
                break;
            case "stop":
                await container.StopAsync();
                break;
            case "restart":
                await container.StopAsync();
                await container.StartAsync();
                break;
            case "kill":
                using (var kill = Process.Start(new ProcessStartInfo("docker", ["kill", container.Id]) { RedirectStandardOutput = true })!)
                    await kill.WaitForExitAsync();
                break;
            case "remove":
                await container.DisposeAsync();
                running.TryRemove(what, out _);
                break;
            case "url":
                return what == "postgres"
                    ? more is [var role] ? new NpgsqlConnectionStringBuilder(((PostgreSqlContainer)container).GetConnectionString()) { Username = "platform_" + role, Password = PasswordOf(role) }.ConnectionString
                        : ((PostgreSqlContainer)container).GetConnectionString()
                    : more is [var user] ? new UriBuilder(((RabbitMqContainer)container).GetConnectionString()) { UserName = user, Password = PasswordOf(user) }.Uri.ToString()
                        : ((RabbitMqContainer)container).GetConnectionString();
            case "ctl":
                return (await container.ExecAsync(["rabbitmqctl", .. more])).Stdout;
            default:
                throw new ArgumentException($"{action} is not an action.");
        }
        return "";
    }

    private static string PasswordOf(string user) => Passwords[user.ToUpperInvariant()];

    private static async Task MakeRolesAsync(DockerContainer container)
    {
        var secrets = string.Join(' ', Passwords.Select(p => $"{p.Key}_PASSWORD={p.Value}"));
        var done = await container.ExecAsync(["sh", "-c", $"{secrets} psql -X -q -U platform -d platform -f /platform/roles.sql"]);
        if (done.ExitCode != 0)
            throw new InvalidOperationException($"deploy/access/roles.sql: {done.Stderr}");
    }

    private static byte[] BrokerDefinitions()
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "deploy", "access", "broker-definitions")]) { RedirectStandardOutput = true };
        start.Environment["ADMIN_USER"] = "platform";
        foreach (var (user, password) in Passwords)
            start.Environment[user + "_PASSWORD"] = password;
        using var script = Process.Start(start)!;
        return Encoding.UTF8.GetBytes(script.StandardOutput.ReadToEnd());
    }

    private static PostgreSqlContainer Postgres(int port) => new PostgreSqlBuilder(PostgresImage)
        .WithDatabase("platform").WithUsername("platform").WithLabel(Label, Run)
        .WithPortBinding(port, PostgreSqlBuilder.PostgreSqlPort)
        .WithCommand("-c", "max_connections=200", "-c", "synchronous_commit=on", "-c", "fsync=on")
        .WithResourceMapping(new FileInfo(Path.Combine(Repository.Root, "deploy", "access", "roles.sql")), "/platform/")
        .Build();

    /// <summary>The host name is fixed: the queues are kept under the node's name.</summary>
    private static RabbitMqContainer Rabbit(int port) => new RabbitMqBuilder(RabbitImage)
        .WithUsername("platform").WithPassword(PasswordOf("admin")).WithHostname("platform").WithLabel(Label, Run)
        .WithResourceMapping(BrokerDefinitions(), "/tmp/platform-definitions.json") // where rabbitmq.conf says
        .WithPortBinding(port, RabbitMqBuilder.RabbitMqPort).WithPortBinding(port + 1, 15672)
        .WithResourceMapping(new FileInfo(Path.Combine(Repository.Root, "deploy", "docker", "rabbitmq.conf")), "/etc/rabbitmq/conf.d/")
        .Build();
}
