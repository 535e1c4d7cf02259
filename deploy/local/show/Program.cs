using System.CommandLine;
using Platform.Show;
using Spectre.Console;

var ingest = Address("--ingest", "Base address of ingest.", "http://127.0.0.1:7101");
var read = Address("--read", "Base address of the read API.", "http://127.0.0.1:7102");
var articles = new Option<FileInfo?>("--articles") { Description = "NDJSON file, one article a line, to post before showing." };
var limit = new Option<int>("--limit") { Description = "Most incidents to show.", DefaultValueFactory = _ => 50 };
var patience = new Option<int>("--patience") { Description = "Seconds without any progress after which to give up.", DefaultValueFactory = _ => 120 };

var command = new RootCommand("Posts articles, waits until each is extracted, and shows the incidents as a table. Exit status 1 when an article was refused or stayed behind.")
{
    ingest, read, articles, limit, patience,
};
command.SetAction(async (parsed, cancel) =>
{
    // Never squeezed: in a pipe the width is unknown, and at a narrow terminal only the id, which is last, goes to the next line.
    AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);

    // Progress goes to standard error, the table alone to standard output.
    var progress = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Console.Error),
        Ansi = Console.IsErrorRedirected ? AnsiSupport.No : AnsiSupport.Detect,
    });
    using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(100) };
    if (Environment.GetEnvironmentVariable("PLATFORM_API_KEY") is { Length: > 0 } key)
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
    var wait = TimeSpan.FromSeconds(parsed.GetValue(patience));
    try
    {
        var fine = true;
        if (parsed.GetValue(articles) is { } file)
        {
            var (posted, behind) = await progress.Progress()
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
                .StartAsync(async bars =>
                {
                    var posted = await new ArticlePost(http, parsed.GetValue(ingest)!, wait).Send(file, bars, cancel);
                    return (posted, await new ArticleFollow(http, parsed.GetValue(read)!, wait).UntilExtracted(posted.Ids, bars, cancel));
                });
            foreach (var refusal in posted.Refusals)
                progress.WriteLine(refusal);
            var extracted = posted.Ids.Count - behind;
            progress.WriteLine($"Posted {posted.Accepted} articles ({posted.Duplicates} of them known already), {posted.Refused} refused, {extracted} extracted");
            if (behind > 0)
                progress.WriteLine($"{behind} were not extracted: nothing had changed for {wait.TotalSeconds} s");
            fine = posted.Refused == 0 && behind == 0;
        }

        await IncidentTable.Show(http, parsed.GetValue(read)!, parsed.GetValue(limit), cancel);
        return fine ? 0 : 1;
    }
    catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
    {
        await Console.Error.WriteLineAsync($"show: {e.Message}");
        return 1;
    }
});
return await command.Parse(args).InvokeAsync();

static Option<Uri> Address(string name, string description, string standard) => new(name)
{
    Description = description,
    DefaultValueFactory = _ => new Uri(standard),
    CustomParser = result =>
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
            return address;
        result.AddError($"{name} wants an address such as {standard}.");
        return null;
    },
};
