namespace Platform.Contracts;

/// <summary>What an attack was done with, and how many.</summary>
public sealed record Weapon
{
    /// <summary>Kind of weapon.</summary>
    public required WeaponType Type { get; init; }

    /// <summary>Model or make as the text gives it, e.g. <c>Katyusha</c>.</summary>
    public string? Model { get; init; }

    /// <summary>At least so many; absent when the text gives no number.</summary>
    public int? Min { get; init; }

    /// <summary>At most so many; absent when the text gives no upper bound.</summary>
    public int? Max { get; init; }

    /// <summary>The words it was read from.</summary>
    public required string Text { get; init; }
}
