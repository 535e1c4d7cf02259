namespace Platform.Projection.Linking;

/// <summary>
/// How like any two of some clusters are, kept up to date while they are joined: the mean of the best and of the average score of their
/// pairs (Lance and Williams: both follow from those of the parts). Each cluster remembers its likest partner, so a join costs as many
/// steps as there are clusters, not as there are pairs.
/// </summary>
internal sealed class ClusterPairs
{
    private readonly int count;
    private readonly int[] sizes;
    private readonly double[] sums;
    private readonly float[] bests;
    private readonly bool[] barred;
    private readonly int[] agreed, contradicted;
    private readonly int[] partner;
    private readonly double[] likeness;

    /// <summary>Begins with clusters as they are.</summary>
    /// <param name="clusters">Indexes of reports.</param>
    /// <param name="scores">Of any two reports, row by row; <see cref="Agglomeration.Final"/> is a veto.</param>
    /// <param name="days">How the days of any two reports stand to each other, row by row.</param>
    /// <param name="reports">Length of a row.</param>
    /// <param name="isBarred">Whether two reports must not be joined by rules whatever they score.</param>
    public ClusterPairs(IReadOnlyList<List<int>> clusters, float[] scores, Days[] days, int reports, Func<int, int, bool> isBarred)
    {
        count = clusters.Count;
        sizes = [.. clusters.Select(cluster => cluster.Count)];
        (sums, bests, barred) = (new double[count * count], new float[count * count], new bool[count * count]);
        (agreed, contradicted) = (new int[count * count], new int[count * count]);
        for (var i = 0; i < count; i++)
            for (var k = i + 1; k < count; k++)
            {
                foreach (var one in clusters[i])
                    foreach (var two in clusters[k])
                    {
                        var (score, day) = (scores[one * reports + two], days[one * reports + two]);
                        Add(i, k, score, score, score == Agglomeration.Final || isBarred(one, two), day == Days.Same ? 1 : 0, day == Days.Other ? 1 : 0);
                    }
            }
        (partner, likeness) = (new int[count], new double[count]);
        for (var i = 0; i < count; i++) FindPartner(i);
    }

    /// <summary>The two likest that may be joined, those of the smallest indexes first; null when none reach the threshold.</summary>
    public (int First, int Second)? Likest(double threshold)
    {
        var first = -1;
        for (var i = 0; i < count; i++)
            if (partner[i] >= 0 && likeness[i] >= threshold && (first < 0 || likeness[i] > likeness[first])) first = i;
        return first < 0 ? null : (first, partner[first]);
    }

    /// <summary>Joins the second cluster into the first; the second is empty from now on.</summary>
    public void Join(int first, int second)
    {
        for (var k = 0; k < count; k++)
        {
            if (k == first || k == second || sizes[k] == 0) continue;
            var from = At(second, k);
            Add(Math.Min(first, k), Math.Max(first, k), sums[from], bests[from], barred[from], agreed[from], contradicted[from]);
        }
        (sizes[first], sizes[second]) = (sizes[first] + sizes[second], 0);
        for (var i = 0; i < count; i++)
        {
            if (sizes[i] == 0) partner[i] = -1;
            else if (i == first || partner[i] == first || partner[i] == second) FindPartner(i);
            else if (first > i && Of(i, first) is { } now && (now > likeness[i] || (now == likeness[i] && first < partner[i]) || partner[i] < 0)) (partner[i], likeness[i]) = (first, now);
        }
    }

    private int At(int one, int two) => Math.Min(one, two) * count + Math.Max(one, two);

    private void Add(int i, int k, double sum, float best, bool isBarred, int agree, int contradict)
    {
        var at = i * count + k;
        sums[at] += sum;
        bests[at] = Math.Max(bests[at], best);
        barred[at] |= isBarred;
        agreed[at] += agree;
        contradicted[at] += contradict;
    }

    private bool IsBarred(int at) => barred[at] || (contradicted[at] > 0 && contradicted[at] >= agreed[at]);

    private double? Of(int i, int k) => IsBarred(i * count + k) ? null : (bests[i * count + k] + sums[i * count + k] / ((double)sizes[i] * sizes[k])) / 2;

    /// <summary>The likest of the later clusters: each pair is looked at from its first.</summary>
    private void FindPartner(int i)
    {
        (partner[i], likeness[i]) = (-1, 0);
        for (var k = i + 1; k < count; k++)
            if (sizes[k] > 0 && Of(i, k) is { } score && (partner[i] < 0 || score > likeness[i])) (partner[i], likeness[i]) = (k, score);
    }
}
