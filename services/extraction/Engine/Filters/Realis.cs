namespace Platform.Extraction.Engine;

/// <summary>Whether words tell of something that happened: not planned, feared, negated, rehearsed or tried in court.</summary>
internal static class Realis
{
    private const int ModalReach = 6;
    private const int ListReach = 16;
    private const int NegationReach = 3;
    private const int DenialReach = 30;
    private const int ReasonReach = 10;
    private const int SinceReach = 12;

    /// <summary>Tokens from "who" to the modal of its clause.</summary>
    private const int AsideReach = 4;

    /// <summary>Tokens from the relative pronoun to the negation.</summary>
    private const int InsertionReach = 8;

    /// <summary>How many phrases after a noun its verb may stand.</summary>
    private const int VerbReach = 10;

    private static readonly Cue AfterCrime = ["arrested", "arrest", "charged", "charges", "custody", "bail", "bond", "booked"];
    private static readonly Cue Since = ["since"];
    private static readonly Cue Caught = ["captured", "jailed"];
    private static readonly ulong Telling = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm);

    /// <summary>Words on the way back from a verb that begin what it belongs to, and "where", which may begin another's place.</summary>
    private static readonly Cue Turns = ["killing", "that", "after", "when", ";", "\"", "where"];

    private static readonly WordSet ToNouns =
        ["due", "according", "subjected", "led", "close", "leading", "response", "linked", "attributed", "reaction", "related", "loyal", "addition", "prior", "responded", "reference", "connection"];

    /// <summary>True when nothing before the token in its clause takes its reality away.</summary>
    public static bool IsReal(Document document, Clause clause, int token)
    {
        var before = document.Word(token - 1) == "\"" ? token - 2 : token - 1;
        // "claimed to have fired", "is said to have bombed": done, unlike "to fire".
        if (document.Word(before) == "to" && document.Word(token) != "have" && !ToNouns.Contains(document.Word(before - 1))) return false;
        // "would have included the kidnapping of a mayor and the murder of two colonels": the second as the first.
        // "could respond by firing … or by attacking", "will give an answer to any attack": the modal reaches as far.
        var isListed = document.Word(token - 1) is "the" or "by" && document.Word(token - 2) is "and" or "or" || document.Word(document.Phrases[document.Phrases.At(token)].First) == "any";
        var reach = isListed ? ListReach : ModalReach;
        if (IsInverted(document, clause, token) || IsConditional(document, clause, token)) return false;
        for (var i = token - 1; i >= Math.Max(clause.First, token - reach); i--)
        {
            // Most words neither end the clause nor take its reality away.
            if (!document.Is(i, Turns) && !document.Has(i, Kinds.Context)) continue;
            if (document.Word(i) == "that" && document.Word(i - 1) is "denied" or "denies" or "denying") return false;
            if (document.Word(i) == "that" && IsUnconfirmed(document, clause, i)) return false;
            // "a block from where a man was killed": another crime's place.
            if (document.Word(i) == "where" && document.Word(i - 1) is "from" or "near" or "spot" or "of" && (document.Word(i + 1) is "a" or "an" or "another" || document.Quantities.StartingAt(i + 1) is not null)) return false;
            if (document.Is(i, Turns) && document.Word(i) != "where") break;
            foreach (var entry in document.MatchOf(i)?.Entries ?? [])
            {
                if (entry.Kind != Kinds.Context || (document.IsCapital(i) && document.Find(i, Kinds.Month) is not null)) continue;
                if (document.Word(i) is "foiled" or "thwarted" or "thwarting" && IsLaunched(document, i, token)) continue;
                if (entry.Value == "irrealis" && (IsOccasion(document, clause, i, token) || IsAside(document, clause, i, token))) continue;
                if (entry.Value == "irrealis" || (entry.Value == "negated" && token - i <= NegationReach && !IsInserted(document, clause, i, token))) return false;
            }
        }
        return document.Word(token - 1) is not "no" && !IsDenied(document, clause, token) && !IsSince(document, clause, token);
    }

    /// <summary>
    /// "the deadliest attack since the raid on X on 3 May": up to the next comma the words are about what everybody knows. Only where something
    /// else is told; "since a bombing" is news of its own.
    /// </summary>
    public static bool IsSince(Document document, Clause clause, int token)
    {
        if (!document.HasIn(clause.First, clause.End, Since)) return false;
        for (var since = token - 1; since >= Math.Max(clause.First, token - SinceReach); since--)
        {
            var word = document.Word(since);
            if (word is "," or ";" or "." or ":") return false;
            if (!document.Is(since, Since)) continue;
            var end = token;
            while (end < clause.End && document.Word(end) is not ("," or ";" or "." or ":")) end++;
            return document.Word(since + 1) is not ("a" or "an" or "then") && TellsIn(document, since + 1, end) && (TellsIn(document, clause.First, since) || TellsIn(document, end, clause.End));
        }
        return false;
    }

    /// <summary>"Had the drone hit the depot, hundreds would have died": it did not. "Had they been awake when the drone hit": it did.</summary>
    private static bool IsInverted(Document document, Clause clause, int token)
    {
        if (document.Word(clause.First) != "had" || document.IsUpper || !document.IsCapital(clause.First) || document.Word(clause.First + 1) == "enough") return false;
        for (var i = clause.First + 1; i < token; i++)
            if (document.Word(i) is "," or "when" or "after" or "that" or "before" or "while" or "until") return false;
        return true;
    }

    /// <summary>"If one of us is offended and attacked, then all are attacked": up to its comma, and after a "then"; not "if the man who shot her is found", "if the killing was his".</summary>
    private static bool IsConditional(Document document, Clause clause, int token)
    {
        if (document.Word(clause.First) != "if" || document.Phrases.KindOf(document.Phrases.At(token)) != ChunkKind.Verb) return false;
        for (var i = clause.First + 1; i < token; i++)
            if (document.Word(i) == "," && document.Word(i + 1) != "then" || document.Word(i) == "-" || document.TagOf(i) is Tag.Relative or Tag.Subordinator) return false;
        return true;
    }

    private static bool TellsIn(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.HasAny(i, Telling)) return true;
        return false;
    }

    /// <summary>"attacked troops during an exercise, killing six", "opened fire at the premiere of a film and killed three": where it happened.</summary>
    private static bool IsOccasion(Document document, Clause clause, int noun, int token)
    {
        if (document.Word(noun) is not ("exercise" or "exercises" or "drill" or "drills" or "film" or "movie" or "maneuvers" or "manoeuvres" or "play" or "documentary")) return false;
        var joined = false;
        for (var i = noun + 1; i < token; i++) joined |= document.Word(i) is "," or "and";
        if (!joined || document.TagOf(document.Phrases[document.Phrases.At(noun)].First - 1) != Tag.Preposition) return false;
        for (var i = clause.First; i < noun; i++)
            if (document.Has(i, Kinds.Event)) return true;
        return false;
    }

    /// <summary>"The victim, whose name was not released, was shot": what is negated stands between commas and is told of someone.</summary>
    private static bool IsInserted(Document document, Clause clause, int negation, int token)
    {
        // "Three people, not two, were shot"
        if (document.Word(negation - 1) == "," && document.Quantities.StartingAt(negation + 1) is { } less && less.End < token && document.Word(less.End) == ",") return true;
        var comma = negation + 1;
        while (comma < token && document.Word(comma) != ",") comma++;
        // The verb goes on behind the comma: of "who was not shot, stabbed or hit" all are negated.
        if (comma == token || document.TagOf(comma + 1) is not (Tag.Be or Tag.Have)) return false;
        for (var i = negation - 1; i > Math.Max(clause.First, negation - InsertionReach); i--)
        {
            if (document.Word(i) is "," or ";") return false;
            if (document.Word(i) is "who" or "whose" or "whom" or "which") return document.Word(i - 1) == ",";
        }
        return false;
    }

    /// <summary>"a would-be robber was shot", "a man who would have turned 20 was shot": what might have been is told of someone, the deed of its own verb.</summary>
    private static bool IsAside(Document document, Clause clause, int modal, int token)
    {
        if (document.Word(modal) == "would" && document.Word(modal + 1) == "-" && document.Word(modal + 2) == "be") return true;
        var (phrases, verb) = (document.Phrases, document.Phrases.At(token));
        if (phrases.KindOf(verb) != ChunkKind.Verb || phrases.At(modal) == verb || document.TagOf(phrases[verb].First) is not (Tag.Be or Tag.Have)) return false;
        for (var i = modal; i < phrases[verb].First; i++)
            if (document.TagOf(i) is Tag.Conjunction or Tag.Subordinator || document.Word(i) is "," or ";" or "that" or "who") return false;
        for (var i = modal - 1; i >= Math.Max(clause.First, modal - AsideReach); i--)
        {
            if (document.Word(i) is "," or ";") return false;
            if (document.Word(i) == "who") return i > clause.First && phrases.KindOf(phrases.At(i - 1)) == ChunkKind.Noun;
        }
        return false;
    }

    /// <summary>
    /// "denied on Monday that it had fired a missile", "denied reports that planes bombed a wedding": nobody says that it happened. "Denied
    /// that it was behind the attack" leaves the attack.
    /// </summary>
    private static bool IsDenied(Document document, Clause clause, int token)
    {
        if (!document.HasIn(clause.First, clause.End, Denial.Verbs)) return false;
        var told = document.Word(token - 1) is "the" or "this" or "that" or "'s";
        var that = -1;
        for (var i = token - 1; i >= Math.Max(clause.First, token - DenialReach); i--)
        {
            var word = document.Word(i);
            if (word is "but" or ";" or "after" or "when" or "following" or "while" or "although" or "behind" or "responsible" or "responsibility" or "involvement") return false;
            // "denied that there was a base and said one person was hurt"
            if (document.Has(i, Kinds.Say) && document.Word(i - 1) is "and" or "but") return false;
            if (word is "that" or "of" or "it" or "its" or "they" or "their") that = i;
            if (!document.Is(i, Denial.Verbs)) continue;
            // Old wire copy in capitals argues with what papers write of attacks that were.
            if (!document.IsUpper && Denial.Covers(document, i, token)) return true;
            if (told || that < 0) continue;
            var gap = i + 1;
            var reports = false;
            for (; gap < that; gap++)
            {
                reports |= Denial.IsNews(document.Word(gap));
                if (!reports && document.TagOf(gap) is not (Tag.Time or Tag.Adverb or Tag.Preposition)) break;
            }
            return gap == that && (reports || word.StartsWith("den", StringComparison.Ordinal) && document.Word(that) != "of");
        }
        return false;
    }

    /// <summary>"A missile attack on the city could kill hundreds": one that nobody has seen. What has a day has happened.</summary>
    public static bool IsSupposed(Document document, Clause clause, LexiconMatch match)
    {
        if (match.Find(Kinds.Event)?.Attribute("pos") != "noun" && match.Find(Kinds.Weapon) is null) return false;
        var chunk = document.Phrases.At(match.End - 1);
        var phrase = document.Phrases[chunk];
        if (phrase.Kind != ChunkKind.Noun || document.Word(phrase.First) is not ("a" or "an" or "any" or "such" or "another") && document.TagOf(phrase.First) == Tag.Determiner) return false;
        // "warned on Monday that any strike would be answered": the day is of the warning.
        if (document.Word(phrase.First) != "any")
            foreach (var date in document.DatesIn(clause.First, clause.End))
                if (date.Role is DateRole.Event or DateRole.Relative) return false;
        for (var i = chunk + 1; i < chunk + VerbReach && document.Phrases.KindOf(i) != ChunkKind.Other; i++)
        {
            var verb = document.Phrases[i];
            if (verb.Kind != ChunkKind.Verb || (verb.Form & (VerbForm.Ing | VerbForm.Reduced | VerbForm.Infinitive)) != 0) continue;
            return verb.First < clause.End && (verb.Form & VerbForm.Modal) != 0 && document.Word(verb.First + 1) != "have";
        }
        return false;
    }

    /// <summary>"it could not be confirmed that the truck was bombed": nobody says that it was.</summary>
    private static bool IsUnconfirmed(Document document, Clause clause, int that)
    {
        if (document.Word(that - 1) is not ("confirmed" or "verified" or "established" or "confirm" or "verify" or "clear")) return false;
        for (var i = that - 2; i >= Math.Max(clause.First, that - 6); i--)
            if (document.Word(i) is "not" or "cannot" or "nor" or "never" or "unable" or "couldnt" or "cant") return true;
        return false;
    }

    /// <summary>"thwarted three drone attacks": what was fired was stopped on its way. A plot was not fired, nor a plan.</summary>
    private static bool IsLaunched(Document document, int foiled, int token)
    {
        if (document.MatchOf(token)?.Find(Kinds.Event)?.Attribute("weapon") is not ("drone" or "rocket" or "missile")) return false;
        for (var i = foiled + 1; i < token; i++)
            if (document.Find(i, Kinds.Context)?.Value == "irrealis" || document.Word(i) is "plot" or "plan" or "plans") return false;
        var end = document.MatchOf(token)!.End;
        return document.Word(end) is not ("plot" or "plots" or "plan" or "plans");
    }

    /// <summary>"in response to the killing of a leader in X", "to avenge the death of Y", "on the anniversary of it": harm done by another attack.</summary>
    public static bool IsReason(Document document, Clause clause, int token)
    {
        if (!document.HasIn(clause.First, clause.End, ReasonOpeners)) return false;
        for (var i = token - 1; i >= Math.Max(clause.First, token - ReasonReach); i--)
        {
            // A clause of its own tells what is answered.
            if (clause.IsAfter && i <= clause.First + 1) return false;
            if (document.Word(i) is "," or ";" or "." or "after" || i < token - ModalReach && document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb) return false;
            if (document.Is(i, ReasonOpeners) && OpensReason(document, i)) return true;
        }
        return false;
    }

    /// <summary>The words <see cref="OpensReason"/> begins with.</summary>
    private static readonly Cue ReasonOpeners = ["retaliation", "revenge", "reprisal", "retribution", "response", "avenge", "avenging", "anniversary", "citing", "over"];

    private static bool OpensReason(Document document, int i) => document.Word(i) switch
    {
        "retaliation" or "revenge" or "reprisal" or "retribution" or "response" => document.Word(i + 1) is "for" or "to",
        "avenge" or "avenging" or "anniversary" => true,
        "citing" => document.Word(i - 1) == ",",
        "over" => document.Word(i + 1) == "the" && document.Word(i - 1) is "protests" or "protest" or "protesting" or "anger" or "outrage" or "unrest" or "demonstrations" or "riots",
        _ => false,
    };

    /// <summary>
    /// True when the clause is about a court, a commemoration, a strike of workers or the like, or tells an accident. That a gun
    /// went off by accident does not make it one, and that a court hears of a shooting does not undo it: someone was shot, or was stabbed.
    /// </summary>
    public static bool IsElsewhere(Document document, Clause clause)
    {
        if (!document.HasIn(clause.First, clause.End, Kinds.Context)) return false;
        var (accident, court, gun) = (false, false, false);
        var struck = -1;
        for (var i = clause.First; i < clause.End; i++)
        {
            var context = document.Find(i, Kinds.Context)?.Value;
            // "Explosions struck a crowd marking the anniversary": those who gather for it were attacked.
            if (context == "legal" && !(document.Word(i) is "anniversary" or "memorial" or "commemorate" or "commemorated" && i > struck + 2 && struck >= 0)) return true;
            if (struck < 0 && (document.Find(i, Kinds.Action)?.Value == "hit" || document.Find(i, Kinds.Event)?.Attribute("pos") == "verb")) struck = i;
            court |= context == "court" && !IsOffice(document, i) && !IsCited(document, i);
            accident |= context == "accident";
            gun |= document.Find(i, Kinds.Event) is { Value: "shooting" } || document.Find(i, Kinds.Event) is { Value: "stabbing" } stabbed && stabbed.Attribute("pos") == "verb" || document.Find(i, Kinds.Weapon) is { Value: "firearm" } || document.Word(i) is "gunshot" or "gunfire";
        }
        return ((accident || court) && !gun) || OtherWorld.Has(document, clause);
    }

    /// <summary>"…, prosecutors said", "according to prosecutors": who tells of an attack, and no court.</summary>
    private static bool IsCited(Document document, int i) => document.Word(i) == "prosecutors"
        && (document.Find(i + 1, Kinds.Say) is not null || document.Find(i - 1, Kinds.Say) is not null || document.Word(i - 1) is "regional" or "local" or "military" && document.Find(i - 2, Kinds.Say) is not null);

    /// <summary>"president of the Supreme Court", "a criminal court judge": who holds an office at a court may be attacked as anybody.</summary>
    private static bool IsOffice(Document document, int court)
    {
        if (document.Word(court) != "court") return false;
        if ((document.ClassOf(court + 1) & WordClass.Person) != 0) return true;
        for (var i = court - 1; i >= court - 4; i--)
            if (document.Word(i) == "of") return (document.ClassOf(i - 1) & WordClass.Person) != 0;
        return false;
    }

    /// <summary>True when the clause tells what a court or the police did after a crime: its days are not the crime's.</summary>
    public static bool IsAftermath(Document document, Clause clause)
    {
        if (!document.HasIn(clause.First, clause.End, AfterCrime) && !document.HasIn(clause.First, clause.End, Caught) && !document.HasIn(clause.First, clause.End, Kinds.Context)) return false;
        for (var i = clause.First; i < clause.End; i++)
            if (document.Is(i, AfterCrime) || document.Find(i, Kinds.Context)?.Value == "court" || IsCaught(document, i)) return true;
        return false;
    }

    /// <summary>"was captured Saturday", "is jailed": what became of a doer, where no army captures towns and no text is all in capitals.</summary>
    public static bool IsCaught(Document document, int i) => document.Is(i, Caught) && document.TagOf(i - 1) == Tag.Be && !document.IsUpper;
}
