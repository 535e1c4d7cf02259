using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// "Barrel bombs killed 12 in X. Mortar fire wounded nine in Y", "Warplanes raided X. Missiles were fired at a ship in the Y Sea": other weapons
/// in another named place are another attack, however near that place is.
/// </summary>
internal static class OtherFire
{
    /// <summary>Nearer than this two names may be of one place: a town and its quarter.</summary>
    private const double ApartKm = 10;

    /// <summary>True when the frame tells of other weapons somewhere else than the incident.</summary>
    public static bool Is(IncidentDraft incident, Frame frame, PlaceMention? place)
    {
        if (frame.Kind != FrameKind.Event || frame.TypeRank < 4 || frame.Clause.Sentence == incident.LastSentence || place is null || incident.Place is not { Precision: PlacePrecision.Settlement, Relation: null } known || place.Name == known.Name) return false;
        if (IsSea(place)) return Differ(incident.Weapons, frame.Weapons, weapon => (int)weapon) || incident.Weapons.Count == 0 && frame.Weapons.Exists(weapon => weapon.Min is not null);
        if (place is not { Precision: PlacePrecision.Settlement, Relation: null } || place.Within == known.Name || known.Within == place.Name || place.DistanceTo(known) is null or < ApartKm) return false;
        return Differ(incident.Weapons, frame.Weapons, Group);
    }

    private static bool Differ(List<WeaponMention> then, List<WeaponMention> now, Func<WeaponType, int> group)
    {
        if (then.Count == 0 || now.Count == 0) return false;
        foreach (var weapon in now)
            if (Group(weapon.Type) == 0 || then.Exists(known => Group(known.Type) == 0 || group(known.Type) == group(weapon.Type))) return false;
        return true;
    }

    /// <summary>Weapons that news takes for each other: what planes drop, what guns fire; 0 for what is no fire from afar.</summary>
    private static int Group(WeaponType type) => type switch
    {
        WeaponType.Aircraft or WeaponType.Bomb or WeaponType.Missile => 1,
        WeaponType.Rocket or WeaponType.Mortar or WeaponType.Artillery => 2,
        WeaponType.Drone => 3,
        _ => 0,
    };

    private static bool IsSea(PlaceMention place) => place is { Precision: PlacePrecision.Unknown, Lat: null }
        && (place.Name.EndsWith(" Sea", StringComparison.Ordinal) || place.Name.Contains("Gulf", StringComparison.Ordinal) || place.Name.EndsWith(" Strait", StringComparison.Ordinal) || place.Name.StartsWith("Strait", StringComparison.Ordinal));
}
