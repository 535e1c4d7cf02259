namespace Platform.Contracts;

/// <summary>Kind of actor. In JSON snake_case.</summary>
public enum PerpetratorKind
{
    /// <summary>A state or its forces.</summary>
    State,

    /// <summary>Armed group.</summary>
    ArmedGroup,

    /// <summary>Individual.</summary>
    Individual,

    /// <summary>Unknown.</summary>
    Unknown,
}
