using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"A rocket has hit a base. Last month, three rockets hit a camp": a sentence that begins with a time of its own goes back to another attack.</summary>
internal static class EarlierTime
{
    /// <summary>True when the frame's time at the head of its sentence sets it apart from an incident of an earlier sentence.</summary>
    public static bool Is(IncidentDraft incident, Frame frame)
    {
        if (frame is not { Kind: FrameKind.Event, IsDateOfTelling: false, IsAftermath: false, Date: { Role: DateRole.Event or DateRole.Floating } date }) return false;
        if (date.First > frame.Clause.First + 1 || frame.Clause.Sentence <= incident.LastSentence) return false;
        // "this week" is the time of the news itself.
        if (date.Said is { FromDaysBefore: 0, Month: null, Weekday: null }) return false;
        // The next sentence on "last month" is of the same one.
        if (date.Precision is DatePrecision.Week or DatePrecision.Month or DatePrecision.Year)
            return (incident.Date is null || incident.Date.Precision < date.Precision) && frame.TypeRank >= 2 && HasOwn(frame);
        return incident is { Date: null, Floating: null } && WeaponsDiffer(incident, frame);
    }

    /// <summary>It says with how many, on what or with what harm.</summary>
    private static bool HasOwn(Frame frame) =>
        frame.Targets.Count > 0 || frame.Harm.Count > 0 || frame.Weapons.Exists(weapon => (weapon.Min ?? weapon.Max) is not null) || frame.Place is { Precision: PlacePrecision.Settlement or PlacePrecision.Site };

    private static bool WeaponsDiffer(IncidentDraft incident, Frame frame)
    {
        foreach (var weapon in frame.Weapons)
        {
            if (weapon.Min is not { } now || weapon.Max != now) continue;
            if (incident.Weapons.Exists(known => known.Type == weapon.Type && known.Min is { } then && known.Max == then && then != now)) return true;
        }
        return false;
    }
}
