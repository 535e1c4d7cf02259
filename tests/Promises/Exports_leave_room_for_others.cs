using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Exports take what time their clients take, and a question what time it takes: neither takes the connections that all else needs.</summary>
[Collection(Collection.Name)]
public sealed class Exports_leave_room_for_others(Infrastructure infrastructure)
{
    private const int Clients = 110; // more than the service has connections to the database

    [Fact]
    public async Task Clients_that_do_not_read_their_exports_keep_no_question_and_no_article_waiting()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using (var writer = await IncidentWriter.OpenAsync(platform.Database))
            await Incident_lists_are_exact.FillAsync(writer, 400);
        // Far more than all buffers on the way hold.
        await platform.ExecuteAsync("update incidents.mt_doc_incident set data = jsonb_set(data::jsonb, '{title}', to_jsonb(repeat('x', 20000)))");
        var clients = new List<(TcpClient Client, Task<string> Head)>();
        for (var n = 0; n < Clients; n++)
        {
            var client = new TcpClient { ReceiveBufferSize = 4096 };
            await client.ConnectAsync(platform.Projection.Address.Host, platform.Projection.Address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /incidents.ndjson HTTP/1.1\r\nHost: {platform.Projection.Address.Authority}\r\n\r\n"));
            clients.Add((client, HeadAsync(client)));
        }
        var heads = await Task.WhenAll(clients.Select(c => c.Head));

        heads.Count(h => h.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)).ShouldBe(8);
        foreach (var refused in heads.Where(h => !h.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)))
        {
            refused.ShouldStartWith("HTTP/1.1 503");
            refused.ShouldContain("Retry-After: 10");
            refused.ShouldContain("Content-Type: application/problem+json");
        }
        using (var refused = await platform.Projection.Http.GetAsync("incidents.csv"))
            JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:too-many-exports");
        using (var list = await platform.Projection.Http.GetAsync("incidents?limit=1"))
            list.StatusCode.ShouldBe(HttpStatusCode.OK);
        var posted = await platform.PostAsync(Articles.Attack(1));
        await platform.ExtractedAsync(posted.GetProperty("articleId").GetGuid());

        foreach (var (client, _) in clients)
            client.Dispose();
        await Eventually.Holds("room for another export", async () =>
        {
            using var next = await platform.Projection.Http.GetAsync("incidents.csv?type=arson", HttpCompletionOption.ResponseHeadersRead);
            return next.IsSuccessStatusCode;
        });
    }

    [Fact]
    public async Task A_question_that_takes_too_long_is_ended_and_told_so_not_told_as_an_outage()
    {
        // An export has more time than any other statement: it must not be ended by their limit, which is 15 s.
        await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string> { ["Exports__Seconds"] = "17" });
        await platform.Projection.Start().ReadyAsync();
        await using var holding = await platform.Database.OpenConnectionAsync();
        await using var transaction = await holding.BeginTransactionAsync();
        await using (var hold = new Npgsql.NpgsqlCommand("lock table incidents.incident_list in access exclusive mode", holding))
            await hold.ExecuteNonQueryAsync();

        var answers = await Task.WhenAll(new[] { "incidents", "incidents.atom", "incidents.csv" }.Select(async path =>
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await platform.Projection.Http.GetAsync(path);
            return (Path: path, answer.StatusCode, Type: JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("type").GetString(), Took: Stopwatch.GetElapsedTime(began));
        }));

        foreach (var (path, status, type, took) in answers)
        {
            type.ShouldBe("urn:incident-platform:problem:query-too-large", path);
            status.ShouldBe(HttpStatusCode.UnprocessableEntity, path);
            took.ShouldBeGreaterThan(TimeSpan.FromSeconds(path == "incidents.csv" ? 16 : 9), path);
        }
    }

    /// <summary>The head of an answer, read byte by byte so that nothing of its body is.</summary>
    private static async Task<string> HeadAsync(TcpClient client)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await client.GetStream().ReadAsync(one) > 0)
            head.Append((char)one[0]);
        return head.ToString();
    }
}
