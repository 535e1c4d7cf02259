namespace Platform.Ingest.Reextraction;

/// <summary>A request that was accepted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Articles">Articles it matched.</param>
/// <param name="Replayed">True when the answer is the stored one of an earlier request with the same key.</param>
public sealed record AcceptedReextraction(Guid Id, long Articles, bool Replayed);

/// <summary>The answer kept with an idempotency key.</summary>
/// <param name="BodyHash">Hash of the body that was answered.</param>
/// <param name="Id">Id of the request.</param>
/// <param name="Articles">Articles it matched.</param>
internal sealed record StoredRequest(string BodyHash, Guid Id, long Articles);

/// <summary>A request that has articles left to ask for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Request">What was asked.</param>
/// <param name="RequestedAt">When, UTC; articles that came later are not part of it.</param>
/// <param name="TraceParent">W3C traceparent of the asking.</param>
internal sealed record RunningReextraction(Guid Id, ReextractionRequest Request, DateTimeOffset RequestedAt, string? TraceParent);
