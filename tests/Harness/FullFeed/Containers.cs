using System.Collections.Concurrent;
using System.Diagnostics;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
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
    internal static readonly string PostgresImage = Environment.GetEnvironmentVariable("POSTGRES_IMAGE") ?? "postgres:17";
    private static readonly string RabbitImage = Environment.GetEnvironmentVariable("RABBITMQ_IMAGE") ?? "rabbitmq:4-management";
    private readonly ConcurrentDictionary<string, DockerContainer> running = new();

    public async Task<string> RunAsync(string what, string action, string directory, int port, params string[] more)
    {
        var container = running.GetOrAdd(what, _ => what == "postgres" ? Postgres(port) : Rabbit(port));
        switch (action)
        {
            case "start":
                await container.StartAsync();
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
                return what == "postgres" ? ((PostgreSqlContainer)container).GetConnectionString() : ((RabbitMqContainer)container).GetConnectionString();
            case "ctl":
                return (await container.ExecAsync(["rabbitmqctl", .. more])).Stdout;
            default:
                throw new ArgumentException($"{action} is not an action.");
        }
        return "";
    }

    private static PostgreSqlContainer Postgres(int port) => new PostgreSqlBuilder(PostgresImage)
        .WithDatabase("platform").WithUsername("platform")
        .WithPortBinding(port, PostgreSqlBuilder.PostgreSqlPort)
        .WithCommand("-c", "max_connections=200", "-c", "synchronous_commit=on", "-c", "fsync=on")
        .Build();

    /// <summary>The host name is fixed: the queues are kept under the node's name.</summary>
    private static RabbitMqContainer Rabbit(int port) => new RabbitMqBuilder(RabbitImage)
        .WithUsername("platform").WithHostname("platform")
        .WithPortBinding(port, RabbitMqBuilder.RabbitMqPort).WithPortBinding(port + 1, 15672)
        .WithResourceMapping(new FileInfo(Path.Combine(Repository.Root, "deploy", "docker", "rabbitmq.conf")), "/etc/rabbitmq/conf.d/")
        .Build();
}
