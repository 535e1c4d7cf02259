using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>How far what one report says goes together with what another one says, 0 to 1; and when they contradict each other.</summary>
internal static class Agreement
{
    /// <summary>Places farther apart are not the same, in kilometres: outlets give now the base, now the town it lies by.</summary>
    public const double NearKm = 50;

    private const double EarthKm = 6371, Radians = Math.PI / 180;

    private enum Family
    {
        Any,
        Remote,
        Planted,
        Armed,
        Other,
    }

    /// <summary>How far a report of one type speaks for another type.</summary>
    public static double OfTypes(EventType told, EventType candidate)
    {
        if (told == candidate) return 1;
        if (told == EventType.OtherAttack) return 0.5;
        if (FamilyOf(told) != FamilyOf(candidate)) return 0;
        return told == EventType.Bombing ? 0.8 : 0.3; // a bombing may be any of its kinds
    }

    /// <summary>True when one event can hardly be both.</summary>
    public static bool TypesContradict(EventType a, EventType b) =>
        FamilyOf(a) is not Family.Any and var one && FamilyOf(b) is not Family.Any and var other && (one != other || (one == Family.Other && a != b));

    /// <summary>How far one date speaks for another.</summary>
    public static double OfDates(EventDate? told, EventDate candidate) =>
        told is null ? 0 : DaysApart(told, candidate) switch { 0 => 1, 1 => 0.5, _ => 0 };

    /// <summary>True when both tell the day, and the days are neither the same nor neighbours, as those around a midnight are.</summary>
    public static bool DatesContradict(EventDate? a, EventDate? b) =>
        a is { Precision: DatePrecision.Day } && b is { Precision: DatePrecision.Day } && DaysApart(a, b) > 1;

    /// <summary>How far one place speaks for another.</summary>
    public static double OfPlaces(Place? told, Place candidate)
    {
        if (told is null || CountriesDiffer(told, candidate)) return 0;
        if (Kilometres(told, candidate) is { } km) return km <= NearKm ? 1 : 0;
        if (string.Equals(told.Name, candidate.Name, StringComparison.OrdinalIgnoreCase)) return 1;
        if (told.Admin1 is null || candidate.Admin1 is null) return 0.5;
        return string.Equals(told.Admin1, candidate.Admin1, StringComparison.OrdinalIgnoreCase) ? 0.8 : 0;
    }

    /// <summary>True when the places are in different countries or too far apart.</summary>
    public static bool PlacesContradict(Place? a, Place? b) => a is not null && b is not null && (CountriesDiffer(a, b) || Kilometres(a, b) > NearKm);

    /// <summary>True when no weapon of the one can be one of the other.</summary>
    public static bool WeaponsContradict(IReadOnlyList<Weapon> a, IReadOnlyList<Weapon> b)
    {
        if (a.Count == 0 || b.Count == 0) return false;
        foreach (var one in a)
            foreach (var other in b)
                if (one.Type == other.Type || one.Type == WeaponType.Unknown || other.Type == WeaponType.Unknown || (Kinds(one.Type) & Kinds(other.Type)) != 0)
                    return false;
        return true;
    }

    private static bool CountriesDiffer(Place a, Place b) => a.Country is not null && b.Country is not null && a.Country != b.Country;

    private static int DaysApart(EventDate a, EventDate b) =>
        Math.Max(0, Math.Max(a.Start.DayNumber - b.End.DayNumber, b.Start.DayNumber - a.End.DayNumber));

    /// <summary>The distance of two places, or null when one of them has no coordinates of its own.</summary>
    private static double? Kilometres(Place a, Place b)
    {
        if (!IsPoint(a) || !IsPoint(b)) return null;
        double lat = a.Lat!.Value * Radians, otherLat = b.Lat!.Value * Radians;
        var (dLat, dLon) = (otherLat - lat, (b.Lon!.Value - a.Lon!.Value) * Radians);
        var h = Math.Pow(Math.Sin(dLat / 2), 2) + (Math.Cos(lat) * Math.Cos(otherLat) * Math.Pow(Math.Sin(dLon / 2), 2));
        return 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static bool IsPoint(Place place) => place is { Lat: not null, Lon: not null, Precision: PlacePrecision.Site or PlacePrecision.Settlement };

    // An assassination or abduction is done with anything, and poison comes by shell as well as by hand.
    private static Family FamilyOf(EventType type) => type switch
    {
        EventType.OtherAttack or EventType.Assassination or EventType.Kidnapping or EventType.ChemicalAttack or EventType.Sabotage => Family.Any,
        EventType.RocketAttack or EventType.MissileAttack or EventType.DroneAttack or EventType.Airstrike or EventType.Shelling => Family.Remote,
        EventType.Bombing or EventType.CarBombing or EventType.SuicideBombing or EventType.Landmine or EventType.GrenadeAttack => Family.Planted,
        EventType.Shooting or EventType.ArmedClash => Family.Armed,
        _ => Family.Other,
    };

    // Sets of weapons that tellers take for one another, a bit each.
    private static int Kinds(WeaponType type) => type switch
    {
        WeaponType.Rocket or WeaponType.Artillery or WeaponType.Mortar => 1,
        WeaponType.Missile => 1 | 2,
        WeaponType.Drone or WeaponType.Aircraft => 2,
        WeaponType.Bomb => 2 | 4,
        WeaponType.CarBomb or WeaponType.SuicideVest or WeaponType.Mine or WeaponType.Grenade => 4,
        WeaponType.Vehicle => 8,
        _ => 0,
    };
}
