using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"X claimed the Cadiz attack", "claimed responsibility for the drone attack": of several attacks told, the one the claim names by town or kind.</summary>
internal static class MeantAttack
{
    /// <summary>Less sure kinds are words for any attack.</summary>
    private const int SureKind = 4;

    /// <summary>The incident a claim, denial or accusation names; null when it names none, or several of a kind.</summary>
    public static IncidentDraft? Of(Document document, List<IncidentDraft> incidents, IncidentDraft? current, Frame frame)
    {
        if (incidents.Count < 2 || current is null || frame is not { Kind: FrameKind.Reference, Harm.Count: 0, IsPlural: false } || !frame.Perpetrators.Exists(one => one.Stance is Stance.Claimed or Stance.Denied or Stance.Accused)) return null;
        if (Town(document, frame) is { } town) return Only(incidents, town.Name, null);
        return frame.TypeRank >= SureKind && current.Type != frame.Type && frame.Place is null or { Precision: PlacePrecision.Country } ? Only(incidents, null, frame.Type) : null;
    }

    /// <summary>The town that stands between "the" and the noun for the attack.</summary>
    private static PlaceMention? Town(Document document, Frame frame)
    {
        foreach (var place in document.PlacesIn(frame.Clause.First, frame.Clause.End))
            if (place.Precision != PlacePrecision.Country && place.End < document.Tokens.Count && document.Tokens[place.End].Start == frame.EventQuote.Start && document.Word(place.First - 1) == "the") return place;
        return null;
    }

    private static IncidentDraft? Only(List<IncidentDraft> incidents, string? town, EventType? type)
    {
        IncidentDraft? found = null;
        foreach (var incident in incidents)
        {
            if (town is not null && incident.Place?.Name != town || type is not null && incident.Type != type) continue;
            if (found is not null) return null;
            found = incident;
        }
        return found;
    }
}
