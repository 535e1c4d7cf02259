using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>A clause into a frame: says what kind of telling it is and has the slots filled.</summary>
internal static class FrameReader
{
    private static readonly ulong EventOrWeapon = KindSet.Of(Kinds.Event, Kinds.Weapon);

    /// <summary>Places that need no name when they were told before, and the words for them.</summary>
    private static readonly Cue Places =
    [
        "same", "base", "city", "town", "village", "site", "airport", "airbase", "facility", "area", "embassy", "target", "zone", "compound", "camp", "consulate", "headquarters", "outpost", "garrison", "field", "complex", "plant",
        "it", "there",
    ];

    private static readonly Cue BeforeNews = ["earlier", "nearby", "last"];
    private static readonly Cue Aggression = ["aggression"];
    private static readonly WordSet Definite = ["the", "this", "that", "these", "those", "such", "'s"];

    /// <summary>The frame of a clause.</summary>
    public static Frame Read(Document document, Clause clause, bool sentenceIsStatistic)
    {
        var frame = document.FrameOf(clause);
        if (Realis.IsElsewhere(document, clause))
        {
            frame.UndoesAttack = Mishaps.IsCause(document, clause);
            return Nothing(frame, "about a court, a commemoration, an accident or the like");
        }
        if (Mishaps.Is(document, clause)) return Nothing(frame, "an accident or an animal");
        if (document.World.IsFeigned(document, clause)) return Nothing(frame, "a story or an exercise");
        if (NoTelling.IsObituary(document, clause)) return Nothing(frame, "an obituary");
        if (NoTelling.IsDenied(document, clause)) return Nothing(frame, "a report that is called untrue");
        if (clause.Sentence > 0 && CriminalRecord.Is(document, clause.First, clause.End)) return Nothing(frame, "another crime on someone's record");
        WeaponReader.Read(document, frame);
        var told = EventTeller.Tell(document, frame) ?? EllipsisReader.Read(document, frame);
        if (AggregateReader.IsStatistic(document, clause, sentenceIsStatistic) || sentenceIsStatistic && told is null && StatisticTail.Is(document, clause) || ManyDeeds.Are(document, clause))
        {
            (frame.Kind, frame.Because) = (FrameKind.Statistic, "counts many over a time that is not one day");
            frame.Place = PlaceChooser.Choose(document, clause, told);
            return frame;
        }
        CasualtyReader.Read(document, frame);
        Hostages.Read(document, frame);
        frame.IsAftermath = Realis.IsAftermath(document, clause);
        frame.Date = CountedDay.Of(document, clause, told) ?? FrameDates.Of(document, clause, told) ?? FrameDates.Leading(document, clause);
        frame.IsDateOfTelling = frame.Date is { } day && (FrameDates.IsOfTelling(document, clause, day)
            || frame.IsAftermath && day.Role == DateRole.Event && DayOfCrime.IsOfAftermath(document, clause.First, clause.End, day));
        frame.Place = PlaceChooser.Choose(document, clause, told);
        AttributionReader.Read(document, frame, told ?? (frame.Harm.ContainsKey("killed") ? HarmVerb(document, frame) : null));
        TellByAirPower(document, frame, told);
        TellByHarm(document, frame);
        if (frame.TypeRank == 0) StrikeReader.Read(document, frame);
        RoleFiller.Read(document, frame);
        Releaser.Read(document, frame);
        TellByHarm(document, frame);
        OwnWordReader.Settle(document, frame);
        if (frame is { Type: EventType.OtherAttack, TypeRank: > 0, Weapons.Count: 0 } && AirRaids.Are(document, frame, told)) (frame.Type, frame.TypeRank) = (EventType.Airstrike, 4);
        if (frame is { Type: EventType.OtherAttack, TypeRank: > 0, Weapons.Count: 0 } && IsAggression(document, frame.Clause)) (frame.Type, frame.TypeRank) = (EventType.Airstrike, 4);
        TargetReader.Read(document, frame);
        AssassinatedName.Read(document, frame);
        SourceReader.Read(document, frame);
        frame.SamePlace = RefersToPlace(document, clause);
        frame.IsNext = IsNext(document, frame);
        var second = SecondBlow.Is(document, frame);
        frame.SamePlace |= second;
        frame.IsHeaded = second || RoundUp.Heads(document, frame);
        frame.IsAnswer = Retaliation.HitsBack(document, frame);
        frame.IsOther = second || IsOtherKidnapping(document, frame) || HasOther(document, frame) || frame.IsNext || frame.IsElliptic && frame.Place is not null || Retaliation.IsAnother(document, frame);
        frame.IsOneMore = IsOneMore(document, clause);
        AddVictims(document, frame);
        WeaponReader.Settle(frame);
        told = OldDeed.Drop(document, frame, told);
        NameRoll.Read(document, frame);
        if (document.World.IsSport && !Mishaps.IsHarmful(document, frame)) return Nothing(frame, "of a match");
        if (NoTelling.IsExercise(document, frame, told)) return Nothing(frame, "fired in an exercise or a test");
        if (NoTelling.IsFoiled(document, frame, told)) return Nothing(frame, "foiled, or found before it went off");
        if (Counterblow.Is(document, frame) || Counterblow.IsReturnedFire(document, frame)) return Nothing(frame, "what became of the attackers");
        if (NoTelling.IsSearch(document, frame, told)) return Nothing(frame, "a search by the police");
        Classify(document, frame, told);
        if (frame.IsAftermath && frame.Kind == FrameKind.Event) (frame.Kind, frame.Because) = (FrameKind.Reference, "what a court or the police did after it");
        return frame;
    }

    /// <summary>The frame of a clause that tells of no attack, and why.</summary>
    private static Frame Nothing(Frame frame, string because)
    {
        var undoes = frame.UndoesAttack;
        frame.Clear(frame.Clause);
        (frame.Because, frame.UndoesAttack) = (because, undoes);
        return frame;
    }

    /// <summary>"Israeli strikes", "coalition raids": a state's strike comes from the air unless the text says otherwise.</summary>
    private static void TellByAirPower(Document document, Frame frame, LexiconMatch? told)
    {
        if (frame.Type != EventType.OtherAttack || told is null || frame.Perpetrators.Count == 0 || frame.Weapons.Count > 0) return;
        var doer = frame.Perpetrators[0];
        var head = document.Word(told.End - 1);
        if (doer is { Kind: PerpetratorKind.State } && (head is "strike" or "strikes" || (head is "raid" or "raids" && doer.Name.EndsWith("coalition", StringComparison.Ordinal))))
            (frame.Type, frame.TypeRank) = (EventType.Airstrike, 4);
    }

    /// <summary>"The Saudi aggression launched three raids": in partisan news of Yemen, Syria and Lebanon raids of an aggression come from the air.</summary>
    private static bool IsAggression(Document document, Clause clause)
    {
        if (!document.HasIn(clause.First, clause.End, Aggression)) return false;
        var (aggression, raids) = (false, false);
        for (var i = clause.First; i < clause.End; i++)
        {
            aggression |= document.Word(i) == "aggression";
            raids |= document.Word(i) is "raid" or "raids" or "strike" or "strikes";
        }
        return aggression && raids;
    }

    private static bool IsByGunmen(Document document, Clause clause, LexiconMatch verb) =>
        !document.IsUpper && verb.First > clause.First && document.Word(document.Phrases[document.Phrases.At(verb.First - 1)].Head) is "gunman" or "gunmen" or "sniper" or "snipers";

    private static LexiconMatch? HarmVerb(Document document, Frame frame, string value = "killed")
    {
        foreach (var match in document.MatchesIn(frame.Clause.First, frame.Clause.End))
            if (match.Find(Kinds.Harm) is { } harm && harm.Value == value && Realis.IsReal(document, frame.Clause, match.First)) return match;
        return null;
    }

    /// <summary>
    /// Someone killed someone, or someone with a name was killed: an event even without a word for the attack;
    /// of a named leader, an assassination.
    /// </summary>
    private static void TellByHarm(Document document, Frame frame)
    {
        if (frame.TypeRank > 0) return;
        // "seized 287 pupils from a school"
        if (frame.Harm.GetValueOrDefault("kidnapped") is { Min: > 1 } taken && IsSeized(document, frame.Clause, taken.Quote.Start))
        {
            (frame.Type, frame.TypeRank, frame.EventQuote) = (EventType.Kidnapping, 4, taken.Quote);
            return;
        }
        // "was struck in the shoulder by a bullet"
        if (frame.Harm.ContainsKey("shot") && frame.Weapons.Find(weapon => weapon.Type == WeaponType.Firearm) is { } gun)
        {
            (frame.Type, frame.TypeRank, frame.EventQuote) = (EventType.Shooting, 4, gun.Quote);
            return;
        }
        var killed = frame.Harm.GetValueOrDefault("killed");
        // "Gunmen wounded four policemen"
        if (killed is null && frame.Harm.GetValueOrDefault("wounded") is { Min: > 0 } && HarmVerb(document, frame, "wounded") is { } wound && IsByGunmen(document, frame.Clause, wound))
        {
            (frame.Type, frame.TypeRank, frame.EventQuote) = (EventType.Shooting, 2, document.QuoteOf(wound.First, wound.End));
            return;
        }
        if (killed is { Max: 0 } || !(HasVictim(frame) || (killed is not null && frame.Perpetrators.Count > 0)) || HarmVerb(document, frame) is not { } verb) return;
        // "when the president died": people die of other things, too.
        if (verb.Find(Kinds.Harm)!.Attribute("form") == "died" && frame.Perpetrators.Count + frame.Weapons.Count == 0) return;
        // "A gunman killed 15 people at a shrine"
        if (IsByGunmen(document, frame.Clause, verb))
        {
            (frame.Type, frame.TypeRank, frame.EventQuote) = (EventType.Shooting, 2, document.QuoteOf(verb.First, verb.End));
            return;
        }
        var leader = false;
        for (var i = verb.End; i < Math.Min(frame.Clause.End, verb.End + 4); i++) leader |= document.Find(i, Kinds.Person)?.Value == "person";
        (frame.Type, frame.TypeRank, frame.EventQuote) = (leader ? EventType.Assassination : EventType.OtherAttack, leader ? 4 : 1, document.QuoteOf(verb.First, verb.End));
    }

    /// <summary>Whether the words begin with the verb: "seized 287 pupils", not "27 were detained and cars seized".</summary>
    private static bool IsSeized(Document document, Clause clause, int start)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (document.Tokens[i].Start == start) return document.Word(i) == "seized";
        return false;
    }

    private static bool HasVictim(Frame frame)
    {
        foreach (var target in frame.Targets)
            if (target.Kind == TargetKind.Person) return true;
        return false;
    }

    private static bool RefersToPlace(Document document, Clause clause)
    {
        // "…, where a week earlier it had killed seven"
        if (clause.IsAfter && document.Word(clause.First) == "where") return true;
        if (!document.HasIn(clause.First, clause.End, Places)) return false;
        for (var i = clause.First; i + 1 < clause.End; i++)
        {
            if (document.Word(i) is "the" or "this" && document.Is(i + 1, Places) && document.Word(i + 1) is not ("it" or "there")) return true;
            if (document.Word(i) is "inside" or "near" or "outside" && document.Word(i + 1) is "it") return true;
            // "a rocket attack on it"
            if (document.Word(i) is "on" or "against" && document.Word(i + 1) is "it" && document.Has(i - 1, Kinds.Event)) return true;
            // "killed 21 people there", not "there were".
            if (document.Word(i) == "there" && i > clause.First && document.TagOf(i + 1) is Tag.Mark or Tag.Time or Tag.Preposition) return true;
        }
        return false;
    }

    /// <summary>"Meanwhile, …", "Elsewhere …", "Also on Tuesday …" before a place of its own: the next of a round-up.</summary>
    private static bool IsNext(Document document, Frame frame)
    {
        var first = frame.Clause.First;
        return document.Word(first) is "meanwhile" or "elsewhere" or "separately" or "also" && document.IsCapital(first)
            && frame.TypeRank >= 2 && frame.Harm.Count > 0 && frame.Place is { Precision: PlacePrecision.Settlement or PlacePrecision.Site or PlacePrecision.Admin1 };
    }

    /// <summary>"Meanwhile, 18 farmers were abducted in X": nobody of those just attacked.</summary>
    private static bool IsOtherKidnapping(Document document, Frame frame) =>
        frame is { Type: EventType.Kidnapping, TypeRank: >= 4 } && document.Word(frame.Clause.First) is "meanwhile" or "elsewhere" && document.IsCapital(frame.Clause.First);

    /// <summary>"also died in the attack", "was also killed in the explosion".</summary>
    private static bool IsOneMore(Document document, Clause clause)
    {
        for (var i = clause.First + 1; i + 3 < clause.End; i++)
            if (document.Word(i) == "also" && document.Has(i + 1, Kinds.Harm) && document.Word(i + 2) is "in" or "during" && document.Word(i + 3) is "the" or "this") return document.Has(i + 4, Kinds.Event) && !DeathToll.IsRaised(document, i + 5, document.Sentences[clause.Sentence].End);
        return false;
    }

    private static bool HasOther(Document document, Frame frame)
    {
        var clause = frame.Clause;
        for (var i = clause.First; i < clause.End; i++)
        {
            if (!document.Is(i, BeforeNews) && !document.Has(i, Kinds.Context)) continue;
            // "Earlier this month, a bomb killed 14": before what is news.
            if (document.Word(i) == "earlier" && document.Word(i + 1) is "this" or "in" or "the" && document.Word(i + 2) is "month" or "year" or "week" && clause.Sentence > 0) return true;
            // "The airport was last attacked in May": an older attack, whatever was told before it.
            if (document.Word(i) == "last" && document.TagOf(i - 1) == Tag.Be && clause.Sentence > 0 && frame.Date is { Role: DateRole.Event } && (document.Has(i + 1, Kinds.Action) || document.Find(i + 1, Kinds.Event)?.Attribute("pos") == "verb")) return true;
            // "Ten people died in an assault on a nearby village three days earlier"
            if (document.Word(i) == "nearby" && document.Word(i - 1) == "a" && clause.Sentence > 0 && frame.Date is { Role: DateRole.Relative } && frame.Harm.Count > 0) return true;
            if (document.Find(i, Kinds.Context)?.Value != "other") continue;
            // "a previously unknown group": another attack is not meant.
            if (document.Word(i) == "previously" && document.Word(i + 1) is "unknown" or "unheard" or "obscure" or "little" or "undeclared" or "-") continue;
            // "was also shot", "one was killed and another wounded", "another soldier": another victim, not another event.
            if (document.Word(i) == "also" && document.Word(i - 1) is "was" or "were") continue;
            if (document.Word(i) is "another" && (IsVictim(document, i + 1) || !IsEventOrPlace(document, i + 1))) continue;
            // "has once again targeted": the one told, unless a day or a place of its own makes it another.
            if (document.Word(i) == "again" && document.Word(i - 1) == "once" && frame.Date is null && (frame.Place is null || frame.Place.Precision == PlacePrecision.Country || IsToldPlace(document, clause, frame.Place))) continue;
            // "A further 17 soldiers were wounded": in the one told.
            if (document.Word(i) == "a" && (IsVictim(document, i + 2) || !IsEventOrPlace(document, i + 2))) continue;
            // "died when the gunmen also fired at a checkpoint": how those of the one told died.
            if (document.Word(i) == "also" && IsOccasion(document, clause, i)) continue;
            // "It was the second blast in the city this month": the one told.
            if (document.Word(i) is "second" or "third" or "fourth" or "fifth" && document.Has(i + 1, Kinds.Event) && document.Word(i - 1) == "the" && document.Word(i - 2) is "is" or "was" or "marked" or "marks") continue;
            // "one was shot down, the other exploded"
            if (document.Word(i) is "other" or "second" or "third" && document.Word(i - 1) == "the" && document.Find(i + 1, Kinds.Action) is not null) continue;
            // "two other shooting victims"
            if (document.Word(i) is "other" or "second" or "third" && document.Has(document.Phrases[document.Phrases.At(i)].Head, Kinds.Person)) continue;
            if (document.Word(i) is "another" or "separate" or "unrelated" or "previously" or "similar" or "last" or "separately" || document.MatchOf(i)!.End - i > 1 || document.Find(i + 1, Kinds.Event) is not null || (document.Word(i) != "also" && document.Find(i + 1, Kinds.Weapon) is not null)) return true;
        }
        return false;
    }

    /// <summary>A place that the text has named before.</summary>
    private static bool IsToldPlace(Document document, Clause clause, PlaceMention place)
    {
        foreach (var told in document.PlacesIn(0, clause.First))
            if (told.Name == place.Name) return true;
        return false;
    }

    /// <summary>"when the gunmen also", "as they also": in the clause that says how.</summary>
    private static bool IsOccasion(Document document, Clause clause, int also)
    {
        for (var i = also - 1; i > Math.Max(clause.First, also - 5); i--)
            if (document.Word(i) is "when" or "as") return document.Word(i + 1) is "the" or "they" or "he" or "she";
        return false;
    }

    /// <summary>"another nearby shooting", "another town", "another report says", not "another group of men", "another car".</summary>
    private static bool IsEventOrPlace(Document document, int token)
    {
        var phrase = document.Phrases[document.Phrases.At(token)];
        for (var i = token; i < phrase.End; i++)
            if (document.HasAny(i, EventOrWeapon) || PlaceCues.IsHeadword(document.Word(i)) || document.Word(i) is "location" or "part" or "case" or "report" or "bulletin" or "communique" or "front" or "development" or "operation") return true;
        return false;
    }

    private static bool IsVictim(Document document, int token)
    {
        if (document.Has(token, Kinds.Harm) || document.TagOf(token) is Tag.Be or Tag.Mark) return true;
        // "another 16-year-old"
        if (document.Word(token + 1) == "-" && document.Word(token + 2) == "year" || document.Word(token + 1) == "year") return true;
        var head = document.Phrases[document.Phrases.At(token)].Head;
        return document.Has(head, Kinds.Person) || document.Has(head, Kinds.Harm);
    }

    private static void AddVictims(Document document, Frame frame)
    {
        if (document.IsUpper || (frame.Type != EventType.Assassination && frame.Harm.Count > 0)) return;
        var clause = frame.Clause;
        for (var i = clause.First + 1; i < clause.End; i++)
            if (document.IsCapital(i) && (document.IsCapital(i - 1) || (document.Word(i - 1) == "." && document.IsCapital(i - 2) && i - 2 >= clause.First)) && document.MatchOf(i) is null && document.Word(i).Length > 4 && !Realis.IsReason(document, clause, i)) frame.Victims.Add(document.Word(i));
    }

    private static void Classify(Document document, Frame frame, LexiconMatch? told)
    {
        var detail = frame.Harm.Count > 0 || frame.Perpetrators.Count > 0 || frame.Damage.Count > 0;
        if (frame.TypeRank == 0)
        {
            if (detail) (frame.Kind, frame.Because) = (FrameKind.Detail, "harm, a claim or damage without words for an attack");
            else if (frame.HasRoll)
            {
                // Who names the victims says nothing of when and where.
                (frame.Kind, frame.Because, frame.Date, frame.Place) = (FrameKind.Detail, "names the victims", null, null);
            }
            return;
        }
        if (told is null || told.Find(Kinds.Event) is not { } entry)
        {
            (frame.Kind, frame.Because) = (FrameKind.Event, told is null ? "someone killed someone" : "the weapon and its verb tell it");
            return;
        }
        var before = told.First - 1;
        while (before > frame.Clause.First && document.MatchOf(before) is null && document.Word(before).EndsWith("ly", StringComparison.Ordinal)) before--;
        var definite = entry.Attribute("pos") == "noun" && (Definite.Contains(document.Word(before)) || Definite.Contains(document.Word(before - 1)) && document.Find(before, Kinds.Bound) is null && document.Find(before, Kinds.Demonym) is null && document.Quantities.StartingAt(before) is null);
        // "the explosion of a bomb at the bank": of which nothing was told.
        definite &= !(document.Word(told.First) is "explosion" or "detonation" && document.Word(told.End) == "of" && document.Word(told.End + 1) is "a" or "an" or "two" or "three" or "several");
        var ranked = entry.Attribute("pos") == "noun" && IsRanked(document, frame.Clause, told.First);
        frame.IsPlural = entry.Attribute("number") == "plural";
        var plural = frame.IsPlural && frame.Date is null && frame.Harm.Count == 0;
        // "the group has claimed previous bombings"
        if (frame.IsPlural && frame.Harm.Count == 0 && frame.Date is null && (document.Word(before) is "previous" or "earlier" or "past" or "similar" or "other" or "many" or "numerous" or "several" || document.Word(before) == "of" && ManyDeeds.IsWave(document.Word(before - 1))))
        {
            (frame.Kind, frame.Because) = (FrameKind.None, "attacks in general");
            return;
        }
        if ((definite || ranked) && !frame.IsOther) (frame.Kind, frame.Because) = (FrameKind.Reference, definite ? "the noun is definite" : "ranked among others");
        else if (plural && !detail && frame.Place is null or { Precision: PlacePrecision.Country }) (frame.Kind, frame.Because) = (FrameKind.None, "attacks in general");
        else (frame.Kind, frame.Because) = (FrameKind.Event, "words for an attack");
    }

    /// <summary>"It was the second attack in a week", "the deadliest bombing since …": speaks of one already told.</summary>
    private static bool IsRanked(Document document, Clause clause, int token)
    {
        for (var i = token - 1; i >= Math.Max(clause.First, token - 6); i--)
        {
            if (document.Word(i) == "the" && document.Word(i - 1) is "was" or "is" or "were") return true;
        }
        return false;
    }
}
