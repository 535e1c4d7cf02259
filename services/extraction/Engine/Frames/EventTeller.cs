using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Finds the words of a clause that tell an attack, and which kind of attack they tell.</summary>
internal static class EventTeller
{
    private static readonly ulong Tellers = KindSet.Of(Kinds.Event, Kinds.Harm, Kinds.Claim, Kinds.Action, Kinds.Weapon);
    private static readonly ulong HitOrEvent = KindSet.Of(Kinds.Action, Kinds.Event);

    /// <summary>The strongest telling of the clause; sets type, rank and quote.</summary>
    public static LexiconMatch? Tell(Document document, Frame frame)
    {
        var clause = frame.Clause;
        LexiconMatch? best = null;
        var killed = false;
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            // A place or a day tells nothing, however real: the first look spares the others for most matches.
            if ((match.KindSet & Tellers) == 0) continue;
            if (!Realis.IsReal(document, clause, match.First) || Realis.IsSupposed(document, clause, match) || IsReasonOnly(document, clause, match) || match.Find(Kinds.Weapon) is not null && Planned.Is(document, clause, match)) continue;
            var (type, rank) = Telling(document, frame, match);
            // "attacked a post, killing ten soldiers and abducting two": what they did besides.
            if (rank > 0 && killed && best is not null && type is EventType.Kidnapping or EventType.Arson) continue;
            killed |= match.Find(Kinds.Harm) is { Value: "killed" };
            if (rank <= frame.TypeRank) continue;
            (best, frame.TypeRank, frame.Type, frame.EventQuote) = (match, rank, type, document.QuoteOf(match.First, match.End));
        }
        // "attacked by eight rockets": the weapon tells the kind.
        if (frame.TypeRank is > 0 and <= 2 && frame.Weapons.Count > 0 && frame.Type is EventType.OtherAttack or EventType.Bombing && frame.Weapons[0].Event != EventType.OtherAttack)
            (frame.Type, frame.TypeRank) = (frame.Weapons[0].Event, 5);
        // "warplanes bombed the consulate"
        if (frame.Type == EventType.Bombing && best is not null && !IsPassive(document, best) && frame.Weapons.Exists(weapon => weapon.Type == WeaponType.Aircraft && weapon.Quote.Start < frame.EventQuote.Start)) frame.Type = EventType.Airstrike;
        if (frame.Type == EventType.Bombing && best is not null && AirRaids.IsBombedFromAir(document, clause, best)) frame.Type = EventType.Airstrike;
        return best;
    }

    /// <summary>"struck two sites in retaliation for a drone attack": another event's words, where a verb before them tells this one.</summary>
    private static bool IsReasonOnly(Document document, Clause clause, LexiconMatch match)
    {
        if (!Realis.IsReason(document, clause, match.First)) return false;
        for (var i = clause.First; i < match.First; i++)
            if (document.HasAny(i, HitOrEvent) && document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb) return true;
        return false;
    }

    private static (EventType Type, int Rank) Telling(Document document, Frame frame, LexiconMatch match)
    {
        if (match.Find(Kinds.Event) is { } entry)
        {
            var type = EnumNames<EventType>.Find(entry.Value) ?? EventType.OtherAttack;
            // "attack sites", "bombing plot": the noun after it is what the words are about; "bombed sites" tells it.
            if (document.Phrases[document.Phrases.At(match.End - 1)] is not { Kind: ChunkKind.Verb, Form: VerbForm.Active } && document.Word(match.End) is "site" or "sites" or "plot" or "plots" or "allegation" or "allegations" or "inquiry" or "warning" or "warnings" or "threat" or "threats" or "alert" or "alerts" or "drill" or "drills"
                or "sirens" or "capability" or "capabilities" or "prevention" or "risk" or "fears" or "insurance" or "exercise" or "exercises" or "simulation" or "training") return default;
            // "struck 36 targets"
            if (document.Word(match.First) == "targets" && document.Phrases[document.Phrases.At(match.First)].Kind != ChunkKind.Verb) return default;
            if (entry.Attribute("object") is { } wanted && !ObjectReader.Has(document, frame.Clause, match, wanted)) return default;
            if (entry.Attribute("pos") == "noun" && (NoTelling.IsOnlyHeard(document, match) || !document.IsUpper && match.First > frame.Clause.First + 2 && NoTelling.IsOnlyShown(document, frame.Clause, match) || NoTelling.IsCrimeAsSuch(document, match) || NoTelling.IsJudged(document, frame.Clause, match))) return default;
            if (NoTelling.IsFigure(document, match) || NoFight.IsLabour(document, match) || NoFight.IsLikened(document, match)) return default;
            // "Drones set a depot ablaze": what flew there did it. Who shot people and set their house on fire is told by the first.
            if (entry.Attribute("object") == "set")
                return frame.Weapons.Find(weapon => weapon.Type is WeaponType.Rocket or WeaponType.Missile or WeaponType.Drone) is { } flown ? (flown.Event, 6) : ObjectReader.IsByPeople(document, document.Roles) ? (type, 2) : default;
            if (entry.Has("weak")) return (type, type == EventType.OtherAttack ? 0 : 2);
            return type switch
            {
                EventType.OtherAttack => (type, 2),
                EventType.SuicideBombing => (type, 8),
                EventType.CarBombing => (type, 7),
                EventType.Bombing => (IsAirPower(document, match) ? EventType.Airstrike : type, 4),
                EventType.ArmedClash => (type, 3),
                EventType.Shooting or EventType.Assassination => (type, 4),
                _ => (type, 5),
            };
        }
        // "The Guards said they had attacked the headquarters": the claim is the telling.
        if (match.Find(Kinds.Claim)?.Value == "claimed" && match.End - match.First > 2)
        {
            return document.Word(match.End - 1) switch
            {
                "attacked" or "targeted" or "struck" or "hit" or "pounded" => (EventType.OtherAttack, 2),
                "shelled" => (EventType.Shelling, 5),
                "bombed" => (EventType.Bombing, 4),
                _ => default,
            };
        }
        if (match.Find(Kinds.Harm) is not null && PlainMine.Of(document, frame.Clause, match) is not null) return (EventType.Landmine, 5);
        if (IsStruckByArmed(document, frame.Clause, match) || IsBaseHit(document, frame.Clause, match) || OwnHit.Is(document, frame.Clause, match)) return (EventType.OtherAttack, 1);
        if (match.Find(Kinds.Weapon) is not { } weapon || EnumNames<EventType>.Find(weapon.Attribute("event")) is not { } made) return default;
        if (WeaponReader.IsMadeOf(document.Word(match.End)) || WeaponReader.IsWhereMade(document, match) || StruckWeapons.Is(document, match)) return default;
        // "a man armed with a knife was shot": the verb tells what was done.
        if (made == EventType.Stabbing && IsCarried(document, match.First)) return default;
        if (weapon.Has("strong") && !WeaponReader.IsHaul(document, frame.Clause, match)) return (made, made == EventType.CarBombing ? 7 : 5);
        var verb = WeaponReader.NearestVerb(document, frame.Clause, match);
        if (verb is null) return WeaponReader.IsSent(document, match) ? (made, 6) : default;
        if (WeaponReader.IsFoundAimed(document, match, verb)) return default;
        // A plane may be dynamited, hit or used for something else: it attacks only as what fires.
        if (made is EventType.Airstrike && (verb.Find(Kinds.Action) is not { Value: "hit" or "fire" or "use" } || document.Word(verb.First) is "used" or "crashed" or "slammed" or "smashed" || IsPassive(document, verb))) return default;
        // "The projectile struck a tank": of what kind it was the word does not say.
        return (made, made switch { EventType.RocketAttack or EventType.MissileAttack or EventType.DroneAttack => 6, EventType.OtherAttack => 2, _ => 4 });
    }

    private static bool IsCarried(Document document, int weapon)
    {
        for (var i = weapon - 1; i >= Math.Max(1, weapon - 4); i--)
            if (document.Word(i) == "with" && document.Word(i - 1) == "armed" || document.Word(i) is "wielding" or "brandishing" or "holding" or "carrying") return true;
        return false;
    }

    private static bool IsPassive(Document document, LexiconMatch verb) => document.Phrases[document.Phrases.At(verb.First)] is { Kind: ChunkKind.Verb, IsPassive: true };

    /// <summary>"Gunmen struck the village", "assailants hit a bus": armed people who hit something attack it.</summary>
    private static bool IsStruckByArmed(Document document, Clause clause, LexiconMatch match)
    {
        if (match.Find(Kinds.Action)?.Value != "hit" || document.Word(match.First) is not ("struck" or "hit") || match.First - 1 < clause.First) return false;
        var verb = document.Phrases[document.Phrases.At(match.First)];
        if (verb.Kind != ChunkKind.Verb || verb.IsPassive || document.Phrases[document.Phrases.At(verb.First - 1)] is not { Kind: ChunkKind.Noun } subject) return false;
        return document.Find(subject.Head, Kinds.Actor) is { } doer && doer.Attribute("kind") != "state" && document.TagOf(match.End) is Tag.Determiner or Tag.Name or Tag.Number or Tag.Noun or Tag.Adjective;
    }

    /// <summary>"The camp was hit again on Saturday": a base or an embassy that is hit, by nothing that is named, is attacked.</summary>
    private static bool IsBaseHit(Document document, Clause clause, LexiconMatch match)
    {
        if (match.Find(Kinds.Action)?.Value != "hit" || document.Word(match.End - 1) is not ("struck" or "hit") || document.Word(match.End) == "by") return false;
        var verb = document.Phrases[document.Phrases.At(match.End - 1)];
        if (verb is not { Kind: ChunkKind.Verb, IsPassive: true } || verb.First <= clause.First) return false;
        var subject = document.Phrases[document.Phrases.At(verb.First - 1)];
        return subject.Kind == ChunkKind.Noun && (document.Find(subject.Head, Kinds.Object)?.Value is "military_base" or "diplomatic" || document.Has(subject.Head, Kinds.Site));
    }

    /// <summary>A state that bombs does so from the air.</summary>
    private static bool IsAirPower(Document document, LexiconMatch match)
    {
        var verb = match.Find(Kinds.Event)!.Attribute("pos") == "verb" || document.TagOf(match.First) == Tag.Ing;
        if (verb && document.Word(match.End) == "by")
        {
            for (var i = match.End + 1; i < match.End + 4; i++)
                if (document.Find(i, Kinds.Actor)?.Attribute("kind") == "state" || (document.Word(i) == "air" && document.Word(i + 1) == "force") || document.Find(i, Kinds.Weapon) is { Value: "aircraft" } || document.Word(i) is "jets" or "warplanes" or "planes" or "bombers") return true;
            // "a bus with army recruits was bombed by rebels": the army before the verb is no doer.
            return false;
        }
        for (var i = match.First - 1; i >= Math.Max(0, match.First - 8); i--)
        {
            if (document.Word(i) is "." or ";") return false;
            if (document.Find(i, Kinds.Actor)?.Attribute("kind") == "state" || (document.Word(match.First - 1) == "by" && document.Find(i, Kinds.Country) is not null)) return verb || document.Word(match.First - 1) == "by";
        }
        return false;
    }
}
