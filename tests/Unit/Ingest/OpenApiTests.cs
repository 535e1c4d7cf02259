using System.Text.Json;

namespace Platform.Tests.Unit.Ingest;

public class OpenApiTests
{
    [Fact]
    public async Task The_document_tells_bodies_answers_problems_and_parameters()
    {
        await using var host = await IngestHost.StartAsync();
        using var document = JsonDocument.Parse(await host.Client.GetStringAsync("/openapi/v1.json"));
        document.RootElement.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        var article = document.RootElement.GetProperty("paths").GetProperty("/articles").GetProperty("post");
        article.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace();
        article.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(c => c.Name).ShouldBe(
            ["application/json", "text/plain", "text/html", "application/xhtml+xml", "application/rss+xml", "application/atom+xml", "application/xml", "text/xml"], ignoreOrder: true);
        article.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetProperty("text").GetString().ShouldNotBeNullOrWhiteSpace();
        article.GetProperty("responses").EnumerateObject().Select(r => r.Name).ShouldBe(["202", "400", "401", "403", "408", "413", "415", "422", "429", "500", "503"], ignoreOrder: true);
        article.GetProperty("responses").GetProperty("422").GetProperty("content").TryGetProperty("application/problem+json", out _).ShouldBeTrue();
        article.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(
            ["Idempotency-Key", "title", "url", "outlet", "publishedAt", "language", "externalId", "source", "tags"], ignoreOrder: true);
        var batch = document.RootElement.GetProperty("paths").GetProperty("/articles/batch").GetProperty("post");
        batch.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/x-ndjson", out _).ShouldBeTrue();
        batch.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("application/x-ndjson", out _).ShouldBeTrue();
    }
}
