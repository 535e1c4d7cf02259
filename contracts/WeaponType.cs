namespace Platform.Contracts;

/// <summary>Kind of weapon. In JSON snake_case.</summary>
public enum WeaponType
{
    /// <summary>Rocket.</summary>
    Rocket,

    /// <summary>Missile.</summary>
    Missile,

    /// <summary>Drone.</summary>
    Drone,

    /// <summary>Bomb.</summary>
    Bomb,

    /// <summary>Car bomb.</summary>
    CarBomb,

    /// <summary>Suicide vest.</summary>
    SuicideVest,

    /// <summary>Mortar.</summary>
    Mortar,

    /// <summary>Artillery.</summary>
    Artillery,

    /// <summary>Aircraft.</summary>
    Aircraft,

    /// <summary>Firearm.</summary>
    Firearm,

    /// <summary>Grenade.</summary>
    Grenade,

    /// <summary>Mine.</summary>
    Mine,

    /// <summary>Knife.</summary>
    Knife,

    /// <summary>Vehicle.</summary>
    Vehicle,

    /// <summary>Chemical.</summary>
    Chemical,

    /// <summary>Unknown.</summary>
    Unknown,
}
