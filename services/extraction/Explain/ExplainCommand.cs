using System.Text;
using System.Text.Json;
using Platform.Extraction.Engine;
using Spectre.Console;

namespace Platform.Extraction;

/// <summary><c>extract --explain</c>: what was found in each article and why, in colour on a terminal, plain elsewhere.</summary>
internal static class ExplainCommand
{
    /// <summary>Explains the articles of a file, or of standard input when it is null.</summary>
    /// <returns>0; 1 when the file cannot be read or a line was bad.</returns>
    public static int Run(string? file)
    {
        try
        {
            using var input = file is null
                ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
                : new StreamReader(file, Encoding.UTF8);
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            return Run(input, Terminal(output, Console.IsOutputRedirected));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    /// <summary>Explains NDJSON articles, a line each; what does not begin with { is the text of one article.</summary>
    public static int Run(TextReader input, IAnsiConsole console)
    {
        var engine = new ExtractionEngine();
        var whole = input.ReadToEnd();
        if (!whole.AsSpan().TrimStart().StartsWith('{'))
        {
            Explain(engine, console, "(text)", new Article(Guid.Empty, 1, null, whole, null, null));
            return 0;
        }
        var status = 0;
        foreach (var line in whole.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                var id = ArticleJson.Id(json.RootElement) ?? "(no id)";
                Explain(engine, console, id, ArticleJson.Read(json.RootElement, id) ?? throw new FormatException($"{id}: text is missing"));
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                console.Write(new Text($"a bad line: {error.Message}\n", new Style(Color.Red)));
                status = 1;
            }
        }
        return status;
    }

    /// <summary>A console on a writer: colours and line breaks for a terminal, or neither.</summary>
    public static IAnsiConsole Terminal(TextWriter output, bool plain)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        // Plain text has a line for a line; whoever reads it breaks it.
        if (plain) console.Profile.Width = int.MaxValue / 4;
        return console;
    }

    private static void Explain(ExtractionEngine engine, IAnsiConsole console, string id, Article article)
    {
        var paper = new Paper();
        engine.Extract(article, new Explanation(id, paper));
        paper.Write(console);
    }
}
