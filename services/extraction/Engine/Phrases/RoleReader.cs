using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Finds the noun phrases that play a role for a verb or a noun of a sentence. Looks at most <see cref="Reach"/> chunks away.</summary>
internal readonly struct RoleReader(Document document)
{
    private static readonly ulong Violence = KindSet.Of(Kinds.Event, Kinds.Harm, Kinds.Action, Kinds.Damage);

    private const int Reach = 24;

    /// <summary>How many verbs one subject is followed through ("X came, saw and won"); bounds the work for texts without an end.</summary>
    private const int MostShared = 4;

    private readonly PhraseIndex phrases = document.Phrases;
    private readonly Coordination joined = new(document);

    /// <summary>Fills the roles around a token that tells an event; <paramref name="first"/> and <paramref name="end"/> bound the sentence in tokens.</summary>
    public void Read(int token, int first, int end, Roles roles)
    {
        roles.Clear();
        var (low, high) = (phrases.At(first), phrases.At(end - 1));
        var at = phrases.At(token);
        if (phrases[at].Kind == ChunkKind.Verb) ReadVerb(at, low, high, roles);
        else if (phrases[at].Kind == ChunkKind.Noun) ReadNoun(at, token, low, high, roles);
        else ReadAfter(at, high, roles, passive: true, nominal: true);
    }

    private void ReadVerb(int verb, int low, int high, Roles roles)
    {
        var chunk = phrases[verb];
        if (chunk.IsPassive)
        {
            joined.Left(Subject(verb, low), low, roles.Patients);
            ReadAfter(verb, high, roles, passive: true, nominal: false);
            return;
        }
        var next = AfterTime(verb + 1, high);
        if (phrases.KindOf(next) != ChunkKind.Noun)
        {
            // "targeted at dawn today, Wednesday, the base"
            var timed = verb + 1;
            while (timed <= high && Timing(timed) is > 0 and var words) timed += words;
            if (timed <= high && phrases[timed].Kind == ChunkKind.Noun) next = timed;
        }
        // "attacked and robbed the bank": both verbs have the one object; not "the injured and said the state would help".
        if (next == verb + 1 && next + 2 <= high && phrases[next].Kind == ChunkKind.Conjunction && phrases[next + 1] is { Kind: ChunkKind.Verb, Form: VerbForm.Active } && phrases[next + 2].Kind == ChunkKind.Noun
            && chunk.Form == VerbForm.Active && IsViolent(phrases[next + 1].Head) && !(document.Has(chunk.Head, Kinds.Harm) && document.Has(phrases[next + 1].Head, Kinds.Harm)) && Subject(verb, low) is not null) next += 2;
        if (DeathObject(chunk.End, high) is { } dead) next = dead;
        var bare = next > high || phrases[next].Kind != ChunkKind.Noun;
        // "two soldiers killed, three wounded": a verb that needs an object and has none tells a passive.
        if (bare && (document.Find(chunk.Head, Kinds.Harm) is not null || IsShot(chunk, next) || document.Word(chunk.Head) == "damaged") && (chunk.Form & VerbForm.Ing) == 0)
        {
            joined.Left(Subject(verb, low, MostShared, suffers: true), low, roles.Patients);
            ReadAfter(verb, high, roles, passive: true, nominal: false);
            return;
        }
        joined.Left(Subject(verb, low), low, roles.Agents);
        if (!bare) joined.Right(next, high, roles.Patients);
        ReadAfter(verb, high, roles, passive: false, nominal: false);
    }

    /// <summary>"hacked to death 42 people": the object behind "to death"; null when there is none.</summary>
    private int? DeathObject(int from, int high)
    {
        if (document.Word(from) != "to" || document.Word(from + 1) != "death" || from + 2 >= document.Tokens.Count) return null;
        var index = phrases.At(from + 2);
        return index <= high && phrases[index] is { Kind: ChunkKind.Noun } people && people.First == from + 2 && document.TagOf(people.First) is Tag.Number or Tag.Determiner or Tag.Possessive ? index : null;
    }

    /// <summary>"A man shot Saturday in Dayton, has died": shot without an object, and not "shot at".</summary>
    private bool IsShot(in Chunk verb, int next) => document.Word(verb.Head) is "shot" or "stabbed" && verb.End == verb.Head + 1
        && !(phrases.KindOf(next) == ChunkKind.Preposition && document.Word(phrases[next].First) is "at" or "into" or "toward" or "towards" or "from" or "through" or "up" or "back" or "to");

    /// <summary>Chunks of an adverb or a time between a verb and its object; none when it is something else.</summary>
    private int Timing(int at) => phrases[at].Kind switch
    {
        ChunkKind.Adverb or ChunkKind.Time => 1,
        ChunkKind.Preposition when phrases.KindOf(at + 1) == ChunkKind.Time => 2,
        ChunkKind.Comma when phrases.KindOf(at - 1) == ChunkKind.Time && phrases.KindOf(at + 1) is ChunkKind.Time or ChunkKind.Noun => 1,
        _ => 0,
    };

    /// <summary>"bombed on Monday the village", "targeted, on Friday evening, a convoy": in translations the time stands before the object.</summary>
    private int AfterTime(int from, int high)
    {
        var next = from;
        while (next <= high && phrases[next].Kind is ChunkKind.Adverb or ChunkKind.Time) next++;
        var inserted = phrases.KindOf(next) == ChunkKind.Comma;
        var time = inserted ? next + 1 : next;
        if (phrases.KindOf(time) == ChunkKind.Preposition && phrases.KindOf(time + 1) == ChunkKind.Time) time++;
        else if (!inserted || phrases.KindOf(time) != ChunkKind.Time) return next;
        while (time <= high && phrases[time].Kind is ChunkKind.Adverb or ChunkKind.Time) time++;
        if (inserted && phrases.KindOf(time) != ChunkKind.Comma) return next;
        if (inserted) time++;
        return time <= high && phrases[time].Kind == ChunkKind.Noun ? time : next;
    }

    /// <summary>Prepositional phrases after a verb or noun, up to the next finite verb.</summary>
    private void ReadAfter(int from, int high, Roles roles, bool passive, bool nominal)
    {
        var next = false;
        var subject = nominal && phrases.KindOf(from - 1) is not (ChunkKind.Verb or ChunkKind.Preposition);
        for (var i = from + 1; i <= Math.Min(high, from + Reach); i++)
        {
            var chunk = phrases[i];
            // "a woman was killed and five others, including a boy, were hurt": the boy is one of those of the next verb.
            next |= chunk.Kind == ChunkKind.Conjunction && passive && !nominal;
            if (chunk.Kind == ChunkKind.Verb && (chunk.Form & (VerbForm.Ing | VerbForm.Infinitive | VerbForm.Reduced)) == 0) break;
            if (chunk.Kind is ChunkKind.Subordinator or ChunkKind.Relative && i > from + 1) break;
            if (chunk.Kind == ChunkKind.Verb && document.Word(chunk.Head) is "using" or "wielding" or "firing" or "hurling" && Object(i, high) is { } tool) joined.Right(tool, high, roles.Instruments);
            else if (chunk.Kind == ChunkKind.Verb && (chunk.Form & VerbForm.Ing) != 0 && !nominal) break;
            if (chunk.Kind != ChunkKind.Preposition || phrases.KindOf(i + 1) != ChunkKind.Noun) continue;
            var into = document.Word(chunk.First) switch
            {
                "by" => passive || nominal ? roles.Agents : null,
                "with" => roles.Instruments,
                "against" => nominal ? roles.Patients : roles.Goals,
                "on" or "at" or "near" or "across" or "outside" or "into" or "inside" or "under" or "upon" or "toward" or "towards" => roles.Goals,
                "in" => roles.Goals,
                "including" => next ? null : roles.Patients,
                "of" => nominal ? roles.Patients : null,
                // "hit a house, close to the station": near, and not struck.
                "to" when document.Word(chunk.First - 1) is "next" or "close" && document.Word(chunk.First - 2) != "," && roles.Patients.Count == 0 => roles.Goals,
                "to" when nominal && i == from + 1 && document.Word(chunk.First - 1) == "damage" => roles.Patients,
                _ => null,
            };
            if (into is not null) joined.Right(i + 1, high, into, subject && i == from + 1);
        }
    }

    private int? Object(int verb, int high) => verb + 1 <= high && phrases[verb + 1].Kind == ChunkKind.Noun ? verb + 1 : null;

    /// <summary>"the attack by X on Y", "X's attack", "the guerrilla attack", "X launched an attack on Y", "an attack was carried out by X".</summary>
    private void ReadNoun(int noun, int token, int low, int high, Roles roles)
    {
        var chunk = phrases[noun];
        ReadAfter(noun, high, roles, passive: true, nominal: true);
        var verb = noun - 1;
        while (verb >= low && phrases[verb].Kind is ChunkKind.Adverb or ChunkKind.Time) verb--;
        ReadCopula(noun, verb, low, high, roles);
        if (verb >= low && phrases[verb].Kind == ChunkKind.Verb && !phrases[verb].IsPassive)
        {
            var done = document.Find(phrases[verb].Head, Kinds.Support)?.Value;
            if (done == "do") joined.Left(Subject(verb, low), low, roles.Agents);
            else if (done == "suffer") joined.Left(Subject(verb, low), low, roles.Patients);
        }
        // "the attack, which was carried out by X", "attacks took place in front of Y"
        for (var i = noun + 1; i <= Math.Min(high, noun + 8); i++)
        {
            if (phrases[i].Kind != ChunkKind.Verb) continue;
            var support = document.Find(phrases[i].Head, Kinds.Support)?.Value;
            if (support is null || support == "suffer" || (support == "do" && !phrases[i].IsPassive)) break;
            ReadAfter(i, high, roles, passive: true, nominal: false);
            break;
        }
    }

    /// <summary>"X is behind the attack", "X is responsible for it", "X was the victim of it", "the wounded were X and Y".</summary>
    private void ReadCopula(int noun, int before, int low, int high, Roles roles)
    {
        if (document.Find(phrases[noun].Head, Kinds.Harm) is not null && phrases.KindOf(noun + 1) == ChunkKind.Verb && document.TagOf(phrases[noun + 1].Head) == Tag.Be && phrases.KindOf(noun + 2) == ChunkKind.Noun)
            joined.Right(noun + 2, high, roles.Patients);
        if (before <= low || phrases[before].Kind != ChunkKind.Preposition) return;
        var word = document.Word(phrases[before].First);
        var verb = before - 1;
        var done = word == "behind";
        if (word == "for" && document.Word(phrases[before].First - 1) == "responsible") (done, verb) = (true, phrases[verb].Kind == ChunkKind.Verb ? verb : verb - 1);
        if (done && verb >= low && phrases[verb].Kind == ChunkKind.Verb) joined.Left(Subject(verb, low), low, roles.Agents);
        if (roles.Agents.Count == 0 && Arrested.At(document, phrases, before, low) is { } held)
        {
            if (held.People is { } people) joined.Right(people, before - 1, roles.Agents);
            else joined.Left(Subject(held.Verb, low), low, roles.Agents);
            roles.Hedge = held.Stance;
        }
        // "escaped unharmed from an attack", "was unhurt after the attack"
        if (word is "from" or "after" or "following" or "in" or "during")
        {
            while (verb > low && phrases[verb].Kind == ChunkKind.Adverb) verb--;
            if (phrases[verb].Kind == ChunkKind.Verb && document.Word(phrases[verb].Head) is "escaped" or "emerged" or "survived" or "was" or "were" && document.Word(phrases[before].First - 1) is "unharmed" or "unhurt" or "uninjured" or "unscathed" or "alive" or "escaped")
                joined.Left(Subject(verb, low), low, roles.Patients);
        }
        if (word == "of" && phrases[verb].Kind == ChunkKind.Noun && verb - 1 >= low && phrases[verb - 1].Kind == ChunkKind.Verb
            && document.Word(phrases[verb].Head) is "victim" or "victims" or "target" or "targets" or "object") joined.Left(Subject(verb - 1, low), low, roles.Patients);
    }

    /// <summary>The subject of a verb group: the noun phrase before it that no preposition governs; null when there is none near.</summary>
    public int? Subject(int verb, int low) => Subject(verb, low, MostShared, phrases[verb].IsPassive);

    private int? Subject(int verb, int low, int shared, bool suffers)
    {
        var i = verb - 1;
        // "and later died"
        while (i >= low && phrases[i].Kind == ChunkKind.Adverb) i--;
        for (var steps = 0; i >= low && steps < Reach; steps++)
        {
            switch (phrases[i].Kind)
            {
                case ChunkKind.Adverb or ChunkKind.Time or ChunkKind.Bracket:
                    i--;
                    break;
                case ChunkKind.Relative:
                    return Antecedent(i, low);
                case ChunkKind.Other when steps == 0 && IsDash(i):
                    return BetweenDashes(i, low);
                case ChunkKind.Conjunction or ChunkKind.Comma when steps == 0 || phrases.KindOf(i + 1) == ChunkKind.Conjunction || (phrases[verb].Form & VerbForm.Ing) != 0:
                    // "the engineer, kidnapped by rebels,"
                    if (phrases[i].Kind == ChunkKind.Comma && (phrases[verb].Form & VerbForm.Reduced) != 0 && i - 1 >= low && phrases[i - 1].Kind is ChunkKind.Noun or ChunkKind.Bracket)
                    {
                        // "the release of Ana Ruiz, kidnapped by rebels": she, not her release.
                        if (phrases[i - 1].Kind == ChunkKind.Noun && document.Persons.Of(i - 1) is not null) return i - 1;
                        i--;
                        break;
                    }
                    if (phrases[i].Kind == ChunkKind.Comma && (phrases[verb].Form & (VerbForm.Ing | VerbForm.Reduced)) == 0 && phrases.KindOf(i + 1) != ChunkKind.Conjunction)
                    {
                        i = BeforeInsertion(i, low);
                        break;
                    }
                    return shared == 0 ? null : Shared(i, low, shared - 1, suffers);
                // "said X, in an attack targeting Y": the attack targets, and not who stands before the comma.
                case ChunkKind.Noun when steps == 0 && (phrases[verb].Form & VerbForm.Ing) != 0 && !document.IsUpper && document.Find(phrases[i].Head, Kinds.Event)?.Attribute("pos") == "noun":
                    return i;
                case ChunkKind.Noun:
                    // "A total of six people were hit": the people were.
                    if (i - 2 >= low && phrases.KindOf(i - 2) == ChunkKind.Noun && document.Word(phrases[i - 2].Head) == "total" && document.Word(phrases[i - 1].First) == "of" && document.Has(phrases[i].Head, Kinds.Person)) return i;
                    // "summoned the envoy after rockets hit": the rockets are no part of what came before.
                    if (i - 1 >= low && !document.IsUpper && document.Word(phrases[i - 1].First) is "after" or "before" && document.Find(phrases[i].Head, Kinds.Weapon) is { Value: not "aircraft" } && (phrases[verb].Form & (VerbForm.Ing | VerbForm.Reduced | VerbForm.Infinitive)) == 0) return i;
                    if (phrases.KindOf(i - 1) == ChunkKind.Preposition && i - 1 >= low)
                    {
                        i -= 2;
                        break;
                    }
                    // "men armed with rifles and grenades killed"
                    if (i - 4 >= low && phrases[i - 1].Kind == ChunkKind.Conjunction && phrases[i - 2].Kind == ChunkKind.Noun && phrases[i - 3].Kind == ChunkKind.Preposition && phrases[i - 4].Kind == ChunkKind.Verb && IsAttire(i - 4))
                    {
                        i -= 4;
                        break;
                    }
                    // "men dressed as officers killed"
                    if (i - 3 >= low && document.Word(phrases[i - 1].First) == "as" && phrases[i - 2].Kind == ChunkKind.Verb && IsAttire(i - 2))
                    {
                        i -= 2;
                        break;
                    }
                    if (IsObjectInRelative(i, low) is { } head) return head;
                    // "a strike on a bus carrying miners killed": the miners are carried.
                    if (i - 2 >= low && phrases[i - 1] is { Kind: ChunkKind.Verb, Form: VerbForm.Ing } && phrases[i - 2].Kind == ChunkKind.Noun)
                    {
                        i -= 2;
                        if (phrases.KindOf(i - 1) == ChunkKind.Preposition && i - 2 >= low) i -= 2;
                        break;
                    }
                    return i;
                case ChunkKind.Verb when (phrases[i].Form & (VerbForm.Infinitive | VerbForm.Reduced | VerbForm.Ing)) != 0 || steps > 0 && IsAttire(i):
                    i--;
                    break;
                // "a woman who was wounded in the attack has died"
                case ChunkKind.Verb when steps > 0 && phrases.KindOf(i - 1) == ChunkKind.Relative && i - 1 >= low:
                    return Antecedent(i - 1, low);
                default:
                    return null;
            }
        }
        return null;
    }

    /// <summary>"The victims - a boy and a man - were shot": the last of those between the dashes, where a phrase opens them.</summary>
    private int? BetweenDashes(int close, int low)
    {
        for (var i = close - 1; i > Math.Max(low, close - Reach); i--)
        {
            if (IsDash(i)) return i < close - 2 && phrases.KindOf(i - 1) == ChunkKind.Noun && phrases[close - 1].Kind == ChunkKind.Noun && document.Quantities.StartingAt(phrases[i - 1].First) is null ? close - 1 : null;
            if (phrases[i].Kind is not (ChunkKind.Noun or ChunkKind.Comma or ChunkKind.Conjunction)) return null;
        }
        return null;
    }

    private bool IsDash(int index) => phrases.KindOf(index) == ChunkKind.Other && document.Word(phrases[index].First) is "-" or "–" or "—" or "--";

    /// <summary>"X, leader of Y, was killed": the comma before the verb closes an insertion; goes before the comma that opened it.</summary>
    private int BeforeInsertion(int comma, int low)
    {
        for (var i = comma - 1; i >= Math.Max(low, comma - Reach); i--)
            if (phrases[i].Kind == ChunkKind.Comma) return joined.IsAge(i - 1) ? i - 3 : i - 1;
        return comma - 1;
    }

    /// <summary>"X attacked Y and killed Z", "X attacked Y, killing Z": the subject of the verb before. Who suffers the one suffers the other: "X was shot and killed".</summary>
    private int? Shared(int from, int low, int shared, bool suffers)
    {
        for (var i = from - 1; i >= Math.Max(low, from - Reach); i--)
        {
            if (phrases[i].Kind != ChunkKind.Verb) continue;
            if ((phrases[i].Form & (VerbForm.Infinitive | VerbForm.Reduced)) != 0) continue;
            // "was shot by X, killing Z": the doer of a passive comes after it.
            if (phrases[i].IsPassive && !suffers)
            {
                for (var k = i + 1; k < from; k++)
                    if (phrases[k].Kind == ChunkKind.Preposition && document.Word(phrases[k].First) == "by" && phrases.KindOf(k + 1) == ChunkKind.Noun) return k + 1;
                return null;
            }
            return Subject(i, low, shared, phrases[i].IsPassive);
        }
        return null;
    }

    private int? Antecedent(int relative, int low)
    {
        for (var i = relative - 1; i >= Math.Max(low, relative - 6); i--)
        {
            if (phrases[i].Kind == ChunkKind.Noun && !joined.IsAge(i))
            {
                // "members of the FMLN who": people do, not what they belong to.
                if (phrases.KindOf(i - 1) == ChunkKind.Preposition && document.Word(phrases[i - 1].First) == "of" && i - 2 >= low && phrases[i - 2].Kind == ChunkKind.Noun
                    && (phrases.ClassOf(i - 2) & (WordClass.Person | WordClass.Group)) != 0) return i - 2;
                return i;
            }
            if (phrases[i].Kind is ChunkKind.Verb or ChunkKind.Other) return null;
        }
        return null;
    }

    /// <summary>"guerrillas who attacked the town killed 3": the town is the object of a relative clause, the guerrillas are meant.</summary>
    private int? IsObjectInRelative(int noun, int low)
    {
        var verb = noun - 1;
        while (verb > low && phrases[verb].Kind is ChunkKind.Adverb or ChunkKind.Time) verb--;
        if (verb <= low || phrases[verb].Kind != ChunkKind.Verb || phrases[verb].IsPassive) return null;
        var relative = verb - 1;
        while (relative > low && phrases[relative].Kind is ChunkKind.Adverb or ChunkKind.Time) relative--;
        return phrases[relative].Kind == ChunkKind.Relative ? Antecedent(relative, low) : null;
    }

    /// <summary>"men dressed in fatigues killed", "a group armed with rifles attacked": how the subject came, before what it did.</summary>
    private bool IsAttire(int verb) => phrases[verb].Form == VerbForm.Active && phrases[verb].End == phrases[verb].First + 1 && document.Word(phrases[verb].Head) is "dressed" or "armed" or "clad" or "disguised" or "linked"
        && phrases.KindOf(verb - 1) == ChunkKind.Noun && document.Word(phrases[verb].End) is "in" or "as" or "with" or "like" or "to";

    private bool IsViolent(int verb) => document.HasAny(verb, Violence) || document.Word(verb) is "robbed" or "looted" or "ransacked" or "plundered";
}
