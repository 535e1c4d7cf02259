namespace Platform.Contracts;

/// <summary>One figure over all reports that give it.</summary>
public sealed record CasualtyFigure
{
    /// <summary>The lowest number any report gives; absent when none gives a number.</summary>
    public CasualtyClaim? Min { get; init; }

    /// <summary>The highest number any report gives; its <c>max</c> is absent when that report sets no upper bound.</summary>
    public CasualtyClaim? Max { get; init; }

    /// <summary>What the report published last says.</summary>
    public required CasualtyClaim Latest { get; init; }

    /// <summary>What we take for true: the analyst's word, else what the surest of the latest reports say.</summary>
    public required CasualtyClaim Best { get; init; }

    /// <summary>True when no number fits all reports.</summary>
    public required bool Conflict { get; init; }
}
