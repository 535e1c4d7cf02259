using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>Answer to one article, after its commit.</summary>
/// <param name="ArticleId">The article's id; the same for the same article, however often it comes.</param>
/// <param name="Duplicate">True when the very same article was stored before.</param>
/// <param name="TraceId">W3C trace id, 32 hexadecimal digits.</param>
/// <param name="Warnings">Metadata of the document that could not be kept; absent when there is none.</param>
public sealed record ArticleAnswer(Guid ArticleId, bool Duplicate, string TraceId, IReadOnlyList<string>? Warnings = null);

/// <summary>Answer to a feed.</summary>
/// <param name="Articles">The stored articles, in the order of the feed.</param>
/// <param name="Problems">The items that were not stored; absent when there is none.</param>
public sealed record FeedAnswer(IReadOnlyList<FeedArticle> Articles, IReadOnlyList<ItemProblem>? Problems = null);

/// <summary>One stored item of a feed.</summary>
/// <param name="Position">Place of the item in the feed, from 1.</param>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Duplicate">True when the very same article was stored before.</param>
/// <param name="TraceId">W3C trace id, 32 hexadecimal digits.</param>
/// <param name="Warnings">Metadata that could not be kept; absent when there is none.</param>
public sealed record FeedArticle(int Position, Guid ArticleId, bool Duplicate, string TraceId, IReadOnlyList<string>? Warnings = null);

/// <summary>One item of a feed that was not stored.</summary>
/// <param name="Position">Place of the item in the feed, from 1.</param>
/// <param name="Problem">Why.</param>
public sealed record ItemProblem(int Position, Problem Problem);

/// <summary>Answer to one line of a batch: either the article's id or a problem.</summary>
public sealed record BatchAnswer
{
    /// <summary>Number of the line in the request, from 1; blank lines count but get no answer.</summary>
    public required long Line { get; init; }

    /// <summary>The article's id.</summary>
    public Guid? ArticleId { get; init; }

    /// <summary>True when the very same article was stored before.</summary>
    public bool? Duplicate { get; init; }

    /// <summary>W3C trace id, 32 hexadecimal digits.</summary>
    public string? TraceId { get; init; }

    /// <summary>Why the line was not stored.</summary>
    public Problem? Problem { get; init; }
}

/// <summary>JSON of the answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArticleAnswer))]
[JsonSerializable(typeof(FeedAnswer))]
[JsonSerializable(typeof(BatchAnswer))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ExtractionAnswer))]
[JsonSerializable(typeof(ExtractionPage))]
[JsonSerializable(typeof(Reextraction.ExtractionProgress))]
[JsonSerializable(typeof(Reextraction.ReextractionRequest))]
public sealed partial class AnswerJson : JsonSerializerContext
{
    /// <summary>Escapes only what JSON asks for: the answers are no HTML, and people read them in terminals.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The context with <see cref="Encoder"/>.</summary>
    public static AnswerJson Readable => field ??= new AnswerJson(new JsonSerializerOptions(Default.Options) { Encoder = Encoder });
}
