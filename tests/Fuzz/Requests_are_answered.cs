using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Tests.Harness;
using Xunit.Abstractions;

namespace Platform.Tests.Fuzz;

/// <summary>Whatever is sent to the HTTP endpoints of the running services: an answer, never a 5xx, a problem as problem+json, and what stands beside it is stored.</summary>
[Collection(Collection.Name)]
public sealed class Requests_are_answered(Infrastructure infrastructure, ITestOutputHelper output)
{
    private const int Senders = 6;
    private const string ProblemType = "urn:incident-platform:problem:";

    [Fact]
    public async Task Damaged_requests_never_fail_the_server_and_never_lose_a_neighbour()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var requests = new Requests(await SeedAsync(platform));
        var (faults, neighbours, tally) = (new ConcurrentBag<string>(), new ConcurrentBag<Guid>(), new ConcurrentDictionary<string, int>());
        var before = platform.Services.ToDictionary(service => service, service => service.Restarts);
        var watch = Stopwatch.StartNew();
        var numbers = new ConcurrentQueue<int>(Inputs.Numbers);

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            using var ingest = new RawClient(platform.Ingest.Address);
            using var readApi = new RawClient(platform.Projection.Address);
            while (faults.Count < 20 && numbers.TryDequeue(out var number))
            {
                var request = requests.Make(number);
                try
                {
                    var answer = await (request.Document == "ingest" ? ingest : readApi).SendAsync(request.Bytes, request.CutShort);
                    tally.AddOrUpdate(answer is null ? "closed" : $"{answer.Status / 100}xx", 1, (_, n) => n + 1);
                    if (Fault(request, answer) is { } fault)
                        faults.Add(Describe(number, request, fault));
                    else if (answer?.Status == 200)
                        foreach (var neighbour in request.Neighbours)
                            if (answer.Text.Contains(neighbour.ToString(), StringComparison.Ordinal))
                                neighbours.Add(neighbour);
                            else
                                faults.Add(Describe(number, request, $"the article {neighbour} was sound and is not answered: {answer.Text}"));
                }
                catch (TimeoutException e)
                {
                    faults.Add(Describe(number, request, e.Message));
                }
            }
        })));

        output.WriteLine($"{Inputs.Count} requests to {Operation.All.Count} operations in {watch.Elapsed.TotalSeconds:F0} s (seed {Inputs.Seed} from {Inputs.First}): {string.Join(", ", tally.OrderBy(t => t.Key).Select(t => $"{t.Value} {t.Key}"))}; {neighbours.Count} sound neighbours.");
        faults.ShouldBeEmpty(string.Join("\n\n", faults.Take(10)));
        foreach (var service in platform.Services)
        {
            service.Exits.Skip(before[service]).ShouldBeEmpty(service.Name);
            await service.ReadyAsync();
        }
        var ids = neighbours.Distinct().ToArray();
        await using var command = platform.Database.CreateCommand("select count(*) from ingest.mt_streams where id = any($1)");
        command.Parameters.Add(new() { Value = ids });
        (await command.ExecuteScalarAsync()).ShouldBe((long)ids.Length);
        // So damaged that nothing is accepted any more it would show little.
        if (Inputs.Count >= 1000)
            tally.GetValueOrDefault("2xx").ShouldBeGreaterThan(Inputs.Count / 10);
    }

    private static string? Fault(Request request, RawAnswer? answer)
    {
        if (answer is null)
            return request.IsHttp ? "the connection was closed without an answer" : null;
        if (answer.Status >= 500 && !request.Operation.EndsWith("/health/ready", StringComparison.Ordinal))
            return $"{answer.Status} {answer.Text}";
        // What is no HTTP is refused by the server itself, without a body.
        if (answer.Status < 400 || answer.Body.Length == 0 && (!request.IsHttp || answer.Status is 400 or 431 || (answer.Status == 414 && request.Bytes.Length > 64 * 1024)))
            return null;
        if (answer.Headers.GetValueOrDefault("content-type")?.StartsWith("application/problem+json", StringComparison.Ordinal) != true)
            return $"{answer.Status} is no problem+json: {answer.Text}";
        var problem = JsonDocument.Parse(answer.Body).RootElement;
        return problem.GetProperty("type").GetString()!.StartsWith(ProblemType, StringComparison.Ordinal) && problem.GetProperty("status").GetInt32() == answer.Status
            ? null : $"{answer.Status} without a type of ours: {answer.Text}";
    }

    private static string Describe(int number, Request request, string fault) =>
        $"PLATFORM_FUZZ_SEED={Inputs.Seed} PLATFORM_FUZZ_FROM={number} PLATFORM_FUZZ=1, {request.Operation}: {fault}\n{Printable(request.Bytes)}";

    private static string Printable(byte[] bytes) => string.Concat(System.Text.Encoding.UTF8.GetString(bytes).Take(1500).Select(c => char.IsControl(c) && c != '\n' ? $"\\x{(int)c:x2}" : c.ToString()));

    /// <summary>Some articles, their incidents, a request to read again and a dead letter: the same ids in every run.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<Guid>>> SeedAsync(TestPlatform platform)
    {
        var articles = (await Task.WhenAll(Enumerable.Range(0, 30).Select(n => platform.PostAsync(Articles.Attack(n))))).Select(a => a.GetProperty("articleId").GetGuid()).Order().ToArray();
        await Eventually.Equals(30, "incidents", () => platform.CountAsync("select count(*) from incidents.incident_list"), TimeSpan.FromSeconds(120));
        using var asked = await platform.Ingest.Http.PostAsJsonAsync("extractions", new { reason = "a start", actor = "Ann", articleIds = articles.Take(2) });
        asked.EnsureSuccessStatusCode();
        var extraction = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await using var outsider = await platform.ConnectAsync();
        await using var channel = await outsider.CreateChannelAsync();
        await channel.BasicPublishAsync("projection.incident-detected", "", mandatory: true, new RabbitMQ.Client.BasicProperties { MessageId = "0e2b9c5e-52c1-4a36-9a55-0d5bd3f0c001" }, "{"u8.ToArray());
        await Eventually.Equals(1, "a dead letter", () => platform.CountAsync("select count(*) from incidents.dead_letter"));
        return new Dictionary<string, IReadOnlyList<Guid>>
        {
            ["articles"] = articles,
            ["incidents"] = [.. (await platform.IdsAsync("select id from incidents.incident_list")).Order()],
            ["extractions"] = [extraction],
            ["dead-letters"] = await platform.IdsAsync("select id from incidents.dead_letter"),
        };
    }
}
