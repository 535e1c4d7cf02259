using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Places no lexicon knows take country and coordinates of the known place they are told to lie in.</summary>
internal static class PlaceNesting
{
    /// <summary>The place told beside an unknown one stands so many tokens from it at most.</summary>
    private const int Reach = 14;

    /// <summary>The last place told before gives country and division for so many tokens.</summary>
    private const int Memory = 120;

    /// <summary>A town lies so far from the middle of its province or from the town beside it at most; else it is one of the same name.</summary>
    private const double FarthestKm = 350;

    /// <summary>Fills the places in; the list is changed. <paramref name="american"/>: local news, whose towns are known by the outlet.</summary>
    public static List<PlaceMention> Nest(Document document, List<PlaceMention> places, bool american)
    {
        var (sentence, first) = (0, 0);
        for (var i = 0; i < places.Count; i++)
        {
            while (sentence + 1 < document.Sentences.Count && document.Sentences[sentence].End <= places[i].First) first = document.Sentences[++sentence].First;
            var end = document.Sentences[sentence].End;
            if (IsNamesake(document, places, i, end)) places[i] = places[i] with { Name = document.TextOf(document.QuoteOf(places[i].First, places[i].End)), Country = null, Admin1 = null, Lat = null, Lon = null };
            if (places[i].Precision != PlacePrecision.Settlement || places[i].Country is not null) continue;
            if ((Beside(document, places, i) ?? Parent(places, i, +1, first, end) ?? Parent(places, i, -1, first, end)) is { } parent)
                places[i] = places[i] with { Country = parent.Country, Lat = parent.Lat, Lon = parent.Lon, Admin1 = parent.Admin1 ?? parent.Name, Within = parent.Within ?? parent.Name };
            else if (!american && CountryOf(document, places, i, end) is { } country)
                places[i] = places[i] with { Country = country };
            else if (!american && Before(places, i) is { } last)
                places[i] = places[i] with { Country = last.Country, Admin1 = last.Admin1 };
        }
        return places;
    }

    /// <summary>"Mashhad district of Aleppo", "Zolochiv in Kharkiv region": a town of the same name far away.</summary>
    private static bool IsNamesake(Document document, List<PlaceMention> places, int i, int end)
    {
        var place = places[i];
        if (i + 1 >= places.Count || place.Precision != PlacePrecision.Settlement || place.Country is null or "US" || places[i + 1].First >= end || places[i + 1].First - place.End > 4) return false;
        if (document.MatchOf(place.First)?.Find(Kinds.Settlement) is not null || document.Word(place.End) == "and") return false;
        var next = places[i + 1];
        for (var k = place.End; k < next.First; k++)
            if (!PlaceCues.IsHeadword(document.Word(k)) && document.Word(k) is not ("," or "in" or "of" or "the")) return false;
        return next.Precision is PlacePrecision.Admin1 or PlacePrecision.Settlement && next.Country is not null && place.DistanceTo(next) > FarthestKm;
    }

    /// <summary>"Masisi territory (North Kivu)": the division right behind the name and what it is.</summary>
    private static PlaceMention? Beside(Document document, List<PlaceMention> places, int i) =>
        i + 1 < places.Count && document.Word(places[i].End) == "territory" && places[i + 1].First == places[i].End + 2 && document.Word(places[i].End + 1) is "(" or "," && places[i + 1] is { Country: not null, Precision: PlacePrecision.Admin1 } parent ? parent : null;

    private static PlaceMention? Parent(List<PlaceMention> places, int i, int step, int first, int end)
    {
        for (var k = i + step; k >= 0 && k < places.Count && Math.Abs(places[k].First - places[i].First) <= Reach && places[k].First >= first && places[k].First < end; k += step)
            if (places[k].Country is not null && places[k].Precision != PlacePrecision.Country && (places[k].IsLocative || k == i + 1 && places[k].First - places[i].End <= 1)) return places[k];
        return null;
    }

    /// <summary>"X in the north of the Philippines", "X in Colombia's Y": the country told right after the place, in its sentence.</summary>
    private static string? CountryOf(Document document, List<PlaceMention> places, int i, int end)
    {
        for (var k = i + 1; k < places.Count && places[k].First < end && places[k].First - places[i].End <= Reach; k++)
            if (places[k] is { Precision: PlacePrecision.Country, Country: { } country } && (places[k].IsLocative || document.Word(places[k].End) == "'s" || IsApposed(document, places[i].End, places[k].First))) return country;
        return null;
    }

    /// <summary>"X, Mali", "X, in Y province, northern Mali": between a place and what it lies in stand only names and the words for what they are.</summary>
    private static bool IsApposed(Document document, int from, int country)
    {
        if (document.Word(from) != ",") return false;
        for (var i = from; i < country; i++)
            if (!document.IsCapital(i) && !PlaceCues.IsHeadword(document.Word(i)) && document.Word(i) is not ("," or "in" or "of" or "the") && !document.Word(i).EndsWith("ern", StringComparison.Ordinal)) return false;
        return true;
    }

    private static PlaceMention? Before(List<PlaceMention> places, int i)
    {
        for (var k = i - 1; k >= 0 && places[i].First - places[k].First <= Memory; k--)
            if (places[k] is { Country: not null, IsLocative: true }) return places[k];
        return null;
    }
}
