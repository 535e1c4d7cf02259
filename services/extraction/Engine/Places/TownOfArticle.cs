using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// The town a local report plays in. Local news names its town in the dateline, the name of the police or the headline, and
/// often not beside the crime itself.
/// </summary>
internal static class TownOfArticle
{
    /// <summary>Names in the first sentences count most: one in the tenth counts half.</summary>
    private const double Fading = 0.1;

    /// <summary>
    /// The American town or county the article speaks of most as a place of events; null when it speaks of none. With a state, one
    /// of it that a lexicon knows.
    /// </summary>
    public static PlaceMention? Find(Document document, string? state = null)
    {
        var scores = new Dictionary<(string, string?), (double Score, PlaceMention First)>();
        var sentence = 0;
        foreach (var place in document.Places)
        {
            if (place is not { Country: "US", Lat: not null, Precision: PlacePrecision.Settlement or PlacePrecision.Admin1 or PlacePrecision.Site }) continue;
            if (state is not null && (place.Admin1 != state || place.IsRough || place.Name == state)) continue;
            while (sentence + 1 < document.Sentences.Count && document.Sentences[sentence].End <= place.First) sentence++;
            var weight = Weight(document, place) / (1 + Fading * sentence);
            var key = (place.Name, place.Admin1);
            var known = scores.GetValueOrDefault(key);
            scores[key] = (known.Score + weight, known.First ?? place);
        }
        PlaceMention? best = null;
        var most = 0.0;
        foreach (var (score, first) in scores.Values)
        {
            var total = score + (InTitle(document, first) ? 2 : 0);
            if (total > most) (best, most) = (first, total);
        }
        return best;
    }

    private static double Weight(Document document, PlaceMention place)
    {
        // "Miami Valley Hospital": not that Miami.
        if (document.Word(place.End) == "valley" && document.IsCapital(place.End) && document.Word(place.End + 1) is "hospital" or "medical" or "center" or "clinic") return 0;
        if (PlaceCues.IsCare(document, place.First) || PlaceCues.IsInstitution(document, place.End)) return 0.3;
        // A state holds too much to say where in it.
        if (place.Precision == PlacePrecision.Admin1 && place.Name == place.Admin1) return 0.2;
        return place.IsLocative ? 2 : 0.7;
    }

    private static bool InTitle(Document document, PlaceMention place)
    {
        if (document.Title is not { } title) return false;
        var length = place.End - place.First;
        for (var i = 0; i + length <= title.Tokens.Count; i++)
        {
            var k = 0;
            while (k < length && title.Word(i + k) == document.Word(place.First + k)) k++;
            if (k == length) return true;
        }
        return false;
    }
}
