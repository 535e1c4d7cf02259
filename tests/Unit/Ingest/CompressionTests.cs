using System.IO.Compression;
using System.Net;
using System.Text;

namespace Platform.Tests.Unit.Ingest;

[Collection(AloneCollection.Name)]
public class CompressionTests
{
    private static byte[] Compress(string coding, Action<Stream> write)
    {
        using var target = new MemoryStream();
        using (Stream packed = coding == "gzip" ? new GZipStream(target, CompressionLevel.SmallestSize) : new BrotliStream(target, CompressionLevel.Fastest)) write(packed);
        return target.ToArray();
    }

    private static byte[] Compress(string coding, string text) => Compress(coding, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private static byte[] Bomb(string coding, int megabytes) => Compress(coding, stream =>
    {
        stream.Write("{\"text\":\"first\"}\n{\"text\":\""u8);
        var block = Encoding.ASCII.GetBytes(new string('x', 500_000));
        for (var i = 0; i < megabytes * 2; i++) stream.Write(block);
    });

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Compressed_bodies_are_read(string coding)
    {
        await using var host = await IngestHost.StartAsync();
        (await host.PostAsync("/articles", Compress(coding, """{"text":"one"}"""), "application/json", ("Content-Encoding", coding))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await host.BatchAsync(Compress(coding, "{\"text\":\"two\"}\n{\"text\":\"three\"}"), ("Content-Encoding", coding))).Count.ShouldBe(2);
        host.Stored.Select(s => s.Article.Text).ShouldBe(["one", "two", "three"]);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_zip_bomb_is_a_413_without_being_unpacked(string coding)
    {
        await using var host = await IngestHost.StartAsync();
        var bomb = Bomb(coding, 500);
        bomb.Length.ShouldBeLessThan(1_000_000);
        var before = GC.GetTotalAllocatedBytes();
        await (await host.PostAsync("/articles", bomb, "application/json", ("Content-Encoding", coding))).ShouldBeProblemAsync(413, "body-too-large");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(100_000_000);
        host.Stored.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_zip_bomb_in_a_batch_ends_with_a_problem_line_and_keeps_what_came_before(string coding)
    {
        await using var host = await IngestHost.StartAsync();
        var before = GC.GetTotalAllocatedBytes();
        var answers = await host.BatchAsync(Bomb(coding, 500), ("Content-Encoding", coding));
        answers[0].TryGetProperty("articleId", out _).ShouldBeTrue();
        answers[^1].GetProperty("problem").ShouldBeProblem(413, "expansion-too-high");
        answers.Count.ShouldBe(2);
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(100_000_000);
    }

    [Fact]
    public async Task A_batch_that_compresses_well_but_not_absurdly_is_read_whole()
    {
        await using var host = await IngestHost.StartAsync((articles, _, _) => Task.FromResult(new Platform.Ingest.AcceptResult([new(Guid.Empty, false, "t")], false)));
        var random = new Random(1);
        var body = Compress("gzip", stream =>
        {
            for (var i = 0; i < 15_000; i++)
                stream.Write(Encoding.ASCII.GetBytes($"{{\"id\":\"{random.NextInt64()}-{random.NextInt64()}\",\"text\":\"{new string('x', 1_000)}\"}}\n"));
        });
        (15_000 * 1_050 / body.Length).ShouldBeInRange(15, 90);
        (await host.BatchAsync(body, ("Content-Encoding", "gzip"))).Count.ShouldBe(15_000);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Broken_compression_is_a_400(string coding)
    {
        await using var host = await IngestHost.StartAsync();
        var noise = Enumerable.Repeat((byte)0xFF, 500).ToArray();
        await (await host.PostAsync("/articles", noise, "application/json", ("Content-Encoding", coding))).ShouldBeProblemAsync(400, "malformed-compression");
        await (await host.PostAsync("/articles/batch", noise, "application/x-ndjson", ("Content-Encoding", coding))).ShouldBeProblemAsync(400, "malformed-compression");
        host.Stored.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_that_ends_early_is_never_taken_for_whole(string coding)
    {
        await using var host = await IngestHost.StartAsync();
        var random = new Random(3);
        var whole = Compress(coding, string.Concat(Enumerable.Range(0, 3_000).Select(_ => random.Next() + " ")));
        await (await host.PostAsync("/articles", whole[..(whole.Length / 2)], "text/plain", ("Content-Encoding", coding))).ShouldBeProblemAsync(400, "malformed-compression");
        host.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task Compression_that_breaks_within_a_batch_ends_it_with_a_problem_line()
    {
        await using var host = await IngestHost.StartAsync();
        var random = new Random(3);
        var whole = Compress("gzip", string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{{\"id\":\"{i}\",\"text\":\"{random.NextInt64()}\"}}\n")));
        var answers = await host.BatchAsync(whole[..(whole.Length / 2)], ("Content-Encoding", "gzip"));
        answers.Count.ShouldBeGreaterThan(100);
        answers[^1].GetProperty("problem").ShouldBeProblem(400, "malformed-compression");
        answers[^1].GetProperty("line").GetInt64().ShouldBe(answers.Count);
    }

    [Theory]
    [InlineData("compress")]
    [InlineData("gzip, br")]
    public async Task Another_content_encoding_is_a_415_that_says_what_is_accepted(string coding)
    {
        await using var host = await IngestHost.StartAsync();
        foreach (var (path, type) in new[] { ("/articles", "application/json"), ("/articles/batch", "application/x-ndjson") })
        {
            using var response = await host.PostAsync(path, "{}", type, ("Content-Encoding", coding));
            var problem = await response.ShouldBeProblemAsync(415, "unsupported-content-encoding");
            problem.GetProperty("accepted").EnumerateArray().Select(a => a.GetString()).ShouldContain("gzip");
            response.Headers.GetValues("Accept-Encoding").ShouldHaveSingleItem().ShouldContain("br");
        }
    }

    [Fact]
    public async Task Identity_is_no_compression()
    {
        await using var host = await IngestHost.StartAsync();
        (await host.PostAsync("/articles", "{\"text\":\"t\"}", "application/json", ("Content-Encoding", "identity"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }
}
