namespace Platform.Contracts;

/// <summary>A number of people and the reports that give it.</summary>
public sealed record CasualtyClaim
{
    /// <summary>At least so many; absent when said without a number.</summary>
    public int? Min { get; init; }

    /// <summary>At most so many; absent when there is no upper bound.</summary>
    public int? Max { get; init; }

    /// <summary>The reports that say so, the earliest first; empty when it is an analyst's word.</summary>
    public IReadOnlyList<Guid> ReportIds { get; init => field = value ?? []; } = [];
}
