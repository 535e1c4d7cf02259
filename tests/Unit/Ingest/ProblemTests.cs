using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Platform.EventStore;
using Platform.Ingest.Input;

namespace Platform.Tests.Unit.Ingest;

public class ProblemTests
{
    [Fact]
    public async Task Malformed_JSON_is_a_400_with_line_and_position()
    {
        await using var host = await IngestHost.StartAsync();
        var problem = await (await host.PostJsonAsync("{\n\"text\": }")).ShouldBeProblemAsync(400, "malformed-json");
        problem.Detail().ShouldStartWith("Line 2, byte 9:");
    }

    [Fact]
    public async Task Field_errors_are_a_422_that_names_every_field()
    {
        await using var host = await IngestHost.StartAsync();
        var problem = await (await host.PostJsonAsync("""{"title":7,"publishedAt":"9999-12-31T00:00:00Z"}""")).ShouldBeProblemAsync(422, "invalid-article");
        problem.Error("title").ShouldContain("must be a string");
        problem.Error("text").ShouldContain("required");
        problem.Error("publishedAt").ShouldContain("1900-01-01T00:00:00Z to ");
        host.Stored.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/articles", "image/png", "application/json")]
    [InlineData("/articles", null, "application/json")]
    [InlineData("/articles", "nonsense", "text/html")]
    [InlineData("/articles", "application/x-ndjson", "text/html")]
    [InlineData("/articles/batch", "application/json", "application/x-ndjson")]
    public async Task Another_media_type_is_a_415_that_says_what_is_accepted(string path, string? type, string accepted)
    {
        await using var host = await IngestHost.StartAsync();
        using var response = await host.PostAsync(path, "{}", type);
        var problem = await response.ShouldBeProblemAsync(415, "unsupported-media-type");
        problem.GetProperty("accepted").EnumerateArray().Select(a => a.GetString()).ShouldContain(accepted);
        response.Headers.GetValues("Accept-Post").ShouldHaveSingleItem().ShouldContain(accepted);
        if (type?.StartsWith("application/", StringComparison.Ordinal) == true) problem.Detail().ShouldContain("POST /articles");
    }

    [Theory]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("text/plain; charset=klingon")]
    public async Task A_charset_that_is_not_accepted_is_a_415(string type)
    {
        await using var host = await IngestHost.StartAsync();
        await (await host.PostAsync("/articles", "{}", type)).ShouldBeProblemAsync(415, "unsupported-charset");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    public async Task A_body_that_is_not_UTF8_is_a_400(string type)
    {
        await using var host = await IngestHost.StartAsync();
        await (await host.PostAsync("/articles", [.. "{\"text\":\""u8, 0xFF, .. "\"}"u8], type)).ShouldBeProblemAsync(400, "bad-encoding");
    }

    [Fact]
    public async Task A_store_outage_is_a_503_with_retry_after()
    {
        await using var host = await IngestHost.StartAsync((_, _, _) => throw new StoreUnavailableException(new InvalidOperationException("secret")));
        using var response = await host.PostJsonAsync("""{"text":"t"}""");
        var problem = await response.ShouldBeProblemAsync(503, "store-unavailable");
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        problem.GetProperty("retryAfterSeconds").GetInt32().ShouldBe(5);
        problem.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task An_unforeseen_exception_is_a_500_without_internals()
    {
        await using var host = await IngestHost.StartAsync((_, _, _) => throw new InvalidOperationException("secret password"));
        var problem = await (await host.PostJsonAsync("""{"text":"t"}""")).ShouldBeProblemAsync(500, "unexpected");
        problem.ToString().ShouldNotContain("secret");
        problem.ToString().ShouldNotContain("Exception");
    }

    [Fact]
    public async Task An_unknown_route_is_a_404_that_says_where_articles_go()
    {
        await using var host = await IngestHost.StartAsync();
        var problem = await (await host.Client.GetAsync("/nowhere")).ShouldBeProblemAsync(404, "not-found");
        problem.Detail().ShouldContain("POST /articles");
    }

    [Theory]
    [InlineData("GET", "/articles")]
    [InlineData("DELETE", "/articles/batch")]
    public async Task A_wrong_method_is_a_405_that_names_the_right_one(string method, string path)
    {
        await using var host = await IngestHost.StartAsync();
        using var response = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        var problem = await response.ShouldBeProblemAsync(405, "method-not-allowed");
        response.Content.Headers.Allow.ShouldBe(["POST"]);
        problem.GetProperty("accepted")[0].GetString().ShouldBe("POST");
    }

    [Fact]
    public async Task A_fault_elsewhere_in_the_application_is_a_problem_too()
    {
        await using var host = await IngestHost.StartAsync(more: app => app.MapGet("/boom", string () => throw new InvalidOperationException("secret")).AllowAnonymous());
        using var answer = await host.Client.GetAsync("/boom");
        (await answer.ShouldBeProblemAsync(500, "unexpected")).ToString().ShouldNotContain("secret");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task A_10_MB_body_is_a_413_that_names_the_limit_even_for_a_client_that_sends_all_first()
    {
        await using var host = await IngestHost.StartAsync(kestrel: HttpProtocols.Http1);
        var body = Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 10_000_000)}}"}""");
        (await (await host.PostAsync("/articles", body, "application/json")).ShouldBeProblemAsync(413, "body-too-large")).Detail().ShouldContain("8,388,608 bytes");
        host.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_far_beyond_the_limit_is_refused_by_its_length_alone()
    {
        await using var host = await IngestHost.StartAsync(kestrel: HttpProtocols.Http1);
        using var client = await RawHttp.ConnectAsync(host.Address);
        await client.SendAsync("POST /articles HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 10000000000\r\n\r\n");
        (await client.ReadHeadAsync()).ShouldStartWith("HTTP/1.1 413");
    }

    [Fact]
    public void Every_problem_has_a_stable_type_of_its_own()
    {
        var made = typeof(Problems).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.ReturnType == typeof(Problem))
            .Select(m => (Problem)m.Invoke(null, [.. m.GetParameters().Select(Some)])!).ToList();
        made.Select(p => p.Type["urn:incident-platform:problem:".Length..]).ShouldBe(
        [
            "invalid-article", "no-usable-item", "not-a-feed", "malformed-json", "malformed-xml", "bad-encoding", "malformed-compression", "bad-header", "bad-request",
            "too-slow", "body-too-large", "document-too-complex", "line-too-long", "expansion-too-high", "unsupported-media-type", "unsupported-charset",
            "unsupported-content-encoding", "idempotency-key-reused", "store-unavailable", "stopping", "not-found", "method-not-allowed", "http-500", "unexpected",
            "invalid-extraction-request", "unknown-extraction", "invalid-query", "over-capacity",
        ], ignoreOrder: true);
        made.ShouldAllBe(p => p.Status >= 400 && p.Status <= 599 && p.Title.Length > 0 && p.Detail.Length > 0);
    }

    [Fact]
    public async Task A_limit_out_of_its_range_stops_the_start() =>
        await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(IngestHost.StartAsync(settings: new() { ["Limits:MaxTitleChars"] = "0" }));

    [Fact]
    public async Task Limits_come_from_the_configuration()
    {
        await using var host = await IngestHost.StartAsync(settings: new() { ["Limits:MaxTitleChars"] = "3", ["Limits:LatestPublishedAfterNow"] = "1.00:00:00" });
        (await (await host.PostJsonAsync("""{"text":"t","title":"abcd"}""")).ShouldBeProblemAsync(422, "invalid-article")).Error("title").ShouldContain("at most 3 ");
    }

    private static object? Some(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? (parameter.HasDefaultValue ? null : "x")
        : parameter.ParameterType == typeof(FieldErrors) ? new FieldErrors()
        : parameter.ParameterType == typeof(IReadOnlyList<string>) ? new[] { "a" }
        : parameter.ParameterType == typeof(TimeSpan) ? TimeSpan.Zero
        : parameter.ParameterType == typeof(long) ? 1L
        : parameter.ParameterType == typeof(int) ? 500
        : null;
}
