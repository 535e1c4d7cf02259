namespace Platform.Extraction.Engine;

/// <summary>What the words around a name say of it: a place where something was, a street, a person, the town of a hospital.</summary>
internal static class PlaceCues
{
    /// <summary>Tokens from the verb of carrying to the town.</summary>
    private const int CareReach = 14;

    /// <summary>Tokens from the verb of care to the end of the town.</summary>
    private const int TreatedReach = 8;

    /// <summary>Tokens from the weapon to "at".</summary>
    private const int AimReach = 4;

    /// <summary>Tokens from the ship to "off".</summary>
    private const int AtSeaReach = 12;

    /// <summary>Tokens from "where" to the word of death.</summary>
    private const int DeathReach = 5;

    private static readonly WordSet Before =
        ["in", "at", "near", "outside", "inside", "around", "into", "across", "from", "against", "towards", "toward", "to", "on", "outskirts", "within", "of", "hit", "struck", "targeted", "shelled", "bombed", "bombarded", "attacked", "stormed", "raided", "pounded", "overran", "shelling", "bombing", "hitting", "striking", "between", "over", "beyond", "through"];
    private static readonly WordSet Fillers =
        ["the", "city", "town", "village", "district", "province", "northern", "southern", "eastern", "western", "central", "of", "capital", "downtown", "rural", "coastal", "nearby", "northeastern",
         "northwestern", "southeastern", "southwestern", "neighbourhood", "neighborhood", "area", "region", "governorate", "port", "embattled", "besieged", "occupied", "its", "s", "'s", ",",
         "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "suburban"];
    private static readonly WordSet Headwords =
        ["city", "town", "village", "district", "neighbourhood", "neighborhood", "neighborhoods", "neighbourhoods", "suburb", "area", "province", "governorate", "region", "county", "camp", "cities", "municipality", "department", "prefecture", "oblast", "commune", "canton", "subdistrict", "raion", "barracks", "kibbutz", "settlement", "territory"];
    private static readonly WordSet StreetWords =
        ["avenue", "ave", "street", "st", "road", "rd", "drive", "dr", "boulevard", "blvd", "lane", "parkway", "pkwy", "highway", "hwy", "freeway", "expressway", "turnpike", "terrace", "pike", "streets", "avenues", "roads", "way", "square", "bridge"];
    private static readonly WordSet AfterStruck = ["with", "on", "in", "at", "early", "late", "after", "overnight", "for", "again", "from", "and", "as", "before", "over", "since", "using", "by", ",", ".", ";", "while", "during"];
    private static readonly WordSet Transit = ["bart", "mbta", "rtd", "marta", "cta", "mta", "septa", "wmata", "metro", "dart", "njt", "rta", "vta", "trimet", "muni", "lirr"];
    private static readonly WordSet Offices =
        ["airport", "'s", "police", "sheriff", "firefighters", "pd", "officers", "deputies", "authorities", "fire", "detectives", "homicide"];

    /// <summary>"the village of X", "X district".</summary>
    public static bool IsHeadword(string word) => Headwords.Contains(word);

    /// <summary>A word that puts something at the place after it.</summary>
    public static bool IsBefore(string word) => Before.Contains(word);

    /// <summary>The words before or after the name say that something was there.</summary>
    public static bool IsLocative(Document document, LexiconMatch match)
    {
        if (Headwords.Contains(document.Word(match.End)) || Offices.Contains(document.Word(match.End))) return true;
        // "at Mile 4, Limbe"
        if (document.Word(match.First - 1) == "," && document.Word(match.First - 3) == "mile" && document.Tokens[match.First - 2].Kind == TokenKind.Number && Before.Contains(document.Word(match.First - 4))) return true;
        if (IsAirport(document, match.End) || IsOffCoast(document, match.First - 1) || IsFiredAt(document, match.End)) return true;
        // "on a Gaza beach", "in a Mosul market"
        if (document.Word(match.First - 1) is "a" or "an" && document.Word(match.First - 2) is "in" or "on" or "at" or "near" or "outside" or "inside" 
            && (document.Has(match.End, Kinds.Object) || document.Word(match.End) is "beach" or "street" or "road" or "square" or "courtyard")) return true;
        var i = match.First - 1;
        for (var steps = 0; steps < 5 && (Fillers.Contains(document.Word(i)) || document.Find(i, Kinds.Demonym) is not null || IsOwner(document, i)) && !Before.Contains(document.Word(i)); steps++) i--;
        return Before.Contains(document.Word(i)) || Headwords.Contains(document.Word(match.First - 2)) && document.Word(match.First - 1) == "of";
    }

    /// <summary>"a ship off Hodeidah"; of a house "off Winchester" it is a street.</summary>
    private static bool IsOffCoast(Document document, int off)
    {
        if (document.Word(off) != "off") return false;
        for (var i = off - 1; i > off - AtSeaReach; i--)
            if (document.Word(i) is "ship" or "ships" or "tanker" or "tankers" or "vessel" or "vessels" or "boat" or "boats" or "warship" or "warships" or "freighter" or "freighters" or "carrier" or "frigate" or "destroyer" or "coast" or "sea" or "platform" or "rig") return true;
        return false;
    }

    /// <summary>"Odesa was attacked with drones", "X came under shelling": the subject of a passive that only a place suffers.</summary>
    private static bool IsFiredAt(Document document, int end)
    {
        if (document.IsUpper) return false;
        if (document.Word(end) is "came" or "comes") return document.Word(end + 1) == "under" && IsFire(document, end + 2);
        var verb = document.Word(end) is "has" && document.Word(end + 1) is "been" ? end + 2 : document.Word(end) is "was" or "is" ? end + 1 : -1;
        if (verb > 0 && document.Word(verb) is "also" or "again" or "being") verb++;
        return verb > 0 && document.Word(verb) is "attacked" or "hit" or "struck" or "targeted" or "shelled" or "bombed" && document.Word(verb + 1) is "by" or "with" && IsFire(document, verb + 2);
    }

    /// <summary>"drones", "heavy artillery fire", "a Russian missile"</summary>
    private static bool IsFire(Document document, int from)
    {
        for (var i = from; i < from + AimReach; i++)
            if ((document.Find(i, Kinds.Weapon)?.Attribute("event") ?? document.Find(i, Kinds.Event)?.Value) is "drone_attack" or "missile_attack" or "rocket_attack" or "shelling" or "airstrike") return true;
        return false;
    }

    /// <summary>"Najran Domestic Airport": the airport of a town, by whatever name.</summary>
    private static bool IsAirport(Document document, int end) => !document.IsUpper && document.Word(end) is "international" or "domestic" or "regional" or "civil" or "military" or "civilian" && document.Word(end + 1) is "airport" or "airbase";

    /// <summary>"in Somalia's capital, Mogadishu": the state whose town is named.</summary>
    private static bool IsOwner(Document document, int token) => document.Word(token + 1) == "'s" && document.Find(token, Kinds.Country) is not null;

    /// <summary>Of a country one must say that something was in it: "to Iran", "from Iraq", "against Syria" place nothing there.</summary>
    public static bool IsInside(Document document, LexiconMatch match)
    {
        if (IsAmerican(document, match) && (document.Find(match.End, Kinds.Event) is { Value: "airstrike" or "drone_attack" or "missile_attack" } || document.Has(match.End, Kinds.Person))) return false;
        var i = match.First - 1;
        for (var steps = 0; steps < 4 && (Fillers.Contains(document.Word(i)) && document.Word(i) is not "of"); steps++) i--;
        // "strikes on Yemen": what is attacked is where it happens.
        if (document.Word(i) is "on" or "against" && document.Find(i - 1, Kinds.Event)?.Attribute("pos") == "noun" && !IsBlamed(document, i - 1)) return true;
        // "the canteen of the US company": whose it is.
        if (document.Word(i) == "of" && document.Word(match.First - 1) == "the" && !document.IsUpper && document.Word(match.First) is "us" or "u.s" or "u.s." or "uk" && !document.IsCapital(match.End) && document.Word(match.End) is not ("." or "," or "and" or "on" or "in" or "at" or "late" or "early" or "left" or "killed" or "when" or "after" or "by" or "was" or "were")) return false;
        // "the new building of US consulate": so without the article, too.
        if (document.Word(match.First - 1) == "of" && !document.IsUpper && document.Find(match.End, Kinds.Object)?.Value is "diplomatic" or "military_base") return false;
        if (IsStruck(document, i, match) || IsAtSea(document, i)) return true;
        return document.Word(i) is "in" or "inside" or "across" or "into" or "within" or "of" || document.Word(match.End) == "'s" && document.Word(i) is "in" or "on" or "at";
    }

    /// <summary>"a tanker off Oman", "was hit off Yemen"; not "fended off Israel", "cut off Gaza".</summary>
    private static bool IsAtSea(Document document, int off) => document.Word(off) == "off"
        && document.Word(off - 1) is not ("cut" or "cuts" or "cutting" or "fend" or "fended" or "fending" or "ward" or "warded" or "warding" or "hold" or "held" or "holding" or "stave" or "staved" or "fight" or "fought" or "fighting" or "seal" or "sealed" or "sealing" or "break" or "broke" or "broken" or "wall" or "walled" or "take" or "took" or "set" or "sets");

    /// <summary>"forces struck Syria", "fired rockets at northern Israel": what is struck or fired at is where it happens. "struck Iran-backed groups" is not.</summary>
    private static bool IsStruck(Document document, int i, LexiconMatch country)
    {
        if (document.IsUpper || !AfterStruck.Contains(document.Word(country.End))) return false;
        if (document.Word(i) is "struck" or "bombed" or "shelled" or "pounded") return document.Word(i - 1) is not ("was" or "were" or "been" or "being");
        if (document.Word(i) != "at") return false;
        for (var k = i - 1; k > i - AimReach; k--)
            if (document.Has(k, Kinds.Weapon)) return true;
        return false;
    }

    /// <summary>"in US airstrikes", "against U.S. personnel": these initials do for an adjective, too, but not in "in the US". In upper-case text all words look so.</summary>
    private static bool IsAmerican(Document document, LexiconMatch match) => !document.IsUpper && document.Word(match.First) is "us" or "u.s" or "u.s." && document.Tokens[match.First].Upper && document.Word(match.First - 1) != "the";

    /// <summary>"blamed the attack on": what follows is who did it.</summary>
    private static bool IsBlamed(Document document, int i)
    {
        for (var steps = 1; steps <= 4; steps++)
            if (document.Word(i - steps) is "blame" or "blamed" or "blames" or "blaming" or "pinned") return true;
        return false;
    }

    /// <summary>"since the Gaza war began": a time and a theme, and no place of what is told.</summary>
    public static bool IsWar(string next) => next is "war" or "conflict" or "ceasefire" or "truce" or "crisis";

    /// <summary>"Louisiana Avenue", "the Houston Street bridge".</summary>
    public static bool IsStreet(Document document, int end) =>
        document.IsCapital(end) && (StreetWords.Contains(document.Word(end)) || document.IsCapital(end + 1) && !UnlistedPlace.IsCommonWord(document, end) && StreetWords.Contains(document.Word(end + 1)));

    /// <summary>"at Mile 4": a stone of the road, and the village at it.</summary>
    public static bool IsMile(Document document, LexiconMatch match) => document.Word(match.First) == "mile" && document.Word(match.End).Length > 0 && document.Tokens[match.End].Kind == TokenKind.Number;

    /// <summary>"Shreveport Medical Center": named for the town, often in another one.</summary>
    public static bool IsInstitution(Document document, int end)
    {
        for (var i = end; i < end + 3 && document.IsCapital(i); i++)
        {
            if (document.Word(i) is "hospital" or "medical" or "university" or "college" or "school" or "high" or "elementary" or "jail" or "prison") return true;
            if (document.Word(i) == "clinic" && IsTreated(document, end)) return true;
            // "IN BOGOTA NEAR UNIVERSITY BUILDINGS": the name has ended before.
            if (IsSmallWord(document, i)) return false;
        }
        return false;
    }

    /// <summary>"Abu Omar Aleppo", "Gen. Lincoln", "Lincoln said": a name beside capitalised words that are no place.</summary>
    public static bool IsPersonName(Document document, LexiconMatch match)
    {
        if (IsAirport(document, match.End)) return false;
        // "St. Sebastian's church"
        if (document.Word(match.First - 1) is "st" or "saint" || document.Word(match.First - 1) == "." && document.Word(match.First - 2) is "st") return true;
        if (IsLocative(document, match) && !(IsNamePart(document, match.End) && !Headwords.Contains(document.Word(match.End)))) return false;
        var before = document.Word(match.First - 1);
        return (IsNamePart(document, match.First - 1) && before.Length > 2 && !Before.Contains(before) && !Fillers.Contains(before))
            || (IsNamePart(document, match.End) && !Headwords.Contains(document.Word(match.End)) && !Offices.Contains(document.Word(match.End)) && !IsNewSentence(document, match.End))
            || document.Find(match.End, Kinds.Say) is not null;
    }

    /// <summary>"taken to a hospital in X", "flown to X", "Memorial Hospital in X": where the harmed were brought.</summary>
    public static bool IsCare(Document document, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 5); i--)
        {
            if (document.Word(i) is "." or ";") return false;
            if (document.Word(i) is "hospital" or "hospitals" or "medical" or "trauma" or "clinic" or "jail" or "prison" or "courtroom") return true;
            if (document.Word(i) == "to" && document.Word(i - 1) is "flown" or "airlifted" or "transported" or "taken" or "rushed" or "transferred" or "helicopter" or "extradited") return true;
        }
        return false;
    }

    /// <summary>"died at X Clinic": a clinic that is struck is where it was.</summary>
    private static bool IsTreated(Document document, int end)
    {
        for (var i = end - 2; i > end - TreatedReach; i--)
            if (document.Word(i) is "died" or "treated" or "taken" or "brought" or "rushed" or "flown" or "airlifted" or "hospitalized" or "pronounced") return true;
        return false;
    }

    /// <summary>"airlifted to a center in X, where he died": where the harmed were brought, however far before it the verb stands.</summary>
    public static bool IsWhereDied(Document document, int first, int end)
    {
        if (document.Word(end) != "," || document.Word(end + 1) != "where" || !Dies(document, end + 2)) return false;
        for (var i = first - 1; i >= Math.Max(0, first - CareReach) && document.Word(i) is not ("." or ";"); i--)
            if (document.Word(i) == "to" && document.Word(i - 1) is "flown" or "airlifted" or "transported" or "taken" or "rushed" or "transferred" or "driven" or "brought") return true;
        return false;
    }

    private static bool Dies(Document document, int subject)
    {
        for (var i = subject + 1; i < subject + DeathReach; i++)
            if (document.Find(i, Kinds.Harm)?.Attribute("form") == "died" || document.Word(i) is "pronounced" or "declared") return true;
        return false;
    }

    /// <summary>A capitalised word no lexicon knows; in upper-case text no word of English ("IN BOGOTA WHEN A BOMB").</summary>
    private static bool IsNamePart(Document document, int token) =>
        document.IsCapital(token) && document.MatchOf(token) is null && !IsTransit(document, token) && !UnlistedPlace.IsCommonWord(document, token);

    /// <summary>"at Oakland BART station": who runs the trains of the town.</summary>
    private static bool IsTransit(Document document, int token) => document.Tokens[token].Upper && Transit.Contains(document.Word(token));

    /// <summary>In upper-case text a word of grammar ends a name; "MEDICAL" does not.</summary>
    private static bool IsSmallWord(Document document, int token) => document.IsUpper && (document.ClassOf(token) & WordClass.Closed) != 0;

    private static bool IsNewSentence(Document document, int token) => document.Word(token - 1) == ".";
}
