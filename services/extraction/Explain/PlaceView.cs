using Platform.Extraction.Engine;

namespace Platform.Extraction;

/// <summary>A place in words, and what in the article speaks for it among those of its name.</summary>
internal static class PlaceView
{
    /// <summary>Name, division, country, what it is.</summary>
    public static string Of(Document document, PlaceMention place)
    {
        var parts = new[] { place.Name, place.Admin1 == place.Name ? null : place.Admin1, place.Country }.OfType<string>();
        var relation = place.Relation is null ? "" : $", {place.Relation}{(place.DistanceKm is { } km ? $" {km:0} km" : "")}";
        var where = place.Lat is null ? ", no coordinates" : FormattableString.Invariant($", {place.Lat:0.00} {place.Lon:0.00}");
        return $"'{SentenceView.Words(document, place.First, place.End)}' = {string.Join(", ", parts)} ({place.Precision.ToString().ToLowerInvariant()}{relation}{where})";
    }

    /// <summary>Why this one of that name, and whether the text puts something there.</summary>
    public static string Why(Document document, PlaceMention place)
    {
        var there = place.IsLocative ? "something is there" : "only named";
        if (document.MatchOf(place.First) is not { } match || !Array.Exists(match.Entries, entry => entry.Value == place.Name)) return $"{there}; named by the words around it";
        var others = match.Entries.Where(entry => entry.Kind is Kinds.Settlement or Kinds.City or Kinds.Site or Kinds.Admin1 or Kinds.Country && !IsChosen(entry, place)).ToList();
        return others.Count == 0 ? $"{there}; the only one of its name" : $"{there}; {Reason(document, match, place)}, not {string.Join(", ", others.Take(4).Select(Short))}{(others.Count > 4 ? $" or {others.Count - 4} more" : "")}";
    }

    private static bool IsChosen(LexiconEntry entry, PlaceMention place) =>
        entry.Value == place.Name && entry.Attribute("country") == place.Country && (entry.Lat == place.Lat || place.Precision is Contracts.PlacePrecision.Country or Contracts.PlacePrecision.Admin1);

    private static string Reason(Document document, LexiconMatch match, PlaceMention place)
    {
        for (var i = match.End; i <= match.End + 1; i++)
            if (place.Admin1 is { } admin1 && document.Find(i, Kinds.Admin1)?.Value == admin1) return $"{admin1} follows it";
        foreach (var other in document.Matches)
        {
            if (other == match) continue;
            if (place.Admin1 is { } admin1 && other.Find(Kinds.Admin1)?.Value == admin1) return $"the article names {admin1}";
        }
        foreach (var other in document.Matches)
        {
            if (other != match && (other.Find(Kinds.Country) ?? other.Find(Kinds.Demonym) ?? other.Find(Kinds.Site)) is { } entry && entry.Attribute("country") == place.Country)
                return $"the article speaks of {entry.Value}";
        }
        return "the best known of its name";
    }

    private static string Short(LexiconEntry entry) =>
        string.Join(' ', new[] { entry.Kind.ToString().ToLowerInvariant(), entry.Value, entry.Attribute("admin1"), entry.Attribute("country") }.OfType<string>());
}
