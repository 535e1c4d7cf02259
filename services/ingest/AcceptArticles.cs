using Platform.Ingest.Endpoints;

namespace Platform.Ingest;

/// <summary>Stores articles; completes only after the commit.</summary>
/// <param name="articles">The articles of one request; none with a key asks only for the answer that the key was given before, and takes no key.</param>
/// <param name="key">The request's idempotency key, if it has one; with a key all articles are stored in one transaction.</param>
/// <param name="cancellationToken">Gives up waiting; what was handed over may still be stored.</param>
/// <exception cref="IdempotencyKeyReusedException">The key was used with another body.</exception>
/// <exception cref="EventStore.StoreUnavailableException">The database does not answer; nothing was acknowledged.</exception>
public delegate Task<AcceptResult> AcceptArticles(IReadOnlyList<ArticleInput> articles, IdempotencyKey? key, CancellationToken cancellationToken);

/// <summary>What became of the articles of a request, in their order.</summary>
/// <param name="Articles">One entry an article.</param>
/// <param name="Replayed">True when the answer is the stored one of an earlier request with the same key.</param>
/// <param name="Notes">Of a stored answer, what it said besides; null when that was not kept.</param>
public sealed record AcceptResult(IReadOnlyList<AcceptedArticle> Articles, bool Replayed, AnswerNotes? Notes = null);

/// <summary>
/// What an answer says besides what the store does. It is kept with the idempotency key: what can be read of a body depends on time, limits and
/// release, so that reading it again may tell otherwise.
/// </summary>
/// <param name="Articles">One entry an accepted article.</param>
/// <param name="Problems">The items of a feed that were not stored.</param>
public sealed record AnswerNotes(IReadOnlyList<ArticleNote> Articles, IReadOnlyList<ItemProblem> Problems);

/// <summary>What is said of one accepted article.</summary>
/// <param name="Position">Place of the item in the feed, from 1.</param>
/// <param name="Warnings">Metadata that could not be kept; null when there is none.</param>
public sealed record ArticleNote(int Position, IReadOnlyList<string>? Warnings);

/// <summary>The answer for one article.</summary>
/// <param name="ArticleId">The article's id.</param>
/// <param name="Duplicate">True when the very same article was stored before; nothing new was stored.</param>
/// <param name="TraceId">W3C trace id under which it was accepted, 32 hexadecimal digits.</param>
public sealed record AcceptedArticle(Guid ArticleId, bool Duplicate, string TraceId);

/// <summary>An <c>Idempotency-Key</c> with the hash of the body it came with.</summary>
/// <param name="Key">The header's value, 1 to 255 characters.</param>
/// <param name="Caller">Whose key it is: callers number their requests alike. Null without keys of access.</param>
/// <param name="BodyHash">SHA-256 of media type and body, lower-case hexadecimal.</param>
/// <param name="OtherHash">The hash that the same request has when it is said in another way; null when there is none.</param>
public sealed record IdempotencyKey(string Key, string? Caller, string BodyHash, string? OtherHash = null)
{
    /// <summary>What it is kept under; the length tells where the name ends.</summary>
    public string InboxKey => Caller is null ? $"request/{Key}" : FormattableString.Invariant($"request/{Caller.Length}:{Caller}/{Key}");

    /// <summary>True when a hash that was kept is that of the same request.</summary>
    public bool IsSame(string kept) => kept == BodyHash || kept == OtherHash;

    /// <summary>Kept with the answer, for its repetition.</summary>
    public AnswerNotes? Notes { get; init; }
}

/// <summary>The key was used before with another body.</summary>
public sealed class IdempotencyKeyReusedException(string key)
    : Exception($"The idempotency key '{key}' was used before with another body. Send a new key for a new request.");
