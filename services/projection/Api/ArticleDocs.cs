using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Platform.ApiDocument;
using Platform.Contracts;

namespace Platform.Projection.Api;

/// <summary>What OpenAPI says of the list of articles.</summary>
internal static class ArticleDocs
{
    private const ParameterLocation InQuery = ParameterLocation.Query;

    public static RouteHandlerBuilder DescribeArticles(this RouteHandlerBuilder endpoint) => endpoint.WithTags("articles").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        var article = GoldenBodies.Article.Deserialize(ContractJson.Default.ArticleReceived)!;
        void Given(string name, string description, OpenApiSchema schema, JsonNode? example = null) => operation.Parameter(InQuery, name, description, schema, example);
        Given("status", "`received`: its latest revision has not been read yet; `extracted`: it has.", List(Choice(ArticleQuery.States)), new JsonArray("received"));
        Given("outlet", "Outlets; several by repetition. Capitals and accents do not matter.", List(ReadApiDocs.Text()), new JsonArray("Example Wire"));
        Given("source", "Feeds or systems it came through; several by repetition. Capitals and accents do not matter.", List(ReadApiDocs.Text()), new JsonArray("tests"));
        Given("language", "BCP 47 language tags; several by comma or repetition.", List(ReadApiDocs.Text()), new JsonArray("en"));
        Given("q", "Words of headline or text, all of them, in any form of theirs; `\"…\"` for a phrase, `-` for none of it, `or` between.", ReadApiDocs.Text(), "katyusha \"air base\"");
        Given("title", "Words of the headline, all of them, whatever their capitals and accents; `\"…\"` for a phrase, `-` for none of it, `or` between.", ReadApiDocs.Text(), "rockets base");
        foreach (var (name, what) in new[] { ("publishedFrom", "Published then or later"), ("publishedTo", "Published then or earlier"), ("receivedFrom", "Latest revision accepted then or later"), ("receivedTo", "Latest revision accepted then or earlier") })
            Given(name, $"{what}: a time, or a date for its first moment.", ReadApiDocs.Text(), "2031-03-01T00:00:00Z");
        Given("dated", "`false`: only articles without a time of publication; `true`: only those with one.", Choice("true", "false"), "false");
        Given("hasReports", "`true`: only articles that tell of an incident; `false`: only those that were read and tell of none.", Choice("true", "false"), "true");
        Given("asOf", "As it was then: a time, or a place in the log.", ReadApiDocs.Text(), "2031-03-02T06:00:00Z");
        Given("sort", "The order; a minus sign for the latest first.", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. ArticleSort.Names.Select(n => (JsonNode)n)], Default = ArticleSort.Names[0] });
        Given("limit", "Most articles of the page.", new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = $"{ArticleQuery.LargestLimit}", Default = ArticleQuery.DefaultLimit });
        var next = new Cursor("2031-03-01T12:00:00.0000000Z", article.ArticleId).For("example");
        Given("cursor", "The `next` of the page before, as it was given; with the other parameters of that page.", ReadApiDocs.Text(), next);
        operation.Parameter(ParameterLocation.Header, "If-None-Match", "The ETag of an earlier answer.", ReadApiDocs.Text(), "\"5d41402abc4b2a76b9719d91\"");
        var brief = new ArticleBrief
        {
            ArticleId = article.ArticleId, Status = ArticleQuery.States[1], Revision = article.Revision, Title = article.Title, Url = article.Url, Outlet = article.Outlet, Source = article.Source, ExternalId = article.ExternalId,
            Language = article.Language, PublishedAt = article.PublishedAt, ReceivedAt = article.ReceivedAt, ExtractedAt = article.ReceivedAt.AddSeconds(1), Reports = 1,
        };
        operation.Answer(200, "A page.").Header("ETag", "Changes when any article of the page does.", "\"5d41402abc4b2a76b9719d91\"")
            .Example("page", JsonSerializer.SerializeToNode(new ArticlePage([brief], next), ApiJson.Default.ArticlePage)!);
        operation.Answer(304, "The page is still that of If-None-Match.").Header("ETag", "As given.", "\"5d41402abc4b2a76b9719d91\"");
        var (_, errors) = ArticleQuery.Parse(ReadApiDocs.Query(("status", "new")));
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(errors), Problems.QueryTooLarge());
        return Task.CompletedTask;
    });

    private static OpenApiSchema List(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static OpenApiSchema Choice(params string[] values) => new() { Type = JsonSchemaType.String, Enum = [.. values.Select(v => (JsonNode)v)] };
}
