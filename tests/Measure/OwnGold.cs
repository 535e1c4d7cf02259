using Platform.Extraction.Engine;
using Platform.Tests.Gold;

namespace Platform.Tests.Measure;

/// <summary>The gold set of the repository.</summary>
internal static class OwnGold
{
    /// <summary>Puts its figures into the table.</summary>
    public static void Measure(Run run, FigureTable table)
    {
        var engine = new ExtractionEngine();
        foreach (var half in run.Halves)
        {
            var score = GoldScore.Of(GoldSet.Load().Where(article => Halves.Has(half, article.Id)), engine.Extract);
            table.Add("own gold", "main recall", half, score.MainRecall.Value);
            table.Add("own gold", "main precision", half, score.MainPrecision.Value);
            table.Add("own gold", "slot F1", half, score.SlotF1);
            table.Add("own gold", "must-not-emit violations", half, score.Violations, new Goal(0, 0, LowIsGood: true));
            run.List("own", half, score.Errors);
        }
    }
}
