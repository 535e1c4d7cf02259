using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Ingest;

namespace Platform.Tests.Unit.Ingest;

/// <summary>What only a real connection shows.</summary>
[Collection(AloneCollection.Name)]
public class BatchStreamingTests
{
    private static readonly AcceptArticles s_accept = (_, _, _) => Task.FromResult(new AcceptResult([new(Guid.NewGuid(), false, new string('a', 32))], false));

    private static JsonElement Parse(string? line) => JsonDocument.Parse(line.ShouldNotBeNull()).RootElement;

    [Fact]
    public async Task Answers_arrive_while_the_request_is_still_being_sent()
    {
        await using var host = await IngestHost.StartAsync(kestrel: HttpProtocols.Http1);
        using var client = await RawHttp.BatchAsync(host.Address);
        await client.ChunkAsync("{\"text\":\"one\"}\n{\"te");
        (await client.ReadHeadAsync()).ShouldStartWith("HTTP/1.1 200");
        Parse(await client.ReadLineAsync()).GetProperty("line").GetInt32().ShouldBe(1);
        await client.ChunkAsync("xt\":\"two\"}\n");
        Parse(await client.ReadLineAsync()).GetProperty("line").GetInt32().ShouldBe(2);
        await client.ChunkAsync("{\"text\":\"three\"}");
        await client.EndAsync();
        Parse(await client.ReadLineAsync()).GetProperty("line").GetInt32().ShouldBe(3);
        (await client.ReadLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task HTTP_2_streams_both_ways_too()
    {
        await using var host = await IngestHost.StartAsync(kestrel: HttpProtocols.Http2);
        var content = new LiveContent();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/articles/batch") { Content = content, Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        var sent = host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var stream = await content.Stream;
        await stream.WriteAsync("{\"text\":\"one\"}\n"u8.ToArray());
        await stream.FlushAsync();
        using var response = await sent.WaitAsync(TimeSpan.FromSeconds(30));
        using var answers = new StreamReader(await response.Content.ReadAsStreamAsync());
        Parse(await answers.ReadLineAsync()).GetProperty("line").GetInt32().ShouldBe(1);
        await stream.WriteAsync("{\"text\":\"two\"}"u8.ToArray());
        content.Done.SetResult();
        Parse(await answers.ReadLineAsync()).GetProperty("line").GetInt32().ShouldBe(2);
        (await answers.ReadLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_batch_of_200_MB_is_never_held_and_its_answers_come_before_its_end()
    {
        const int Lines = 66_000, LineBytes = 3_100;
        await using var host = await IngestHost.StartAsync(s_accept, kestrel: HttpProtocols.Http1);
        using var client = await RawHttp.BatchAsync(host.Address);
        var line = Encoding.ASCII.GetBytes($"{{\"text\":\"{new string('x', LineBytes - 12)}\"}}\n");
        await client.ChunkAsync(line);
        await client.ReadHeadAsync();
        var answered = 0L;
        var reading = Task.Run(() =>
        {
            while (client.ReadLine() is { } answer)
            {
                var next = answered + 1;
                if (!answer.StartsWith($"{{\"line\":{next},\"articleId\":", StringComparison.Ordinal)) throw new InvalidOperationException($"{next}: {answer}");
                Interlocked.Exchange(ref answered, next);
            }
        });
        var atStart = GC.GetTotalMemory(forceFullCollection: true);
        var (most, answeredBeforeEnd) = (0L, 0L);
        for (var i = 1; i < Lines; i++)
        {
            await client.ChunkAsync(line);
            if (i % 8_000 != 0) continue;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - atStart);
            answeredBeforeEnd = Interlocked.Read(ref answered);
        }
        await client.EndAsync();
        await reading.WaitAsync(TimeSpan.FromSeconds(60));
        answered.ShouldBe(Lines);
        answeredBeforeEnd.ShouldBeGreaterThan(Lines / 2);
        most.ShouldBeLessThan(40_000_000);
    }

    [Fact]
    public async Task A_client_that_reads_nothing_before_it_has_sent_everything_is_served_too()
    {
        const int Lines = 150_000;
        await using var host = await IngestHost.StartAsync(s_accept, kestrel: HttpProtocols.Http1);
        using var client = await RawHttp.BatchAsync(host.Address);
        var chunk = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"text\":\"t\"}\n", 1_000)));
        for (var i = 0; i < Lines / 1_000; i++) await client.ChunkAsync(chunk).WaitAsync(TimeSpan.FromSeconds(30));
        await client.EndAsync();
        await client.ReadHeadAsync();
        var answers = await Task.Run(() =>
        {
            var n = 0;
            while (client.ReadLine() is not null) n++;
            return n;
        }).WaitAsync(TimeSpan.FromSeconds(60));
        answers.ShouldBe(Lines);
    }

    [Fact]
    public async Task Reading_pauses_while_the_store_does_not_keep_up()
    {
        var gate = new TaskCompletionSource();
        var calls = 0;
        await using var host = await IngestHost.StartAsync(async (_, _, _) =>
        {
            Interlocked.Increment(ref calls);
            await gate.Task;
            return new([new(Guid.Empty, false, "t")], false);
        }, kestrel: HttpProtocols.Http1);
        using var client = await RawHttp.BatchAsync(host.Address);
        var line = Encoding.ASCII.GetBytes($"{{\"text\":\"{new string('x', 60_000)}\"}}\n");
        var sent = 0;
        var sending = Task.Run(async () =>
        {
            for (; sent < 2_000; sent++) await client.ChunkAsync(line);
            await client.EndAsync();
        });
        await Eventually.IsTrueAsync(() => Volatile.Read(ref calls) == 256);
        await Eventually.IsStableAsync(() => Volatile.Read(ref sent));
        calls.ShouldBe(256);
        sent.ShouldBeLessThan(1_000);
        gate.SetResult();
        await client.ReadHeadAsync();
        for (var i = 0; i < 2_000; i++) (await client.ReadLineAsync()).ShouldNotBeNull();
        await sending;
    }

    [Theory]
    [InlineData("Limits:BatchAnswerBufferBytes", "65536")]
    [InlineData("Admission:AnswerMegabytes", "1")]
    public async Task Reading_pauses_while_the_clients_leave_too_many_answers_unread(string setting, string value)
    {
        const int Lines = 150_000; // more answers than sockets take, fewer than the batch alone may hold
        var calls = 0;
        await using var host = await IngestHost.StartAsync((a, k, s) =>
        {
            Interlocked.Increment(ref calls);
            return s_accept(a, k, s);
        }, new() { [setting] = value }, HttpProtocols.Http1);
        using var client = await RawHttp.BatchAsync(host.Address);
        var chunk = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"text\":\"t\"}\n", 1_000)));
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < Lines / 1_000; i++) await client.ChunkAsync(chunk);
            await client.EndAsync();
        });
        await Eventually.IsTrueAsync(() => Volatile.Read(ref calls) > 1_000);
        await Eventually.IsStableAsync(() => Volatile.Read(ref calls));
        calls.ShouldBeLessThan(Lines);
        await client.ReadHeadAsync();
        var answers = await Task.Run(() =>
        {
            var n = 0;
            while (client.ReadLine() is not null) n++;
            return n;
        }).WaitAsync(TimeSpan.FromSeconds(90));
        answers.ShouldBe(Lines);
        await sending;
    }

    [Fact]
    public async Task A_client_that_goes_cancels_what_waits_for_the_store()
    {
        var (waiting, cancelled) = (0, 0);
        await using var host = await IngestHost.StartAsync(async (_, _, stop) =>
        {
            Interlocked.Increment(ref waiting);
            try
            {
                await Task.Delay(Timeout.Infinite, stop);
            }
            finally
            {
                Interlocked.Increment(ref cancelled);
            }
            throw new InvalidOperationException();
        }, kestrel: HttpProtocols.Http1);
        using (var client = await RawHttp.BatchAsync(host.Address))
        {
            await client.ChunkAsync("{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
            await Eventually.IsTrueAsync(() => Volatile.Read(ref waiting) == 2);
        }
        await Eventually.IsTrueAsync(() => Volatile.Read(ref cancelled) == 2);
    }

    [Fact]
    public async Task A_sender_that_goes_silent_is_answered_and_let_go()
    {
        await using var host = await IngestHost.StartAsync(s_accept, new() { ["Limits:BatchIdle"] = "00:00:00.3" }, HttpProtocols.Http1);
        using var client = await RawHttp.BatchAsync(host.Address);
        await client.ChunkAsync("{\"text\":\"a\"}\n{\"te");
        await client.ReadHeadAsync();
        Parse(await client.ReadLineAsync()).TryGetProperty("articleId", out _).ShouldBeTrue();
        var last = Parse(await client.ReadLineAsync());
        last.GetProperty("line").GetInt32().ShouldBe(2);
        last.GetProperty("problem").ShouldBeProblem(408, "too-slow");
        (await client.ReadLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_client_that_never_takes_its_answers_is_let_go_once_they_are_too_many()
    {
        await using var host = await IngestHost.StartAsync(s_accept, new() { ["Limits:BatchIdle"] = "00:00:00.5", ["Limits:BatchAnswerBufferBytes"] = "65536" }, HttpProtocols.Http1);
        using var client = await RawHttp.BatchAsync(host.Address);
        var chunk = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"text\":\"t\"}\n", 1_000)));
        await Should.ThrowAsync<IOException>(Task.Run(async () =>
        {
            while (true) await client.ChunkAsync(chunk);
        }).WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_shutdown_ends_a_batch_with_a_problem_line()
    {
        await using var host = await IngestHost.StartAsync(s_accept, kestrel: HttpProtocols.Http1);
        using var client = await RawHttp.BatchAsync(host.Address);
        await client.ChunkAsync("{\"text\":\"a\"}\n");
        await client.ReadHeadAsync();
        await client.ReadLineAsync();
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Parse(await client.ReadLineAsync()).GetProperty("problem").ShouldBeProblem(503, "stopping");
        (await client.ReadLineAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_client_that_asks_before_it_sends_is_told_to_continue()
    {
        await using var host = await IngestHost.StartAsync(s_accept, kestrel: HttpProtocols.Http1);
        using var client = await RawHttp.BatchAsync(host.Address, "Expect: 100-continue\r\n");
        (await client.ReadHeadAsync()).ShouldStartWith("HTTP/1.1 100");
        await client.ChunkAsync("{\"text\":\"a\"}\n");
        (await client.ReadHeadAsync()).ShouldStartWith("HTTP/1.1 200");
    }

    private sealed class LiveContent : HttpContent
    {
        private readonly TaskCompletionSource<Stream> _stream = new();
        public LiveContent() => Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        public Task<Stream> Stream => _stream.Task;
        public TaskCompletionSource Done { get; } = new();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            _stream.SetResult(stream);
            await Done.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
