using System.Globalization;
using Spectre.Console;

namespace Platform.Tests.Measure;

/// <summary>What a figure should be.</summary>
/// <param name="Reach">The value to reach.</param>
/// <param name="Strive">The value to strive for.</param>
/// <param name="LowIsGood">Smaller is better.</param>
internal sealed record Goal(double Reach, double Strive, bool LowIsGood = false)
{
    /// <summary>strive, reach or no.</summary>
    public string Met(double value)
    {
        bool Is(double bound) => LowIsGood ? value <= bound : value >= bound;
        return Is(Strive) ? "strive" : Is(Reach) ? "reach" : "no";
    }
}

/// <summary>All figures in one table, in the order they were first put in.</summary>
internal sealed class FigureTable(IReadOnlyList<string> halves)
{
    private readonly List<(string Set, string Figure, Goal? Goal, double?[] Values)> rows = [];

    /// <summary>Puts a value in; null: there is none.</summary>
    public void Add(string set, string figure, string half, double? value, Goal? goal = null)
    {
        var at = rows.FindIndex(row => row.Set == set && row.Figure == figure);
        if (at < 0)
        {
            at = rows.Count;
            rows.Add((set, figure, goal, new double?[halves.Count]));
        }
        rows[at].Values[Math.Max(0, halves.ToList().IndexOf(half))] = value;
    }

    /// <summary>Prints the table; plain when standard output is no terminal.</summary>
    public void Write()
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("set", "figure");
        foreach (var half in halves) table.AddColumn(new TableColumn(half == "all" ? "value" : $"half {half}").RightAligned());
        table.AddColumn(new TableColumn("reach").RightAligned()).AddColumn(new TableColumn("strive").RightAligned()).AddColumn("met");
        foreach (var (set, figure, goal, values) in rows)
        {
            // Of two halves the worse one counts.
            var worst = goal is { LowIsGood: true } ? values.Max() : values.Min();
            var met = goal is null || worst is null ? "" : goal.Met(worst.Value);
            var colour = met switch { "strive" => "green", "reach" => "olive", "no" => "red", _ => "default" };
            table.AddRow([set, figure, .. values.Select(Text), goal is null ? "" : Text(goal.Reach), goal is null ? "" : Text(goal.Strive), $"[{colour}]{met}[/]"]);
        }
        AnsiConsole.Write(table);
    }

    private static string Text(double? value) => value switch
    {
        null => "-",
        >= 2 => value.Value.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.000", CultureInfo.InvariantCulture),
    };
}
