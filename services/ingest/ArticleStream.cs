using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Ingest;

/// <summary>The stream of one article: its state, the fold of its events, and the decisions. No I/O.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Revision">Its revision, from 1; a request to read it again moves the stream and not the revision.</param>
/// <param name="ContentHash">Hash of all the sender said at that revision.</param>
/// <param name="Version">Version of the stream. In snapshots written before it was kept, 0: <see cref="Read"/> takes it from the row.</param>
/// <param name="Labels">What articles are chosen by; null in snapshots written before they were kept.</param>
public sealed record Article(Guid Id, int Revision, string ContentHash, long Version = 0, ArticleLabels? Labels = null)
{
    /// <summary>Stream type, and name of the snapshot table.</summary>
    public const string StreamType = "article";

    /// <summary>The events of the stream.</summary>
    public static readonly EventTypes Events = new EventTypes()
        .Add(ContractJson.Default.ArticleReceived)
        .Add(ContractJson.Default.ArticleRevised)
        .Add(ContractJson.Default.ExtractionRequested);

    /// <summary>The schema of such streams, and what ingest keeps beside them. The projection reads there.</summary>
    public static readonly StoreSchema Schema = new("ingest", [new AggregateType<Article>(StreamType, Events, IngestJson.Default.Article, Apply)], Reextraction.ReextractionTable.Script)
    {
        Writer = "platform_ingest", Readers = ["platform_projection"],
    };

    /// <summary>The state after the first event.</summary>
    public static Article Apply(ArticleReceived received) => new(received.ArticleId, received.Revision, Hash(received), 1, ArticleLabels.Of(received));

    /// <summary>The state after a revision.</summary>
    public Article Apply(ArticleRevised revised) => new(Id, revised.Article.Revision, Hash(revised.Article), Version + 1, ArticleLabels.Of(revised.Article));

    /// <summary>The state after a request to read it again.</summary>
    public Article Apply(ExtractionRequested _) => this with { Version = Version + 1 };

    /// <summary>The state as stored.</summary>
    /// <param name="version">Version of the stream at that time.</param>
    /// <param name="json">The snapshot.</param>
    public static Article Read(long version, ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, IngestJson.Default.Article)! with { Version = version };

    /// <summary>The state as it is stored.</summary>
    public Snapshot ToSnapshot() => new(JsonSerializer.Serialize(this, IngestJson.Default.Article), EventTypes.DotnetName(typeof(Article)));

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

    /// <summary>What has this article, as it now stands, read again.</summary>
    public ExtractionRequested RequestExtraction(Guid requestId, Actor actor, string reason, DateTimeOffset now) => new()
    {
        ArticleId = Id,
        Revision = Revision,
        RequestId = requestId,
        Actor = actor,
        Reason = reason,
        RequestedAt = now,
    };

    /// <summary>The state after an event of the stream.</summary>
    public static Article Apply(Article? state, object happened) => (state, happened) switch
    {
        (null, ArticleReceived received) => Apply(received),
        ({ } article, ArticleRevised revised) => article.Apply(revised),
        ({ } article, ExtractionRequested requested) => article.Apply(requested),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow on revision {state?.Revision ?? 0}."),
    };

    /// <summary>The id of what came in.</summary>
    public static Guid IdOf(ArticleInput input) => DeterministicId.Article(input.Source, input.ExternalId, input.Url, input.Title, input.Text);

    private static string Hash(ArticleReceived article) => Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(article with { Revision = 0, ReceivedAt = default }, ContractJson.Default.ArticleReceived)));
}

/// <summary>What the sender said of an article that articles are chosen by, as of the revision at hand. Absent values are null.</summary>
/// <param name="Source">The feed or system.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Language">BCP 47 language tag.</param>
/// <param name="Tags">The labels.</param>
/// <param name="PublishedAt">When it was published, UTC.</param>
/// <param name="ReceivedAt">When the revision was accepted, UTC.</param>
public sealed record ArticleLabels(
    string? Source, string? Outlet, string? Language, IReadOnlyList<string> Tags, DateTimeOffset? PublishedAt, DateTimeOffset ReceivedAt)
{
    /// <summary>Those of an article.</summary>
    public static ArticleLabels Of(ArticleReceived article) =>
        new(article.Source, article.Outlet, article.Language, article.Tags, article.PublishedAt, article.ReceivedAt);
}

/// <summary>JSON of what ingest keeps for itself.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(StoredAnswer))]
[JsonSerializable(typeof(StoredKey))]
[JsonSerializable(typeof(Reextraction.ReextractionRequest))]
[JsonSerializable(typeof(Reextraction.StoredRequest))]
internal sealed partial class IngestJson : JsonSerializerContext;

/// <summary>What every answer kept with an idempotency key has; the rest is of another form at each endpoint, and all share their keys.</summary>
/// <param name="BodyHash">Hash of the body that was answered, and of the endpoint.</param>
internal sealed record StoredKey(string BodyHash)
{
    /// <summary>The answer that was given to the same body.</summary>
    /// <exception cref="IdempotencyKeyReusedException">The key was used with another body, or at another endpoint.</exception>
    public static T Replay<T>(string stored, IdempotencyKey key, JsonTypeInfo<T> json) =>
        key.IsSame(JsonSerializer.Deserialize(stored, IngestJson.Default.StoredKey)!.BodyHash)
            ? JsonSerializer.Deserialize(stored, json)! : throw new IdempotencyKeyReusedException(key.Key);
}

/// <summary>The answer kept with an idempotency key.</summary>
/// <param name="BodyHash">Hash of the body that was answered.</param>
/// <param name="Articles">The answer.</param>
/// <param name="Notes">What it said besides; null in answers stored before that was kept.</param>
internal sealed record StoredAnswer(
    string BodyHash, IReadOnlyList<AcceptedArticle> Articles, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AnswerNotes? Notes = null);
