namespace Platform.Projection.Linking;

/// <summary>Reports into incidents. Pure and deterministic: the order of the members does not matter, nor that in which they came.</summary>
public static class Linker
{
    /// <summary>From this score on clusters are one event.</summary>
    public const double MergeThreshold = 0.5;

    /// <summary>Name and version of the rules, the actor of what they decide.</summary>
    public const string Version = "linker/1.0";

    /// <summary>From this score on a person is asked.</summary>
    public const double SuspicionThreshold = 0.15;

    /// <summary>
    /// Whether two reports alone would be one incident. Two clusters are only joined when some report of the one would join one of the
    /// other, so reports that are linked by no chain of these can be arranged without each other.
    /// </summary>
    public static bool WouldJoin(ReportFeatures a, ReportFeatures b) => PairScore.Of(a, b).Value >= MergeThreshold;

    /// <summary>Which reports of a neighbourhood belong together, and under which incident they go on.</summary>
    /// <param name="members">The reports; see <see cref="NeighbourSearch"/>.</param>
    /// <param name="incidents">The present incidents of the members; one without a person's word may be left out.</param>
    /// <param name="scores">Scores that are known already, and remembered for the next time.</param>
    public static Arrangement Arrange(IEnumerable<Member> members, IEnumerable<StandingIncident> incidents, PairScores? scores = null)
    {
        scores ??= new PairScores();
        var standing = incidents.ToDictionary(incident => incident.Id);
        var ordered = members.OrderBy(member => member.Report.ReportId).ToArray();
        var (groups, suspicions) = Agglomeration.Run(ordered, standing, scores);
        var clusters = Naming.Name(ordered, groups, standing, scores);
        return new Arrangement(clusters, [.. suspicions.OrderByDescending(suspicion => suspicion.Score).ThenBy(suspicion => suspicion.First).ThenBy(suspicion => suspicion.Second)]);
    }
}
