using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Platform.Ingest;

namespace Platform.Tests.Unit.Ingest;

public class IdempotencyTests
{
    private const string Json = """{"text":"t"}""";

    private static async Task<string> HashAsync(string path, string body, string type) => (await KeyAsync(path, body, type)).BodyHash;

    private static async Task<IdempotencyKey> KeyAsync(string path, string body, string type)
    {
        await using var host = await IngestHost.StartAsync();
        (await host.PostAsync(path, body, type, ("Idempotency-Key", "k"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return host.Stored.ShouldHaveSingleItem().Key.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_key_goes_to_the_store_with_a_hash_of_media_type_and_body()
    {
        var hash = await HashAsync("/articles", Json, "application/json");
        hash.ShouldMatch("^[0-9a-f]{64}$");
        (await HashAsync("/articles", Json, "application/json")).ShouldBe(hash);
        (await HashAsync("/articles", Json + " ", "application/json")).ShouldNotBe(hash);
        (await HashAsync("/articles", Json, "text/plain")).ShouldNotBe(hash);
    }

    [Fact]
    public async Task Metadata_in_the_query_belong_to_the_hash_where_they_count()
    {
        (await HashAsync("/articles?title=a", "t", "text/plain")).ShouldNotBe(await HashAsync("/articles?title=b", "t", "text/plain"));
        (await HashAsync("/articles?title=a", Json, "application/json")).ShouldBe(await HashAsync("/articles", Json, "application/json"));
    }

    [Theory]
    [InlineData("application/json", "application/json; charset=utf-8", true)]
    [InlineData("application/json; charset=UTF-8", "application/json", true)]
    [InlineData("text/plain", "text/plain;charset=\"utf-8\"", true)]
    [InlineData("text/plain", "text/plain; charset=iso-8859-1", false)]
    [InlineData("text/plain; charset=utf-8", "text/plain; charset=iso-8859-1", false)]
    [InlineData("text/plain; charset=utf-8", "text/html; charset=utf-8", false)]
    public async Task A_charset_that_says_what_holds_without_it_makes_no_other_request(string first, string second, bool same) =>
        (await KeyAsync("/articles", Json, second)).IsSame(await HashAsync("/articles", Json, first)).ShouldBe(same);

    [Fact]
    public async Task A_replayed_answer_says_so()
    {
        await using var host = await IngestHost.StartAsync((_, key, _) => Task.FromResult(new AcceptResult([new(Guid.NewGuid(), false, "t")], key!.Key == "old")));
        var replayed = await host.PostAsync("/articles", Json, "application/json", ("Idempotency-Key", "old"));
        replayed.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        replayed.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await host.PostAsync("/articles", Json, "application/json", ("Idempotency-Key", "new"))).Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_used_with_another_body_is_a_422()
    {
        await using var host = await IngestHost.StartAsync((_, key, _) => throw new IdempotencyKeyReusedException(key!.Key));
        await (await host.PostAsync("/articles", Json, "application/json", ("Idempotency-Key", "k"))).ShouldBeProblemAsync(422, "idempotency-key-reused");
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("ключ")]
    [InlineData("a\tb")]
    public async Task A_key_with_other_characters_is_a_400(string key)
    {
        await using var host = await IngestHost.StartAsync();
        var problem = await (await host.PostAsync("/articles", Json, "application/json", ("Idempotency-Key", key))).ShouldBeProblemAsync(400, "bad-header");
        problem.Detail().ShouldContain("255 visible ASCII");
        host.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_of_255_characters_is_accepted_and_one_of_256_is_not()
    {
        await using var host = await IngestHost.StartAsync();
        (await host.PostAsync("/articles", Json, "application/json", ("Idempotency-Key", new string('~', 255)))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await (await host.PostAsync("/articles", Json, "application/json", ("Idempotency-Key", new string('~', 256)))).ShouldBeProblemAsync(400, "bad-header");
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("\u00e9", 400)]
    [InlineData("k", 202)]
    public async Task The_key_is_checked_as_the_wire_gives_it(string key, int status)
    {
        await using var host = await IngestHost.StartAsync(kestrel: HttpProtocols.Http1);
        using var client = await RawHttp.ConnectAsync(host.Address);
        await client.SendAsync($"POST /articles HTTP/1.1\r\nHost: 127.0.0.1\r\nIdempotency-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {Json.Length}\r\n\r\n{Json}");
        (await client.ReadHeadAsync()).ShouldStartWith($"HTTP/1.1 {status}");
    }

    [Fact]
    public async Task Two_keys_are_a_400()
    {
        await using var host = await IngestHost.StartAsync();
        await (await host.PostAsync("/articles", Json, "application/json", ("Idempotency-Key", "a"), ("Idempotency-Key", "b"))).ShouldBeProblemAsync(400, "bad-header");
    }

    [Fact]
    public async Task A_batch_takes_no_key()
    {
        await using var host = await IngestHost.StartAsync();
        await (await host.PostAsync("/articles/batch", Json, "application/x-ndjson", ("Idempotency-Key", "a"))).ShouldBeProblemAsync(400, "bad-header");
        host.Stored.ShouldBeEmpty();
    }
}
