using System.Text;
using System.Text.Json;
using Platform.Telemetry;
using Platform.Tests.Harness;

namespace Platform.Tests.Fuzz;

/// <summary>What is larger than a service takes is refused with a problem that has a stable type; what is far larger, at least with the status.</summary>
[Collection(Collection.Name)]
public sealed class Limits_are_told(Infrastructure infrastructure)
{
    [Fact]
    public async Task Lines_headers_and_bodies_past_the_limits_are_problems_in_every_service()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        foreach (var service in platform.Services)
        {
            using var client = new RawClient(service.Address);
            Task<RawAnswer?> Send(string head, string body = "") => client.SendAsync(Encoding.ASCII.GetBytes(head + "\r\n\r\n" + body), end: false);

            TypeOf(await Send($"GET /health/live?{new string('x', RequestLimits.Line)} HTTP/1.1\r\nHost: 127.0.0.1"), 414).ShouldBe("request-line-too-long");
            TypeOf(await Send($"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: {new string('x', RequestLimits.Headers)}"), 431).ShouldBe("headers-too-large");
            TypeOf(await Send("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1" + string.Concat(Enumerable.Range(0, RequestLimits.HeaderCount).Select(i => $"\r\nX-{i}: x"))), 431).ShouldBe("headers-too-large");
            (await Send("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1"))!.Status.ShouldBe(200);
            (await client.SendAsync(Encoding.ASCII.GetBytes($"GET /{new string('x', 20 * RequestLimits.Line)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"), end: true))?.Status.ShouldBe(414);
        }
        using var readApi = new RawClient(platform.Projection.Address);
        var large = new string(' ', 300 * 1024);
        foreach (var framing in new[] { $"Content-Length: {large.Length}\r\n\r\n{large}", $"Transfer-Encoding: chunked\r\n\r\n{large.Length:X}\r\n{large}\r\n0\r\n\r\n" })
            TypeOf(await readApi.SendAsync(Encoding.ASCII.GetBytes($"POST /dead-letters/replay HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{framing}"), end: false), 413).ShouldBe("body-too-large");
        // What the framework refuses by itself is a problem too, whatever the caller would rather have.
        TypeOf(await readApi.SendAsync("POST /incidents HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nAccept: ../../etc/passwd\r\n\r\n"u8.ToArray(), end: false), 405).ShouldBe("http-405");
        using var cut = new RawClient(platform.Projection.Address);
        TypeOf(await cut.SendAsync(Encoding.ASCII.GetBytes("POST /dead-letters/replay HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n"), end: false), 400).ShouldBe("http-400");
    }

    private static string TypeOf(RawAnswer? answer, int status)
    {
        answer.ShouldNotBeNull().Status.ShouldBe(status, answer.Text);
        answer.Headers["content-type"].ShouldStartWith("application/problem+json");
        answer.Headers["x-content-type-options"].ShouldBe("nosniff");
        return JsonDocument.Parse(answer.Body).RootElement.GetProperty("type").GetString()!.Split(':')[^1];
    }
}
