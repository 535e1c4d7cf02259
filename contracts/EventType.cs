namespace Platform.Contracts;

/// <summary>Kind of attack. In JSON snake_case.</summary>
public enum EventType
{
    /// <summary>Unguided rockets.</summary>
    RocketAttack,

    /// <summary>Guided or ballistic missiles.</summary>
    MissileAttack,

    /// <summary>Armed or one-way drones.</summary>
    DroneAttack,

    /// <summary>Bombs or missiles from crewed aircraft, or air power not said closer.</summary>
    Airstrike,

    /// <summary>Artillery, mortars, tanks.</summary>
    Shelling,

    /// <summary>A planted or thrown explosive device.</summary>
    Bombing,

    /// <summary>A vehicle laden with explosives.</summary>
    CarBombing,

    /// <summary>A bomb its bearer dies by.</summary>
    SuicideBombing,

    /// <summary>A mine or explosive remnant.</summary>
    Landmine,

    /// <summary>Hand or rifle grenades, rocket-propelled ones included.</summary>
    GrenadeAttack,

    /// <summary>Firearms against people who do not fight back.</summary>
    Shooting,

    /// <summary>A fight between armed sides.</summary>
    ArmedClash,

    /// <summary>Killing of a chosen person.</summary>
    Assassination,

    /// <summary>Abduction or hostage taking.</summary>
    Kidnapping,

    /// <summary>Fire set on purpose.</summary>
    Arson,

    /// <summary>Knives or blades.</summary>
    Stabbing,

    /// <summary>A vehicle driven into people.</summary>
    VehicleRamming,

    /// <summary>Harm to installations without the means above.</summary>
    Sabotage,

    /// <summary>Chemical agents.</summary>
    ChemicalAttack,

    /// <summary>An armed attack of another or an unsaid kind.</summary>
    OtherAttack,
}
