using System.Text.Json;
using System.Text.Json.Nodes;
using k8s;
using Platform.Bus;
using Platform.Tests.Contracts.Json;

namespace Platform.Tests.Contracts.Kubernetes;

/// <summary>The manifests of deploy/kubernetes, as they come out of the overlay, without a cluster.</summary>
public sealed class KubernetesTests
{
    /// <summary>Schemas of the operators' kinds, in the fields we use; those of Kubernetes itself are in its client library.</summary>
    private static readonly JsonSchemas Operators = new(Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Contracts", "Kubernetes", "Schemas"), "*.json")
        .Select(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement));

    [Fact]
    public void Every_file_is_part_of_the_overlay()
    {
        var read = new HashSet<string>();
        Kustomization.Build(Manifests.Overlay, f => read.Add(f));

        Directory.GetFiles(Manifests.Folder, "*.yaml", SearchOption.AllDirectories).ShouldBe(read, ignoreOrder: true);
    }

    [Fact]
    public void Every_object_is_valid_by_the_schema_of_its_kind() => Objects().SelectMany(InvalidIn).ShouldBeEmpty();

    [Fact]
    public void Every_name_leads_to_an_object_and_every_policy_to_pods_that_let_each_other_in() => new References(Objects()).Faults().ShouldBeEmpty();

    [Theory]
    [InlineData("Deployment", "spec.template.spec.containers.0.readyness", "{}")]
    [InlineData("Deployment", "spec.replicas", "\"many\"")]
    [InlineData("Service", "spec.ports.0.targetport", "80")]
    [InlineData("Cluster", "spec.instance", "3")]
    [InlineData("Cluster", "spec.instances", "\"3\"")]
    [InlineData("ScaledObject", "spec.triggers.0.metadata.value", "1000")]
    [InlineData("Cluster", "spec.managed.roles.0.login", "\"yes\"")]
    [InlineData("RabbitmqCluster", "spec.rabbitmq.additionalConf", "\"\"")]
    [InlineData("RabbitmqCluster", "spec.override.statefulSet.spec.template.spec.containers.0.name", "\"broker\"")]
    [InlineData("Deployment", "spec.template.spec.initContainers.0.arguments", "[]")]
    [InlineData("Secret", "stringData", "[]")]
    public void A_field_that_is_unknown_or_of_another_type_is_found(string kind, string path, string value)
    {
        var one = Objects().First(o => o["kind"]!.GetValue<string>() == kind);
        Set(one, path, value);

        InvalidIn(one).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Service", "spec.selector", """{"app.kubernetes.io/name": "nobody"}""")]
    [InlineData("Service", "spec.ports.0.targetPort", "\"https\"")]
    [InlineData("Deployment", "spec.template.spec.containers.0.env.0.valueFrom.secretKeyRef.key", "\"address\"")]
    [InlineData("Deployment", "spec.template.spec.initContainers.0.env.0.valueFrom.secretKeyRef.name", "\"owner\"")]
    [InlineData("Deployment", "spec.template.spec.containers.0.envFrom.0.configMapRef.name", "\"settings\"")]
    [InlineData("Deployment", "spec.template.spec.containers.0.envFrom", """[{"secretRef": {"name": "keys"}}]""")]
    [InlineData("Deployment", "spec.template.spec.containers.0.readinessProbe.httpGet.port", "\"web\"")]
    [InlineData("Deployment", "spec.template.metadata.labels", """{"app.kubernetes.io/name": "other"}""")]
    [InlineData("ScaledObject", "spec.scaleTargetRef.name", "\"reader\"")]
    [InlineData("RabbitmqCluster", "metadata.name", "\"broker\"")]
    [InlineData("RabbitmqCluster", "spec.override.statefulSet.spec.template.spec.containers.0.volumeMounts.0.mountPath", "\"/etc/other\"")]
    [InlineData("RabbitmqCluster", "spec.override.statefulSet.spec.template.spec.volumes.0.secret.secretName", "\"definitions\"")]
    [InlineData("Cluster", "metadata.name", "\"database\"")]
    [InlineData("Cluster", "spec.managed.roles.0.name", "\"ingest\"")]
    [InlineData("Cluster", "spec.bootstrap.initdb.secret.name", "\"postgres-app\"")]
    public void A_name_that_leads_nowhere_is_found(string kind, string path, string value)
    {
        var objects = Objects();
        Set(objects.First(o => o["kind"]!.GetValue<string>() == kind), path, value);

        new References(objects).Faults().ShouldNotBeEmpty();
    }

    [Fact]
    public void A_policy_that_no_longer_lets_a_service_in_is_found()
    {
        var objects = Objects();
        objects.RemoveAll(o => o["kind"]!.GetValue<string>() == "NetworkPolicy" && o["metadata"]!["name"]!.GetValue<string>() == "broker");

        new References(objects).Faults().ShouldContain(f => f.Contains("does not let it in on 5672"));
    }

    [Fact]
    public void Every_container_of_ours_runs_without_privileges_on_a_read_only_file_system_within_limits()
    {
        foreach (var deployment in Objects().Where(o => o["kind"]!.GetValue<string>() == "Deployment"))
        {
            var pod = deployment["spec"]!["template"]!["spec"]!;
            pod["automountServiceAccountToken"]!.GetValue<bool>().ShouldBeFalse();
            pod["securityContext"]!["runAsNonRoot"]!.GetValue<bool>().ShouldBeTrue();
            pod["securityContext"]!["seccompProfile"]!["type"]!.GetValue<string>().ShouldBe("RuntimeDefault");
            foreach (var container in Kustomization.ContainersOf(deployment))
            {
                var security = container["securityContext"]!;
                security["readOnlyRootFilesystem"]!.GetValue<bool>().ShouldBeTrue();
                security["allowPrivilegeEscalation"]!.GetValue<bool>().ShouldBeFalse();
                security["capabilities"]!["drop"]!.ToJsonString().ShouldBe("""["ALL"]""");
                container["resources"]!["limits"]!["memory"].ShouldNotBeNull();
                container["resources"]!["requests"]!["cpu"].ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void Every_service_is_deployed_with_a_budget_under_the_version_of_this_checkout()
    {
        var objects = Objects();
        var version = System.Xml.Linq.XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;

        foreach (var service in new[] { "ingest", "extraction", "projection" })
        {
            var deployment = objects.Single(o => o["kind"]!.GetValue<string>() == "Deployment" && o["metadata"]!["name"]!.GetValue<string>() == service);
            Kustomization.ContainersOf(deployment).ShouldAllBe(c => c["image"]!.GetValue<string>().EndsWith($"/{service}:{version}"));
            objects.ShouldContain(o => o["kind"]!.GetValue<string>() == "PodDisruptionBudget" && o["metadata"]!["name"]!.GetValue<string>() == service);
        }
    }

    [Fact]
    public void The_extraction_is_scaled_by_the_queue_it_reads() =>
        Objects().Single(o => o["kind"]!.GetValue<string>() == "ScaledObject")["spec"]!["triggers"]![0]!["metadata"]!["queueName"]!.GetValue<string>()
            .ShouldBe(Topology.Queues.ArticleReceived);

    private static List<JsonObject> Objects() => Manifests.Objects();

    private static IEnumerable<string> InvalidIn(JsonObject one)
    {
        var (version, kind) = (one["apiVersion"]!.GetValue<string>(), one["kind"]!.GetValue<string>());
        if (version.Contains('.') && !version.Contains(".k8s.io/"))
            return Operators.Validate($"https://incident-platform.example/kubernetes/{kind}.json", JsonDocument.Parse(one.ToJsonString()).RootElement).Select(e => $"{kind}{e}");
        try
        {
            // JSON is YAML; strict: an unknown field or kind is refused.
            KubernetesYaml.LoadAllFromString(one.ToJsonString(), strict: true).ShouldHaveSingleItem();
            return [];
        }
        catch (Exception e) when (e is not ShouldAssertException)
        {
            return [$"{kind} {one["metadata"]!["name"]}: {e.InnerException?.Message ?? e.Message}"];
        }
    }

    private static void Set(JsonObject one, string path, string value)
    {
        var steps = path.Split('.');
        // Keys with dots are set whole, as the last step's value.
        var holder = steps[..^1].Aggregate((JsonNode)one, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        holder[steps[^1]] = JsonNode.Parse(value);
    }
}
