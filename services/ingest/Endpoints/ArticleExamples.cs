using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.ApiDocument;
using Platform.Contracts;
using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>The examples of the OpenAPI document. Answers are made by the code that answers; a test sends the bodies through the readers.</summary>
internal static class ArticleExamples
{
    private const string Html = """
        <html lang="en"><head><title>Rockets and drones hit depot near Ain al-Asad</title></head>
        <body><article><h1>Rockets and drones hit depot near Ain al-Asad</h1><p>Three people were killed when rockets hit a supply depot on Friday, the governor’s office said.</p></article></body></html>
        """;

    private const string Rss = """
        <rss version="2.0"><channel><title>The Example Gazette</title><item><title>Rockets and drones hit depot near Ain al-Asad</title>
        <link>https://gazette.example/2025/03/14/rockets-and-drones-hit-depot</link><pubDate>Fri, 14 Mar 2025 05:40:00 GMT</pubDate>
        <description>Three people were killed when rockets hit a supply depot on Friday.</description></item></channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>The Example Gazette</title><entry><id>urn:gazette:0007</id><title>Rockets and drones hit depot near Ain al-Asad</title>
        <published>2025-03-14T05:40:00Z</published><content type="text">Three people were killed when rockets hit a supply depot on Friday.</content></entry></feed>
        """;

    /// <summary>Where the read API shows the article.</summary>
    public static string Location => new PublicUrls { ReadApi = "https://read.example" }.OfArticle(Article);

    /// <summary>Answer to the article.</summary>
    public static JsonNode Answer => JsonSerializer.SerializeToNode(new ArticleAnswer(Article, false, OperationParts.TraceId), AnswerJson.Default.ArticleAnswer)!;

    /// <summary>Answer to a feed of two items, of which one has no text.</summary>
    public static JsonNode FeedAnswer => JsonSerializer.SerializeToNode(
        new FeedAnswer([new FeedArticle(1, Article, true, OperationParts.TraceId)], [new ItemProblem(2, NoText)]), AnswerJson.Default.FeedAnswer)!;

    /// <summary>Answer to a line with an article.</summary>
    public static JsonNode Line => JsonSerializer.SerializeToNode(
        new BatchAnswer { Line = 1, ArticleId = Article, Duplicate = false, TraceId = OperationParts.TraceId }, AnswerJson.Default.BatchAnswer)!;

    /// <summary>Answer to a line with an article that has no text.</summary>
    public static JsonNode RefusedLine => JsonSerializer.SerializeToNode(new BatchAnswer { Line = 2, Problem = NoText }, AnswerJson.Default.BatchAnswer)!;

    private static Guid Article => DeterministicId.Article(Text(Fields.Source), Text(Fields.ExternalId), Text(Fields.Url), Text(Fields.Title), Text(Fields.Text));

    /// <summary>The golden article as a sender may send it. It plays in a year to come, and a date ahead of now would be refused.</summary>
    private static JsonObject Sent
    {
        get
        {
            var article = JsonNode.Parse(GoldenBodies.Article.ToJsonString().Replace("2031", "2025", StringComparison.Ordinal))!.AsObject();
            foreach (var ours in new[] { "articleId", "revision", "receivedAt" }) article.Remove(ours);
            return article;
        }
    }

    private static Problem NoText
    {
        get
        {
            var errors = new FieldErrors();
            errors.Add(Fields.Text, "is required; send the text of the article.");
            return Problems.InvalidArticle(errors);
        }
    }

    /// <summary>A body of a media type that <c>POST /articles</c> takes.</summary>
    public static JsonNode Body(string mediaType) => mediaType switch
    {
        "application/json" => Sent,
        "text/plain" => "Three people were killed when rockets hit a supply depot on Friday, the governor’s office said.",
        "text/html" or "application/xhtml+xml" => Html,
        "application/atom+xml" => Atom,
        _ => Rss,
    };

    /// <summary>What <c>POST /articles</c> can refuse with, a few of each status.</summary>
    public static IEnumerable<Problem> Refusals(ArticleRules rules) =>
    [
        Read("{\"text\": 'Three people were killed.'}", rules),
        Problems.NotInCharset("UTF-8", 17),
        Problems.TooSlow(ProblemAnswers.BodySilence),
        Problems.BodyTooLarge(rules.Limits.MaxBodyBytes),
        Problems.UnsupportedMediaType("'application/pdf'", RequestMedia.OfArticles),
        Read("{\"title\": \"Rockets and drones hit depot\", \"url\": \"depot.html\"}", rules),
        Problems.NotAFeed("html"),
        Problems.KeyReused(),
        Problems.OverCapacity(2),
        Problems.Unexpected(),
        Problems.StoreUnavailable(rules.Limits.RetryAfterSeconds),
    ];

    /// <summary>What <c>POST /articles/batch</c> can refuse with as a whole.</summary>
    public static IEnumerable<Problem> BatchRefusals(ArticleRules rules) =>
    [
        Problems.BadHeader(IdempotencyHeader.Name, PostBatch.NoKey),
        Problems.TooSlow(rules.Limits.BatchIdle),
        Problems.ExpansionTooHigh(rules.Limits.MaxExpansion),
        Problems.UnsupportedMediaType("'application/json'", RequestMedia.OfBatches, "One article or a feed goes to POST /articles."),
        Problems.OverCapacity(2),
        Problems.Unexpected(),
        Problems.Stopping(rules.Limits.RetryAfterSeconds),
    ];

    /// <summary>A problem as it is answered.</summary>
    public static JsonNode Json(Problem problem) => JsonSerializer.SerializeToNode(problem, AnswerJson.Default.Problem)!;

    private static string Text(string field) => Sent[field]!.GetValue<string>();

    private static Problem Read(string json, ArticleRules rules) => JsonArticle.Read(Encoding.UTF8.GetBytes(json), rules).Problem!;
}
