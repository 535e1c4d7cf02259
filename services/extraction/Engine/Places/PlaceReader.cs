using System.Globalization;
using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Places in the text: sites, settlements, divisions, borders, countries, and places no lexicon knows ("the town of X").</summary>
internal sealed class PlaceReader
{
    private static readonly Cue Counties = ["county", "parish"];

    /// <summary>The words that <see cref="OfWriting"/> begins with.</summary>
    private static readonly Cue Writing = ["here", "this", "the"];

    /// <summary>What a city counts that all the world knows, against 0.5 for its namesakes and 3.5 for a town of the region.</summary>
    private const double Metropolis = 1.2;

    private readonly Document document;
    private readonly PlaceContext context;

    private PlaceReader(Document document) => (this.document, context) = (document, new PlaceContext(document));

    /// <summary>All places in text order.</summary>
    public static List<PlaceMention> Read(Document document) => new PlaceReader(document).Read();

    private List<PlaceMention> Read()
    {
        var found = new List<PlaceMention>();
        for (var i = 0; i < document.Tokens.Count;)
        {
            var match = document.MatchOf(i) is { } covering && covering.First == i ? covering : null;
            var mention = OfWriting(i, found) ?? Town(i, match) ?? County(i) ?? (match is null || IsPartOfLonger(match) ? null : Known(match)) ?? Unknown(i);
            if (mention is not null && found.Count > 0 && IsJoined(found[^1], mention)) found[^1] = found[^1] with { IsLocative = found[^1].IsLocative || mention.IsLocative };
            else if (mention is not null) found.Add(mention);
            i = Math.Max(i + 1, mention?.End ?? 0);
        }
        PlaceNesting.Nest(document, found, context.IsAmerican);
        if (context.Home is { } home && context.MainState() is var state && (state is null || state == home.Attribute("admin1")))
        {
            // "the Brookside neighborhood" with no city beside it is one of the outlet's own.
            for (var i = 0; i < found.Count; i++)
                if (found[i] is { Precision: PlacePrecision.Settlement, Country: null } part)
                    found[i] = part with { Country = "US", Admin1 = home.Attribute("admin1"), Lat = home.Lat, Lon = home.Lon, IsRough = true };
        }
        return found;
    }

    /// <summary>"Savannah-Chatham police": one office of two names, known by the first.</summary>
    private bool IsJoined(PlaceMention first, PlaceMention second) => second.First == first.End + 1 && !document.IsUpper && document.Word(first.End) == "-" && document.Word(second.End) is "police" or "metro" or "metropolitan"
        && document.Tokens[first.End].Start == document.Tokens[first.End - 1].End && document.Tokens[second.First].Start == document.Tokens[first.End].End;

    /// <summary>"in this capital", "here", "in the capital": the town at the head of wire copy, where it was written.</summary>
    private PlaceMention? OfWriting(int i, List<PlaceMention> found)
    {
        if (found.Count == 0 || !document.Is(i, Writing) || found[0] is not { First: 0, Precision: PlacePrecision.Settlement, Lat: not null } town || !Dateline.EndsNear(document, town.End)) return null;
        var end = document.Word(i) == "here" ? i + 1 : i + 2;
        if (document.Word(i) == "here" ? !IsAdverbOfPlace(i) : !IsCapitalOfWriting(i)) return null;
        return town with { First = i, End = end, Relation = null, DistanceKm = null, IsLocative = true };
    }

    /// <summary>"exploded here", not "from here" or "here is".</summary>
    private bool IsAdverbOfPlace(int i) => (document.ClassOf(i - 1) & (WordClass.Preposition | WordClass.Be | WordClass.Conjunction | WordClass.Pronoun)) == 0 && (document.ClassOf(i + 1) & WordClass.Be) == 0 && i > 0 && document.Tokens[i - 1].Kind == TokenKind.Word;

    private bool IsCapitalOfWriting(int i) => document.Word(i) is "this" or "the" && document.Word(i + 1) == "capital" && document.Word(i - 1) is "in" or "of" or "near" or "outside" or "across"
        && document.Word(i + 2) is not ("of" or "city" or "murder" or "punishment" or "region") && (document.Word(i) == "this" || document.Word(i + 2) is not "," && (document.IsUpper || !document.IsCapital(i + 2)));

    private PlaceMention? Known(LexiconMatch match)
    {
        if (Stated(match) is { } stated) return stated;
        if (OfCountry(match) is { } told) return told;
        if (match.Find(Kinds.Site) is { } site) return Relate(Of(match, site, PlacePrecision.Site) with { IsLocative = true, TargetKind = site.Attribute("kind") });
        if (match.Find(Kinds.Border) is { } border) return Of(match, border, PlacePrecision.Unknown) with { IsLocative = true };
        if (match.Find(Kinds.Country) is { } country)
        {
            var division = match.Find(Kinds.Admin1);
            if (division is null || context.CountryVotes("US") == 0) return Of(match, country, PlacePrecision.Country) with { IsLocative = PlaceCues.IsInside(document, match) };
        }
        if (PlaceCues.IsMile(document, match) || PlaceCues.IsStreet(document, match.End) || match.Find(Kinds.Settlement) is null && match.Find(Kinds.Admin1) is null && TownReader.IsFamilyName(document, match)) return null;
        if (context.IsAmerican && document.Word(match.End) is "neighborhood" or "section") return context.Home is null ? null : Named(match.First, match.End);
        var settlement = Choose(match);
        if (settlement is not null && !IsDivision(match) && !IsNamesakeOfDivision(match, settlement))
            return PlaceCues.IsPersonName(document, match) ? null : Relate(Of(match, settlement, PlacePrecision.Settlement) with { IsLocative = PlaceCues.IsLocative(document, match) });
        if (match.Find(Kinds.Admin1) is { } admin1) return Of(match, admin1, PlacePrecision.Admin1) with { IsLocative = PlaceCues.IsLocative(document, match), Admin1 = admin1.Value };
        if (settlement is not null) return Of(match, settlement, PlacePrecision.Admin1) with { IsLocative = true, Admin1 = settlement.Value };
        return null;
    }

    /// <summary>"LEBANON, Va.": a town of a state that the lists of towns lack, by a name they know elsewhere.</summary>
    private PlaceMention? Stated(LexiconMatch match)
    {
        var beside = UsStates.Beside(document, match);
        if ((beside ?? context.StateOf(PlaceContext.NameOf(match))) is not { } state || match.Find(Kinds.Admin1)?.Attribute("country") == "US") return null;
        foreach (var entry in match.Entries)
            if (entry.Kind is Kinds.City or Kinds.Settlement && entry.Attribute("admin1") == state) return null;
        return UsStates.Somewhere(document, match.First, match.End, state, false, context.Home) with { IsLocative = beside is not null || PlaceCues.IsLocative(document, match) };
    }

    /// <summary>"Hays in Yemen", where the gazetteer knows one in America alone: the country beside a name is right.</summary>
    private PlaceMention? OfCountry(LexiconMatch match)
    {
        if (match.Find(Kinds.City) is null || match.Find(Kinds.Settlement) is not null || match.Find(Kinds.Country) is not null || match.Find(Kinds.Admin1) is not null || document.Word(match.First - 1) is "of" or "and" or "," || PlaceCues.IsPersonName(document, match) || !PlaceCues.IsLocative(document, match)) return null;
        if (CountryBeside.After(document, match.End) is not { } country) return null;
        foreach (var entry in match.Entries)
            if (entry.Attribute("country") == country) return null;
        return Named(match.First, match.End) with { Country = country };
    }

    /// <summary>A town or county of a state the article speaks of, when the words around it speak of a place; null: no such town, or another reading wins.</summary>
    private PlaceMention? Town(int i, LexiconMatch? match)
    {
        if (!document.IsCapital(i) || !TownReader.MayStartAt(document, i, match) || document.TownAt(i) is not { } town || CountryBeside.Next(document, town.End) is not (null or "US") || CountryBeside.After(document, town.End) is not null || context.CountryOf(town.Entries[0].Value) is not null || TownReader.IsFamilyName(document, town)) return null;
        return match is not null && match.End > town.End ? null : TownReader.Read(document, context, town, match) is { } found ? Relate(found) : null;
    }

    /// <summary>"Cook County, Illinois": a county the lists lack, called as a trade or a family is.</summary>
    private PlaceMention? County(int i)
    {
        if (!document.Is(i + 1, Counties) || !document.IsCapital(i) || document.Tokens[i].Kind != TokenKind.Word || !TownReader.IsCounty(document, i + 1) || document.IsCapital(i - 1) || document.Word(i) is "the" || document.Has(i, Kinds.Admin1)) return null;
        return UsStates.After(document, i + 2) is { } said ? UsStates.Somewhere(document, i, i + 2, said.State, true, context.Home) : null;
    }

    /// <summary>"X River", named as a town is; "X Y" where each alone is a town of the gazetteer somewhere: a third place, which no list knows.</summary>
    private bool IsPartOfLonger(LexiconMatch match) =>
        UnlistedPlace.IsGeneric(document, match) || document.IsCapital(match.End) && document.Word(match.End) == "river" || !context.IsAmerican && !document.IsUpper && UnlistedPlace.IsFree(document, match.First, false) && document.IsCapital(match.End) && document.MatchOf(match.End) is not null
        && UnlistedPlace.IsFree(document, match.End, false) && document.Tokens[match.End].Start - document.Tokens[match.End - 1].End == 1;

    private bool IsDivision(LexiconMatch match) =>
        document.Word(match.End) is "province" or "governorate" or "state" or "region" or "county" || (document.Word(match.End) == "'s" && document.Word(match.End + 1) == "province");

    /// <summary>"in al-Jawf": the division of one country, and a town of the gazetteer in another that the article does not speak of more.</summary>
    private bool IsNamesakeOfDivision(LexiconMatch match, LexiconEntry town) =>
        town.Kind == Kinds.City && !context.IsAmerican && match.Find(Kinds.Admin1)?.Attribute("country") is { } country && country != "US" && town.Attribute("country") is { } other && other != country
        && context.CountryVotes(country) >= context.CountryVotes(other) && CountryBeside.Of(document, match) != other;

    /// <summary>Of the places of one name, the one whose division or country the article speaks of; the curated list wins over the gazetteer.</summary>
    private LexiconEntry? Choose(LexiconMatch match)
    {
        LexiconEntry? best = null;
        var (bestScore, ties) = (0.0, 0);
        var stop = match.Find(Kinds.StopName) is not null;
        var beside = CountryBeside.Of(document, match) ?? context.CountryOf(PlaceContext.NameOf(match));
        var common = match.End == match.First + 1 && UnlistedPlace.IsCommonWord(document, match.First);
        foreach (var entry in match.Entries)
        {
            if (entry.Kind is not (Kinds.Settlement or Kinds.City)) continue;
            var admin1 = entry.Attribute("admin1");
            var country = entry.Attribute("country")!;
            // A name of the world's gazetteer alone is no place abroad in an article about America.
            if (entry.Kind == Kinds.City && country != "US" && context.IsAmerican && context.CountryVotes(country) == 0) continue;
            if (entry.Kind == Kinds.City && country == "US" && context.Home is not null && !OutletHome.IsNear(context.Home, entry) && admin1 != context.Home.Attribute("admin1") && document.TownAt(match.First)?.Entries[0].Has("big") != true && !(admin1 is not null && context.Names(admin1))) continue;
            var score = (entry.Kind == Kinds.Settlement ? 3.5 : entry.Has("metro") && IsMetropolis(match, entry) ? Metropolis : 0.5) + Math.Min(5, context.PlaceVotes(country));
            if (common && entry.Kind == Kinds.City && context.CountryVotes(country) == 0) continue;
            if (admin1 is not null && context.Names(admin1)) score += 6;
            if (admin1 is not null && NextDivision(match.End) == admin1 || CountryBeside.Next(document, match.End) == country || beside == country) score += 20;
            if (stop && score < 20 && !(score > 6 && document.Word(match.First - 1) == "in")) continue;
            if (score == bestScore) ties++;
            if (score > bestScore) (best, bestScore, ties) = (entry, score, 0);
        }
        // Several of one name and nothing to tell them apart: better no place than a guess.
        return ties > 0 && (bestScore < 1 || best!.Attribute("country") == "US") ? null : best;
    }

    /// <summary>The city all the world knows: not "Valencia, Bukidnon", "Florence state", nor a town of an article on America.</summary>
    private bool IsMetropolis(LexiconMatch match, LexiconEntry city)
    {
        if (context.IsAmerican || context.IsOfCounties || document.Word(match.End) is "department" or "province" or "state" or "county") return false;
        if (document.Word(match.End) != "," || document.IsUpper || !document.IsCapital(match.End + 1)) return true;
        return CountryBeside.Next(document, match.End) == city.Attribute("country") || NextDivision(match.End) == city.Attribute("admin1");
    }

    private string? NextDivision(int token) => document.Find(document.Word(token) is "," or "in" ? token + 1 : token, Kinds.Admin1)?.Value;

    /// <summary>"80 km north of X", "southeast of X", "near X".</summary>
    private PlaceMention Relate(PlaceMention place)
    {
        var i = place.First - 1;
        while (document.Word(i) is "the" or "capital" or "," or "city" && i > place.First - 5) i--;
        if (document.Word(i) is "near" or "outside") return place with { Relation = "near" };
        if (document.Word(i) != "of" || Direction(document.Word(i - 1)) is not { } direction) return place;
        double? km = null;
        var k = i - 2;
        // "south-west of X"
        if (document.Word(k) == "-" && document.Word(k - 1) is "north" or "south" && direction is "east" or "west") (direction, k) = (document.Word(k - 1) + "_" + direction, k - 2);
        if (document.Word(k) == ")") while (k > i - 9 && document.Word(k + 1) != "(") k--;
        if (document.Word(k) is "km" or "kilometers" or "kilometres" or "kilometer" or "miles" or "mile" && k > 0
            && double.TryParse(Figure(k - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n < 5000)
            km = document.Word(k).StartsWith('m') ? Math.Round(n * 1.609344) : n;
        return place with { Relation = direction + "_of", DistanceKm = km };
    }

    /// <summary>The number that ends at a token: of "80.5" all three tokens.</summary>
    private string Figure(int last) => last > 1 && document.Word(last - 1) == "." && document.Tokens[last - 2] is { Kind: TokenKind.Number } whole && whole.End == document.Tokens[last - 1].Start
        && document.Tokens[last - 1].End == document.Tokens[last].Start ? $"{whole.Norm}.{document.Word(last)}" : document.Word(last);

    private static string? Direction(string word) => word switch
    {
        "north" or "south" or "east" or "west" => word,
        "northeast" => "north_east", "northwest" => "north_west", "southeast" => "south_east", "southwest" => "south_west",
        _ => null,
    };

    /// <summary>"English", "Japanese", "Iranian"; "the Mangochar town of Balochistan" is a town.</summary>
    private static bool IsOfPeople(string word) => word.EndsWith("ish", StringComparison.Ordinal) || word.EndsWith("ese", StringComparison.Ordinal) || word.EndsWith("ian", StringComparison.Ordinal) || word.EndsWith("ean", StringComparison.Ordinal);

    /// <summary>A name no lexicon knows, called a place by the words around it.</summary>
    private PlaceMention? Unknown(int i)
    {
        // No name begins here, nor what one follows: "city of X", "al-X".
        if (!document.IsCapital(i) && document.Word(i + 1) is not ("-" or "of")) return null;
        // "the English city of X": a people by its adjective.
        if (!document.IsUpper && document.Word(i - 1) == "the" && document.Word(i + 1) is "city" or "town" or "village" or "port" or "resort" && document.Word(i + 2) == "of" && IsOfPeople(document.Word(i))) return null;
        if (UnlistedPlace.NameAt(document, i, context.IsAmerican) is { } end && InState(i, end) is { } inState) return inState;
        return UnlistedPlace.At(document, i, context.IsAmerican) is var (first, stop) ? Listed(first, stop) ?? Named(first, stop) : null;
    }

    /// <summary>"the city of X", where the gazetteer knows an X in a country the article speaks of.</summary>
    private PlaceMention? Listed(int first, int end)
    {
        if (context.IsAmerican || document.MatchOf(first) is not { } match || match.First != first || match.End != end) return null;
        return Known(match) is { Precision: PlacePrecision.Settlement, Country: { } country } known && context.CountryVotes(country) > 0 ? known with { IsLocative = true } : null;
    }

    private PlaceMention Named(int first, int end) =>
        new(first, end, document.TextOf(document.QuoteOf(first, end)), null, PlacePrecision.Settlement) { IsLocative = true };

    /// <summary>A town before its state ("HOBART, Okla.") or a county that no lexicon knows: it lies somewhere in the state.</summary>
    private PlaceMention? InState(int i, int end)
    {
        // "South Florida", "a Missouri baby": a part of the state, or nothing of it.
        if (IsPartWord(i) && end == i + 1) return null;
        var county = document.Word(end - 1) is "county" or "parish" && end > i + 1;
        if (UsStates.After(document, end)?.State is { } said) return UsStates.Somewhere(document, i, end, said, county, context.Home);
        return county && context.IsAmerican && context.MainState() is { } state ? UsStates.Somewhere(document, i, end, state, true, context.Home) : null;
    }

    private bool IsPartWord(int i) => document.Word(i) is "north" or "south" or "east" or "west" or "northern" or "southern" or "eastern" or "western" or "central" or "southwestern" or "southeastern"
        or "northwestern" or "northeastern" or "southwest" or "southeast" or "northwest" or "northeast" or "upstate" or "greater";

    private static PlaceMention Of(LexiconMatch match, LexiconEntry entry, PlacePrecision precision) =>
        new(match.First, match.End, entry.Value, entry.Attribute("country"), precision)
        {
            Admin1 = entry.Attribute("admin1"),
            Lat = entry.Lat,
            Lon = entry.Lon,
        };
}
