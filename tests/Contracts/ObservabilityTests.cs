using System.Text.RegularExpressions;
using Platform.Tests.Contracts.AsyncApi;

namespace Platform.Tests.Contracts;

/// <summary>deploy/observability without its servers.</summary>
public sealed partial class ObservabilityTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy", "observability");

    /// <summary>A panel's $__rate_interval is four times this, at least; over less than two exports there is no rate.</summary>
    [Fact]
    public void Rates_are_taken_over_several_of_the_exports_that_come_once_a_minute()
    {
        var sources = Yaml.ReadFile(Path.Combine(Folder, "grafana", "provisioning", "datasources", "platform.yml"))["datasources"]!.AsArray();

        sources.Single(s => s!["type"]!.GetValue<string>() == "prometheus")!["jsonData"]!["timeInterval"]!.GetValue<string>().ShouldBe("60s");
        File.ReadAllText(Path.Combine(Folder, "grafana", "dashboards", "platform.json")).ShouldContain("$__rate_interval");
    }

    /// <summary>The counter of a process that has just begun starts with what it has counted, which is no increase.</summary>
    [Fact]
    public void A_burst_of_dead_letters_is_also_seen_by_those_that_wait() =>
        Rule("DeadLettersByTheDozen").ShouldContain("or max(dead_letters_waiting) - max(dead_letters_waiting offset 10m) > 50");

    private static string Rule(string alert) => Rules().Matches(File.ReadAllText(Path.Combine(Folder, "alerts.yml"))).Single(m => m.Groups[1].Value == alert).Groups[2].Value;

    [GeneratedRegex(@"alert: (\w+)\n(?:\s*#.*\n)*\s*expr: (.*)\n")]
    private static partial Regex Rules();
}
