using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Weapons of a clause that were used, with their number: beside a verb of attack, or after by, with, of, using.</summary>
internal static class WeaponReader
{
    private const int VerbReach = 6;
    private const int InstrumentReach = 24;

    private static readonly WordSet Sends = ["sent", "sends", "send", "sending"];

    private static readonly ulong EventOrWeapon = KindSet.Of(Kinds.Event, Kinds.Weapon);
    private static readonly ulong Harm = KindSet.Of(Kinds.Harm);

    /// <summary>Adds the weapons to the frame.</summary>
    public static void Read(Document document, Frame frame)
    {
        var clause = frame.Clause;
        var used = -1;
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            if ((match.KindSet & Harm) != 0 && PlainMine.Of(document, clause, match) is { } mine && !frame.Weapons.Exists(weapon => weapon.Type == WeaponType.Mine)) frame.Weapons.Add(PlainMine.Mention(document, mine));
            if ((match.KindSet & EventOrWeapon) == 0) continue;
            if (Realis.IsReason(document, clause, match.First)) continue;
            if (match.Find(Kinds.Weapon) is { } entry)
            {
                if (IsPayload(document, frame, match) || IsCompany(document, match) || StruckWeapons.Is(document, match)) continue;
                if (EnumNames<WeaponType>.Find(entry.Value) is { } type && (entry.Has("strong") && !IsHaul(document, clause, match) || IsUsed(document, clause, match) || JoinedWeapons.Are(document, used, match)) && (type != WeaponType.Aircraft || Attacks(document, clause, match)))
                {
                    used = match.End;
                    Add(document, frame, match, type, entry.Attribute("model"), EnumNames<EventType>.Find(entry.Attribute("event")) ?? EventType.OtherAttack);
                }
            }
            else if (match.Find(Kinds.Event) is { } told && EnumNames<WeaponType>.Find(told.Attribute("weapon")) is { } implied && !Implied(frame, implied) && told.Attribute("pos") != "verb")
            {
                Add(document, frame, match, implied, null, EnumNames<EventType>.Find(told.Value) ?? EventType.OtherAttack);
            }
        }
    }

    /// <summary>"drones packed with explosives": what a drone carries is a part of it.</summary>
    private static bool IsPayload(Document document, Frame frame, LexiconMatch match) =>
        (document.Word(match.First - 1) == "with" && document.Word(match.First - 2) is "packed" or "laden" or "loaded" or "rigged" or "filled" or "armed" or "fitted"
            || document.Word(match.First - 1) is "carrying" or "carried") && frame.Weapons.Exists(weapon => weapon.Type == WeaponType.Drone);

    /// <summary>"a Shell oil facility": within a sentence only the company has a capital.</summary>
    private static bool IsCompany(Document document, LexiconMatch match) => match.End == match.First + 1 && document.Word(match.First) is "shell" or "shells"
        && document.IsCapital(match.First) && !document.IsUpper && match.First > 0 && document.Word(match.First - 1) is not ("." or "\"" or "!" or "?" or ":");

    /// <summary>An air strike names no weapon (a plane's bomb or a drone's missile?), and what was fired may stand in the clause.</summary>
    private static bool Implied(Frame frame, WeaponType type) => type == WeaponType.Aircraft || (type == WeaponType.Firearm && frame.Weapons.Count > 0)
        || (type == WeaponType.SuicideVest && frame.Weapons.Exists(weapon => weapon.Type == WeaponType.CarBomb));

    private static void Add(Document document, Frame frame, LexiconMatch match, WeaponType type, string? model, EventType told)
    {
        var chunk = document.Phrases.At(match.First);
        var phrase = document.Phrases[chunk];
        var first = phrase.Kind == ChunkKind.Noun ? Math.Min(match.First, document.Phrases.Bare(chunk).First) : match.First;
        var quantity = CountBefore(document, match.First, phrase.Kind == ChunkKind.Noun ? Math.Max(phrase.First, frame.Clause.First) : frame.Clause.First);
        var single = quantity is null && document.Word(match.First - 1) is "a" or "an";
        // "several bombs": the word for many is no part of what the weapon is.
        if (quantity is { } before) first = before.IsVague ? Math.Max(first, before.End) : before.First;
        // "a second bomb", "one bomb": which of them it was is no part of it either.
        while (first < match.First && document.Word(first) is "one" or "another" or "other" or "first" or "second" or "third" or "same") first++;
        var quote = document.QuoteOf(Math.Min(first, match.First), match.End);
        var (min, max) = quantity is { } q ? (q.Min, q.Max) : single ? (1, 1) : ((int?)null, (int?)null);
        // "two suicide bombers" wear two vests; "two bombings" may be one bomb each or more.
        if (match.Find(Kinds.Event) is { } shown && shown.Attribute("pos") != "agent")
        {
            // Every bombing has a bomb; the word says nothing that the event does not say.
            if (WeaponIn(document, match) is null && type == WeaponType.Bomb) return;
            (min, max, quote) = (null, null, WeaponIn(document, match) ?? document.QuoteOf(match.First, match.End));
        }
        var known = frame.Weapons.FindIndex(weapon => weapon.Type == type);
        var mention = new WeaponMention(type, model, min, max, quote, told, IsImplied: match.Find(Kinds.Weapon) is null, IsBareShell: match.End == match.First + 1 && document.Word(match.First) is "shell" or "shells");
        if (known < 0) frame.Weapons.Add(mention);
        else if (frame.Weapons[known].Min is null && frame.Weapons[known].Max is null && (min is not null || max is not null)) frame.Weapons[known] = mention;
    }

    /// <summary>The words of an event that name its weapon: "dynamite" of "dynamite attack"; null where it only implies one, as "bombing" does.</summary>
    private static Quote? WeaponIn(Document document, LexiconMatch match)
    {
        for (var i = match.End - 1; i >= match.First; i--)
        {
            if ((document.ClassOf(i) & WordClass.Weapon) == 0 && document.Word(i) is not ("dynamite" or "tnt") && !document.Word(i).EndsWith("gun", StringComparison.Ordinal)) continue;
            // The whole compound before it: "car bomb".
            var first = i;
            while (first > match.First && document.TagOf(first - 1) is Tag.Noun or Tag.Name) first--;
            return document.QuoteOf(first, i + 1);
        }
        return null;
    }

    private static Quantity? CountBefore(Document document, int token, int from)
    {
        for (var i = token; i >= Math.Max(from, token - 3); i--)
        {
            if (document.Quantities.EndingAt(i) is { } quantity) return quantity;
            if (i > 0 && document.Tokens[i - 1].Kind == TokenKind.Mark && document.Word(i - 1) != "-") return null;
            // "nine injured by rocket fire": the count is of people.
            if (document.Find(i - 1, Kinds.Person) is not null || document.Find(i - 1, Kinds.Harm) is not null || document.Word(i - 1) is "by" or "with" or "in" or "others") return null;
        }
        return null;
    }

    /// <summary>"a chemical facility", "the chemical arsenal": where it is made or kept.</summary>
    public static bool IsWhereMade(Document document, LexiconMatch match) => match.Find(Kinds.Weapon) is { Value: "chemical" }
        && document.Word(match.End) is "facility" or "facilities" or "site" or "sites" or "plant" or "plants" or "arsenal" or "capabilities";

    /// <summary>"A suicide vest and four rifles were seized": what was found was not used.</summary>
    public static bool IsHaul(Document document, Clause clause, LexiconMatch match)
    {
        // "stopped a truck full of explosives"
        if (document.Phrases.At(match.First) is var phrase && document.Phrases.KindOf(phrase - 1) == ChunkKind.Verb && document.Word(document.Phrases[phrase - 1].Head) is var verb && (IsFound(verb) || verb is "stopped" or "intercepted")) return !GoesOff(document, match.End, clause.End);
        for (var i = match.End; i < Math.Min(clause.End, match.End + InstrumentReach); i++)
        {
            if (document.TagOf(i) is not (Tag.Be or Tag.Have) && document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb) return false;
            if (document.Word(i) is not ("was" or "were" or "been")) continue;
            var found = document.Word(i + 1) == "also" ? i + 2 : i + 1;
            return IsFound(document.Word(found)) && document.Word(found + 1) != "to" && !GoesOff(document, found + 1, clause.End);
        }
        return false;
    }

    /// <summary>"was found at a checkpoint and detonated, killing three".</summary>
    private static bool GoesOff(Document document, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (document.Has(i, Kinds.Harm) || document.Word(i) is "exploded" or "detonated" or "exploding" or "detonating") return true;
        return false;
    }

    private static bool IsFound(string word) => word is "seized" or "confiscated" or "recovered" or "found" or "discovered" or "impounded";

    private static bool IsUsed(Document document, Clause clause, LexiconMatch match)
    {
        if (document.Word(match.First - 1) == "to" || IsMadeOf(document.Word(match.End)) || IsWhereMade(document, match)) return false;
        for (var i = Math.Max(clause.First, match.First - 5); i < match.First; i++)
            if (document.Word(i) is "by" or "with" or "using" or "barrage" or "salvo" or "flurry" or "volley" && document.Word(i + 1) is not ("the" or "international")) return true;
        return NearestVerb(document, clause, match) is not null || IsSent(document, match);
    }

    /// <summary>"sent two drones against the base": to nobody, and not for something else.</summary>
    public static bool IsSent(Document document, LexiconMatch weapon)
    {
        var (phrases, phrase) = (document.Phrases, document.Phrases.At(weapon.First));
        if (weapon.Find(Kinds.Weapon)?.Value is not ("drone" or "missile" or "rocket") || phrases[phrase].End != weapon.End || phrases.KindOf(phrase - 1) != ChunkKind.Verb || !Sends.Contains(document.Word(phrases[phrase - 1].Head))) return false;
        return document.Word(weapon.End) is "against" or "at" or "toward" or "towards" or "into" or "over" || document.Word(weapon.End) == "to" && document.Word(weapon.End + 1) is "attack" or "strike" or "hit" or "bomb" or "target";
    }

    /// <summary>"found five rockets aimed at the airport": they were not fired.</summary>
    public static bool IsFoundAimed(Document document, LexiconMatch weapon, LexiconMatch verb)
    {
        var (phrases, phrase) = (document.Phrases, document.Phrases.At(weapon.First));
        return document.Word(verb.First) == "aimed" && verb.First == weapon.End && phrases.KindOf(phrase - 1) == ChunkKind.Verb && IsFound(document.Word(phrases[phrase - 1].Head));
    }

    /// <summary>"drone parts", "a missile depot": the noun after it is what the words are of.</summary>
    public static bool IsMadeOf(string next) => next is "parts" or "components" or "technology" or "program" or "programme" or "production" or "factory" or "factories" or "maker" or "makers" or "manufacturer" or "sales" or "deal" or "deals"
        or "exports" or "supplies" or "stockpile" or "stockpiles" or "depot" or "depots" or "warehouse" or "workshop" or "industry" or "contract" or "deliveries" or "shipment" or "shipments";

    /// <summary>A plane that exploded or was burned is what was attacked.</summary>
    private static bool Attacks(Document document, Clause clause, LexiconMatch aircraft) =>
        document.Word(aircraft.First - 1) is not ("civilian" or "passenger" or "cargo" or "commercial") && !IsStruckByNoun(document, aircraft)
        && NearestVerb(document, clause, aircraft) is var verb && verb?.Find(Kinds.Action) is not { Value: "explode" or "place" or "land" } && verb?.Find(Kinds.Damage) is null;

    /// <summary>"the bombing of the plane", "an attack on a helicopter".</summary>
    private static bool IsStruckByNoun(Document document, LexiconMatch aircraft)
    {
        var chunk = document.Phrases.At(aircraft.First);
        return chunk > 1 && document.Phrases.KindOf(chunk - 1) == ChunkKind.Preposition && document.Word(document.Phrases[chunk - 1].First) is "of" or "on" or "against" or "aboard"
            && document.Phrases.KindOf(chunk - 2) == ChunkKind.Noun && document.Has(document.Phrases[chunk - 2].Head, Kinds.Event);
    }

    /// <summary>Rockets fired from a helicopter are the weapon, the helicopter only carries them.</summary>
    public static void Settle(Frame frame)
    {
        if (frame.Weapons.Exists(weapon => weapon.Type is WeaponType.Rocket or WeaponType.Missile or WeaponType.Bomb && !weapon.IsImplied))
            frame.Weapons.RemoveAll(weapon => weapon.Type == WeaponType.Aircraft);
    }

    /// <summary>The verb of attack beside a weapon, or null.</summary>
    public static LexiconMatch? NearestVerb(Document document, Clause clause, LexiconMatch weapon)
    {
        var reach = IsInstrument(document, clause, weapon) ? InstrumentReach : VerbReach;
        // "a drone belonging to the army struck a mosque": whose it is stands between.
        var owned = document.Word(weapon.End) is "belonging" or "operated" ? VerbReach : 0;
        for (var distance = 1; distance <= Math.Max(reach, VerbReach + owned) + 2; distance++)
        {
            if (distance <= VerbReach + owned + 2 && Verb(document, clause, weapon, weapon.End - 1 + distance) is { } after) return after;
            if (distance <= reach && Verb(document, clause, weapon, weapon.First - distance) is { } before) return before;
        }
        return null;
    }

    /// <summary>"struck a depot with rockets": between the verb and its instrument stands what was struck.</summary>
    private static bool IsInstrument(Document document, Clause clause, LexiconMatch weapon)
    {
        var phrase = document.Phrases[document.Phrases.At(weapon.First)];
        // "with a Quds-2 missile": the words before the weapon are of its phrase, however many.
        var from = phrase.Kind == ChunkKind.Noun ? Math.Min(weapon.First - 4, phrase.First - 1) : weapon.First - 4;
        for (var i = Math.Max(clause.First, from); i < weapon.First; i++)
            if (document.Word(i) is "with" or "using") return true;
        return false;
    }

    /// <summary>"destroyed one drone": as much as shot it down.</summary>
    private static bool IsBroughtDown(Document document, LexiconMatch verb, LexiconMatch weapon) => document.Word(verb.First) is "destroyed" or "destroying"
        && weapon.First - verb.End is >= 0 and <= 3 && weapon.Find(Kinds.Weapon)?.Value is "drone" or "missile" or "rocket";

    /// <summary>"US forces shot down two drones": who stops what flies at them has not sent it.</summary>
    public static bool IsStopped(Document document, Clause clause, LexiconMatch weapon) => weapon.Find(Kinds.Weapon)?.Value is "drone" or "missile" or "rocket"
        && NearestVerb(document, clause, weapon) is { } verb && (verb.Find(Kinds.Action)?.Value == "down" || IsBroughtDown(document, verb, weapon));

    /// <summary>"was damaged by a drone".</summary>
    private static bool IsDamagedBy(Document document, LexiconMatch match, LexiconMatch weapon) =>
        match.Find(Kinds.Damage) is { Value: "damage" } && document.Word(match.End) == "by" && weapon.First > match.End && weapon.First - match.End < VerbReach && document.Phrases[document.Phrases.At(match.First)] is { Kind: ChunkKind.Verb, IsPassive: true };

    private static LexiconMatch? Verb(Document document, Clause clause, LexiconMatch weapon, int token)
    {
        if (token < clause.First || token >= clause.End || document.MatchOf(token) is not { } match) return null;
        // "a rocket-rigged truck": describes a thing, whatever became of it.
        if (match.First - 1 == weapon.End && document.Word(weapon.End) == "-") return null;
        if (match.Find(Kinds.Action)?.Value == "down" && !ShotDown.IsAttack(document, clause, weapon, match)) return null;
        var tells = match.Find(Kinds.Action) is not null || (match.Find(Kinds.Damage) is { Value: "damage" } && weapon.First < match.First && document.Phrases[document.Phrases.At(match.First)].Kind == ChunkKind.Verb) || IsDamagedBy(document, match, weapon) || match.Find(Kinds.Event) is { } told && told.Attribute("pos") == "verb"
            || match.Find(Kinds.Harm) is { } harm && harm.Attribute("form") is "pp" or "present" && (match.First == weapon.End || document.Word(match.End) is "by" or "when" && weapon.First - match.End < 4);
        tells |= IsBroughtDown(document, match, weapon) && ShotDown.IsAttack(document, clause, weapon, match);
        tells |= match.Find(Kinds.Harm) is { } done && done.Attribute("form") is "pp" && JoinedWeapons.IsSubject(document, weapon, match);
        // "said it fired 12 missiles": the claim has the verb in it.
        tells |= match.Find(Kinds.Claim) is { Value: "claimed" } && document.Word(match.End - 1) is "fired" or "launched" or "struck" or "hit" or "used" or "shelled" or "bombed" or "pounded";
        return tells && Realis.IsReal(document, clause, match.First) ? match : null;
    }
}
