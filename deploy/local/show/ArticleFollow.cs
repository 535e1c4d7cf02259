using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Platform.Show;

/// <summary>Asks the read API for articles until each of them is extracted.</summary>
/// <param name="http">The client.</param>
/// <param name="read">Base address of the read API.</param>
/// <param name="patience">How long nothing may change before it gives up.</param>
public sealed class ArticleFollow(HttpClient http, Uri read, TimeSpan patience)
{
    // Articles are extracted roughly in the order of posting, so asking for the oldest few is enough to see it move.
    private const int AskedAtOnce = 64;
    private const int Connections = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Returns how many articles were still not extracted when patience ran out; 0 when all are.</summary>
    public async Task<int> UntilExtracted(IReadOnlyCollection<Guid> ids, ProgressContext bars, CancellationToken cancel)
    {
        var bar = bars.AddTask($"Extracted 0 of {ids.Count}", maxValue: Math.Max(1, ids.Count));
        var pending = new List<Guid>(ids);
        var deadline = DateTime.UtcNow + patience;
        while (pending.Count > 0 && DateTime.UtcNow < deadline)
        {
            var done = new ConcurrentDictionary<Guid, bool>();
            await Parallel.ForEachAsync(
                pending.Take(AskedAtOnce).ToArray(),
                new ParallelOptions { MaxDegreeOfParallelism = Connections, CancellationToken = cancel },
                async (id, token) =>
                {
                    if (await IsExtracted(id, token))
                        done[id] = true;
                });
            if (done.IsEmpty)
            {
                // Those asked for may be stuck while later ones go on: ask for the next few.
                var asked = Math.Min(AskedAtOnce, pending.Count);
                pending = [.. pending.Skip(asked), .. pending.Take(asked)];
                await Task.Delay(Pause, cancel);
                continue;
            }

            pending.RemoveAll(done.ContainsKey);
            deadline = DateTime.UtcNow + patience;
            bar.Value = ids.Count - pending.Count;
            bar.Description = $"Extracted {ids.Count - pending.Count} of {ids.Count}";
        }

        if (pending.Count == 0)
            bar.Value = bar.MaxValue;
        return pending.Count;
    }

    private async Task<bool> IsExtracted(Guid id, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(read, $"articles/{id}"), cancel);
            // 404: the projection has not come to it. 503: it cannot serve just now.
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.ServiceUnavailable)
                return false;
            if (!answer.IsSuccessStatusCode)
                throw new IOException($"the read API answered {(int)answer.StatusCode} for the article {id}");
            var article = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancel));
            return (string?)article?["status"] == "extracted";
        }
        catch (HttpRequestException)
        {
            return false; // not there just now; patience bounds it
        }
    }
}
