using System.Runtime.CompilerServices;

namespace Platform.Projection.Linking;

/// <summary>
/// Scores of pairs, each worked out once: of a neighbourhood the same pairs are asked for again and again, to find it and to arrange
/// it, for one report of a batch after the other. Features do not change, so a score holds for as long as both are the same objects.
/// Not for several threads.
/// </summary>
public sealed class PairScores
{
    /// <summary>Past so many it begins anew: some 30 MB.</summary>
    private const int Most = 400_000;

    private readonly Dictionary<Pair, PairScore> known = [];

    /// <summary>As <see cref="PairScore.Of(ReportFeatures, ReportFeatures)"/>.</summary>
    public PairScore Of(ReportFeatures a, ReportFeatures b)
    {
        // To look up costs more than to see that two are of other days or places.
        if (PairScore.Ruled(a, b) is { } ruled) return ruled;
        var pair = a.ReportId.CompareTo(b.ReportId) <= 0 ? new Pair(a, b) : new Pair(b, a);
        if (known.TryGetValue(pair, out var score)) return score;
        if (known.Count >= Most) known.Clear();
        known.Add(pair, score = PairScore.Compared(a, b));
        return score;
    }

    /// <summary>Whether two reports alone would be one incident, as <see cref="Linker.WouldJoin"/>.</summary>
    public bool WouldJoin(ReportFeatures a, ReportFeatures b) => Of(a, b).Value >= Linker.MergeThreshold;

    private readonly struct Pair(ReportFeatures first, ReportFeatures second) : IEquatable<Pair>
    {
        private readonly ReportFeatures first = first, second = second;

        public bool Equals(Pair other) => ReferenceEquals(first, other.first) && ReferenceEquals(second, other.second);

        public override bool Equals(object? obj) => obj is Pair other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(first), RuntimeHelpers.GetHashCode(second));
    }
}
