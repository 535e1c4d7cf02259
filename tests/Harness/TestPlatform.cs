using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;
using Platform.Bus;
using Platform.Ingest;
using Platform.Projection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Shouldly;

namespace Platform.Tests.Harness;

/// <summary>The three services on a database and a virtual host of their own.</summary>
public sealed class TestPlatform : IAsyncDisposable
{
    private const string Witness = "tests.witness";

    private readonly Infrastructure infrastructure;
    private readonly bool ofInfrastructure;
    private readonly ConcurrentDictionary<Guid, bool> published = new();
    private bool witnesses;

    private TestPlatform(Infrastructure infrastructure, string database, Uri broker, IReadOnlyDictionary<string, string>? more)
    {
        this.infrastructure = infrastructure;
        Broker = broker;
        ConnectionString = database;
        Database = NpgsqlDataSource.Create(database);
        ofInfrastructure = infrastructure.Has(database);
        var environment = new Dictionary<string, string>(more ?? new Dictionary<string, string>());
        environment.TryAdd("ConnectionStrings__Postgres", database);
        environment.TryAdd("ConnectionStrings__RabbitMq", broker.ToString());
        // What is lost on the way would be sent again after a minute, and no test would see that it was lost.
        environment.TryAdd("LateArticles__After", "01:00:00");
        Projection = new ServiceProcess("projection", As("projection", environment));
        environment["PublicUrls__ReadApi"] = Projection.Address.ToString().TrimEnd('/');
        Ingest = new ServiceProcess("ingest", As("ingest", environment));
        Extraction = new ServiceProcess("extraction", As("extraction", environment));
        Projection.Variables["WebConsole__Ingest"] = Ingest.Address.ToString();
        Projection.Variables["WebConsole__Extraction"] = Extraction.Address.ToString();
        Environment = environment;
    }

    /// <summary>The variables of its services, with the administrator's connections.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The variables of a service, with its own role and user, to start one more.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentOf(string service) => As(service, Environment);

    /// <summary>The services, each a process.</summary>
    public ServiceProcess Ingest { get; }

    /// <inheritdoc cref="Ingest"/>
    public ServiceProcess Extraction { get; }

    /// <inheritdoc cref="Ingest"/>
    public ServiceProcess Projection { get; }

    /// <summary>All three.</summary>
    public ServiceProcess[] Services => [Ingest, Extraction, Projection];

    /// <summary>The database.</summary>
    public NpgsqlDataSource Database { get; }

    /// <summary>How the administrator reaches it; the services have roles of their own.</summary>
    public string ConnectionString { get; }

    /// <summary>Address of the virtual host.</summary>
    public Uri Broker { get; }

    /// <summary>A platform with nothing running yet.</summary>
    /// <param name="infrastructure">Where database and broker are.</param>
    /// <param name="environment">More variables for the services; with <c>ConnectionStrings__…</c> they go another way than the tests.</param>
    /// <param name="broker">Another broker than a new virtual host of the infrastructure.</param>
    /// <param name="database">Another database than a new one of the infrastructure.</param>
    public static async Task<TestPlatform> CreateAsync(
        Infrastructure infrastructure, IReadOnlyDictionary<string, string>? environment = null, Uri? broker = null, string? database = null)
    {
        var platform = new TestPlatform(infrastructure, database ?? await infrastructure.NewDatabaseAsync(), broker ?? await infrastructure.NewVirtualHostAsync(), environment);
        await platform.MigrateAsync();
        return platform;
    }

    /// <summary>Makes the schemas, and gives the services their rights, as the owner; at the address of the services, as that of the tests may be a standby's.</summary>
    public async Task MigrateAsync()
    {
        await using var owner = NpgsqlDataSource.Create(DatabaseAs(Environment["ConnectionStrings__Postgres"], "owner"));
        foreach (var schema in new[] { Article.Schema, Schema.Incidents })
            await StoreAdapter.MigrateAsync(schema, owner, CancellationToken.None);
    }

    /// <summary>A platform with all three services ready.</summary>
    public static async Task<TestPlatform> StartAsync(Infrastructure infrastructure, IReadOnlyDictionary<string, string>? environment = null)
    {
        var platform = await CreateAsync(infrastructure, environment);
        await platform.ReadyAsync();
        return platform;
    }

    /// <summary>Starts all three services and waits until they are ready.</summary>
    public Task ReadyAsync()
    {
        foreach (var service in Services)
            service.Start();
        return Task.WhenAll(Services.Select(s => s.ReadyAsync()));
    }

    /// <summary>Posts one article and expects it to be accepted.</summary>
    public async Task<JsonElement> PostAsync(object article)
    {
        using var answer = await Ingest.Http.PostAsJsonAsync("articles", article);
        var body = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode != 202)
            throw new InvalidOperationException($"POST /articles answered {(int)answer.StatusCode}: {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>Waits until an article has been read, and gives what the read API says of it.</summary>
    public async Task<JsonElement> ExtractedAsync(Guid articleId) => (await Eventually.Get($"article {articleId} to be extracted", async () =>
    {
        using var answer = await Projection.Http.GetAsync($"articles/{articleId}");
        if (!answer.IsSuccessStatusCode)
            return null;
        var article = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return article.RootElement.GetProperty("status").GetString() == "extracted" ? article : null;
    })).RootElement;

    /// <summary>Rebuilds the read models in a process of its own; gives its exit status.</summary>
    public async Task<int> RebuildAsync() => (await RunAsync("rebuild")).Status;

    /// <summary>Runs a command of the projection in a process of its own; gives its exit status and what it printed.</summary>
    public async Task<(int Status, string Output)> RunAsync(params string[] command)
    {
        using var process = Start(command);
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, output[0] + output[1]);
    }

    /// <summary>Starts a command of the projection.</summary>
    /// <param name="command">Its arguments.</param>
    /// <param name="variables">More variables.</param>
    public Process Start(string[] command, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Service("projection"), .. command]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Postgres"] = DatabaseAs(ConnectionString, "owner");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>A single number from the database.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }

    /// <summary>Runs a statement in the database.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A column of ids from the database.</summary>
    public async Task<List<Guid>> IdsAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            ids.Add(reader.GetGuid(0));
        return ids;
    }

    /// <summary>Runs a wait; when it was in vain, its exception also tells the state of the queues and what broker and services logged last.</summary>
    public async Task ExplainedAsync(Func<Task> wait)
    {
        try
        {
            await wait();
        }
        catch (TimeoutException e)
        {
            var report = new StringBuilder(e.Message).Append("\n== queues\n").Append(await QueuesAsync());
            report.Append("\n== rabbitmq\n").AppendJoin('\n', infrastructure.RabbitLog(60));
            foreach (var service in Services)
                report.Append($"\n== {service.Name}, restarted {service.Restarts} times\n").AppendJoin('\n', service.Log.TakeLast(40));
            throw new TimeoutException(report.ToString(), e);
        }
    }

    private Dictionary<string, string> As(string service, IReadOnlyDictionary<string, string> environment)
    {
        var own = new Dictionary<string, string>(environment);
        // A broker of a test's own has no users of the services.
        if (infrastructure.Has(Broker))
            own["ConnectionStrings__RabbitMq"] = infrastructure.BrokerAs(new Uri(environment["ConnectionStrings__RabbitMq"]), service).ToString();
        if (service == "extraction")
            own.Remove("ConnectionStrings__Postgres"); // it keeps no state
        else
            own["ConnectionStrings__Postgres"] = DatabaseAs(environment["ConnectionStrings__Postgres"], service);
        return own;
    }

    /// <summary>A server of a test's own has other passwords: there the services are the administrator.</summary>
    private string DatabaseAs(string database, string role) => ofInfrastructure ? infrastructure.DatabaseAs(database, role) : database;

    private async Task<string> QueuesAsync()
    {
        try
        {
            return await infrastructure.QueuesAsync(Broker);
        }
        catch (Exception e)
        {
            return e.Message;
        }
    }

    /// <summary>A connection of an outsider, without MassTransit.</summary>
    public Task<IConnection> ConnectAsync() => new ConnectionFactory { Uri = Broker }.CreateConnectionAsync();

    /// <summary>Messages ready in a queue; 0 when there is no such queue. What a consumer holds is not among them.</summary>
    public async Task<long> DepthAsync(string queue) => (await QueueAsync(queue)).Ready;

    /// <summary>Messages ready in a queue and its consumers; once it has none of these, what they held is ready again.</summary>
    public async Task<(long Ready, long Consumers)> QueueAsync(string queue)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            var declared = await channel.QueueDeclarePassiveAsync(queue);
            return (declared.MessageCount, declared.ConsumerCount);
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
        {
            return (0, 0);
        }
    }

    /// <summary>From now on a durable queue takes what is published of incidents, for <see cref="EveryChangeWasPublishedAsync"/>. The broker has to be there.</summary>
    public async Task WitnessAsync()
    {
        if (witnesses)
            return;
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(Topology.Exchanges.IncidentChanged, "topic", durable: true);
        await channel.QueueDeclareAsync(Witness, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.QueueBindAsync(Witness, Topology.Exchanges.IncidentChanged, "#");
        witnesses = true;
    }

    /// <summary>What <see cref="WitnessAsync"/> has taken is every event of an incident in the log, and nothing else; says nothing where it was not asked for.</summary>
    public async Task EveryChangeWasPublishedAsync()
    {
        if (!witnesses)
            return;
        var stored = (await IdsAsync("select id from incidents.mt_events where type <> 'article_extracted'")).ToHashSet();
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            published[Guid.Parse(delivery.BasicProperties.MessageId!)] = true;
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(Witness, autoAck: true, consumer);
        await Eventually.Equals(0, "events of incidents that are stored and were never published", () => Task.FromResult<long>(stored.Count(id => !published.ContainsKey(id))), TimeSpan.FromSeconds(60));
        published.Keys.Except(stored).ShouldBeEmpty("what was published and is not stored");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in Services)
            await service.DisposeAsync();
        await Database.DisposeAsync();
        // Another server than the infrastructure's has no database of this one's name to be dropped there.
        if (ofInfrastructure)
            await infrastructure.DropDatabaseAsync(ConnectionString);
        if (Broker.AbsolutePath.Length > 1)
            await infrastructure.DeleteVirtualHostAsync(Broker);
    }
}
