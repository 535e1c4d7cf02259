using Platform.Contracts;

namespace Platform.Projection.Linking;

/// <summary>Groups of event types that the tellers of one event use for one another.</summary>
public enum EventFamily
{
    /// <summary>Said of any attack.</summary>
    Any,

    /// <summary>What is fired or dropped from afar.</summary>
    Remote,

    /// <summary>What explodes where it was put.</summary>
    Planted,

    /// <summary>Firearms and fights.</summary>
    Armed,

    /// <summary>People taken.</summary>
    Taken,

    /// <summary>Knives, vehicles, fire and the like.</summary>
    Other,
}

/// <summary>How related two event types are.</summary>
public static class EventFamilies
{
    /// <summary>The family of a type.</summary>
    public static EventFamily Of(EventType type) => type switch
    {
        EventType.RocketAttack or EventType.MissileAttack or EventType.DroneAttack or EventType.Airstrike or EventType.Shelling => EventFamily.Remote,
        EventType.Bombing or EventType.CarBombing or EventType.SuicideBombing or EventType.Landmine or EventType.GrenadeAttack => EventFamily.Planted,
        EventType.Shooting or EventType.ArmedClash or EventType.Assassination => EventFamily.Armed,
        EventType.Kidnapping => EventFamily.Taken,
        EventType.OtherAttack => EventFamily.Any,
        _ => EventFamily.Other,
    };

    /// <summary>1 the same, 0.7 of one family or one of them not said, 0.4 told for one another now and then, 0 unrelated.</summary>
    public static double Likeness(EventType a, EventType b)
    {
        if (a == b) return 1;
        var (one, other) = (Of(a), Of(b));
        if (one == other || one == EventFamily.Any || other == EventFamily.Any) return 0.7;
        // An assassination is done with a bomb or a drone as well as with a gun; a blast can be a shell; gunmen come with bombs.
        if (a is EventType.Assassination or EventType.ChemicalAttack || b is EventType.Assassination or EventType.ChemicalAttack) return 0.4;
        var pair = one < other ? (one, other) : (other, one);
        return pair is (EventFamily.Remote, EventFamily.Planted) or (EventFamily.Planted, EventFamily.Armed) or (EventFamily.Armed, EventFamily.Other) ? 0.4 : 0;
    }
}
