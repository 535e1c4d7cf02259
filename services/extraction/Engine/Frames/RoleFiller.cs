using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Fills a frame's slots from the syntax around every word of the clause that tells of violence: who did it, what and whom it was done to.
/// </summary>
internal static class RoleFiller
{
    private const int MostTargets = 8;
    private const int MostNamed = 16;

    /// <summary>Adds perpetrators, named persons it was done to, and things attacked.</summary>
    public static void Read(Document document, Frame frame)
    {
        var clause = frame.Clause;
        var sentence = document.Sentences[clause.Sentence];
        // What is done in the clause of a reason is not done by this one.
        var end = document.Word(clause.End) is "amid" or "in" or "to" or "after" ? clause.End : sentence.End;
        var reader = new RoleReader(document);
        var roles = document.Roles;
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            if (!Tells(match, frame) || !Realis.IsReal(document, clause, match.First) || Realis.IsReason(document, clause, match.First)) continue;
            if (SeizedThings.Are(document, match)) continue;
            // Who shoots down what was fired did not fire it.
            if ((match.Find(Kinds.Action) is { Value: "down" } || document.Word(match.First) is "destroyed" or "destroying") && frame.Weapons.Exists(weapon => weapon.Type is WeaponType.Drone or WeaponType.Missile or WeaponType.Rocket)) continue;
            if (HeadlinePeople.ShotAt(document, match.First) is not null) continue;
            var aims = frame.Type is not (EventType.Assassination or EventType.Kidnapping or EventType.Shooting or EventType.Stabbing or EventType.ArmedClash);
            reader.Read(HeadOf(document, match), sentence.First, end, roles);
            AddObject(document, match, end, roles);
            if (ObjectReader.IsSuffered(match)) roles.Suffer();
            // Who dies or is hurt did nothing by it.
            // "Officers on patrol found a man with gunshot wounds"
            else if (match.Find(Kinds.Harm)?.Attribute("form") == "subject" && document.Word(match.First) is "with" or "suffering") roles.Agents.Clear();
            // "leaving a sailor missing"
            else if (match.Find(Kinds.Harm)?.Value == "missing") roles.Agents.Clear();
            else if (match.Find(Kinds.Event) is null && match.Find(Kinds.Harm)?.Attribute("form") is "died" or "subject" || Aftercare.IsSuffered(document.Word(match.First))) roles.Agents.Clear();
            if (match.Find(Kinds.Event)?.Attribute("pos") == "noun") AgentFiller.AddModifiers(document, frame, document.Phrases.At(match.First), match.First);
            AddOwner(document, frame, match);
            // "the attack on Ana Ruiz" is done to her as much as her murder is.
            var isAttack = match.Find(Kinds.Event) is { Value: "attack" or "assassination" } told && told.Attribute("pos") == "noun";
            // "The bomber was shot dead by guards": who ends an attack has not made it.
            if (IsAttackerKilled(document, frame, roles) || IsSearch(document, roles) || StoppedDoer.Is(document, frame, match, roles)) continue;
            foreach (var agent in roles.Agents) AgentFiller.Add(document, frame, agent, roles.Hedge ?? Stance.Stated);
            foreach (var patient in roles.Patients)
            {
                AddTarget(document, frame, patient, direct: true);
                if ((NameRoll.Apposed(document, patient) ?? NameToCome.Of(document, patient, clause.Sentence)) is { } name) AddPerson(document, frame, name);
                Acquit(document, frame, patient);
            }
            // People may be hurt, and die, in many a building that was not attacked.
            if (match.Find(Kinds.Harm) is null || match.Find(Kinds.Event) is not null)
            {
                var aimed = false;
                foreach (var goal in roles.Goals)
                {
                    // "the attack on Ana Ruiz and Juan Mena": on both.
                    aimed = IsAimedAt(document, goal) || aimed && document.Phrases.KindOf(goal - 1) is ChunkKind.Conjunction or ChunkKind.Comma;
                    if (aims || aimed || IsFiredAt(document, match, goal)) AddTarget(document, frame, goal, direct: isAttack && aimed);
                }
            }
        }
        HeadlinePeople.Acquit(document, frame);
        AgentFiller.Complete(document, frame);
    }

    /// <summary>"Security forces launched a search operation after the blast", "Officers conducting a welfare check": who looks for the attackers, or came upon it.</summary>
    private static bool IsSearch(Document document, Roles roles)
    {
        foreach (var patient in roles.Patients)
            for (var i = document.Phrases[patient].First; i < document.Phrases[patient].End; i++)
                if (document.Word(i) is "search" or "manhunt" or "hunt" or "investigation" or "probe" or "inquiry" or "pursuit" or "rescue" || document.Word(i) is "check" or "checks" && i == document.Phrases[patient].Head) return true;
        return false;
    }

    private static bool IsAttackerKilled(Document document, Frame frame, Roles roles)
    {
        foreach (var patient in roles.Patients)
            if (StoppedDoer.IsAttacker(document, frame, patient)) return true;
        return false;
    }

    /// <summary>"Ana Ruiz's murder": whom it was done to owns the noun; of an attack it may be either side.</summary>
    private static void AddOwner(Document document, Frame frame, LexiconMatch match)
    {
        if (match.Find(Kinds.Harm) is null && match.Find(Kinds.Event)?.Value is not ("assassination" or "kidnapping") && document.Word(match.First) is not ("murder" or "slaying" or "killing")) return;
        var chunk = document.Phrases.At(match.First);
        var phrase = document.Phrases[chunk];
        if (phrase.Kind != ChunkKind.Noun) return;
        for (var i = phrase.First + 1; i < match.First; i++)
            if ((document.TagOf(i) == Tag.Possessive || document.Word(i) == "'") && document.Persons.Before(chunk, i) is { } name) Add(document, frame, name.First, name.End, TargetKind.Person);
    }

    /// <summary>A person is shot or taken at many a place that was not attacked; shots are fired at what they are aimed at.</summary>
    private static bool IsAimedAt(Document document, int goal) =>
        goal > 0 && document.Word(document.Phrases[goal - 1].First) is "on" or "upon" or "against" or "into";

    /// <summary>"fired shots at the house": one is shot at a house, and shots are fired at one.</summary>
    private static bool IsFiredAt(Document document, LexiconMatch match, int goal) =>
        goal > 0 && document.Word(document.Phrases[goal - 1].First) == "at" && document.Word(match.First) is "fired" or "firing";

    /// <summary>Whom it was done to did not do it, whatever stood before the verb.</summary>
    private static void Acquit(Document document, Frame frame, int patient)
    {
        var phrase = document.Phrases[patient];
        // "the toll of the US raids": what was done, and not to whom.
        if (document.Find(phrase.Head, Kinds.Event)?.Attribute("pos") == "noun") return;
        var (start, end) = (document.Tokens[phrase.First].Start, document.Tokens[phrase.End - 1].End);
        for (var i = frame.Perpetrators.Count - 1; i >= 0; i--)
            if (frame.Perpetrators[i] is { Stance: Stance.Stated } known && known.Quote.Start >= start && known.Quote.End <= end) frame.Perpetrators.RemoveAt(i);
    }

    /// <summary>"set fire to the store": the object of a verb of several words follows them.</summary>
    private static void AddObject(Document document, LexiconMatch match, int end, Roles roles)
    {
        if (match.End - match.First < 2 || match.End >= end || match.Find(Kinds.Event)?.Attribute("pos") != "verb") return;
        var chunk = document.Phrases.At(match.End);
        if (document.Phrases[chunk].Kind == ChunkKind.Noun) new Coordination(document).Right(chunk, document.Phrases.At(end - 1), roles.Patients);
    }

    /// <summary>The verb or noun a match of several words turns on: "shot dead" on shot, "car bomb attack" on attack, "murder of" on murder.</summary>
    public static int HeadOf(Document document, LexiconMatch match)
    {
        var phrases = document.Phrases;
        if (match.Find(Kinds.Event)?.Attribute("object") == "set" && ObjectReader.SetBefore(document, match.First) is >= 0 and var set) return set;
        for (var i = match.First; i < match.End; i++)
        {
            if (phrases[phrases.At(i)] is not { Kind: ChunkKind.Verb } verb) continue;
            // "shot and killed a boy": the object stands after the second; of "was shot and killed" the first says on which side the subject is.
            if (!verb.IsPassive && document.Word(verb.End) == "and" && verb.End + 1 < match.End && phrases[phrases.At(verb.End + 1)] is { Kind: ChunkKind.Verb } second) return second.Head;
            return verb.Head;
        }
        for (var i = match.End - 1; i > match.First; i--)
            if (phrases[phrases.At(i)].Kind == ChunkKind.Noun) return i;
        return match.First;
    }

    private static bool Tells(LexiconMatch match, Frame frame)
    {
        if (match.Find(Kinds.Event) is { } told) return !told.Has("weak") || frame.TypeRank > 0;
        return match.Find(Kinds.Harm) is not null || match.Find(Kinds.Damage) is { Value: "damage" } || (match.Find(Kinds.Action) is not null && frame.TypeRank > 0);
    }

    private static void AddTarget(Document document, Frame frame, int chunk, bool direct)
    {
        if (frame.Targets.Count >= MostTargets) return;
        chunk = StruckPart.Whole(document, chunk);
        var phrases = document.Phrases;
        var phrase = phrases[chunk];
        if (document.TagOf(phrase.Head) == Tag.Pronoun || Tellers.Is(document, chunk) || Tellers.IsOffice(document, chunk)) return;
        if (direct && !Tellers.IsTown(document, phrase) && document.Persons.Of(chunk) is { } name)
        {
            AddPerson(document, frame, name);
            return;
        }
        if (frame.Place is { Precision: PlacePrecision.Site } site && site.First < phrase.End && phrase.First < site.End) return;
        if ((KindOf(document, phrase) ?? KindOfArms(document, phrase) ?? StruckPart.KindOfBranch(document, chunk)) is not { } kind) return;
        var (first, end) = phrases.Bare(chunk);
        while (first < end - 1 && (document.TagOf(first) == Tag.Number && document.Word(first + 1) != "-" || document.Word(first) is "other" or "another")) first++;
        // "the headquarters of X": the building alone names nothing.
        if (phrases.KindOf(chunk + 1) == ChunkKind.Preposition && document.Word(phrases[chunk + 1].First) == "of" && phrases.KindOf(chunk + 2) == ChunkKind.Noun
            && document.Find(phrases[chunk + 2].Head, Kinds.Number) is null && document.TagOf(phrases[chunk + 2].Head) != Tag.Pronoun) end = phrases[chunk + 2].End;
        Add(document, frame, first, end, kind);
        if (document.Word(phrase.Head) is "home" or "house" or "residence" or "mansion" && Resident(document, chunk) is { } resident) AddPerson(document, frame, resident);
    }

    /// <summary>"the residence of Ana Ruiz", "Ana Ruiz's home": who lives there is meant.</summary>
    private static (int First, int End)? Resident(Document document, int chunk)
    {
        var phrases = document.Phrases;
        if (phrases.KindOf(chunk + 1) == ChunkKind.Preposition && document.Word(phrases[chunk + 1].First) == "of" && phrases.KindOf(chunk + 2) == ChunkKind.Noun && document.Persons.Of(chunk + 2) is { } name) return name;
        for (var i = phrases[chunk].Head - 1; i > phrases[chunk].First; i--)
            if (document.TagOf(i) == Tag.Possessive) return document.Persons.Before(chunk, i);
        return null;
    }

    /// <summary>A person by name, as whom it was done to.</summary>
    public static void AddPerson(Document document, Frame frame, (int First, int End) name)
    {
        if (frame.Targets.Count >= MostNamed) return;
        Add(document, frame, name.First, name.End, TargetKind.Person);
        AddVictim(document, frame, name.First, name.End);
    }

    /// <summary>Family names: what a later mention repeats. First names are shared by many.</summary>
    private static void AddVictim(Document document, Frame frame, int first, int end)
    {
        for (var i = first + (end - first > 3 ? 2 : 1); i < end; i++)
            if (document.TagOf(i) == Tag.Name && document.Word(i).Length > 3) frame.Victims.Add(document.Word(i));
    }

    private static TargetKind? KindOf(Document document, Chunk phrase)
    {
        if (document.Word(phrase.Head) is "neighborhood" or "neighborhoods" or "neighbourhood" or "neighbourhoods" or "village" or "villages" or "area" or "areas" or "street" or "streets" or "road" or "roads" or "windows"
            or "window" or "floor" or "wall" or "walls" or "door" or "doors" or "basement" or "stronghold" or "bastion" or "park" or "square" or "room" or "highway") return null;
        if (document.Find(phrase.Head, Kinds.Object) is { } thing) return EnumNames<TargetKind>.Find(thing.Value);
        if (document.Find(phrase.Head, Kinds.Weapon) is not null || document.Find(phrase.Head, Kinds.Event) is not null) return null;
        var classes = document.ClassOf(phrase.Head);
        if ((classes & WordClass.Person) != 0) return null;
        if ((classes & WordClass.Vehicle) != 0) return TargetKind.Transport;
        return (classes & WordClass.Structure) != 0 ? TargetKind.Infrastructure : null;
    }

    /// <summary>"missile launchers", "a drone storage site": arms that were struck, or where they are kept.</summary>
    private static TargetKind? KindOfArms(Document document, Chunk phrase)
    {
        for (var i = phrase.First; i < phrase.End; i++)
            if (document.Has(i, Kinds.Weapon) && document.MatchOf(i) is { } weapon && weapon.First == i && StruckWeapons.Is(document, weapon))
                return StruckWeapons.IsStore(document, phrase, weapon.End) ? TargetKind.MilitaryBase : TargetKind.Other;
        return null;
    }

    private static void Add(Document document, Frame frame, int first, int end, TargetKind kind)
    {
        var quote = document.QuoteOf(first, end);
        foreach (var known in frame.Targets)
            if (known.Quote.Start < quote.End && quote.Start < known.Quote.End && known.Kind == TargetKind.Person == (kind == TargetKind.Person)) return;
        var definite = end - first == 1 && kind != TargetKind.Person && document.Word(first - 1) is "the" or "this" or "that" or "its" or "his" or "their";
        frame.Targets.Add(new TargetMention(document.TextOf(quote), kind, quote) { IsDefinite = definite });
    }
}
