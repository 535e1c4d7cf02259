using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"X claimed responsibility for the attack on Wednesday", told after an attack on Tuesday: the day is that of the claim.</summary>
internal static class DayOfClaim
{
    /// <summary>Days from the attack to the claim.</summary>
    private const int Reach = 14;

    /// <summary>True when a clause only says who did it, and no attack told before was on the day it names.</summary>
    public static bool Is(List<IncidentDraft> incidents, IncidentDraft? current, Frame frame, ResolvedDate date)
    {
        if (frame is not { Kind: FrameKind.Detail or FrameKind.Reference, Harm.Count: 0, Targets.Count: 0, Place: null or { Precision: PlacePrecision.Country } } || current?.Date is not { } day) return false;
        if (date.From <= day.To || date.From > Calendar.Plus(day.To, Reach) || !frame.Perpetrators.Exists(one => one.Stance is Stance.Claimed or Stance.Denied)) return false;
        foreach (var incident in incidents)
            if (incident.Date is { } other && date.Agrees(other)) return false;
        return true;
    }
}
