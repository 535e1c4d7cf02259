using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// How particular an incident is. News tells one event with its day, its place, its toll and whom or what it struck; what has
/// none of these, or speaks in the plural ("the bombings"), is talk about violence and no incident.
/// </summary>
internal static class Particulars
{
    /// <summary>A report needs this much.</summary>
    public const double Least = 1;

    /// <summary>Background that is otherwise little known needs this much.</summary>
    public const double LeastOfBackground = 2;

    /// <summary>Who speaks or comments names events to argue with them: a report out of a speech needs this much.</summary>
    public const double LeastOfSpeech = 2;

    private const int TollOfWar = 1000;

    /// <summary>Weights of what is known, less what speaks for many events or for a whole war.</summary>
    public static double Of(IncidentDraft incident)
    {
        var sum = Day(incident.Date);
        var located = incident.Place is { Precision: PlacePrecision.Settlement or PlacePrecision.Site };
        if (located) sum += 1;
        var tolled = HasToll(incident);
        if (tolled) sum += IsOfWar(incident) ? -1 : 1;
        sum += Struck(incident.Targets);
        if (incident.Weapons.Count > 0) sum += 0.5;
        if (incident.Perpetrators.Count > 0) sum += 0.5;
        // "Clashes left 11 dead in X on Wednesday": fighting is told in the plural, and its day, toll and place make it one event.
        var oneClash = incident.Type == EventType.ArmedClash && tolled && incident.Date is { Precision: DatePrecision.Day, IsOfWriting: false } && (located || !incident.IsPlural);
        // "US strikes hit sites in Iraq on Saturday", "suspected Israeli strikes": one operation of a state, whoever says so.
        var oneRaid = incident is { Type: EventType.Airstrike, Date: { Precision: DatePrecision.Day, IsOfWriting: false } } && incident.Perpetrators.Exists(one => one is { Kind: PerpetratorKind.State, Stance: Stance.Stated or Stance.Suspected or Stance.Accused, IsGeneric: false });
        if (incident.IsPlural && !oneClash && !oneRaid) sum -= tolled ? 1 : 2;
        if (incident.Type == EventType.ArmedClash) sum -= oneClash ? 0.5 : 1.5;
        return sum;
    }

    /// <summary>Someone was harmed; "nearly 100", which is a greatest number only, on a day: "nearly 1,000" have been in a war.</summary>
    public static bool HasToll(IncidentDraft incident)
    {
        foreach (var count in incident.Harm.Values)
            if (count.Min > 0 || count is { Min: null, Max: > 0 and < TollOfWar } && incident is { Date: { Precision: DatePrecision.Day, IsOfWriting: false }, Place.Precision: PlacePrecision.Settlement or PlacePrecision.Site }) return true;
        return false;
    }

    /// <summary>Thousands of dead on no day are those of a war.</summary>
    private static bool IsOfWar(IncidentDraft incident)
    {
        if (incident.Date is { Precision: DatePrecision.Day, IsOfWriting: false }) return false;
        foreach (var count in incident.Harm.Values)
            if (count.Min >= TollOfWar) return true;
        return false;
    }

    private static double Day(ResolvedDate? date) => date is null or { IsOfWriting: true } ? 0 : date.Precision switch
    {
        DatePrecision.Day => 1,
        DatePrecision.Year => -1.5,
        _ => 0.5,
    };

    /// <summary>A name says most; vehicles and bases are struck in any fighting.</summary>
    private static double Struck(List<TargetMention> targets)
    {
        var best = 0.0;
        foreach (var target in targets)
            best = Math.Max(best, target.Kind switch { TargetKind.Person => 2, TargetKind.MilitaryBase or TargetKind.Transport => 0.5, _ => 1.5 });
        return best;
    }
}
