using System.Text.Json.Nodes;
using Platform.Extraction;

namespace Platform.Tests.Measure;

/// <summary>The shared evaluation sets, each run through the extract command and scored by the scorer that lies beside it.</summary>
internal static class SharedSets
{
    private static readonly (string Name, string Articles)[] Sets = [("dev", "dev/articles"), ("undated", "dev/articles-undated"), ("muc", "muc4-dev"), ("gva", "gva-dev")];

    /// <summary>Puts their figures into the table.</summary>
    public static async Task MeasureAsync(Run run, FigureTable table, CancellationToken cancel)
    {
        var judged = await JudgeAsync(run, cancel);
        foreach (var half in run.Halves)
        {
            await HandLabelledAsync(run, table, half, cancel);
            await MucAsync(run, table, half, cancel);
            await GvaAsync(run, table, half, cancel);
            Calibration.Add(table, half, judged);
        }
    }

    /// <summary>Runs the engine over all sets and says of each report of dev and GVA whether it is right.</summary>
    public static async Task<List<Judged>> JudgeAsync(Run run, CancellationToken cancel)
    {
        foreach (var (name, articles) in Sets)
        {
            using var input = new StreamReader(Path.Combine(run.Eval, articles + ".ndjson"));
            await using var output = File.Create(Output(run, name));
            await ExtractCommand.RunAsync(input, output, Environment.ProcessorCount, cancel);
        }
        return Calibration.Read(await Python.RunAsync(Path.Combine(AppContext.BaseDirectory, "judge.py"), [run.Eval, Output(run, "dev"), Output(run, "gva")], cancel));
    }

    private static async Task HandLabelledAsync(Run run, FigureTable table, string half, CancellationToken cancel)
    {
        var gold = Path.Combine(run.Out, $"gold-{half}.json");
        var whole = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(run.Eval, "dev", "gold.json"), cancel))!;
        var articles = whole["articles"]!.AsArray();
        whole["articles"] = new JsonArray([.. articles.Where(article => Halves.Has(half, (string)article!["id"]!)).Select(article => article!.DeepClone())]);
        await File.WriteAllTextAsync(gold, whole.ToJsonString(), cancel);
        Task<Scores> Score(string set, string texts, params string[] more) => Python.ScoreAsync(
            Path.Combine(run.Eval, "score.py"), [Output(run, set), "--gold", gold, "--articles", Path.Combine(run.Eval, "dev", texts), "--errors", .. more], cancel);

        var seeds = await Score("dev", "articles.ndjson", "--only", "seed-");
        var (main, background) = (seeds["gold_main"] ?? 0, seeds["gold_background"] ?? 0);
        double? recall = main + background == 0 ? null : (main * (seeds["main_found"] ?? 0) + background * (seeds["background_recall"] ?? 0)) / (main + background);
        table.Add("seeds", "detection F1", half, 2 * recall * seeds["complete_precision"] / (recall + seeds["complete_precision"]), new Goal(0.95, 1));
        table.Add("seeds", "slot F1", half, seeds["slot_f1"], new Goal(0.90, 0.95));
        table.Add("seeds", "must-not-emit violations", half, seeds.Errors.Count(error => error.StartsWith("must not", StringComparison.Ordinal)), new Goal(0, 0, LowIsGood: true));
        table.Add("undated", "slot F1", half, (await Score("undated", "articles-undated.ndjson", "--only", "seed-", "--undated"))["slot_f1"]);

        var dev = await Score("dev", "articles.ndjson");
        table.Add("dev", "main recall", half, dev["main_recall"], new Goal(0.90, 0.95));
        table.Add("dev", "main precision", half, dev["main_precision"]);
        table.Add("dev", "slot F1", half, dev["slot_f1"], new Goal(0.80, 0.88));
        table.Add("dev", "evidence exact", half, dev["evidence_exact"], new Goal(1, 1));
        table.Add("dev", "must-not-emit rate", half, dev["must_not_emit_rate"], new Goal(0, 0, LowIsGood: true));
        table.Add("dev", "false alarm rate", half, dev["false_alarm_rate"]);
        run.List("dev", half, dev.Errors);
    }

    private static async Task MucAsync(Run run, FigureTable table, string half, CancellationToken cancel)
    {
        var gold = Path.Combine(run.Out, $"muc-{half}.gtt.json");
        var documents = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(run.Eval, "muc4-dev.gtt.json"), cancel))!.AsArray();
        var kept = new JsonArray([.. documents.Where(document => Halves.Has(half, (string)document!["docid"]!)).Select(document => document!.DeepClone())]);
        await File.WriteAllTextAsync(gold, kept.ToJsonString(), cancel);
        async Task<(string File, Scores Scores)> ScoreAsync(string output, string name)
        {
            var file = Path.Combine(run.Out, name);
            await File.WriteAllTextAsync(file, await Python.RunAsync(Path.Combine(run.Eval, "to_muc.py"), [output, gold], cancel), cancel);
            return (file, await Python.ScoreAsync(Path.Combine(run.Eval, "muc_score.py"), [file, gold], cancel));
        }
        var (predicted, muc) = await ScoreAsync(Output(run, "muc"), $"muc-{half}.json");
        table.Add("MUC-4", "document precision", half, muc["doc_p"]);
        table.Add("MUC-4", "document recall", half, muc["doc_r"]);
        table.Add("MUC-4", "template F1", half, muc["tf_f1"], new Goal(0.45, 0.56));
        table.Add("MUC-4", "entity F1", half, muc["ree_f1"], new Goal(0.45, 0.56));
        MucRelevance.Write(Path.Combine(run.Eval, "muc4-dev.ndjson"), Output(run, "muc"), Output(run, "muc-relevant"));
        var (_, relevant) = await ScoreAsync(Output(run, "muc-relevant"), $"muc-relevant-{half}.json");
        table.Add("MUC-4, its rules of relevance", "document precision", half, relevant["doc_p"], new Goal(0.85, 0.92));
        table.Add("MUC-4, its rules of relevance", "document recall", half, relevant["doc_r"]);
        table.Add("MUC-4, its rules of relevance", "template F1", half, relevant["tf_f1"]);
        table.Add("MUC-4, its rules of relevance", "entity F1", half, relevant["ree_f1"]);
        if (!run.ListErrors) return;
        var output = JsonNode.Parse(await File.ReadAllTextAsync(predicted, cancel))!;
        run.List("muc", half, kept.Select(document => MucErrors.Line(document!, output)).OfType<string>());
    }

    private static async Task GvaAsync(Run run, FigureTable table, string half, CancellationToken cancel)
    {
        var gold = Path.Combine(run.Out, $"gva-{half}.gold.ndjson");
        await File.WriteAllLinesAsync(gold, File.ReadLines(Path.Combine(run.Eval, "gva-dev.gold.ndjson")).Where(line => Halves.Has(half, (string)JsonNode.Parse(line)!["incidentId"]!)), cancel);
        var gva = await Python.ScoreAsync(Path.Combine(run.Eval, "score_gva.py"), [Output(run, "gva"), gold, "--errors"], cancel);
        table.Add("GVA", "main report", half, gva["found"]);
        table.Add("GVA", "killed exact", half, gva["killed_exact"], new Goal(0.85, 0.92));
        table.Add("GVA", "wounded exact", half, gva["wounded_exact"], new Goal(0.75, 0.85));
        table.Add("GVA", "date within a day", half, gva["date_1day"], new Goal(0.85, 0.92));
        table.Add("GVA", "place within 161 km", half, gva["place_161km"], new Goal(0.80, 0.90));
        run.List("gva", half, gva.Errors);
    }

    private static string Output(Run run, string set) => Path.Combine(run.Out, set + ".ndjson");
}
