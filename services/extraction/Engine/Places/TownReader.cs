using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Towns and counties of the United States. A name stands for the town of the state said beside it, here or elsewhere in
/// the article; else for the one in the state that the article speaks of most. Without either it is no place.
/// </summary>
internal static class TownReader
{
    /// <summary>A name with no state beside it needs so many votes for its state.</summary>
    private const double EnoughVotes = 0.9;

    /// <summary>Words from a town to the building it owns.</summary>
    private const int NounReach = 4;

    private static readonly WordSet Kin =
        ["brother", "sister", "mother", "father", "wife", "husband", "girlfriend", "boyfriend", "son", "daughter", "cousin", "uncle", "aunt", "grandmother", "grandfather", "family", "parents", "relatives", "friend", "friends", "body", "death", "girlfriends", "brothers", "sisters", "children", "sons", "daughters", "fiancee", "fiance", "stepfather", "stepmother"];

    /// <summary>What it adds that a town lies near the outlet's home.</summary>
    private const double Near = 2;

    /// <summary>A small town, or one named as a word of English, needs a state that the article names.</summary>
    private const double NamedState = 2;

    /// <summary>Whether a capitalised word can begin the name of a town: it does not go on a name, and means nothing else.</summary>
    public static bool MayStartAt(Document document, int i, LexiconMatch? match)
    {
        if (match is null || IsCounty(document, i + 1)) return true;
        foreach (var entry in match.Entries)
            if (entry.Kind is Kinds.City or Kinds.Admin1 or Kinds.StopName) return true;
        return false;
    }

    /// <summary>"Cook County": whatever the word before means alone.</summary>
    public static bool IsCounty(Document document, int token) => document.Word(token) is "county" or "parish" && document.IsCapital(token) && !document.IsUpper;

    /// <summary>The place, or null when nothing says that the name means one.</summary>
    public static PlaceMention? Read(Document document, PlaceContext context, LexiconMatch town, LexiconMatch? match)
    {
        // "Austin neighborhood" lies in another city.
        if (document.Word(town.End) is "county" or "parish" or "neighborhood" or "section" || document.Word(town.First) is "north" or "south" or "east" or "west" && town.End == town.First + 1
            || PlaceCues.IsStreet(document, town.End) || match?.Find(Kinds.Settlement) is not null) return null;
        var name = town.Entries[0].Value;
        var beside = UsStates.After(document, town.End);
        var state = beside?.State ?? context.StateOf(name);
        if (state is not null)
        {
            foreach (var entry in town.Entries)
                if (entry.Attribute("admin1") == state) return Place(document, town, entry, beside is not null) with { IsDateline = IsDateline(document, town, beside?.End ?? town.End) };
            return null;
        }
        if (!context.IsAmerican) return null;
        var chosen = Choose(context, town);
        if (chosen is null) return null;
        var dateline = IsDateline(document, town, town.End);
        var locative = IsLocative(document, town);
        if (!dateline && !locative && (match is null || match.Find(Kinds.StopName) is not null)) return null;
        if (!dateline && PlaceCues.IsPersonName(document, town)) return null;
        if ((match is null || match.Find(Kinds.StopName) is not null) && context.StateVotes(chosen.Attribute("admin1")!) < NamedState && !OutletHome.IsNear(context.Home, chosen)) return null;
        return Place(document, town, chosen, dateline) with { IsDateline = dateline };
    }

    /// <summary>"HOUSTON - ", "TAMPA, Fla. - ", "GREENACRES (CBSMiami) – ", at the beginning of a line.</summary>
    private static bool IsDateline(Document document, LexiconMatch town, int end)
    {
        var i = end;
        if (!document.Tokens[town.First].Upper || town.First > 0 && document.Article.Text.AsSpan(document.Tokens[town.First - 1].End, document.Tokens[town.First].Start - document.Tokens[town.First - 1].End).IndexOf('\n') < 0) return false;
        if (document.Word(i) == "(")
        {
            while (i < end + 8 && document.Word(i) != ")") i++;
            i++;
        }
        return document.Word(i) == "-";
    }

    private static LexiconEntry? Choose(PlaceContext context, LexiconMatch town)
    {
        LexiconEntry? best = null;
        var (most, next) = (0.0, 0.0);
        foreach (var entry in town.Entries)
        {
            var score = context.StateVotes(entry.Attribute("admin1")!) + (entry.Has("big") ? 1.5 : 0) + (OutletHome.IsNear(context.Home, entry) ? Near : 0);
            if (score > most) (best, most, next) = (entry, score, most);
            else if (score > next) next = score;
        }
        return most >= EnoughVotes && most > next + 0.3 && best is not null && IsSupported(context, best) ? best : null;
    }

    /// <summary>
    /// Local news writes of its own towns; of a small one in another state it says the state. The list of counties has gaps, so that the only
    /// one of a name there need not be the one meant.
    /// </summary>
    private static bool IsSupported(PlaceContext context, LexiconEntry town)
    {
        if (town.Kind != Kinds.County && (context.Home is not { } home || town.Has("big") || town.Attribute("admin1") == home.Attribute("admin1"))) return true;
        return OutletHome.IsNear(context.Home, town) || context.Names(town.Attribute("admin1")!) || town.Kind == Kinds.County && context.StateVotes(town.Attribute("admin1")!) >= NamedState;
    }

    private static PlaceMention Place(Document document, LexiconMatch town, LexiconEntry entry, bool certain) =>
        new(town.First, town.End, entry.Value, "US", entry.Kind == Kinds.County ? PlacePrecision.Admin1 : PlacePrecision.Settlement)
        {
            Admin1 = entry.Attribute("admin1"),
            Lat = entry.Lat,
            Lon = entry.Lon,
            IsLocative = certain || IsLocative(document, town),
        };

    /// <summary>Something was there: "in Flint", and of a house or a shop of the town, "in her Flint home", "at a Chattanooga grocery store".</summary>
    private static bool IsLocative(Document document, LexiconMatch town)
    {
        if (PlaceCues.IsLocative(document, town)) return true;
        if (document.Word(town.First - 1) is not ("a" or "an" or "his" or "her" or "their") || document.Word(town.First - 2) is not ("in" or "at" or "near" or "outside" or "inside")) return false;
        for (var i = town.End; i < town.End + NounReach && !document.IsCapital(i); i++)
            if ((document.ClassOf(i) & WordClass.Structure) != 0 || document.Word(i) is "apartment" or "bar" or "club" or "nightclub" or "parking" or "park" or "complex" or "neighborhood" or "street") return document.Word(i) != "hospital";
        return false;
    }

    /// <summary>What follows a noun that ends its phrase.</summary>
    private static readonly WordSet Ends =
        [".", ",", ";", "in", "on", "at", "near", "around", "outside", "by", "with", "from", "to", "for", "and", "or", "when", "where", "while", "as", "after", "before", "during", "until", "early", "late", "was", "is", "were"];

    /// <summary>"Greer's brother", "at Sparks' home": a family name that a town has, too. A town may own buildings, but not the home someone goes to.</summary>
    public static bool IsFamilyName(Document document, LexiconMatch town)
    {
        var owned = document.Word(town.End) == "'s" || document.Word(town.End) == "'" && document.Word(town.End - 1).EndsWith('s') ? document.Word(town.End + 1) : "";
        if (owned.Length == 0) return false;
        // Of "Detroit's apartment towers" and "Houston's car show" it is the town.
        return Kin.Contains(owned) || (document.Word(town.End + 2) is { Length: > 0 } next ? Ends.Contains(next) : true) && owned is "home" or "house" or "apartment" or "yard" or "driveway" or "porch" or "bedroom" or "residence" or "truck" or "car";
    }
}
