using Platform.Projection.Linking;

namespace Platform.Tests.Measure;

/// <summary>Which pairs of articles are wrongly apart or together, with what the rules say of them.</summary>
internal static class LinkErrors
{
    /// <summary>A line a pair.</summary>
    public static IEnumerable<string> Of(List<ReadArticle> articles, Func<string, string> incident, LinkWorld world)
    {
        var told = articles.Where(article => article.Lead is not null).ToList();
        for (var i = 0; i < told.Count; i++)
            for (var k = i + 1; k < told.Count; k++)
            {
                var (one, two) = (told[i], told[k]);
                var same = incident(one.Id) == incident(two.Id);
                var joined = world.IncidentOf[one.Lead!.ReportId] == world.IncidentOf[two.Lead!.ReportId];
                if (same == joined) continue;
                var score = PairScore.Of(one.Lead, two.Lead);
                yield return FormattableString.Invariant($"{(same ? "apart" : "together")} {one.Id} {two.Id} {score.Value:0.00} {string.Join("; ", PairScore.Reasons(one.Lead, two.Lead))}");
            }
    }
}
