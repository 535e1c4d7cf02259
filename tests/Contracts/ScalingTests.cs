using System.Globalization;

namespace Platform.Tests.Contracts;

/// <summary>deploy/SCALING.md reckons from one table; what it makes of it has to follow.</summary>
public sealed class ScalingTests
{
    private static readonly string[][] Rows = [.. File.ReadLines(Path.Combine(Repository.Root, "deploy", "SCALING.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries))];

    private static readonly string[] Stages = ["ingest", "broker", "extraction", "projection", "database"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void All_of_the_platform_is_the_sum_of_its_stages(int column) => Number(Row("all of the platform")[column]).ShouldBe(Stages.Sum(s => Number(Row(s)[column])), 0.051);

    [Theory]
    [InlineData("1 million", 1_000_000)]
    [InlineData("10 million", 10_000_000)]
    [InlineData("100 million", 100_000_000)]
    public void Cores_writers_and_storage_follow_from_what_an_article_costs(string row, double aDay)
    {
        var told = Row(row);
        var rate = Number(told[1]);
        rate.ShouldBe(aDay / 86_400 * 3, rate * 0.02);
        var ms = Stages.Select(s => Number(Row(s)[2])).ToList();
        foreach (var (cores, cost) in told[2..8].Zip([.. ms, ms.Sum()]))
            Number(cores).ShouldBe(rate * cost / 1000, Math.Max(0.006, rate * cost / 1000 * 0.05));
        Number(told[8]).ShouldBe(Math.Ceiling(rate * (ms[3] + ms[4]) / 1000 * 1.5), 0.1);
        told[9].ShouldBe(FormattableString.Invariant($"{Round(16 * aDay * 365 / 1e9):#,0}–{Round(28 * aDay * 365 / 1e9):#,0} TB"));
    }

    /// <summary>To one digit: it is an estimate.</summary>
    private static double Round(double terabytes) => Math.Pow(10, Math.Floor(Math.Log10(terabytes))) is var ten ? Math.Round(terabytes / ten) * ten : 0;

    /// <summary>The last row of that name: the first table has the stages too, and no figures.</summary>
    private static string[] Row(string name) => Rows.Last(r => r[0] == name);

    private static double Number(string cell) => double.Parse(cell.Split(' ')[0], NumberStyles.Any, CultureInfo.InvariantCulture);
}
