using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// "A drone struck the base. X claimed the bombing", "Y condemned the shelling": who speaks of an attack already told calls it by any
/// word for what explodes.
/// </summary>
internal static class LooseReference
{
    /// <summary>True when the frame tells nothing of its own but who did it or says so.</summary>
    public static bool Is(Frame frame, ResolvedDate? date, PlaceMention? place) =>
        frame is { Kind: FrameKind.Reference, IsOther: false, IsPlural: false, IsFloating: false, Harm.Count: 0, Targets.Count: 0 } && date is null && place is null or { Precision: PlacePrecision.Country }
        && frame.Weapons.TrueForAll(weapon => (weapon.Min ?? weapon.Max) is null);

    /// <summary>Both explode.</summary>
    public static bool CanMean(IncidentDraft incident, Frame frame) => incident.TypeRank > 2 && Explodes(incident.Type) && Explodes(frame.Type);

    private static bool Explodes(EventType type) => type is EventType.RocketAttack or EventType.MissileAttack or EventType.DroneAttack or EventType.Airstrike or EventType.Shelling
        or EventType.Bombing or EventType.CarBombing or EventType.SuicideBombing or EventType.GrenadeAttack or EventType.Landmine;
}
