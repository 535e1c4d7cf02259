using System.Globalization;
using Platform.Extraction.Engine;

namespace Platform.Tests.Gold;

/// <summary>An article of the gold set with what should be found in it; README.md has the format.</summary>
public sealed class GoldArticle
{
    /// <summary>Its name; unique.</summary>
    public required string Id { get; init; }

    /// <summary>The file it stands in, without ending: its style.</summary>
    public required string Style { get; init; }

    /// <summary>What the engine reads.</summary>
    public required Article Article { get; init; }

    /// <summary>The incidents, in text order.</summary>
    public List<GoldIncident> Incidents { get; } = [];

    /// <summary>Words of the text that must not tell an event.</summary>
    public List<string> MustNotTell { get; } = [];

    /// <summary>Words of the text that are a statistic.</summary>
    public List<string> Statistics { get; } = [];
}

/// <summary>What an article should be found to say of one event.</summary>
/// <param name="IsMain">The article reports it; else it only mentions it.</param>
/// <param name="Slots">Accepted values by slot.</param>
public sealed record GoldIncident(bool IsMain, IReadOnlyDictionary<string, string[]> Slots)
{
    /// <summary>The accepted values of a slot; empty when nothing may be given.</summary>
    public string[] Accepted(string slot) => Slots.TryGetValue(slot, out var values) ? values : slot == "weapon" ? ["?"] : [];
}

/// <summary>Reads the gold set that lies beside the program.</summary>
public static class GoldSet
{
    /// <summary>All articles, in order of file and line.</summary>
    /// <exception cref="FormatException">A line is not in the format; the message names file and line.</exception>
    public static List<GoldArticle> Load() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Gold"), "*.txt").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<GoldArticle> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length;)
        {
            if (!lines[i].StartsWith("@ ", StringComparison.Ordinal))
            {
                if (lines[i].Length > 0 && lines[i][0] != '#') throw new FormatException($"{path}:{i + 1}: {lines[i]}");
                i++;
                continue;
            }
            var end = i + 1;
            while (end < lines.Length && !lines[end].StartsWith("@ ", StringComparison.Ordinal)) end++;
            yield return Parse(path, lines[i..end]);
            i = end;
        }
    }

    private static GoldArticle Parse(string path, string[] lines)
    {
        var head = lines[0].Split(' ');
        if (head.Length != 3) throw new FormatException($"{path}: {lines[0]}");
        var first = lines[1].StartsWith("^ ", StringComparison.Ordinal) ? 2 : 1;
        var marks = Array.FindIndex(lines, first, IsMark);
        var text = string.Join('\n', lines[first..(marks < 0 ? lines.Length : marks)]).Trim();
        DateTimeOffset? published = head[2] == "-" ? null : DateTimeOffset.Parse(head[2] + "T12:00:00Z", CultureInfo.InvariantCulture);
        var gold = new GoldArticle
        {
            Id = head[1],
            Style = Path.GetFileNameWithoutExtension(path),
            Article = new Article(Contracts.DeterministicId.Create(Contracts.DeterministicId.Namespace, "gold\n" + head[1]), 1, first == 2 ? lines[1][2..] : null, text, published, null),
        };
        foreach (var line in marks < 0 ? [] : lines[marks..].Where(line => line.Length > 0))
        {
            if (!IsMark(line)) throw new FormatException($"{path}: {gold.Id}: {line}");
            if (line[0] == '+') gold.Incidents.Add(Incident(line[2..]) ?? throw new FormatException($"{path}: {gold.Id}: {line}"));
            else if (!text.Contains(line[2..], StringComparison.Ordinal)) throw new FormatException($"{path}: {gold.Id}: not in the text: {line}");
            else (line[0] == '!' ? gold.MustNotTell : gold.Statistics).Add(line[2..]);
        }
        return gold;
    }

    private static bool IsMark(string line) => line.Length > 2 && line[0] is '+' or '!' or '~' && line[1] == ' ';

    private static GoldIncident? Incident(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        var slots = new Dictionary<string, string[]>();
        foreach (var part in parts.Skip(1))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || !GoldScore.Slots.Contains(part[..at])) return null;
            slots[part[..at]] = part[(at + 1)..] == "none" ? [] : [.. part[(at + 1)..].Split('|').Select(value => value == "none" ? "?" : value)];
        }
        return parts[0] is "main" or "background" ? new GoldIncident(parts[0] == "main", slots) : null;
    }
}
