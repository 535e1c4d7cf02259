using System.Globalization;

namespace Platform.Tests.Scale;

/// <summary>What things cost at some sizes: a row a thing, a column a size.</summary>
internal sealed class CostTable
{
    private readonly List<string> rows = [];
    private readonly List<int> sizes = [];
    private readonly Dictionary<(string Row, int Size), (string Text, double Value)> cells = [];

    /// <summary>Adds times of one thing; its row shows the 99th percentile (and the median) in milliseconds.</summary>
    public void Add(string row, int size, IReadOnlyCollection<double> milliseconds)
    {
        var (p50, p99) = (Percentile(milliseconds, 0.5), Percentile(milliseconds, 0.99));
        Add(row + " p99 (p50), ms", size, string.Create(CultureInfo.InvariantCulture, $"{p99:N1} ({p50:N1})"), p99);
    }

    /// <summary>Adds a cell.</summary>
    public void Add(string row, int size, string text, double value)
    {
        if (!rows.Contains(row))
            rows.Add(row);
        if (!sizes.Contains(size))
            sizes.Add(size);
        cells[(row, size)] = (text, value);
        Console.Error.WriteLine($"{size,9:N0}  {row}: {text}");
    }

    /// <summary>Writes it as Markdown; the last column is the value at the greatest size as a multiple of that at the smallest.</summary>
    public void Write(TextWriter to)
    {
        to.WriteLine();
        to.WriteLine($"| | {string.Join(" | ", sizes.Select(s => s.ToString("N0", CultureInfo.InvariantCulture)))} | last / first |");
        to.WriteLine($"|---|{string.Concat(sizes.Select(_ => "---|"))}---|");
        foreach (var row in rows)
        {
            var known = sizes.Where(s => cells.ContainsKey((row, s))).ToList();
            var ratio = known.Count > 1 ? (cells[(row, known[^1])].Value / cells[(row, known[0])].Value).ToString("N2", CultureInfo.InvariantCulture) : "";
            to.WriteLine($"| {row} | {string.Join(" | ", sizes.Select(s => cells.TryGetValue((row, s), out var cell) ? cell.Text : ""))} | {ratio} |");
        }
    }

    private static double Percentile(IReadOnlyCollection<double> values, double part)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(part * sorted.Count) - 1)];
    }
}
