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
        var compose = Yaml.ReadFile(Path.Combine(Repository.Root, "docker-compose.yml"))["services"]![service]!["environment"]!.AsObject();

        // Those without a value are handed on where somebody sets them. Doing without keys is for a machine of one's own.
        var needed = compose.Where(v => v.Key != "<<" && v.Value is not null).Select(v => v.Key).ToHashSet();
        needed.Remove("OWNER_DATABASE").ShouldBe(containers[true].Any(), "who makes the schema");
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
        var passwords = Manifests.Secrets().Concat(Yaml.ReadAll(Manifests.PrintSecrets())).Select(s => s["stringData"]!["password"]?.GetValue<string>() ?? new Uri(s["stringData"]!["rabbitmq"]!.GetValue<string>()).UserInfo.Split(':')[1]).ToList();

        passwords.Count.ShouldBe(10);
        passwords.ShouldBeUnique();
        passwords.ShouldAllBe(p => p.Length >= 32);
    }
}
