namespace Platform.Contracts;

/// <summary>What the reports of an incident say of the people harmed, taken together; each figure is absent when no report speaks of it.</summary>
public sealed record CasualtyFigures
{
    /// <summary>People killed.</summary>
    public CasualtyFigure? Killed { get; init; }

    /// <summary>People wounded.</summary>
    public CasualtyFigure? Wounded { get; init; }

    /// <summary>People missing.</summary>
    public CasualtyFigure? Missing { get; init; }

    /// <summary>People kidnapped.</summary>
    public CasualtyFigure? Kidnapped { get; init; }
}
