using System.Text.Json.Nodes;

namespace Platform.Tests.Contracts.Kubernetes;

/// <summary>Where objects name each other: what a cluster would accept one by one and then not run.</summary>
internal sealed class References(IReadOnlyList<JsonObject> objects)
{
    /// <summary>Secrets that a person makes, as deploy/kubernetes/README.md says, besides those of deploy/kubernetes/secrets.</summary>
    private static readonly string[] MadeByHand = ["platform-access"];

    private readonly List<string> faults = [];

    /// <summary>Everything that leads nowhere; empty when all is well.</summary>
    public IReadOnlyList<string> Faults()
    {
        foreach (var one in objects)
        {
            switch (Text(one, "kind"))
            {
                case "Deployment":
                    Deployment(one);
                    break;
                case "Service":
                    var pods = PodsOf(one["spec"]!["selector"]!.AsObject());
                    Expect(pods.Count > 0, one, "selects no pod");
                    foreach (var port in one["spec"]!["ports"]!.AsArray())
                        Expect(pods.All(p => PortsOf(p).Contains(port!["targetPort"]!.ToString())), one, $"no port {port!["targetPort"]} on its pods");
                    break;
                case "PodDisruptionBudget":
                    Expect(PodsOf(one["spec"]!["selector"]!["matchLabels"]!.AsObject()).Count > 0, one, "selects no pod");
                    break;
                case "HorizontalPodAutoscaler" or "ScaledObject":
                    Expect(Find(Text(one, "spec.scaleTargetRef.kind", "Deployment"), Text(one, "spec.scaleTargetRef.name")) is not null, one, "scales nothing");
                    foreach (var trigger in one["spec"]!["triggers"]?.AsArray() ?? [])
                        Expect(Find("TriggerAuthentication", trigger!["authenticationRef"]!["name"]!.GetValue<string>()) is not null, one, "no such authentication");
                    break;
                case "TriggerAuthentication":
                    foreach (var secret in one["spec"]!["secretTargetRef"]!.AsArray())
                        Secret(one, secret!);
                    break;
                case "NetworkPolicy":
                    Policy(one);
                    break;
                case "Cluster":
                    Database(one);
                    break;
                case "RabbitmqCluster":
                    Broker(one);
                    break;
            }
        }
        foreach (var twice in objects.GroupBy(Name).Where(g => g.Count() > 1))
            faults.Add($"{twice.Key}: there are {twice.Count()}");
        foreach (var target in objects.Where(o => Text(o, "kind") is "HorizontalPodAutoscaler" or "ScaledObject").GroupBy(o => Text(o, "spec.scaleTargetRef.name")).Where(g => g.Count() > 1))
            faults.Add($"{target.Key}: scaled by two");
        return faults;
    }

    private void Deployment(JsonObject one)
    {
        var pod = one["spec"]!["template"]!["spec"]!;
        Expect(Selects(one["spec"]!["selector"]!["matchLabels"]!.AsObject(), Labels(one)), one, "does not select its own pods");
        Expect(Find("ServiceAccount", Text(pod, "serviceAccountName")) is not null, one, "no such service account");
        var volumes = pod["volumes"]?.AsArray().Select(v => Text(v!, "name")).ToList() ?? [];
        foreach (var container in Kustomization.ContainersOf(one))
        {
            foreach (var source in container["envFrom"]?.AsArray() ?? [])
            {
                if (source!["secretRef"] is { } made)
                    Expect(MadeByHand.Contains(Text(made, "name")), one, $"nobody makes the secret {Text(made, "name")}");
                else
                    Expect(Find("ConfigMap", Text(source, "configMapRef.name")) is not null, one, $"no config map {Text(source, "configMapRef.name")}");
            }
            var before = new List<string>();
            foreach (var variable in container["env"]?.AsArray() ?? [])
            {
                if (variable!["valueFrom"]?["secretKeyRef"] is { } secret)
                    Secret(one, secret);
                foreach (System.Text.RegularExpressions.Match used in System.Text.RegularExpressions.Regex.Matches(variable["value"]?.GetValue<string>() ?? "", @"\$\((\w+)\)"))
                    Expect(before.Contains(used.Groups[1].Value), one, $"{Text(variable, "name")} uses {used.Value}, which is not set before it");
                before.Add(Text(variable, "name"));
            }
            foreach (var probe in Kustomization.IsOfStart(one, container) ? [] : new[] { "startupProbe", "livenessProbe", "readinessProbe" })
                Expect(container[probe] is { } p && PortsOf(one).Contains(Text(p, "httpGet.port")), one, $"{probe} asks a port that is not there");
            foreach (var mount in container["volumeMounts"]?.AsArray() ?? [])
                Expect(volumes.Contains(Text(mount!, "name")), one, $"no volume {Text(mount!, "name")}");
        }
    }

    /// <summary>A policy must choose pods, and what it opens must be open at the other end too where that is ours.</summary>
    private void Policy(JsonObject one)
    {
        Expect(Chosen(one["spec"]!["podSelector"]!).Any(), one, "chooses no pod");
        foreach (var rule in (one["spec"]!["ingress"]?.AsArray() ?? []).Concat(one["spec"]!["egress"]?.AsArray() ?? []))
            foreach (var peer in (rule!["from"] ?? rule["to"])?.AsArray() ?? [])
                if (peer!["podSelector"] is { } pods && peer["namespaceSelector"] is null)
                    Expect(Chosen(pods).Any(), one, $"names pods that are not there: {pods.ToJsonString()}");
        foreach (var rule in one["spec"]!["egress"]?.AsArray() ?? [])
            foreach (var peer in rule!["to"]?.AsArray() ?? [])
                if (peer!["podSelector"] is { } pods && peer["namespaceSelector"] is null)
                    foreach (var from in Chosen(one["spec"]!["podSelector"]!))
                        foreach (var to in Chosen(pods))
                            foreach (var port in rule["ports"]?.AsArray() ?? [])
                                Expect(LetsIn(to, from, port!["port"]!.ToString()), one, $"{from.ToJsonString()} may leave, but {to.ToJsonString()} does not let it in on {port!["port"]}");
    }

    private bool LetsIn(JsonObject to, JsonObject from, string port) => objects.Any(p => Text(p, "kind") == "NetworkPolicy"
        && Matches(p["spec"]!["podSelector"]!, to)
        && (p["spec"]!["ingress"]?.AsArray() ?? []).Any(rule =>
            rule!["ports"]!.AsArray().Any(r => r!["port"]!.ToString() == port)
            && rule["from"]!.AsArray().Any(peer => peer!["podSelector"] is { } s && peer["namespaceSelector"] is null && Matches(s, from))));

    /// <summary>Each role has the secret that names it, and a connection string for it.</summary>
    private void Database(JsonObject one)
    {
        var initdb = one["spec"]!["bootstrap"]!["initdb"]!;
        Role(Text(initdb, "owner"), Text(initdb, "secret.name"));
        foreach (var role in one["spec"]!["managed"]!["roles"]!.AsArray())
            Role(Text(role!, "name"), Text(role!, "passwordSecret.name"));
        foreach (var secret in objects.Where(o => Text(o, "kind") == "Secret" && o["stringData"]!["postgres"] is not null))
            Expect(Text(secret, "stringData.postgres").Contains($"Host={Text(one, "metadata.name")}-rw.", StringComparison.Ordinal), one, $"{Name(secret)} leads to another database");

        void Role(string name, string secret) => Expect(
            Find("Secret", secret) is { } found && Text(found, "stringData.username") == name && Text(found, "stringData.password").Length > 0
            && Text(found, "stringData.postgres").EndsWith($";Username={name};Password={Text(found, "stringData.password")}", StringComparison.Ordinal), one, $"no secret {secret} for the role {name}");
    }

    /// <summary>What it loads at its start is mounted, and the services' addresses lead to it.</summary>
    private void Broker(JsonObject one)
    {
        var pod = one["spec"]!["override"]!["statefulSet"]!["spec"]!["template"]!["spec"]!;
        var mounts = pod["containers"]![0]!["volumeMounts"]!.AsArray();
        var files = pod["volumes"]!.AsArray().SelectMany(volume => volume!["secret"]!["items"]!.AsArray().SelectMany(item =>
        {
            Secret(one, new JsonObject { ["name"] = Text(volume, "secret.secretName"), ["key"] = Text(item!, "key") });
            return mounts.Where(m => Text(m!, "name") == Text(volume, "name")).Select(m => $"{Text(m!, "mountPath")}/{Text(item!, "path")}");
        })).ToList();
        Expect(files.Any(file => Text(one, "spec.rabbitmq.additionalConfig").Contains($"load_definitions = {file}\n", StringComparison.Ordinal)), one, "loads definitions that are not mounted");
        foreach (var secret in objects.Where(o => Text(o, "kind") == "Secret" && o["stringData"]!["rabbitmq"] is not null))
            Expect(new Uri(Text(secret, "stringData.rabbitmq")).Host.StartsWith(Text(one, "metadata.name") + ".", StringComparison.Ordinal), one, $"{Name(secret)} leads to another broker");
    }

    private void Secret(JsonObject one, JsonNode reference)
    {
        var (name, key) = (Text(reference, "name"), Text(reference, "key"));
        Expect(Find("Secret", name)?["stringData"]?[key] is not null, one, $"no secret {name} with key {key}");
    }

    /// <summary>Labels of every kind of pod there will be: those of the deployments, and those the operators give theirs.</summary>
    private IEnumerable<JsonObject> Pods() => objects.Select(o => (Kind: Text(o, "kind"), One: o)).Where(o => o.Kind is "Deployment" or "Cluster" or "RabbitmqCluster").Select(o => o.Kind switch
    {
        "Deployment" => Labels(o.One),
        "Cluster" => new JsonObject { ["cnpg.io/cluster"] = Text(o.One, "metadata.name") },
        _ => new JsonObject { ["app.kubernetes.io/name"] = Text(o.One, "metadata.name"), ["app.kubernetes.io/component"] = "rabbitmq" },
    });

    private IEnumerable<JsonObject> Chosen(JsonNode selector) => Pods().Where(p => Matches(selector, p));

    private static bool Matches(JsonNode selector, JsonObject labels) =>
        Selects(selector["matchLabels"]?.AsObject() ?? [], labels)
        && (selector["matchExpressions"]?.AsArray() ?? []).All(e => e!["values"]!.AsArray().Any(v => labels[Text(e, "key")]?.ToString() == v!.ToString()));

    private List<JsonObject> PodsOf(JsonObject selector) => [.. objects.Where(o => Text(o, "kind") == "Deployment" && Selects(selector, Labels(o)))];

    private JsonObject? Find(string kind, string name) => objects.FirstOrDefault(o => Text(o, "kind") == kind && Text(o, "metadata.name") == name);

    private static bool Selects(JsonObject selector, JsonObject labels) => selector.All(s => labels[s.Key]?.ToString() == s.Value!.ToString());

    private static JsonObject Labels(JsonObject deployment) => deployment["spec"]!["template"]!["metadata"]!["labels"]!.AsObject();

    private static IEnumerable<string> PortsOf(JsonObject deployment) =>
        Kustomization.ContainersOf(deployment).SelectMany(c => c["ports"]?.AsArray() ?? []).SelectMany(p => new[] { Text(p!, "name"), p!["containerPort"]!.ToString() });

    private static string Name(JsonObject one) => $"{Text(one, "kind")} {Text(one, "metadata.name")}";

    private void Expect(bool holds, JsonObject one, string fault)
    {
        if (!holds)
            faults.Add($"{Name(one)}: {fault}");
    }

    private static string Text(JsonNode node, string path, string otherwise = "") =>
        path.Split('.').Aggregate((JsonNode?)node, (n, step) => n?[step])?.ToString() ?? otherwise;
}
