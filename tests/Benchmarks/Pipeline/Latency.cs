using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>How long it takes from the POST of an article until its row can be read, at a fixed rate, however late the answers come.</summary>
public static class Latency
{
    /// <summary>Milliseconds of each article, sorted.</summary>
    /// <param name="ingest">Client of ingest.</param>
    /// <param name="database">Where the rows appear; a listener hears of each commit.</param>
    /// <param name="rate">Articles a second, one a request.</param>
    /// <param name="seconds">How long.</param>
    public static async Task<double[]> MeasureAsync(HttpClient ingest, NpgsqlDataSource database, double rate, double seconds)
    {
        using var stop = new CancellationTokenSource();
        var visible = new Dictionary<Guid, long>();
        var watching = Task.Run(() => WatchAsync(database, visible, stop.Token));
        var posts = new List<Task<(Guid Id, long Posted)>>();
        var source = Guid.NewGuid().ToString("N")[..8];
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            // All that are due: a sender that is late does not become slower.
            for (var due = (long)(watch.Elapsed.TotalSeconds * rate); posts.Count < due;)
                posts.Add(PostAsync(ingest, source, posts.Count, Stopwatch.GetTimestamp()));
            await Task.Delay(1);
        }
        var posted = await Task.WhenAll(posts);
        for (var i = 0; i < 200 && Missing() > 0; i++) await Task.Delay(50);
        await stop.CancelAsync();
        await watching;
        if (Missing() > 0) throw new InvalidOperationException($"{Missing()} of {posted.Length} articles were not visible 10 s after the last was posted.");
        // The first second warms up connections.
        return [.. posted.Skip((int)rate).Select(p => (visible[p.Id] - p.Posted) * 1000.0 / Stopwatch.Frequency).Order()];

        int Missing()
        {
            lock (visible) return posted.Count(p => !visible.ContainsKey(p.Id));
        }
    }

    /// <summary>The value that a share of the sorted ones does not exceed.</summary>
    public static double Quantile(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static async Task<(Guid, long)> PostAsync(HttpClient ingest, string source, long n, long posted)
    {
        using var body = Feed.Body(source, n, 1);
        using var answer = await ingest.PostAsync("articles", body);
        answer.EnsureSuccessStatusCode();
        return ((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("articleId").GetGuid(), posted);
    }

    private static async Task WatchAsync(NpgsqlDataSource database, Dictionary<Guid, long> visible, CancellationToken stopping)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(stopping);
            await using (var listen = new NpgsqlCommand("listen incidents_log", connection)) await listen.ExecuteNonQueryAsync(stopping);
            long place;
            await using (var start = new NpgsqlCommand("select coalesce(max(seq_id), 0) from incidents.mt_events", connection)) place = (long)(await start.ExecuteScalarAsync(stopping))!;
            while (true)
            {
                await connection.WaitAsync(TimeSpan.FromSeconds(1), stopping);
                await using var command = new NpgsqlCommand("select seq_id, stream_id, type from incidents.mt_events where seq_id > $1 order by seq_id", connection) { Parameters = { new() { Value = place } } };
                await using var reader = await command.ExecuteReaderAsync(stopping);
                var now = Stopwatch.GetTimestamp();
                while (await reader.ReadAsync(stopping))
                {
                    place = reader.GetInt64(0);
                    if (reader.GetString(2) == "article_extracted")
                        lock (visible) visible.TryAdd(reader.GetGuid(1), now);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // All were seen.
        }
    }
}
