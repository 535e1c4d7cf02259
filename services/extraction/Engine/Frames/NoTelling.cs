using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Words of attacks that tell none: fire only heard somewhere, names of crimes, searches by the police.</summary>
internal static class NoTelling
{
    /// <summary>Tokens from "video" to the words of an attack.</summary>
    private const int ShownReach = 6;

    private static readonly WordSet Ideas =
        ["budget", "bill", "plan", "plans", "policy", "policies", "law", "laws", "reform", "reforms", "proposal", "proposals", "decision", "record", "idea", "ideas", "values", "freedom", "freedoms", "democracy", "rights", "constitution", "liberty", "judiciary", "dignity", "sovereignty",
         "reputation", "character", "credibility", "poverty", "inflation", "corruption", "problem", "problems", "article", "speech", "criticism", "economy"];

    private static readonly Cue Foiled = ["foiled", "thwarted", "averted", "foiling", "thwarting"];
    private static readonly Cue Found = ["found", "discovered", "recovered", "unearthed"];
    private static readonly Cue Disarmed = ["defused", "dismantled", "disarmed", "deactivated", "defusing", "dismantling"];
    private static readonly Cue Died = ["died", "dies", "passed"];

    /// <summary>Words that call a report untrue, or its contents.</summary>
    private static readonly Cue Untrue = ["truth", "false", "fake", "fabricated", "incorrect", "inaccurate", "lies", "true", "unfounded", "baseless", "untrue", "groundless"];

    /// <summary>Obituaries give the age; of the younger ones so do other news.</summary>
    private const int OldAge = 60;

    private static readonly WordSet Tempers =
        ["crisis", "crises", "scandal", "anger", "rage", "fury", "outrage", "violence", "conflict", "tension", "tensions", "protest", "protests", "debate", "controversy", "population", "demand", "dispute", "row", "prices", "discontent", "laughter", "applause", "unrest", "war"];

    /// <summary>"Police raided a house": a search and no attack, unless someone came to harm.</summary>
    public static bool IsSearch(Document document, Frame frame, LexiconMatch? told)
    {
        if (told is null || frame.Harm.Count > 0 || frame.Weapons.Count > 0 || document.Word(told.End - 1) is not ("raided" or "raiding")) return false;
        var by = document.Word(told.End) == "by";
        for (var (i, end) = by ? (told.End + 1, told.End + 5) : (told.First - 3, told.First); i < end; i++)
            if (i >= 0 && document.Word(i) is "police" or "policemen" or "detectives" or "deputies" or "carabineros" or "prosecutors") return true;
        return false;
    }

    /// <summary>"foiled a plot and seized explosive belts", "found two bombs planted by the road": nothing went off. Who foils an attack of rockets or drones has been attacked.</summary>
    public static bool IsFoiled(Document document, Frame frame, LexiconMatch? told)
    {
        if (frame.Damage.Count > 0) return false;
        foreach (var count in frame.Harm.Values)
            if (count.Max != 0) return false;
        if (!document.HasIn(frame.Clause.First, frame.Clause.End, Foiled) && !document.HasIn(frame.Clause.First, frame.Clause.End, Found) && !document.HasIn(frame.Clause.First, frame.Clause.End, Disarmed)) return false;
        var flies = frame.Weapons.Exists(weapon => weapon.Type is WeaponType.Rocket or WeaponType.Missile or WeaponType.Drone);
        var (foiled, found, explodes, disarmed) = (false, false, false, false);
        for (var i = frame.Clause.First; i < frame.Clause.End; i++)
        {
            foiled |= document.Is(i, Foiled);
            found |= document.Is(i, Found);
            disarmed |= document.Is(i, Disarmed);
            // "ready for firing", "prepared to be launched": not yet.
            if (document.Word(i - 1) is "for" or "to" or "be" && (document.Word(i - 2) is "ready" or "prepared" or "set" or "poised" || document.Word(i - 3) is "ready" or "prepared" or "set" or "poised")) continue;
            explodes |= document.Find(i, Kinds.Action) is { Value: not "place" } || document.Find(i, Kinds.Event)?.Attribute("pos") == "verb";
        }
        return foiled && !flies || !explodes && told?.Find(Kinds.Weapon) is not null && (disarmed || found && !flies && !HeardAndFound(document, frame.Clause, told));
    }

    /// <summary>"heard gunshots and found three men down": what is heard is not what was found, but people.</summary>
    private static bool HeardAndFound(Document document, Clause clause, LexiconMatch told)
    {
        if (document.IsUpper || document.Word(told.End - 1) is not ("gunshots" or "shots" or "gunfire") || document.Word(told.First - 1) is not ("heard" or "hearing") && document.Word(told.First - 2) is not ("heard" or "hearing")) return false;
        for (var i = told.End; i < clause.End; i++)
            if (document.Word(i) is "found" or "discovered") return i + 1 < clause.End && new PersonPhrase(document, document.Phrases.At(i + 1)) is { IsPerson: true, IsBare: false };
        return false;
    }

    /// <summary>"fired two missiles in a three-day exercise", "into the sea": weapons fired with nobody harmed, where the clause names an exercise or only water as the aim.</summary>
    public static bool IsExercise(Document document, Frame frame, LexiconMatch? told)
    {
        if (told is null || told.Find(Kinds.Event) is not null || frame.Harm.Count > 0 || frame.Damage.Count > 0) return false;
        if (WeaponReader.NearestVerb(document, frame.Clause, told)?.Find(Kinds.Action)?.Value is not ("fire" or "use")) return false;
        for (var i = frame.Clause.First; i < frame.Clause.End; i++)
            if (document.Word(i) is "exercise" or "exercises" or "drill" or "drills" or "maneuvers" or "manoeuvres" or "parade" || IsWater(document, i) && !frame.Perpetrators.Exists(doer => doer.Kind == PerpetratorKind.ArmedGroup)) return true;
        return false;
    }

    /// <summary>"into the sea", "toward the East Sea", "into waters off its coast": states test weapons so; an armed group fires at ships.</summary>
    private static bool IsWater(Document document, int i)
    {
        if (document.Word(i) is not ("into" or "toward" or "towards")) return false;
        var k = i + 1;
        while (k < i + 4 && (document.Word(k) is "the" or "open" || document.IsCapital(k) && document.Word(k) is not "sea")) k++;
        return document.Word(k) is "sea" or "ocean" or "waters" && document.Word(k + 1) is not ("port" or "lane" or "lanes");
    }

    /// <summary>"a video showing the beheading of 21 men": what is seen in it was done another day.</summary>
    public static bool IsOnlyShown(Document document, Clause clause, LexiconMatch match)
    {
        // "A video of Tuesday's shooting": that is news with a day of its own.
        foreach (var date in document.DatesIn(clause.First, clause.End))
            if (date is { Role: DateRole.Event, Precision: DatePrecision.Day } && date.End > match.First - ShownReach) return false;
        for (var i = match.First - 1; i > match.First - ShownReach; i--)
            if (document.Word(i) is "video" or "videos" or "footage" or "images" or "pictures") return document.Word(i + 1) is "showing" or "of" or "purporting" or "that" or "which";
        return false;
    }

    /// <summary>"Heavy shooting was heard", "explosions could be heard": fighting somewhere, nobody knows whose.</summary>
    public static bool IsOnlyHeard(Document document, LexiconMatch match)
    {
        for (var i = match.End; i < match.End + 8; i++)
        {
            if (document.Word(i) == "heard") return document.Word(i - 1) is "be" or "was" or "were" or "been";
            if (document.TagOf(i) is not (Tag.Be or Tag.Modal or Tag.Have or Tag.Adverb or Tag.Time or Tag.Conjunction or Tag.Noun)) return false;
        }
        return false;
    }

    /// <summary>"This is an attack on the courts", "an attack on the budget", "kidnapping is a trade": a judgement or a kind of crime, and no event.</summary>
    public static bool IsJudged(Document document, Clause clause, LexiconMatch match)
    {
        if (document.Word(match.End) is "on" or "against" && document.Phrases[document.Phrases.At(match.End + 1)] is { Kind: ChunkKind.Noun } aim && match.End + 1 < document.Tokens.Count && Ideas.Contains(document.Word(aim.Head))) return true;
        if (document.Word(match.First - 1) is "a" or "an" && document.Word(match.First - 2) is "is" or "are" or "represents" or "constitutes" && document.Word(match.End) is "on" or "against" or "upon") return true;
        return match.First == clause.First && match.End == match.First + 1 && document.Word(match.First).EndsWith("ing", StringComparison.Ordinal) && document.Word(match.End) is "is" or "remains"
            && document.Word(match.End + 1) is "one" or "a" or "an" or "not" or "no" or "among" or "common" or "rife" or "rampant" or "still" or "now";
    }

    /// <summary>"The crisis that exploded in his country", "violence exploded": what explodes is no thing.</summary>
    public static bool IsFigure(Document document, LexiconMatch match)
    {
        // "came under fire for his remarks": critics fire.
        if (document.Word(match.End - 1) == "fire" && document.Word(match.First) is "came" or "come")
        {
            for (var k = match.End; k < match.End + 8 && document.TagOf(k) is Tag.Time or Tag.Preposition or Tag.Name or Tag.Adverb or Tag.Determiner or Tag.Noun; k++)
                if (document.Word(k) is "for" or "over") return true;
            return false;
        }
        if (match.Find(Kinds.Action)?.Value != "explode") return false;
        var i = match.First - 1;
        while (i > 0 && document.TagOf(i) is Tag.Have or Tag.Be or Tag.Adverb or Tag.Relative or Tag.Time) i--;
        return Tempers.Contains(document.Word(i));
    }

    /// <summary>"who survived the bombing as a child, has died in Prague aged 91", "died of cancer": what else the clause tells is of a life.</summary>
    public static bool IsObituary(Document document, Clause clause)
    {
        if (!document.HasIn(clause.First, clause.End, Died) || document.HasIn(clause.First, clause.End, Kinds.Weapon) || document.HasIn(clause.First, clause.End, Kinds.Actor)) return false;
        var died = false;
        for (var i = clause.First; i < clause.End; i++)
        {
            died |= document.Word(i) is "died" or "dies" || document.Word(i) == "passed" && document.Word(i + 1) == "away";
            if (!died) continue;
            if (document.Word(i) == "of" && document.Word(i + 1) is "cancer" or "natural" or "pneumonia" or "leukemia" or "leukaemia" or "old" || document.Word(i) is "illness" or "peacefully" || document.Word(i) == "heart" && document.Word(i + 1) is "attack" or "failure") return true;
            if (document.Word(i) == "aged" && IsOld(document, i + 1) || document.Word(i) == "age" && document.Word(i + 1) == "of" && IsOld(document, i + 2) || document.Word(i) == "at" && IsOld(document, i + 1) && document.Word(i + 2) is "." or ",") return true;
        }
        return false;
    }

    private static bool IsOld(Document document, int token) =>
        token < document.Tokens.Count && document.Tokens[token].Kind == TokenKind.Number && int.TryParse(document.Word(token), out var age) && age is >= OldAge and < 120;

    /// <summary>"The report that his daughter was hurt by gunfire is unfounded", "reports of a strike were false", "no truth to reports of it".</summary>
    public static bool IsDenied(Document document, Clause clause)
    {
        if (!document.HasIn(clause.First, clause.End, Untrue)) return false;
        var (report, untrue) = (false, false);
        for (var i = clause.First; i < clause.End; i++)
        {
            untrue |= document.Word(i) == "truth" && document.Word(i - 1) is "no" or "any";
            if (untrue && document.Word(i) is "reports" or "report" or "rumors" or "rumours" or "claims" or "allegations" or "news") return true;
            if (report && document.Word(i) is "false" or "fake" or "fabricated" or "incorrect" or "inaccurate" or "lies" or "true" && IsPredicate(document, i)) return true;
            report |= document.Word(i) is "report" or "reports" or "rumor" or "rumors" or "rumour" or "rumours" or "version" or "versions" or "claim" or "claims" or "story" or "allegation" or "allegations" or "information" || document.Word(i) == "news" && document.Word(i - 1) == "the" && document.Word(i + 1) is "of" or "that" or "about";
            if (report && document.Word(i) is "unfounded" or "baseless" or "untrue" or "groundless" && document.Word(i - 1) is not "not") return true;
        }
        return false;
    }

    /// <summary>"were false", "as entirely fabricated", "not true"; not "false reports".</summary>
    private static bool IsPredicate(Document document, int i)
    {
        var before = document.TagOf(i - 1) == Tag.Adverb ? i - 2 : i - 1;
        return document.Word(i) == "true" ? document.Word(i - 1) is "not" or "untrue" : document.TagOf(before) == Tag.Be || document.Word(before) is "as" or "proved" or "be";
    }

    /// <summary>"on charges of murder, kidnapping, and arson": names of crimes without article and object tell no event.</summary>
    public static bool IsCrimeAsSuch(Document document, LexiconMatch match)
    {
        // "terrorism and kidnapping have caused much pain"
        if (match.End == match.First + 1 && document.Word(match.First - 1) is "and" && document.Word(match.First - 2) is "terrorism" or "violence" or "crime" or "kidnapping" or "extortion" or "murder" && document.Word(match.End) is "have" or "has" or "are" or "is") return true;
        var listed = document.Word(match.First - 1) is "," or "and" or "or" or "of" or "with" or "for" && document.Word(match.End) is "," or "and" or "or" or "." or ";";
        if (!listed) return false;
        for (var i = match.First - 1; i >= Math.Max(0, match.First - 8); i--)
            if (document.Word(i) is "charges" or "charge" or "crimes" or "crime" or "charged" or "accused" or "guilty" or "convicted" or "acts" or "offenses" or "use") return true;
        return false;
    }
}
