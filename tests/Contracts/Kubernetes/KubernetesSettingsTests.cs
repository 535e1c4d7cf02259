using System.Text.Json.Nodes;
using Platform.Tests.Contracts.AsyncApi;

namespace Platform.Tests.Contracts.Kubernetes;

/// <summary>What services, database and broker are told in a cluster, beside what they are told by Compose.</summary>
public sealed class KubernetesSettingsTests
{
    /// <summary>A service that gets a setting or a right it did not need before is not forgotten here.</summary>
    [Theory]
    [InlineData("ingest")]
    [InlineData("extraction")]
    [InlineData("projection")]
    public void A_service_has_every_setting_that_Compose_gives_it(string service)
    {
        var objects = Manifests.Objects();
        var deployment = objects.Single(o => o["kind"]!.GetValue<string>() == "Deployment" && o["metadata"]!["name"]!.GetValue<string>() == service);
        var settings = objects.Single(o => o["kind"]!.GetValue<string>() == "ConfigMap")["data"]!.AsObject().Select(p => p.Key).ToHashSet();
        var containers = Kustomization.ContainersOf(deployment).ToLookup(c => Kustomization.IsOfStart(deployment, c));
        settings.UnionWith(containers[false].ShouldHaveSingleItem()["env"]!.AsArray().Select(v => v!["name"]!.GetValue<string>()));
        var services = Yaml.ReadFile(Path.Combine(Repository.Root, "docker-compose.yml"))["services"]!.AsObject();
        var compose = services[service]!["environment"]!.AsObject();

        // Those without a value are handed on where somebody sets them. Doing without keys is for a machine of one's own.
        var needed = compose.Where(v => v.Key != "<<" && v.Value is not null).Select(v => v.Key).ToHashSet();
        services.ContainsKey("migrate-" + service).ShouldBe(containers[true].Any(), "who makes the schema");
        needed.ShouldContain("ConnectionStrings__RabbitMq");
        needed.Except(settings).ShouldBeEmpty();
        containers[true].ShouldAllBe(c => c["args"]!.ToJsonString() == """["migrate"]""" && c["env"]![0]!["valueFrom"]!["secretKeyRef"]!["name"]!.GetValue<string>() == "platform-owner");
    }

    [Fact]
    public void Database_and_broker_are_told_all_that_Compose_tells_them()
    {
        var objects = Manifests.Objects();
        var compose = Yaml.ReadFile(Path.Combine(Repository.Root, "docker-compose.yml"))["services"]!;
        var parameters = compose["postgres"]!["command"]!.AsArray().Select(a => a!.GetValue<string>().Split('=')).Where(a => a.Length == 2).Select(a => a[0]).ToList();
        parameters.ShouldContain("synchronous_commit");
        parameters.Except(objects.Single(o => o["kind"]!.GetValue<string>() == "Cluster")["spec"]!["postgresql"]!["parameters"]!.AsObject().Select(p => p.Key)).ShouldBeEmpty();

        // How much memory the broker may use, it is told as a part of what its pod has.
        var broker = Keys(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "docker", "rabbitmq.conf")));
        broker.ShouldContain("consumer_timeout");
        broker.Except(Keys(objects.Single(o => o["kind"]!.GetValue<string>() == "RabbitmqCluster")["spec"]!["rabbitmq"]!["additionalConfig"]!.GetValue<string>())).ShouldBe(["vm_memory_high_watermark.absolute"]);

        static List<string> Keys(string file) => [.. file.Split('\n').Where(line => line.Contains(" = ") && line[0] != '#').Select(line => line.Split(' ')[0])];
    }

    /// <summary>The services declare their queues as soon as one broker answers; a queue that stayed with that one alone would be lost with it.</summary>
    [Fact]
    public void Queues_get_a_member_on_every_broker_though_they_were_declared_when_there_was_one()
    {
        var broker = Manifests.Objects().Single(o => o["kind"]!.GetValue<string>() == "RabbitmqCluster")["spec"]!;
        var settings = broker["rabbitmq"]!["additionalConfig"]!.GetValue<string>().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" = ")).ToDictionary(l => l[0], l => l[1]);

        settings["quorum_queue.continuous_membership_reconciliation.enabled"].ShouldBe("true");
        settings["quorum_queue.continuous_membership_reconciliation.target_group_size"].ShouldBe(broker["replicas"]!.ToString());
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("projection")]
    public void Who_asks_for_tokens_reaches_their_issuer(string service) => Manifests.Objects().Where(o => o["kind"]!.GetValue<string>() == "NetworkPolicy").ShouldContain(p =>
        p["metadata"]!["name"]!.GetValue<string>() == "to-token-issuer" && p["spec"]!["podSelector"]!.ToJsonString().Contains($"\"{service}\"")
        && p["spec"]!["egress"]![0]!["to"]![0]!["ipBlock"]!["cidr"]!.GetValue<string>() == "0.0.0.0/0" && p["spec"]!["egress"]![0]!["ports"]![0]!["port"]!.ToString() == "443");

    [Theory]
    [InlineData("""{"incident-platform/subscriber":"true"}""", "5672")]
    [InlineData("""{"kubernetes.io/metadata.name":"observability"}""", "15692")]
    public void Subscribers_and_who_scrapes_metrics_reach_the_broker(string labels, string port) =>
        Manifests.Objects().Single(o => o["kind"]!.GetValue<string>() == "NetworkPolicy" && o["metadata"]!["name"]!.GetValue<string>() == "broker")["spec"]!["ingress"]!.AsArray()
            .Where(rule => rule!["from"]!.AsArray().Any(peer => peer!["podSelector"] is null && peer["namespaceSelector"]?["matchLabels"]?.ToJsonString() == labels))
            .ShouldHaveSingleItem()!["ports"]!.AsArray().Select(p => p!["port"]!.ToString()).ShouldContain(port);

    /// <summary>With the broker away nothing is taken in; pods that can be read stay behind their service all the same.</summary>
    [Fact]
    public void Reading_does_not_go_away_with_the_broker() =>
        Kustomization.ContainersOf(DeploymentOf("projection")).Single(c => c["readinessProbe"] is not null)["readinessProbe"]!["httpGet"]!["path"]!.GetValue<string>().ShouldBe("/health/serving");

    /// <summary>What the extraction takes in advance goes by processors, and its memory is limited: it must not see all of a large node's.</summary>
    [Fact]
    public void What_an_extraction_takes_in_advance_does_not_grow_with_its_node() =>
        Kustomization.ContainersOf(DeploymentOf("extraction")).Single()["env"]!.AsArray().ShouldContain(v => v!["name"]!.GetValue<string>() == "DOTNET_PROCESSOR_COUNT" && int.Parse(v["value"]!.GetValue<string>()) <= 8);

    [Fact]
    public void All_pods_that_there_may_be_together_open_no_more_connections_than_the_database_takes()
    {
        var objects = Manifests.Objects();
        var limit = int.Parse(objects.Single(o => o["kind"]!.GetValue<string>() == "Cluster")["spec"]!["postgresql"]!["parameters"]!["max_connections"]!.GetValue<string>());

        // One more of each while a version is rolled out.
        var most = new[] { "ingest", "projection" }.Sum(service => Pool(objects.Single(o => o["kind"]!.GetValue<string>() == "Secret" && o["metadata"]!["name"]!.GetValue<string>() == $"platform-{service}")["stringData"]!["postgres"]!.GetValue<string>())
            * (1 + objects.Single(o => o["kind"]!.GetValue<string>() == "HorizontalPodAutoscaler" && o["metadata"]!["name"]!.GetValue<string>() == service)["spec"]!["maxReplicas"]!.GetValue<long>()));

        most.ShouldBeLessThanOrEqualTo(limit - 10); // for the operator, the owner's migrate, and a person
        var compose = Yaml.ReadFile(Path.Combine(Repository.Root, "docker-compose.yml"))["services"]!;
        new[] { "ingest", "projection" }.Sum(service => Pool(compose[service]!["environment"]!["ConnectionStrings__Postgres"]!.GetValue<string>()))
            .ShouldBeLessThanOrEqualTo(int.Parse(compose["postgres"]!["command"]!.AsArray().Select(a => a!.GetValue<string>()).Single(a => a.StartsWith("max_connections=")).Split('=')[1]) - 10);

        static int Pool(string connectionString) => int.Parse(connectionString.Split(';').Single(part => part.StartsWith("Maximum Pool Size=")).Split('=')[1]);
    }

    /// <summary>PostgreSQL's own 128 MB hold the index pages of some ten thousand incidents; beyond, a page of the list is read from outside, page by page.</summary>
    [Fact]
    public void The_database_holds_a_quarter_of_its_memory_for_pages()
    {
        var cluster = Manifests.Objects().Single(o => o["kind"]!.GetValue<string>() == "Cluster")["spec"]!;
        (Megabytes(cluster["postgresql"]!["parameters"]!["shared_buffers"]!.GetValue<string>()) * 4).ShouldBe(Megabytes(cluster["resources"]!["limits"]!["memory"]!.GetValue<string>()));
        var compose = Yaml.ReadFile(Path.Combine(Repository.Root, "docker-compose.yml"))["services"]!["postgres"]!;
        (Megabytes(compose["command"]!.AsArray().Select(a => a!.GetValue<string>()).Single(a => a.StartsWith("shared_buffers=")).Split('=')[1]) * 4)
            .ShouldBe(Megabytes(compose["mem_limit"]!.GetValue<string>()));

        static int Megabytes(string size) => int.Parse(size.TrimEnd('B', 'i', 'M', 'm', 'G', 'g')) * (size.Contains('G', StringComparison.OrdinalIgnoreCase) ? 1024 : 1);
    }

    /// <summary>What is kept for an instance that is away, and what a checkpoint leaves, stay within the volume: a full one stops the primary.</summary>
    [Fact]
    public void An_instance_that_is_away_does_not_fill_the_volume_of_the_log()
    {
        var cluster = Manifests.Objects().Single(o => o["kind"]!.GetValue<string>() == "Cluster")["spec"]!;
        var parameters = cluster["postgresql"]!["parameters"]!;

        (Gigabytes("max_slot_wal_keep_size") + Gigabytes("max_wal_size")).ShouldBeLessThan(int.Parse(cluster["walStorage"]!["size"]!.GetValue<string>()[..^2]));

        int Gigabytes(string name) => int.Parse(parameters[name]!.GetValue<string>()[..^2]);
    }

    [Fact]
    public void Names_are_found_where_a_node_answers_for_the_cluster()
    {
        var egress = Manifests.Objects().Single(o => o["kind"]!.GetValue<string>() == "NetworkPolicy" && o["metadata"]!["name"]!.GetValue<string>() == "names")["spec"]!["egress"]!.AsArray();

        egress.ShouldHaveSingleItem()!["to"]!.AsArray().ShouldContain(to => to!["ipBlock"] != null && to["ipBlock"]!["cidr"]!.GetValue<string>() == "169.254.20.10/32");
    }

    [Fact]
    public void The_brokers_operator_logs_in_as_the_administrator_that_the_broker_knows()
    {
        string Of(string secret, string key) => Manifests.Secrets().Single(s => s["metadata"]!["name"]!.GetValue<string>() == secret)["stringData"]![key]!.GetValue<string>();
        var cluster = Manifests.Objects().Single(o => o["kind"]!.GetValue<string>() == "RabbitmqCluster")["metadata"]!["name"]!.GetValue<string>();

        foreach (var key in new[] { "username", "password" })
            Of($"{cluster}-default-user", key).ShouldBe(Of("platform-broker", key));
        Of($"{cluster}-default-user", "default_user.conf").ShouldBe($"default_user = {Of("platform-broker", "username")}\ndefault_pass = {Of("platform-broker", "password")}\n");
        Of($"{cluster}-default-user", "host").ShouldStartWith(cluster + ".");
    }

    [Fact]
    public void Pods_that_are_not_ready_keep_no_node_from_being_drained() => Manifests.Objects().Where(o => o["kind"]!.GetValue<string>() == "PodDisruptionBudget")
        .ShouldAllBe(o => o["spec"]!["unhealthyPodEvictionPolicy"]!.GetValue<string>() == "AlwaysAllow");

    [Fact]
    public void What_the_README_says_the_cluster_needs_is_what_is_asked_for()
    {
        var objects = Manifests.Objects();
        var (database, broker) = (objects.Single(o => o["kind"]!.GetValue<string>() == "Cluster")["spec"]!, objects.Single(o => o["kind"]!.GetValue<string>() == "RabbitmqCluster")["spec"]!);
        double cores = 0, memory = 0, mostCores = 0, mostMemory = 0;
        foreach (var (asked, least, most) in new[] { "ingest", "extraction", "projection" }.Select(Scaled)
            .Append((database["resources"]!["requests"]!, (int)database["instances"]!.GetValue<long>(), (int)database["instances"]!.GetValue<long>()))
            .Append((broker["resources"]!["requests"]!, (int)broker["replicas"]!.GetValue<long>(), (int)broker["replicas"]!.GetValue<long>())))
        {
            var (cpu, bytes) = (asked["cpu"]!.ToString(), asked["memory"]!.ToString());
            var (c, m) = (cpu.EndsWith('m') ? int.Parse(cpu[..^1]) / 1000.0 : int.Parse(cpu), bytes.EndsWith("Mi") ? int.Parse(bytes[..^2]) / 1024.0 : int.Parse(bytes[..^2]));
            (cores, memory, mostCores, mostMemory) = (cores + c * least, memory + m * least, mostCores + c * most, mostMemory + m * most);
        }
        var volumes = (int)database["instances"]!.GetValue<long>() * (Gi(database["storage"]!["size"]!) + Gi(database["walStorage"]!["size"]!)) + (int)broker["replicas"]!.GetValue<long>() * Gi(broker["persistence"]!["storage"]!);

        var readme = string.Join(' ', File.ReadAllText(Path.Combine(Manifests.Folder, "README.md")).Split('\n'));
        readme.ShouldContain(FormattableString.Invariant($"{cores} cores, {memory} GiB of memory and volumes of {volumes} GiB"));
        readme.ShouldContain(FormattableString.Invariant($"it is {mostCores} cores and {mostMemory} GiB"));

        static int Gi(JsonNode size) => int.Parse(size.GetValue<string>()[..^2]);
        (JsonNode, int, int) Scaled(string service)
        {
            var scaler = objects.Single(o => o["kind"]!.GetValue<string>() is "HorizontalPodAutoscaler" or "ScaledObject" && o["metadata"]!["name"]!.GetValue<string>() == service)["spec"]!;
            return (Kustomization.ContainersOf(DeploymentOf(service)).Single(c => c["readinessProbe"] is not null)["resources"]!["requests"]!,
                (int)(scaler["minReplicas"] ?? scaler["minReplicaCount"])!.GetValue<long>(), (int)(scaler["maxReplicas"] ?? scaler["maxReplicaCount"])!.GetValue<long>());
        }
    }

    private static JsonObject DeploymentOf(string service) => Manifests.Objects().Single(o => o["kind"]!.GetValue<string>() == "Deployment" && o["metadata"]!["name"]!.GetValue<string>() == service);

    [Fact]
    public void The_broker_knows_each_service_and_what_it_may_do()
    {
        var definitions = JsonNode.Parse(Manifests.Secrets().Single(s => s["metadata"]!["name"]!.GetValue<string>() == "platform-broker")["stringData"]!["definitions.json"]!.GetValue<string>())!;

        definitions["users"]!.AsArray().Select(u => u!["name"]!.GetValue<string>()).ShouldBe(["platform", "ingest", "extraction", "projection"], ignoreOrder: true);
        definitions["permissions"]!.AsArray().Count.ShouldBe(4);
    }

    [Fact]
    public void No_two_secrets_and_no_two_runs_have_the_same_password()
    {
        var passwords = Manifests.Secrets().Concat(Yaml.ReadAll(Manifests.PrintSecrets())).Where(s => s["metadata"]!["name"]!.GetValue<string>() != "rabbitmq-default-user").Select(s => s["stringData"]!["password"]?.GetValue<string>() ?? new Uri(s["stringData"]!["rabbitmq"]!.GetValue<string>()).UserInfo.Split(':')[1]).ToList();

        passwords.Count.ShouldBe(10);
        passwords.ShouldBeUnique();
        passwords.ShouldAllBe(p => p.Length >= 32);
    }
}
