namespace Platform.Contracts;

/// <summary>A statistic of the article, such as a number of attacks since some month; never a report.</summary>
public sealed record Aggregate
{
    /// <summary>The words it was read from.</summary>
    public required string Text { get; init; }

    /// <summary>First UTF-16 code unit of <c>text</c> in the article's text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last UTF-16 code unit.</summary>
    public required int End { get; init; }

    /// <summary>The number, when there is one.</summary>
    public int? Count { get; init; }

    /// <summary>What is counted.</summary>
    public string? What { get; init; }

    /// <summary>Over which time, as the text says.</summary>
    public string? Period { get; init; }

    /// <summary>Where, as the text says.</summary>
    public string? Place { get; init; }
}
