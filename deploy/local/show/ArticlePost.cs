using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Platform.Show;

/// <summary>Posts a file of articles to ingest's batch endpoint.</summary>
/// <param name="http">The client.</param>
/// <param name="ingest">Base address of ingest.</param>
/// <param name="patience">How long to go on trying while ingest cannot be reached or answers 503.</param>
public sealed class ArticlePost(HttpClient http, Uri ingest, TimeSpan patience)
{
    // A client that reads no answers before it has sent everything must send little at a time: over HTTP/1.1 ingest
    // stops reading once nobody takes its answers. Posting a part again does no harm, the same article keeps its id.
    private const int LinesAtOnce = 200;
    private const int CharactersAtOnce = 2_000_000;
    private const int RefusalsKept = 20;
    private const int HeadlineLength = 300;

    /// <summary>Posts every line that is not blank.</summary>
    /// <exception cref="HttpRequestException">Ingest cannot be reached, or refuses the request as a whole.</exception>
    public async Task<PostedArticles> Send(FileInfo file, ProgressContext bars, CancellationToken cancel)
    {
        var bar = bars.AddTask("Posting", maxValue: Math.Max(1, file.Length));
        var posted = new PostedArticles();
        var part = new List<(long Number, string Line)>();
        var (number, size, bytes) = (0L, 0, 0L);
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancel))
        {
            number++;
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            part.Add((number, line));
            size += line.Length;
            if (part.Count < LinesAtOnce && size < CharactersAtOnce)
                continue;
            await SendPart(part, posted, cancel);
            part.Clear();
            size = 0;
            bar.Value = Math.Min(bytes, bar.MaxValue);
            bar.Description = $"Posted {posted.Accepted}";
        }

        if (part.Count > 0)
            await SendPart(part, posted, cancel);
        bar.Value = bar.MaxValue;
        bar.Description = $"Posted {posted.Accepted}";
        return posted;
    }

    private async Task SendPart(List<(long Number, string Line)> part, PostedArticles posted, CancellationToken cancel)
    {
        var body = await Post(string.Join('\n', part.Select(p => p.Line)) + "\n", cancel);
        var answers = body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (answers.Length != part.Count)
            throw new HttpRequestException($"ingest answered {answers.Length} lines for {part.Count} articles; the first: {Cut(answers.FirstOrDefault() ?? "none")}");

        foreach (var (answer, (number, _)) in answers.Zip(part))
        {
            var json = JsonNode.Parse(answer) as JsonObject;
            if ((string?)json?["articleId"] is { } id)
            {
                posted.Accept(Guid.Parse(id), (bool?)json["duplicate"] == true);
            }
            else
            {
                posted.Refused++;
                if (posted.Refusals.Count < RefusalsKept)
                    posted.Refusals.Add($"Line {number} was refused: {Cut((string?)json?["detail"] ?? (string?)json?["title"] ?? answer)}");
            }
        }
    }

    private async Task<string> Post(string lines, CancellationToken cancel)
    {
        var deadline = DateTime.UtcNow + patience;
        while (true)
        {
            try
            {
                using var content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
                using var answer = await http.PostAsync(new Uri(ingest, "articles/batch"), content, cancel);
                var body = await answer.Content.ReadAsStringAsync(cancel);
                if (answer.IsSuccessStatusCode)
                    return body;
                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || DateTime.UtcNow > deadline)
                    throw new HttpRequestException($"ingest answered {(int)answer.StatusCode}: {Cut(body)}", null, answer.StatusCode);
            }
            catch (HttpRequestException e) when (e.StatusCode is null && DateTime.UtcNow < deadline)
            {
                // Not there just now, as after a crash: its supervisor starts it again.
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
    }

    private static string Cut(string text) => text.Length <= HeadlineLength ? text : text[..HeadlineLength] + "…";
}
