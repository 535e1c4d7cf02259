using System.Text.RegularExpressions;

namespace Platform.Tests.Contracts;

/// <summary>The runbook says what tried each of its troubles: that must be there, and each alert must lead to one of them.</summary>
public sealed partial class RunbookTests
{
    private static readonly string Runbook = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "RUNBOOK.md"));

    [Fact]
    public void Every_trouble_names_tests_that_there_are()
    {
        var tests = string.Concat(new[] { "Promises", "Faults" }.SelectMany(p => Directory.GetFiles(Path.Combine(Repository.Root, "tests", p), "*.cs")).Select(File.ReadAllText));
        var troubles = Trouble().Split(Runbook)[1..];
        troubles.Length.ShouldBe(10);
        foreach (var trouble in troubles)
        {
            var tried = trouble[trouble.IndexOf("*Tried:*", StringComparison.Ordinal)..].Split('\n')[0];
            var named = Quoted().Matches(tried).Select(m => m.Groups[1].Value).Where(name => !name.Contains('/', StringComparison.Ordinal)).ToList();
            named.ShouldNotBeEmpty();
            named.ShouldAllBe(name => tests.Contains($" {name}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_alert_leads_to_a_trouble()
    {
        var alerts = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "observability", "alerts.yml"));

        var numbers = Reference().Matches(alerts).Select(m => m.Groups[1].Value).ToList();

        numbers.Count.ShouldBe(Alert().Count(alerts));
        numbers.ShouldAllBe(n => Runbook.Contains($"\n**{n}. ", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\*\*\d+\. ", RegexOptions.Multiline)]
    private static partial Regex Trouble();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"runbook: ""deploy/RUNBOOK\.md (\d+)""")]
    private static partial Regex Reference();

    [GeneratedRegex("- alert: ")]
    private static partial Regex Alert();
}
