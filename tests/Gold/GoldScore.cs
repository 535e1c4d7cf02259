using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Tests.Gold;

/// <summary>A share as a fraction; of nothing it is 1.</summary>
/// <param name="Right">How many were right.</param>
/// <param name="All">Of how many.</param>
public readonly record struct Share(int Right, int All)
{
    /// <summary>0 to 1.</summary>
    public double Value => All == 0 ? 1 : (double)Right / All;

    /// <summary>The share with one more counted.</summary>
    public Share With(bool right) => new(Right + (right ? 1 : 0), All + 1);

    /// <summary>The harmonic mean of two shares.</summary>
    public static double F1(Share precision, Share recall) =>
        precision.Value + recall.Value == 0 ? 0 : 2 * precision.Value * recall.Value / (precision.Value + recall.Value);
}

/// <summary>Runs an extractor over the gold set and counts what is right.</summary>
public sealed class GoldScore
{
    /// <summary>The slots of an incident.</summary>
    public static readonly IReadOnlyList<string> Slots = ["type", "date", "place", "country", "killed", "wounded", "weapon", "by"];

    /// <summary>Incidents reported in the form they have (main as main).</summary>
    public Share MainRecall { get; private set; }

    /// <summary>Main reports that are main incidents.</summary>
    public Share MainPrecision { get; private set; }

    /// <summary>Background incidents reported.</summary>
    public Share BackgroundRecall { get; private set; }

    /// <summary>Values given that are right, over all main incidents and main reports.</summary>
    public Share SlotPrecision { get; private set; }

    /// <summary>Values to be given that are given right.</summary>
    public Share SlotRecall { get; private set; }

    /// <summary>Harmonic mean of the two.</summary>
    public double SlotF1 => Share.F1(SlotPrecision, SlotRecall);

    /// <summary>Words that must not tell an event and do, and reports of articles without an incident.</summary>
    public int Violations { get; private set; }

    /// <summary>Statistics found.</summary>
    public Share Statistics { get; private set; }

    /// <summary>What is wrong, a line each.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Every report with whether it is an incident of the gold set.</summary>
    public List<(GoldArticle Article, IncidentReport Report, bool Right)> Judged { get; } = [];

    /// <summary>Scores an extractor on articles.</summary>
    public static GoldScore Of(IEnumerable<GoldArticle> articles, Func<Article, ExtractionResult> extract)
    {
        var score = new GoldScore();
        foreach (var article in articles) score.Add(article, extract(article.Article));
        return score;
    }

    private void Add(GoldArticle article, ExtractionResult result)
    {
        var pairs = Match(article.Incidents, result.Reports);
        foreach (var gold in article.Incidents)
        {
            var report = pairs.GetValueOrDefault(gold);
            if (gold.IsMain) MainRecall = MainRecall.With(report is { IsMain: true });
            else BackgroundRecall = BackgroundRecall.With(report is not null);
            if (report is null || report.IsMain != gold.IsMain) Error(article, report is null ? "missed" : gold.IsMain ? "told as background" : "told as main", gold.Accepted("type")[0]);
            if (report is not null) AddSlots(article, gold, report);
            else if (gold.IsMain) foreach (var slot in Slots) AddWanted(gold, slot, false);
        }
        foreach (var report in result.Reports)
        {
            var gold = article.Incidents.Find(incident => pairs.GetValueOrDefault(incident) == report);
            Judged.Add((article, report, gold is not null));
            if (report.IsMain) MainPrecision = MainPrecision.With(gold is { IsMain: true });
            if (gold is not null) continue;
            Error(article, report.IsMain ? "false main" : "false background", $"{SlotValues.Said(report, "type")[0]} from '{Words(article, report)}'");
            if (report.IsMain) foreach (var slot in Slots) if (SlotValues.Said(report, slot).Length > 0) SlotPrecision = SlotPrecision.With(false);
        }
        AddForbidden(article, result);
        foreach (var words in article.Statistics)
        {
            var (start, end) = Span(article, words);
            Statistics = Statistics.With(result.Aggregates.Any(aggregate => aggregate.Start < end && start < aggregate.End));
        }
    }

    private void AddSlots(GoldArticle article, GoldIncident gold, IncidentReport report)
    {
        foreach (var slot in Slots)
        {
            var outcome = SlotValues.Judge(gold, report, slot);
            if (outcome is SlotOutcome.Wrong or SlotOutcome.Missing or SlotOutcome.Extra)
                Error(article, $"{slot} {outcome.ToString().ToLowerInvariant()}", $"{string.Join(',', SlotValues.Said(report, slot))} for {string.Join('|', gold.Accepted(slot))}");
            if (!gold.IsMain) continue;
            if (outcome is SlotOutcome.Right or SlotOutcome.Wrong or SlotOutcome.Extra) SlotPrecision = SlotPrecision.With(outcome == SlotOutcome.Right);
            if (outcome is SlotOutcome.Right or SlotOutcome.Wrong or SlotOutcome.Missing) AddWanted(gold, slot, outcome == SlotOutcome.Right);
        }
    }

    private void AddWanted(GoldIncident gold, string slot, bool right)
    {
        if (gold.Accepted(slot) is { Length: > 0 } accepted && !accepted.Contains("?")) SlotRecall = SlotRecall.With(right);
    }

    private void AddForbidden(GoldArticle article, ExtractionResult result)
    {
        if (article.Incidents.Count == 0) Violations += result.Reports.Count;
        foreach (var words in article.MustNotTell)
        {
            var (start, end) = Span(article, words);
            if (!result.Reports.SelectMany(report => report.Evidence).Any(entry => entry.Field == "eventType" && entry.Start < end && start < entry.End)) continue;
            if (article.Incidents.Count > 0) Violations++;
            Error(article, "must not", words);
        }
    }

    /// <summary>One to one, the most alike first. Two are the same incident when three slots agree.</summary>
    private static Dictionary<GoldIncident, IncidentReport> Match(List<GoldIncident> golds, IReadOnlyList<IncidentReport> reports)
    {
        var pairs = new Dictionary<GoldIncident, IncidentReport>();
        var candidates = golds.SelectMany(gold => reports.Select(report => (Gold: gold, Report: report, Agree: Slots.Count(slot => SlotValues.Judge(gold, report, slot) == SlotOutcome.Right))))
            .Where(candidate => candidate.Agree >= 3).OrderByDescending(candidate => candidate.Agree);
        foreach (var (gold, report, _) in candidates)
            if (!pairs.ContainsKey(gold) && !pairs.ContainsValue(report)) pairs[gold] = report;
        return pairs;
    }

    private void Error(GoldArticle article, string what, string more) => Errors.Add($"{article.Style}/{article.Id}  {what,-18} {more}");

    private static string Words(GoldArticle article, IncidentReport report) =>
        report.Evidence.FirstOrDefault(entry => entry.Field == "eventType") is { } told ? article.Article.Text[told.Start..told.End] : "";

    private static (int Start, int End) Span(GoldArticle article, string words)
    {
        var start = article.Article.Text.IndexOf(words, StringComparison.Ordinal);
        return (start, start + words.Length);
    }
}
