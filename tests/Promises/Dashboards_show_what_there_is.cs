using System.Text.Json;
using System.Text.RegularExpressions;
using Platform.Tests.Harness;
using RabbitMQ.Client;

namespace Platform.Tests.Promises;

/// <summary>Each metric that the dashboard shows or an alert looks at is one that the services or the broker really give, under that name.</summary>
[Collection(Collection.Name)]
public sealed partial class Dashboards_show_what_there_is(Infrastructure infrastructure)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy", "observability");

    [Fact]
    public async Task Every_metric_of_the_dashboard_and_the_alerts_is_given_by_a_service_or_the_broker()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var platform = await TestPlatform.StartAsync(infrastructure, receiver.Environment);
        await using var outsider = await Outsider.ConnectAsync(platform);
        await platform.ExtractedAsync((await platform.PostAsync(Articles.Attack(1))).GetProperty("articleId").GetGuid());
        // Counters are there when they have counted: a dead letter and a decision, and spans that are not stored.
        var op = new Operator(platform);
        await outsider.PublishAsync("incident-detected.v1", "{ not json", Guid.NewGuid().ToString(), "IncidentDetected", "incident.detected.x.y");
        await op.DecideAsync($"{(await op.OnlyAsync()).GetProperty("id").GetGuid()}/discard", new { actor = "Op", reason = "not JSON" });
        await using (var connection = await platform.ConnectAsync())
        {
            await using var channel = await connection.CreateChannelAsync();
            await channel.BasicPublishAsync("trace-spans.v1", "", "not spans"u8.ToArray());
        }
        var broker = await infrastructure.BrokerMetricsAsync("/metrics/detailed?family=queue_coarse_metrics");
        var ofBroker = broker is null ? null : BrokerName().Matches(broker).Select(m => m.Groups[1].Value).ToHashSet();

        var used = Expressions().SelectMany(Metrics).Distinct().ToList();
        used.Count.ShouldBeGreaterThan(15);
        List<string> Missing() => [.. used.Where(name => name.StartsWith("rabbitmq_", StringComparison.Ordinal) ? ofBroker?.Contains(name) == false : !receiver.PrometheusNames.Contains(name))];
        await Eventually.Holds("every metric", () => Missing() is { Count: > 0 } missing
            ? throw new InvalidOperationException($"missing: {string.Join(", ", missing)}; there are {string.Join(", ", receiver.PrometheusNames.Order())}")
            : Task.FromResult(true));
    }

    [Theory]
    [InlineData("sum by (job, x) (rate(a_total{y=~\"b|c\"}[5m])) / sum(d{e=\"f{g}\"} offset 1h) > 0.05 and on (q) h == 1e3", "a_total,d,h")]
    [InlineData("histogram_quantile(0.99, sum by (le) (rate(x_bucket[$__rate_interval])))", "x_bucket")]
    [InlineData("absent(a) or absent(b{c=\"d\"})", "a,b")]
    public void The_names_in_an_expression_are_found(string expression, string names) => Metrics(expression).ShouldBe(names.Split(','));

    /// <summary>The expressions of all panels and all rules.</summary>
    private static IEnumerable<string> Expressions()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, "grafana", "dashboards"), "*.json"))
            foreach (var panel in JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("panels").EnumerateArray())
                foreach (var target in panel.GetProperty("targets").EnumerateArray())
                    yield return target.GetProperty("expr").GetString()!;
        foreach (Match rule in Expression().Matches(File.ReadAllText(Path.Combine(Folder, "alerts.yml"))))
            yield return rule.Groups[1].Value;
    }

    /// <summary>The names of metrics in an expression: words that are neither a label, nor a function, nor a word of the language.</summary>
    private static IEnumerable<string> Metrics(string expression)
    {
        var rest = Text().Replace(expression, "");
        rest = Labels().Replace(rest, " ");
        return Word().Matches(rest).Select(m => m.Value).Where(w => w is not ("and" or "or" or "unless" or "offset" or "bool" or "on" or "by")).Distinct();
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    // {labels}, [time], by (labels), on (labels), offset 5m
    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]|\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)|\boffset\s+\w+")]
    private static partial Regex Labels();

    // Not what is called, and no number such as 1e3.
    [GeneratedRegex(@"(?<![\w.])[a-zA-Z_:][\w:]*\b(?!\s*\()")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\s*expr: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Expression();

    [GeneratedRegex(@"^(\w+)[ {]", RegexOptions.Multiline)]
    private static partial Regex BrokerName();
}
