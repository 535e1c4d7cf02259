using System.ComponentModel.DataAnnotations;

namespace Platform.Ingest.Reextraction;

/// <summary>A request to read articles again; exactly one of <c>articleIds</c>, <c>filter</c> and <c>all</c> says which.</summary>
public sealed record ReextractionRequest
{
    /// <summary>The rate when the request names none.</summary>
    public const int DefaultRate = 50;

    /// <summary>The highest rate.</summary>
    public const int HighestRate = 5000;

    /// <summary>Most ids of one request; more articles are chosen by a filter or by several requests.</summary>
    public const int MostIds = 1000;

    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReasonChars = 500;

    /// <summary>Longest name, in characters.</summary>
    public const int MaxActorChars = 200;

    /// <summary>Why, in words for a person.</summary>
    [MinLength(1), MaxLength(MaxReasonChars)]
    public required string Reason { get; init; }

    /// <summary>Name of who asks. With a key or token its holder's, and a request may leave it out; where no keys are asked for, a request must give it.</summary>
    [MinLength(1), MaxLength(MaxActorChars)]
    public string Actor { get; init; } = "";

    /// <summary>Articles requested in a second, at most; 50 when absent. While older work waits to be read it is less.</summary>
    [Range(1, HighestRate)]
    public int RatePerSecond { get; init; }

    /// <summary>These articles, each once; 1 to 1000 ids.</summary>
    public IReadOnlyList<Guid>? ArticleIds { get; init; }

    /// <summary>The articles that meet every condition given.</summary>
    public ArticleFilter? Filter { get; init; }

    /// <summary>True for every article.</summary>
    public bool? All { get; init; }
}
