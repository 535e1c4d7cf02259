using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Places that say of somebody what he is, and of a weapon what it was meant for: nothing happened there.</summary>
internal static class PlaceOfOthers
{
    /// <summary>Tokens from the region to the verb of saying, over an office and a name.</summary>
    private const int SpeakerReach = 8;

    /// <summary>Tokens from the aim to the sea.</summary>
    private const int AimReach = 8;

    /// <summary>Tokens back to the town: two sentences or so.</summary>
    private const int TownReach = 80;

    private const int PlaceReach = 24;

    private static readonly WordSet Officers = ["commander", "chief", "commissioner", "spokesman", "spokeswoman", "spokesperson", "official", "officer", "governor", "boss", "director"];

    /// <summary>What somebody knows of or was made for, or whom he speaks for.</summary>
    public static bool Is(Document document, PlaceMention place) => IsOfOffice(document, place) || IsKnown(document, place) || IsIntended(document, place) && IsPlaceTold(document, place.First);

    /// <summary>"Lower Shabelle police commander Ibrahim Ali said": whose police tells of it.</summary>
    private static bool IsOfOffice(Document document, PlaceMention place)
    {
        if (place.Precision != PlacePrecision.Admin1 || place.Country is null or "US" || document.Word(place.End) is not ("police" or "security" or "regional" or "provincial") || !Officers.Contains(document.Word(place.End + 1))) return false;
        for (var i = place.End + 2; i < place.End + SpeakerReach; i++)
        {
            if (document.Has(i, Kinds.Say)) return IsTownTold(document, place.First);
            if (document.Tokens.Count > i && document.Tokens[i].Kind == TokenKind.Word && !document.IsCapital(i)) return false;
        }
        return false;
    }

    /// <summary>A town or a site before it, so that the police's region is not all that is known.</summary>
    private static bool IsTownTold(Document document, int before)
    {
        foreach (var place in document.PlacesIn(Math.Max(0, before - TownReach), before))
            if (place is { IsLocative: true, IsDateline: false, Precision: PlacePrecision.Settlement or PlacePrecision.Site }) return true;
        return false;
    }

    /// <summary>"an expert on the Sahel"</summary>
    private static bool IsKnown(Document document, PlaceMention place)
    {
        var i = document.Word(place.First - 1) == "the" ? place.First - 2 : place.First - 1;
        return document.Word(i) is "on" or "in" or "for" && document.Word(i - 1) is "expert" or "analyst" or "specialist" or "researcher";
    }

    /// <summary>"missiles prepared to launch against ships in the Red Sea": they have not.</summary>
    private static bool IsIntended(Document document, PlaceMention place)
    {
        for (var i = place.First - 1; i > place.First - AimReach; i--)
        {
            if (document.Word(i) is "." or ";" or ",") return false;
            if (document.Word(i) is "launch" or "launched" && document.Word(document.Word(i - 1) == "be" ? i - 2 : i - 1) == "to") return document.Word(document.Word(i - 1) == "be" ? i - 3 : i - 2) is "prepared" or "ready" or "readied" or "preparing" or "set";
        }
        return false;
    }

    /// <summary>Another place stands before it in the sentence; a dateline is none.</summary>
    private static bool IsPlaceTold(Document document, int before)
    {
        foreach (var place in document.PlacesIn(Math.Max(0, before - PlaceReach), before))
            if (place is { IsLocative: true, IsDateline: false }) return true;
        return false;
    }

    /// <summary>"workers of the Omar oil field": whom the site has, wherever they were.</summary>
    public static bool IsOfStaff(Document document, PlaceMention place)
    {
        if (place.Precision != PlacePrecision.Site) return false;
        var of = document.Word(place.First - 1) == "the" ? place.First - 2 : place.First - 1;
        return document.Word(of) == "of" && document.Word(of - 1) is "worker" or "workers" or "employee" or "employees" or "staff" or "engineer" or "engineers" or "manager" or "technician" or "technicians" or "contractor" or "contractors" or "director";
    }
}
