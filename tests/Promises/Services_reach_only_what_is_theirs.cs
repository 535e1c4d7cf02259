using Npgsql;
using Platform.Bus;
using Platform.Tests.Harness;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Platform.Tests.Promises;

/// <summary>
/// Each service has its own user at the broker and its own role in the database, and can do there what it must. That it can do its work with
/// these rights all the other tests here show: they run so.
/// </summary>
[Collection(Collection.Name)]
public sealed class Services_reach_only_what_is_theirs(Infrastructure infrastructure)
{
    [Fact]
    public async Task A_user_of_the_broker_is_refused_on_the_queues_and_exchanges_of_others()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var props = new BasicProperties();
        async Task Refused(string user, string what, Func<IChannel, Task> act)
        {
            await using var connection = await new ConnectionFactory { Uri = infrastructure.BrokerAs(platform.Broker, user) }.CreateConnectionAsync();
            await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
            var refusal = await Should.ThrowAsync<Exception>(() => act(channel), $"{user}: {what}");
            ((int?)channel.CloseReason?.ReplyCode).ShouldBe(Constants.AccessRefused, $"{user}: {what}: {refusal.Message}");
        }

        foreach (var (user, others) in new[]
        {
            ("ingest", new[] { Topology.Queues.ArticleReceived, Topology.Queues.IncidentDetected, Topology.Queues.NoIncidentDetected, Topology.Queues.DeadLetter }),
            ("extraction", [Topology.Queues.IncidentDetected, Topology.Queues.NoIncidentDetected]),
            ("projection", [Topology.Queues.ArticleReceived]),
        })
            foreach (var queue in others)
            {
                await Refused(user, "consume " + queue, channel => channel.BasicGetAsync(queue, false));
                await Refused(user, "delete " + queue, channel => channel.QueueDeleteAsync(queue));
                await Refused(user, "purge " + queue, channel => channel.QueuePurgeAsync(queue));
                await Refused(user, "publish into " + queue, channel => channel.BasicPublishAsync("", queue, true, props, "{}"u8.ToArray()).AsTask());
            }
        await Refused("projection", "publish articles", channel => channel.BasicPublishAsync(Topology.Exchanges.ArticleReceived, "", false, props, "{}"u8.ToArray()).AsTask());
        await Refused("ingest", "publish reports", channel => channel.BasicPublishAsync(Topology.Exchanges.IncidentDetected, "", false, props, "{}"u8.ToArray()).AsTask());
        await Refused("extraction", "publish changes", channel => channel.BasicPublishAsync(Topology.Exchanges.IncidentChanged, "", false, props, "{}"u8.ToArray()).AsTask());
        await Refused("extraction", "make a queue of another name", channel => channel.QueueDeclareAsync("projection.mine", true, false, false));
    }

    [Fact]
    public async Task A_role_of_the_database_is_refused_on_what_is_not_its_own_and_on_the_past()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await using var projection = NpgsqlDataSource.Create(infrastructure.DatabaseAs(platform.ConnectionString, "projection"));
        await using var ingest = NpgsqlDataSource.Create(infrastructure.DatabaseAs(platform.ConnectionString, "ingest"));
        foreach (var (database, statement) in new[]
        {
            (projection, "insert into ingest.inbox (key, at) values ('x', now())"),
            (projection, "update ingest.mt_streams set version = 0"),
            (projection, "delete from ingest.mt_events"),
            (projection, "select nextval('ingest.mt_events_sequence')"),
            (projection, "update incidents.mt_events set data = '{}'"),
            (projection, "delete from incidents.mt_events"),
            (projection, "delete from incidents.mt_streams"),
            (projection, "drop table incidents.article"),
            (projection, "create table incidents.mine (x int)"),
            (ingest, "select count(*) from incidents.article"),
            (ingest, "insert into incidents.inbox (key, at) values ('x', now())"),
            (ingest, "update ingest.mt_events set data = '{}'"),
            (ingest, "truncate ingest.mt_events"),
            (ingest, "delete from ingest.mt_streams"),
            (ingest, "create schema mine"),
            (ingest, "create table public.mine (x int)"),
            (ingest, "create role mine"),
        })
        {
            var what = $"{(database == ingest ? "ingest" : "projection")}: {statement}";
            await using var command = database.CreateCommand(statement);
            (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(), what)).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, what);
        }
    }

    [Fact]
    public async Task A_service_waits_for_the_owner_to_make_its_schema_and_says_so()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await using (var drop = platform.Database.CreateCommand("drop schema ingest cascade"))
            await drop.ExecuteNonQueryAsync();
        platform.Ingest.Start();
        await Eventually.Holds("the service to say what is missing", () => Task.FromResult(platform.Ingest.Log.Any(line => line.Contains("argument migrate"))));
        (await platform.Ingest.ReadinessAsync()).ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);

        await using var migrate = new ServiceProcess("ingest", new Dictionary<string, string> { ["ConnectionStrings__Postgres"] = infrastructure.DatabaseAs(platform.ConnectionString, "owner") },
            command: ["dotnet", Repository.Service("ingest"), "migrate"]);
        migrate.Start();

        await platform.Ingest.ReadyAsync();
        await platform.PostAsync(Articles.Attack(1));
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_rebuild_the_service_has_its_rights_on_the_new_tables()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await platform.TellOneAsync(Analyst.Attack(0));

        (await platform.RebuildAsync()).ShouldBe(0);

        await platform.TellOneAsync(Analyst.Attack(1, "Mosul"));
    }
}
