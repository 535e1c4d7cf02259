namespace Platform.Contracts;

/// <summary>People harmed; each count is absent when the text does not speak of it.</summary>
public sealed record Casualties
{
    /// <summary>People killed.</summary>
    public CasualtyCount? Killed { get; init; }

    /// <summary>People wounded.</summary>
    public CasualtyCount? Wounded { get; init; }

    /// <summary>People missing.</summary>
    public CasualtyCount? Missing { get; init; }

    /// <summary>People kidnapped.</summary>
    public CasualtyCount? Kidnapped { get; init; }
}
