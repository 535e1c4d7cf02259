using System.CommandLine;
using Platform.Tests.Measure;
using Spectre.Console;

// Redirected: no colours, and no line folded at the width of a terminal that is not there.
if (Console.IsOutputRedirected)
{
    AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
    AnsiConsole.Profile.Width = 160;
}
var root = Folders.Root();
var shared = new Option<string>("--shared") { Description = "Folder with the evaluation data (eval/ in it).", DefaultValueFactory = _ => Path.Combine(root, "..", "shared") };
var errors = new Option<bool>("--errors") { Description = "List what is wrong, article by article. Of half b and quarter b2 nothing is listed unless asked for alone." };
var half = new Option<string>("--half") { Description = "The articles split by a hash of their ids, to try rules on one part and check them on another: halves a and b (both), b in the quarters b1 and b2 (three: a, b1, b2).", DefaultValueFactory = _ => "all" };
half.AcceptOnlyFromAmong(Halves.Options);
var output = new Option<string>("--out") { Description = "Folder for what extract wrote and the error lists.", DefaultValueFactory = _ => Path.Combine(root, ".data", "measure") };
var fit = new Option<bool>("--fit") { Description = "Fit the weights of confidence to what is right now and write their source file; then build and measure again." };
var links = new Option<bool>("--links") { Description = "Measure linking only." };
var fitLinks = new Option<bool>("--fit-links") { Description = "Fit the weights of linking on half a of GVA and write their source file; then build and measure again." };
var plan = new Option<int>("--plan") { Description = "Measure only what it costs to decide about a report, with all shared news told so many times, 1 to 5 (4: a minute)." };
var command = new RootCommand("Measures extraction and linking: every figure of the goal in one table.") { shared, errors, half, output, fit, links, fitLinks, plan };
command.SetAction(async (arguments, cancel) =>
{
    var run = new Run(Path.GetFullPath(arguments.GetValue(shared)!), Path.GetFullPath(arguments.GetValue(output)!), Halves.Of(arguments.GetValue(half)!), arguments.GetValue(errors));
    Directory.CreateDirectory(run.Out);
    if (arguments.GetValue(fit))
    {
        Fit.Write(run, await SharedSets.JudgeAsync(run, cancel));
        return 0;
    }
    if (arguments.GetValue(fitLinks))
    {
        LinkFit.Write(run);
        return 0;
    }
    if (arguments.GetValue(plan) is > 0 and var rounds)
    {
        PlanSpeed.Measure(run, Math.Min(rounds, 5));
        return 0;
    }
    var table = new FigureTable(run.Halves);
    if (arguments.GetValue(links))
    {
        await LinkSets.MeasureAsync(run, table, cancel);
        table.Write();
        return 0;
    }
    OwnGold.Measure(run, table);
    if (Directory.Exists(run.Eval))
    {
        await SharedSets.MeasureAsync(run, table, cancel);
        await LinkSets.MeasureAsync(run, table, cancel);
    }
    else AnsiConsole.MarkupLineInterpolated($"[yellow]{run.Eval} is not there: only the gold set of the repository is measured[/]");
    Speed.Measure(run, table);
    table.Write();
    if (run.ListErrors) AnsiConsole.MarkupLineInterpolated($"Error lists: {run.Out}/errors-*.txt");
    return 0;
});
return await command.Parse(args).InvokeAsync();
