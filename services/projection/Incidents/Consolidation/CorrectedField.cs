namespace Platform.Projection.Incidents;

/// <summary>The fields that can be corrected and can be in conflict, named as in a correction.</summary>
public static class CorrectedField
{
    /// <summary>Kind of attack.</summary>
    public const string EventType = "eventType";

    /// <summary>When it happened.</summary>
    public const string Date = "date";

    /// <summary>Where it happened.</summary>
    public const string Place = "place";

    /// <summary>What it was done with.</summary>
    public const string Weapons = "weapons";

    /// <summary>What or who was attacked.</summary>
    public const string Targets = "targets";

    /// <summary>People killed.</summary>
    public const string Killed = "casualties.killed";

    /// <summary>People wounded.</summary>
    public const string Wounded = "casualties.wounded";

    /// <summary>People missing.</summary>
    public const string Missing = "casualties.missing";

    /// <summary>People kidnapped.</summary>
    public const string Kidnapped = "casualties.kidnapped";

    /// <summary>What was damaged.</summary>
    public const string Damage = "damage";

    /// <summary>Who did it.</summary>
    public const string Perpetrators = "perpetrators";

    /// <summary>All of them, in the order of the incident's properties.</summary>
    public static readonly IReadOnlyList<string> All =
        [EventType, Date, Place, Weapons, Targets, Killed, Wounded, Missing, Kidnapped, Damage, Perpetrators];
}
