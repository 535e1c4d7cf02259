using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Whether a frame can tell of an incident: nothing it says contradicts what is known.</summary>
internal static class Compatibility
{
    /// <summary>Places of one event lie within so many kilometres; towns are named for what happens around them.</summary>
    private const double SamePlaceKm = 40;

    /// <summary>As above when the text says "80 km north of X".</summary>
    private const double RelationKm = 200;

    /// <summary>True when the frame may be about the incident.</summary>
    public static bool Fits(IncidentDraft incident, Frame frame, ResolvedDate? date, PlaceMention? place) => Conflict(incident, frame, date, place) is null;

    /// <summary>Why the frame cannot be about the incident, in a few words; null when it can.</summary>
    public static string? Conflict(IncidentDraft incident, Frame frame, ResolvedDate? date, PlaceMention? place)
    {
        if (incident.Victims.Overlaps(frame.Victims)) return null;
        if (frame.IsOther && frame.Kind is FrameKind.Event or FrameKind.Detail) return "it is told as another one";
        if (OtherVictim(incident, frame)) return "someone else";
        if (date is not null && incident.Date is not null && !date.Agrees(incident.Date)) return "another day";
        if ((date is not null && incident is { Date: null, Floating: not null }) || (frame.IsFloating && incident.Date is not null)) return "a day that cannot be resolved";
        if (frame.IsFloating && incident.Floating is { Said: { } then } && frame.Date!.Said is { } now && now.Clashes(then)) return "another day";
        if (EarlierTime.Is(incident, frame)) return "an earlier time";
        if (!PlacesFit(incident.Place, place)) return "another place";
        if (IsAnswerTo(incident, frame)) return "the answer of the other side";
        if (IsOtherSide(incident, frame, place)) return "another side in another place";
        if (IsByHand(incident, frame)) return "people on the ground, not planes";
        if (OtherFire.Is(incident, frame, place)) return "other weapons in another place";
        if (TollsClash(incident, frame, place) || IsNextOfSentence(incident, frame, place) || IsNextOfRoundUp(incident, frame, place) || RoundUp.IsNext(incident, frame, place)) return "another toll in another place";
        return TypesFit(incident.Type, incident.TypeRank, frame.Type, frame.TypeRank) || IsOfHeadline(incident, frame, place) ? null : "another kind of attack";
    }

    /// <summary>"Enemy shells X district", then "drones hit X": a first line that tells no more than the place is of what the next one tells.</summary>
    private static bool IsOfHeadline(IncidentDraft incident, Frame frame, PlaceMention? place) => incident is { FirstSentence: 0, LastSentence: 0, Date: null, Floating: null, Harm.Count: 0, Damage.Count: 0, Place: { } known }
        && frame.Clause.Sentence == 1 && place?.Name == known.Name;

    /// <summary>"the murder of X", sentences later "Y, who was kidnapped": other people by name, told by words of their own.</summary>
    private static bool OtherVictim(IncidentDraft incident, Frame frame)
    {
        if (frame.Kind == FrameKind.Detail || frame.IsOneMore || frame.Clause.Sentence == incident.LastSentence || frame.Victims.Count == 0 || incident.Victims.Count == 0) return false;
        return incident.Type is EventType.Assassination or EventType.Kidnapping or EventType.OtherAttack
            && frame.Type is EventType.Assassination or EventType.Kidnapping or EventType.OtherAttack
            && HasNamed(incident.Targets) && HasNamed(frame.Targets);
    }

    /// <summary>"Gunmen attacked a village. The army responded with an air strike": told of others, or of the same ones by another word.</summary>
    private static bool IsAnswerTo(IncidentDraft incident, Frame frame)
    {
        if (!frame.IsAnswer || incident.Perpetrators.Count == 0 || incident.Type == frame.Type) return false;
        foreach (var doer in frame.Perpetrators)
            if (incident.Perpetrators.Exists(known => known.Name == doer.Name)) return false;
        return true;
    }

    private static bool HasNamed(List<TargetMention> targets)
    {
        foreach (var target in targets)
            if (target.Kind == TargetKind.Person) return true;
        return false;
    }

    /// <summary>"One army shelled X, the other killed a man in Y": who is named for the one is not who is named for the other.</summary>
    private static bool IsOtherSide(IncidentDraft incident, Frame frame, PlaceMention? place)
    {
        if (place is not { Precision: PlacePrecision.Settlement or PlacePrecision.Site } || incident.Place is not { Precision: PlacePrecision.Settlement or PlacePrecision.Site } known || place.Name == known.Name) return false;
        return Sides(frame.Perpetrators) is { Count: > 0 } now && Sides(incident.Perpetrators) is { Count: > 0 } then && !now.Overlaps(then);
    }

    /// <summary>"Planes carried out raids. On Tuesday gunmen assassinated a councillor": an assassination may be an air strike, but not by those.</summary>
    private static bool IsByHand(IncidentDraft incident, Frame frame) => incident is { Type: EventType.Airstrike, TypeRank: >= 4 } && frame is { Kind: FrameKind.Event, Type: EventType.Assassination }
        && frame.Clause.Sentence != incident.LastSentence && frame.Perpetrators.Count > 0 && frame.Perpetrators.TrueForAll(doer => doer is { IsGeneric: true, Kind: not PerpetratorKind.State });

    private static HashSet<string> Sides(List<PerpetratorMention> perpetrators)
    {
        var sides = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in perpetrators)
            if (one is { IsGeneric: false, Kind: PerpetratorKind.State or PerpetratorKind.ArmedGroup, Stance: Stance.Stated }) sides.Add(one.Name);
        return sides;
    }

    /// <summary>Another toll in another place is another event; in the same place it is a later count.</summary>
    private static bool TollsClash(IncidentDraft incident, Frame frame, PlaceMention? place)
    {
        if (place is null || incident.Place is null || place.Name == incident.Place.Name || !(place.DistanceTo(incident.Place) is null or > SamePlaceKm)) return false;
        return frame.Harm.TryGetValue("killed", out var now) && incident.Harm.TryGetValue("killed", out var then)
            && now.Min is { } a && then.Min is { } b && a != b && (now.Max ?? int.MaxValue) != (then.Max ?? int.MaxValue);
    }

    /// <summary>A round-up of fire on one day: each town or quarter with a toll of its own is another attack, however near.</summary>
    private static bool IsNextOfRoundUp(IncidentDraft incident, Frame frame, PlaceMention? place)
    {
        if (frame.Kind != FrameKind.Event || frame.TypeRank < 4 || incident.TypeRank < 4 || frame.Clause.Sentence == incident.LastSentence || !IsFire(frame.Type) || !IsFire(incident.Type)) return false;
        if (place is not { Precision: PlacePrecision.Settlement } || incident.Place is not { Precision: PlacePrecision.Settlement } known || place.Name == known.Name) return false;
        if (place.Within == known.Name || known.Within == place.Name || place.Relation is not null || known.Relation is not null) return false;
        if (frame.Harm.Count + frame.Damage.Count == 0 || incident.Harm.Count == 0) return false;
        foreach (var (what, count) in frame.Harm)
            if (incident.Harm.TryGetValue(what, out var then) && (then.Min == count.Min || then.Max == count.Max && count.Max is not null)) return false;
        return true;
    }

    /// <summary>"A raid on X killed three, and a strike in Y killed two": a clause of its own for each, with its place and its dead.</summary>
    private static bool IsNextOfSentence(IncidentDraft incident, Frame frame, PlaceMention? place)
    {
        if (frame.Kind != FrameKind.Event || frame.TypeRank < 2 || incident.TypeRank < 2 || frame.Clause.Sentence != incident.LastSentence || IsUnlocated(place) || IsUnlocated(incident.Place) || place!.Name == incident.Place!.Name) return false;
        if (place.Within == incident.Place.Name || incident.Place.Within == place.Name || place.Relation is not null || incident.Place.Relation is not null) return false;
        return frame.Harm.TryGetValue("killed", out var now) && incident.Harm.TryGetValue("killed", out var then) && now.Min is { } a && then.Min is { } b && a != b;
    }

    private static bool IsUnlocated(PlaceMention? place) => place is not { Precision: PlacePrecision.Settlement };

    /// <summary>Fire from afar.</summary>
    public static bool IsFire(EventType type) => type is EventType.RocketAttack or EventType.MissileAttack or EventType.Shelling or EventType.Airstrike or EventType.DroneAttack;

    /// <summary>True when two places can be one.</summary>
    public static bool PlacesFit(PlaceMention? a, PlaceMention? b)
    {
        if (a is null || b is null || a.Name == b.Name) return true;
        if (a.Country is not null && b.Country is not null && a.Country != b.Country) return false;
        if ((IsWide(a) || IsWide(b)) && a.DistanceTo(b) is <= SamePlaceKm) return true;
        if (IsWide(a) || IsWide(b)) return a.Admin1 is null || b.Admin1 is null || a.Admin1 == b.Admin1 || a.Precision != PlacePrecision.Admin1 && b.Precision != PlacePrecision.Admin1;
        var limit = a.Relation is null or "near" && b.Relation is null or "near" ? SamePlaceKm : RelationKm;
        return a.DistanceTo(b) is not { } km || km <= limit;
    }

    private static bool IsWide(PlaceMention place) => place.Precision is PlacePrecision.Country or PlacePrecision.Admin1;

    private static bool TypesFit(EventType a, int rankA, EventType b, int rankB)
    {
        if (rankA <= 2 || rankB <= 2 || a == b) return true;
        return (Family(a) & Family(b)) != 0;
    }

    /// <summary>Families of kinds that news uses for one event; a kind may be in several.</summary>
    private static int Family(EventType type) => type switch
    {
        EventType.RocketAttack => 1 | 8,
        EventType.MissileAttack => 1 | 2,
        EventType.Shelling => 8,
        EventType.DroneAttack => 2,
        EventType.Airstrike => 2 | 64,
        EventType.Bombing => 4 | 64,
        EventType.CarBombing or EventType.GrenadeAttack or EventType.Landmine => 4,
        EventType.SuicideBombing => 4 | 16,
        EventType.Shooting or EventType.ArmedClash or EventType.Kidnapping => 16,
        EventType.Assassination => 2 | 4 | 16,
        EventType.Stabbing or EventType.VehicleRamming => 32 | 16,
        EventType.ChemicalAttack => 128 | 64,
        _ => 256,
    };
}
