using System.Diagnostics;
using System.Text;
using Npgsql;
using Platform.Tests.Harness;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>Ingest without its relay's receivers: batches of lines in, rows of its log out, beside the same rows by COPY.</summary>
public static class IngestAlone
{
    private const int Lines = 1000;

    /// <summary>Articles a second through POST /articles as NDJSON, <paramref name="requests"/> requests of 1,000 lines, two at a time.</summary>
    public static async Task<double> PostAsync(TestPlatform platform, int requests)
    {
        var (ingest, before) = (platform.Ingest.Http, await StoredAsync(platform));
        var source = Guid.NewGuid().ToString("N")[..8];
        var bodies = Enumerable.Range(0, requests).Select(i => Feed.Body(source, i * Lines, Lines)).ToArray();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (body, cancellationToken) =>
        {
            using var answer = await ingest.PostAsync("articles/batch", body, cancellationToken);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsStringAsync(cancellationToken);
        });
        var seconds = watch.Elapsed.TotalSeconds;
        foreach (var body in bodies) body.Dispose();
        // A batch is answered 200 whatever became of its lines: what was stored counts.
        var stored = await StoredAsync(platform) - before;
        if (stored != requests * Lines) throw new InvalidOperationException($"{stored} of {requests * Lines} articles were stored.");
        return requests * Lines / seconds;
    }

    /// <summary>Waits until the relay has published what was stored, so that it is not in the way of what is measured next.</summary>
    public static Task RelayedAsync(TestPlatform platform) => Eventually.Equals(0, "articles to be published", () => platform.CountAsync(
        "select count(*) from ingest.mt_events where seq_id > (select last_seq_id from ingest.mt_event_progression where name = 'relay')"), TimeSpan.FromSeconds(60));

    /// <summary>Rows a second when the rows of ingest's log go into a table like it by COPY, in transactions of 1,000.</summary>
    public static async Task<double> CopyAsync(TestPlatform platform, int transactions)
    {
        await using var connection = await platform.Database.OpenConnectionAsync();
        const string columns = "seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, headers";
        await ExecuteAsync(connection, "drop table if exists copied; create table copied (like ingest.mt_events including indexes including defaults)");
        var rows = new List<string>();
        using (var reader = await connection.BeginTextExportAsync($"copy (select {columns} from ingest.mt_events order by seq_id limit {transactions * Lines}) to stdout"))
            while (await reader.ReadLineAsync() is { } line) rows.Add(line);
        var parts = rows.Chunk(Lines).Select(chunk => new StringBuilder().AppendJoin('\n', chunk).Append('\n').ToString()).ToArray();
        var watch = Stopwatch.StartNew();
        foreach (var part in parts)
        {
            await using var writer = await connection.BeginTextImportAsync($"copy copied ({columns}) from stdin");
            await writer.WriteAsync(part);
        }
        var rate = rows.Count / watch.Elapsed.TotalSeconds;
        await ExecuteAsync(connection, "drop table copied");
        return rate;
    }

    private static Task<long> StoredAsync(TestPlatform platform) => platform.CountAsync("select count(*) from ingest.mt_events");

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
