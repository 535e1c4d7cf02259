using System.Globalization;

namespace Platform.Extraction.Engine;

/// <summary>A line of anchors.tsv: the days of a known event or term, and the words its sentence must have.</summary>
internal sealed class Anchor
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<LexiconEntry, Anchor> Kept = new(ReferenceEqualityComparer.Instance);

    private Anchor(LexiconEntry entry)
    {
        What = entry.Attribute("what") ?? entry.Value;
        IsPlanned = entry.Has("planned");
        Recurs = entry.Has("recurs");
        Needed = entry.Attribute("with") is { } words ? [.. words.Split('+').Select(group => group.Split('|'))] : [];
        Days = entry.Kind == Kinds.Toll ? [] : [.. entry.Value.Split(',').Select(Range)];
        Counts = entry.Kind != Kinds.Toll ? [] : [.. entry.Value.Split(',').Select(pair => pair.Split('=')).Select(pair => (Day(pair[0]), int.Parse(pair[1], CultureInfo.InvariantCulture)))];
    }

    /// <summary>What it is, in words that follow "tells of" (events), "calls" (offices) or "counts 25" (tolls).</summary>
    public string What { get; }

    /// <summary>Known before it happened: naming it does not say that it has happened.</summary>
    public bool IsPlanned { get; }

    /// <summary>Things like it happen again in the same place: only a day that fits its own ties it to the words.</summary>
    public bool Recurs { get; }

    /// <summary>Of each group one word must be in the sentence.</summary>
    public string[][] Needed { get; }

    /// <summary>The days, each a range; in order.</summary>
    public (DateOnly From, DateOnly To)[] Days { get; }

    /// <summary>A growing count by day; in order.</summary>
    public (DateOnly Day, int Count)[] Counts { get; }

    /// <summary>The anchor of a lexicon entry.</summary>
    /// <exception cref="FormatException">The value is not in the format.</exception>
    public static Anchor Of(LexiconEntry entry) => Kept.GetOrAdd(entry, static entry => new Anchor(entry));

    private static (DateOnly From, DateOnly To) Range(string written)
    {
        var dots = written.IndexOf("..", StringComparison.Ordinal);
        return dots < 0 ? (Day(written), Day(written)) : (Day(written[..dots]), dots + 2 == written.Length ? DaySet.Youngest : Day(written[(dots + 2)..]));
    }

    private static DateOnly Day(string written) => DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
