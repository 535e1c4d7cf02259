namespace Platform.Contracts;

/// <summary>Who says that they did it, and how surely. In JSON snake_case.</summary>
public enum Stance
{
    /// <summary>They said so themselves.</summary>
    Claimed,

    /// <summary>Told as plain fact.</summary>
    Stated,

    /// <summary>Someone names them.</summary>
    Accused,

    /// <summary>Hedged.</summary>
    Suspected,

    /// <summary>They say they did not.</summary>
    Denied,
}
