using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// "A drone struck the base. X claimed the bombing", "One of them exploded on the roof", "Seven buses were set on fire": who speaks of
/// an attack already told calls it by any word for what explodes, and tells as deeds what came of it.
/// </summary>
internal static class LooseReference
{
    /// <summary>True when the frame tells nothing of its own but who did it or says so, or what came of it.</summary>
    public static bool Is(Document document, Frame frame, ResolvedDate? date, PlaceMention? place)
    {
        if (frame is not { IsOther: false, IsPlural: false, IsFloating: false } || date is not null || place is not (null or { Precision: PlacePrecision.Country })) return false;
        if (frame.Kind == FrameKind.Event) return !document.IsUpper && frame.Clause.Sentence > 0 && frame.Weapons.Count + frame.Perpetrators.Count == 0 && IsOutcome(document, frame);
        return frame is { Kind: FrameKind.Reference, Harm.Count: 0, Targets.Count: 0 } && frame.Weapons.TrueForAll(weapon => (weapon.Min ?? weapon.Max) is null);
    }

    /// <summary>Both explode, or what exploded set fire to things.</summary>
    public static bool CanMean(IncidentDraft incident, Frame frame) => incident.TypeRank > 2 && Explodes(incident.Type) && !IsOtherBombing(incident, frame) && (Explodes(frame.Type) || frame is { Kind: FrameKind.Event, Type: EventType.Arson });

    /// <summary>"An air strike killed five. They were behind the suicide bombing": nobody calls a strike so.</summary>
    private static bool IsOtherBombing(IncidentDraft incident, Frame frame) => frame.Type is EventType.SuicideBombing or EventType.CarBombing && incident.Type is not (EventType.Bombing or EventType.CarBombing or EventType.SuicideBombing);

    private static bool IsOutcome(Document document, Frame frame) => frame.Type is EventType.Bombing or EventType.Arson
        && document.TextOf(frame.EventQuote) is "exploded" or "blew up" or "went off" or "detonated" or "set on fire" or "set ablaze" or "burned" or "burnt";

    private static bool Explodes(EventType type) => type is EventType.RocketAttack or EventType.MissileAttack or EventType.DroneAttack or EventType.Airstrike or EventType.Shelling
        or EventType.Bombing or EventType.CarBombing or EventType.SuicideBombing or EventType.GrenadeAttack or EventType.Landmine;
}
