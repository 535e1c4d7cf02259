namespace Platform.Ingest.Reextraction;

/// <summary>A request to read articles again, and how far it is.</summary>
public sealed record ExtractionProgress
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary><c>running</c> until every article has been asked for, then <c>done</c>; <c>cancelled</c> when somebody ended it before.</summary>
    public required string State { get; init; }

    /// <summary>What was asked.</summary>
    public required ReextractionRequest Request { get; init; }

    /// <summary>Articles it matched when it was asked; once done, the articles requested.</summary>
    public required long Total { get; init; }

    /// <summary>Articles requested so far: each has the event <c>extraction_requested</c> in its stream.</summary>
    public required long Requested { get; init; }

    /// <summary>Articles of these that the broker has confirmed; from there the extraction reads them.</summary>
    public required long Published { get; init; }

    /// <summary>When it was asked, UTC; articles accepted later are not part of it.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the first article was requested, UTC.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was done or cancelled, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
