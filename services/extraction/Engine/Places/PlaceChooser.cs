using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>The place of a clause's event: the closest-known place the clause puts something at, near the words that tell the event.</summary>
internal static class PlaceChooser
{
    private const int ReasonReach = 12;

    /// <summary>Tokens from "travelling" to the town.</summary>
    private const int WayReach = 9;

    /// <summary>Most tokens looked at before a name for the head of its sentence.</summary>
    private const int SentenceReach = 40;

    /// <summary>Tokens from a quarter to the town it is of.</summary>
    private const int QuarterReach = 6;

    /// <summary>Tokens of ", 30 km north of".</summary>
    private const int RelationReach = 8;

    /// <summary>"Militants in X fired rockets at Y": X, of whatever rank, is not where they hit.</summary>
    private const double FromShooter = 10;

    /// <summary>Tokens from a town over its state to the verb.</summary>
    private const int BookedReach = 5;

    /// <summary>Where an officer off duty works yields to any other town.</summary>
    private const double OfOfficer = 1;
    private const double OfAim = 3;
    private const double OfHouse = 2.5;

    /// <summary>The site whose workers were attacked yields to any town.</summary>
    private const double OfStaff = 4;

    /// <summary>Kilometres from a named town within which it says more than the province it lies in.</summary>
    private const double SaidNear = 30;

    private static readonly WordSet Aims = ["at", "on", "toward", "towards", "into", "onto", "against"];
    private static readonly ulong Named = KindSet.Of(Kinds.Settlement, Kinds.City, Kinds.Admin1, Kinds.Country, Kinds.Site, Kinds.Border);
    private static readonly ulong Speaks = KindSet.Of(Kinds.Say, Kinds.Claim);

    /// <summary>The place, or null. A country counts when something is in it or it describes what was attacked.</summary>
    public static PlaceMention? Choose(Document document, Clause clause, LexiconMatch? told)
    {
        PlaceMention? best = null;
        var bestScore = double.MinValue;
        var shot = ShotAt(document, clause);
        var abroad = IsAbroad(document, clause);
        var aftermath = !document.IsUpper && Realis.IsAftermath(document, clause);
        foreach (var place in document.PlacesIn(clause.First, clause.End))
        {
            if (!place.IsLocative || IsOfSheriff(document, place) || IsOrigin(document, place) || PlaceOfOthers.Is(document, place) || IsQuarter(document, place) || aftermath && IsHome(document, place) || IsReason(document, clause, place) || PlaceCues.IsCare(document, place.First) && !AttackedHouse.Before(document, clause, place.First) || PlaceCues.IsWhereDied(document, place.First, place.End) || PlaceCues.IsInstitution(document, place.End) && !AttackedHouse.At(document, place.First) || PlaceCues.IsWar(document.Word(place.End))) continue;
            if (place.IsDateline && abroad || place.Relation is not (null or "near") && place.DistanceKm is null or > SaidNear && SaysWhere(document, clause, place)) continue;
            var score = Rank(place) - (place.First < shot ? FromShooter : 0) - (IsOfOffDuty(document, place) ? OfOfficer : 0) - Doubt(document, place) - (told is null ? 0 : Math.Abs(place.First - told.First) / 40.0);
            if (score > bestScore) (best, bestScore) = (place, score);
        }
        return best ?? OfDemonym(document, clause);
    }

    /// <summary>"al-Khalidiya neighborhood in Aleppo": a quarter of the town that follows, whatever town elsewhere has its name.</summary>
    private static bool IsQuarter(Document document, PlaceMention place)
    {
        if (document.IsUpper || place.Precision != PlacePrecision.Settlement || document.Word(place.End) is not ("neighborhood" or "neighbourhood" or "quarter" or "suburb") || document.Word(place.End + 1) is not ("in" or "of")) return false;
        foreach (var town in document.PlacesIn(place.End + 2, Math.Min(document.Tokens.Count, place.End + QuarterReach)))
            if (town is { IsLocative: true, Precision: PlacePrecision.Settlement } && town.Country != place.Country) return true;
        return false;
    }

    /// <summary>"in X province, north of Y": where X lies, and not where it was.</summary>
    private static bool SaysWhere(Document document, Clause clause, PlaceMention place)
    {
        for (var i = place.First - 1; i > Math.Max(clause.First, place.First - RelationReach); i--)
        {
            if (document.Word(i) != ",") continue;
            foreach (var before in document.PlacesIn(Math.Max(clause.First, i - RelationReach), i))
                if (before is { IsLocative: true, Precision: PlacePrecision.Admin1 } && (before.End == i || before.End == i - 1)) return true;
            return false;
        }
        return false;
    }

    /// <summary>
    /// "a missile fired at Ukraine fell in Poland", "a cleric at a Lahore mosque was shot in Multan": a country that was aimed at, and a house that
    /// somebody is of, are where it was when nothing else is.
    /// </summary>
    private static double Doubt(Document document, PlaceMention place) => document.Word(place.First - 1) switch
    {
        "at" or "struck" or "bombed" or "shelled" or "pounded" when place.Precision == PlacePrecision.Country => OfAim,
        "a" or "an" => OfHouse,
        "of" or "the" when PlaceOfOthers.IsOfStaff(document, place) => OfStaff,
        _ => 0,
    };

    private static double Rank(PlaceMention place) => place.Precision switch
    {
        PlacePrecision.Site => 6,
        PlacePrecision.Settlement when place.Relation is null or "near" => place.Lat is null ? 3.5 : 5,
        PlacePrecision.Settlement => 4,
        PlacePrecision.Admin1 => 3,
        PlacePrecision.Unknown => 4.5,
        _ => 1,
    };

    /// <summary>"from inside Iraq", "told reporters in X", "the ministry in X": where it came from or was said.</summary>
    public static bool IsOrigin(Document document, PlaceMention place)
    {
        for (var i = place.First - 1; i >= Math.Max(0, place.First - 3); i--)
        {
            // "…, police said. In X, gunmen": who spoke before has nothing to do with X.
            if (document.Word(i) == ".") break;
            if (document.Word(i) is "from" or "operating" || document.Word(i) == "between" && !IsWay(document.Word(i - 1)) || document.Find(i, Kinds.Say) is not null) return true;
            // "rockets from X hit Y", "fired from X at Y": where they came from ends before the verb or the aim.
            if (document.TagOf(i) is Tag.Past or Tag.Verb || (document.Word(i) == "over" || Aims.Contains(document.Word(i))) && document.HasAny(i - 1, Named)) break;
        }
        // "in northern X, the ministry in Y said": where it speaks. Where no other place is told it was there.
        if (document.Word(place.First - 1) == "in" && document.Find(place.End, Kinds.Say) is not null && document.Word(place.First - 2) is "ministry" or "embassy" or "presidency" && IsToldBefore(document, place)) return true;
        // "as it was travelling from the airport to X": where one was on the way to.
        var to = document.Word(place.First - 1) == "the" ? place.First - 2 : place.First - 1;
        if (document.Word(to - 1) is not ("close" or "next" or "in" or "adjacent" or "back") && document.Word(place.First - 1) == "to" || document.Word(place.First - 1) == "the" && document.Word(place.First - 2) == "to")
            for (var i = place.First - 2; i > Math.Max(0, place.First - WayReach); i--)
                if (document.Word(i) is "travelling" or "traveling" or "heading" or "headed" or "driving" or "returning" or "bound" || document.Word(i) == "way" && document.Word(i - 2) == "on") return true;
        // "missiles from the direction of X": where they flew from.
        if (document.Word(place.First - 1) == "of" && document.Word(place.First - 2) is "direction" or "directions") return true;
        return document.Word(place.End) == "-" && document.Word(place.End + 1) is "based" or "backed" or "led" or "controlled" or "held" or "linked" or "aligned" or "allied" or "affiliated" or "supported" or "sponsored" or "funded";
    }

    /// <summary>Another place is named in front of one, so near that it can be of the same sentence.</summary>
    private static bool IsToldBefore(Document document, PlaceMention place)
    {
        var sentence = place.First;
        while (sentence > 0 && document.Word(sentence - 1) is not (".") && place.First - sentence < SentenceReach) sentence--;
        foreach (var before in document.PlacesIn(sentence, place.First))
            if (before.IsLocative && !before.IsDateline && before.Name != place.Name) return true;
        return false;
    }

    /// <summary>"Calcasieu Parish Sheriff Ana Lind said": whose office tells of it, wherever in the county it was.</summary>
    private static bool IsOfSheriff(Document document, PlaceMention place)
    {
        if (place.Precision != PlacePrecision.Admin1 || document.Word(place.End) != "sheriff" || !document.IsCapital(place.End + 1)) return false;
        for (var i = place.End + 2; i < place.End + 5; i++)
            if (document.Has(i, Kinds.Say)) return true;
        return false;
    }

    /// <summary>"Omar Haddad, 30, of X, Missouri, was booked": where he lives, in another state than the news.</summary>
    private static bool IsHome(Document document, PlaceMention place) => place.First > 2 && document.Word(place.First - 1) == "of" && document.Word(place.First - 2) == "," && document.Tokens[place.First - 3].Kind == TokenKind.Number
        && UsStates.After(document, place.End) is not null && IsBooked(document, place.End);

    /// <summary>", Missouri, was booked": soon behind the name.</summary>
    private static bool IsBooked(Document document, int end)
    {
        for (var i = end; i < end + BookedReach; i++)
            if (document.TagOf(i) is Tag.Be or Tag.Have) return document.Word(i + 1) is "booked" or "arrested" or "charged" or "jailed" or "held" or "being" or "been" or "accused" or "convicted" or "sentenced";
        return false;
    }

    /// <summary>"an off-duty Memphis police officer", "a former Dallas deputy": where he works or worked, wherever he is.</summary>
    private static bool IsOfOffDuty(Document document, PlaceMention place)
    {
        var phrase = document.Phrases[document.Phrases.At(place.First)];
        if (phrase.Kind != ChunkKind.Noun || phrase.Head < place.End || document.Find(phrase.Head, Kinds.Person) is not { Value: "police" } || document.TagOf(phrase.End) == Tag.Be) return false;
        return document.Word(place.First - 1) is "former" or "retired" || document.Word(place.First - 1) == "duty" && document.Word(place.First - 3) == "off";
    }

    /// <summary>"on the road between X and Y": there, and not on the way from one to the other.</summary>
    private static bool IsWay(string word) => word is "road" or "highway" or "route" or "street" or "railway" or "border" or "area" or "located" or "lies" or "line";

    /// <summary>"in support of our people in X", "in retaliation for the raid on Y": why it was done, not where.</summary>
    private static bool IsReason(Document document, Clause clause, PlaceMention place)
    {
        for (var i = place.First - 1; i >= Math.Max(clause.First, place.First - ReasonReach); i--)
        {
            if (document.Word(i) is "," or ";" or "." || clause.IsAfter && i <= clause.First + 1 || document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb) return false;
            if (document.Word(i) is "support" or "solidarity" or "retaliation" or "response" or "revenge" or "reprisal" or "retribution" && document.Word(i - 1) is "in" or "as") return true;
        }
        return false;
    }

    /// <summary>The verb of firing that has a place as its aim after it in the clause ("fired rockets at X"), or -1.</summary>
    private static int ShotAt(Document document, Clause clause)
    {
        var verb = -1;
        for (var i = clause.First; i < clause.End; i++)
        {
            if (document.Find(i, Kinds.Action)?.Value == "fire" && document.Phrases[document.Phrases.At(i)] is { Kind: ChunkKind.Verb, IsPassive: false } chunk && (chunk.Form & (VerbForm.Ing | VerbForm.Reduced)) == 0) verb = i;
            if (verb < 0 || !Aims.Contains(document.Word(i))) continue;
            foreach (var place in document.PlacesIn(i + 1, Math.Min(clause.End, i + 4)))
                if (place.IsLocative && document.TagOf(place.First - 1) is not (Tag.Noun or Tag.Number)) return verb;
        }
        return -1;
    }

    /// <summary>The clause puts something at a place that is not in America, or at sea. A town of the dateline's name is that town.</summary>
    private static bool IsAbroad(Document document, Clause clause)
    {
        var written = default(PlaceMention);
        foreach (var place in document.PlacesIn(clause.First, clause.End))
            if (place.IsDateline) written = place;
            else if (place.IsLocative && place.Name != written?.Name && place is not { Country: "US" } and ({ Country: not null } or { Precision: PlacePrecision.Unknown })) return true;
        return false;
    }

    /// <summary>What may be in any country or none, whosever it is.</summary>
    private static bool IsElsewhere(string thing) => thing is "vessel" or "vessels" or "ship" or "ships" or "tanker" or "tankers" or "warship" or "warships" or "freighter" or "embassy" or "consulate";

    private static PlaceMention? OfDemonym(Document document, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            var demonym = document.Find(i, Kinds.Demonym) ?? document.Find(i, Kinds.Actor);
            if (demonym?.Attribute("country") is not { } country || (demonym.Kind == Kinds.Actor && demonym.Attribute("kind") != "state")) continue;
            for (var k = document.MatchOf(i)!.End; k < Math.Min(clause.End, i + 4); k++)
            {
                if (document.Find(k, Kinds.Object) is null) continue;
                // "Indian Rock Park": a name of its own.
                if (!document.IsUpper && k > document.MatchOf(i)!.End && document.Word(k) is "park" or "lake" or "creek" or "trail" && document.IsCapital(k) && document.IsCapital(k - 1) && document.MatchOf(k - 1) is null) break;
                // "The Turkish ministry denied it": who speaks.
                if (document.HasAny(document.Phrases[document.Phrases.At(k)].End, Speaks)) break;
                // "an Emirati vessel", "the Iranian consulate": they are elsewhere.
                if (IsElsewhere(document.Word(k))) break;
                // "a US base" may stand anywhere in the world; "an Iraqi base" stands in Iraq.
                if (country == "US") break;
                return new PlaceMention(i, document.MatchOf(i)!.End, demonym.Value, country, PlacePrecision.Country) { IsLocative = true };
            }
        }
        return null;
    }
}
