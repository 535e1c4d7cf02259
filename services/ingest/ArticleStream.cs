using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Ingest;

/// <summary>The stream of one article: its state, the fold of its events, and the one decision there is. No I/O.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Revision">Its revision, which is the stream's version.</param>
/// <param name="ContentHash">Hash of all the sender said at that revision.</param>
public sealed record Article(Guid Id, int Revision, string ContentHash)
{
    /// <summary>Stream type, and name of the snapshot table.</summary>
    public const string StreamType = "article";

    /// <summary>The events of the stream.</summary>
    public static readonly EventTypes Events = new EventTypes()
        .Add(ContractJson.Default.ArticleReceived)
        .Add(ContractJson.Default.ArticleRevised);

    /// <summary>The state after the first event.</summary>
    public static Article Apply(ArticleReceived received) => new(received.ArticleId, received.Revision, Hash(received));

    /// <summary>The state after a revision.</summary>
    public Article Apply(ArticleRevised revised) => this with { Revision = revised.Article.Revision, ContentHash = Hash(revised.Article) };

    /// <summary>
    /// What an article that came in changes: received when it is new, revised when anything the sender said is another,
    /// null when it is the same again.
    /// </summary>
    public static object? Decide(Article? state, ArticleInput input, DateTimeOffset now)
    {
        var article = new ArticleReceived
        {
            ArticleId = IdOf(input),
            Revision = (state?.Revision ?? 0) + 1,
            Title = input.Title,
            Text = input.Text,
            Url = input.Url,
            Outlet = input.Outlet,
            PublishedAt = input.PublishedAt,
            Language = input.Language,
            ExternalId = input.ExternalId,
            Source = input.Source,
            Tags = input.Tags,
            ReceivedAt = now,
        };
        return state is null ? article
            : state.ContentHash == Hash(article) ? null
            : new ArticleRevised { Article = article };
    }

    /// <summary>The state after an event of the stream.</summary>
    public static Article Apply(Article? state, object happened) => (state, happened) switch
    {
        (null, ArticleReceived received) => Apply(received),
        ({ } article, ArticleRevised revised) => article.Apply(revised),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow on revision {state?.Revision ?? 0}."),
    };

    /// <summary>The id of what came in.</summary>
    public static Guid IdOf(ArticleInput input) => DeterministicId.Article(input.Source, input.ExternalId, input.Url, input.Title, input.Text);

    private static string Hash(ArticleReceived article) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(article with { Revision = 0, ReceivedAt = default }, ContractJson.Default.ArticleReceived)));
}

/// <summary>JSON of what ingest keeps for itself.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(StoredAnswer))]
internal sealed partial class IngestJson : JsonSerializerContext;

/// <summary>The answer kept with an idempotency key.</summary>
/// <param name="BodyHash">Hash of the body that was answered.</param>
/// <param name="Articles">The answer.</param>
internal sealed record StoredAnswer(string BodyHash, IReadOnlyList<AcceptedArticle> Articles);
