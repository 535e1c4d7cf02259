namespace Platform.Extraction.Engine;

/// <summary>The people that a sentence says were killed, wounded or shot, by the roles they play for the words of harm.</summary>
internal sealed class VictimReader(Document document)
{
    private const int LeftReach = 8;

    /// <summary>Every word that one of the looks at single words below begins with: most words are passed over by one look.</summary>
    private static readonly Cue Openers =
    [
        "shot", "condition", "survive", "survived", "recover", "live", "surgery", "paralyzed", "paralysed", "hospitalized", "hospitalised", "recovering", "fighting", "bodies", "body",
        "taken", "transported", "rushed", "airlifted", "flown", "brought", "admitted", "transferred", "driven", "carried", "sent", "sending", "sends", "landed", "landing", "lands", "put", "putting", "puts",
        "arrived", "walked", "showed", "turned", "came", "drove", "suffered", "sustained", "suffering", "received", "suffers", "treated", "in", "hit", "hits", "hitting", "struck", "striking", "strikes",
        "fatally", "lives", "murder", "homicide", "manslaughter", "double", "triple", "quadruple", "quintuple", "sextuple", "shooting", "shootings", "slaying", "killing", "suicide", "himself", "herself", "life", "clinging", "of", "among", "victim",
    ];

    private static readonly ulong HarmOrEvent = KindSet.Of(Kinds.Harm, Kinds.Event);

    private readonly RoleReader reader = new(document);
    private readonly Roles roles = new();
    private readonly List<int> phrases = [];
    private readonly Coordination list = new(document);
    private readonly VictimSum sum = new(document);

    /// <summary>The sentence is a headline: its capitals make no names.</summary>
    private bool isHeadline;
    private bool isQuoted, isHearsay;

    /// <summary>First token of the sentence that is read.</summary>
    private int from;
    private int sentenceEnd;
    private readonly List<Victims> found = [];

    /// <summary>What was found so far, in text order.</summary>
    public IReadOnlyList<Victims> Found => found;

    /// <summary>Adds what a sentence says.</summary>
    public void Read(Sentence sentence)
    {
        var clause = new Clause(sentence.Index, sentence.First, sentence.End);
        (from, sentenceEnd) = (sentence.First, sentence.End);
        isHeadline = Headline.Is(document, sentence);
        isQuoted = document.Word(sentence.First) == "\"";
        isHearsay = Hearsay.Is(document, sentence);
        foreach (var match in document.MatchesIn(sentence.First, sentence.End))
        {
            if ((match.KindSet & HarmOrEvent) == 0) continue;
            // "the city's homicide toll": of a year.
            // "the toll climbed to 133"
            if (match.Find(Kinds.Harm) is { } toll && toll.Attribute("form") == "toll" && (match.End - match.First > 1 || document.Word(match.First - 1) == "the" && DeathToll.In(document, match.End, sentence.End) is { } risen && DeathToll.IsReached(document, risen.First))) AddToll(sentence, match, toll.Value == "wounded" ? Outcome.Wounded : Outcome.Killed);
            if (HarmWords.OutcomeOf(document, match) is not { } outcome || !Realis.IsReal(document, clause, match.First) || OtherCrimes.IsEarlier(document, sentence.First, match.First)) continue;
            if (IsSelf(match)) AddSelf(sentence, match);
            else Read(sentence, match, outcome);
        }
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!document.Is(i, Openers)) continue;
            // "Five shot at pool party": nobody shoots at a party who is only a number.
            if (document.Word(i) == "shot" && document.Word(i + 1) == "at" && i - 1 >= sentence.First && document.Quantities.EndingAt(i) is { } shot && shot.First <= sentence.First + 1)
                found.Add(new Victims(Outcome.Shot, shot.Min, shot.Max, document.QuoteOf(shot.First, i + 1)));
            else if (HeadlinePeople.ShotAt(document, i) is { } there) found.Add(new Victims(Outcome.Shot, there.Min, there.Max, document.QuoteOf(there.First, i + 1)) { Phrase = there.First });
            if (PartOfShot.Read(document, sentence, i) is { } all) found.Add(all);
            else if (Aftercare.IsCondition(document, i)) ReadLeft(sentence, i, i + 1, Outcome.Wounded);
            else if (document.Word(i) is "bodies" or "body" && document.Word(i + 1) == "of" && i + 2 < sentence.End) AddRight(sentence, i, i + 2, Outcome.Killed);
            else if (Aftercare.IsTaken(document, i, sentence.End)) ReadVerb(sentence, i, i + 1, Aftercare.IsSafe(document, i, sentence.End) ? Outcome.Wounded : Outcome.Shot, own: true);
            else if (Aftercare.IsArrived(document, i, sentence.End)) ReadArrived(sentence, i);
            else if (Aftercare.IsInjured(document, i, sentence.End)) ReadVerb(sentence, i, i + 1, Outcome.Wounded, own: true);
            else if (Aftercare.IsInHospital(document, i)) ReadLeft(sentence, i, i + 1, Outcome.Wounded);
            else if (HarmWords.IsHit(document, sentence, i)) ReadVerb(sentence, i, i + 1, Outcome.Shot, own: false);
            else if (DeathWords.IsOneFatally(document, sentence, i) is { } dead) found.Add(new Victims(Outcome.Killed, dead.Min, dead.Max, document.QuoteOf(dead.First, i + 1)));
            else if (DeathWords.LivesClaimed(document, i) is { } lives) found.Add(new Victims(Outcome.Killed, lives.Min, lives.Max, document.QuoteOf(lives.First - 1, i + 1)));
            else if (DeathWords.MurderCounts(document, i) is { } counts) found.Add(new Victims(Outcome.Killed, counts.Min, counts.Max, document.QuoteOf(counts.First, i + 1)));
            else if (DeathWords.Multiple(document, i) is { } multiple) found.Add(multiple);
            else if (DeathWords.IsDeathImplied(document, i) && !(document.Tokens[i].Upper && !document.IsUpper && sentence.Index > 0)) found.Add(new Victims(Outcome.Killed, 1, null, document.QuoteOf(i, i + 1)) { IsImplied = true });
            else if (DeathWords.IsMurderSuicide(document, i) || DeathWords.IsOwnLife(document, i)) found.Add(new Victims(Outcome.Killed, 1, 1, document.QuoteOf(i, i + 1)) { IsSelf = true, IsOfMurder = document.Word(i) == "suicide" && document.Word(i - 1) is not ("committed" or "committing") });
        }
    }

    private void Read(Sentence sentence, LexiconMatch match, Outcome outcome)
    {
        if (AddInverted(sentence, match, outcome) || AddEachOther(sentence, match, outcome)) return;
        var form = match.Find(Kinds.Harm)?.Attribute("form");
        if (form == "toll" || form == "present" && document.Phrases.KindOf(document.Phrases.At(match.First)) != ChunkKind.Verb) return;
        if (form == "of" || document.Word(match.End) == "of" && match.Find(Kinds.Event) is not null)
        {
            AddRight(sentence, match.First, form == "of" ? match.End : match.End + 1, outcome);
            return;
        }
        if ((form is "pp" or "subject" ? PartOfPeople.Doer(document, sentence.First, match.First) : outcome == Outcome.Killed ? DeadDoer.Of(document, sentence.First, match, form) : null) is { } stopped)
        {
            if (outcome == Outcome.Killed) DeadDoer.MarkDone(found, stopped);
            found.Add(VictimLinks.Stopped(document, stopped, match.End, outcome));
            return;
        }
        var verb = VerbOf(match);
        if (outcome == Outcome.Killed && verb is not null && VictimLinks.IsEndOfSubject(document, found, from, verb.Value))
        {
            found.Add(new Victims(outcome, 1, 1, document.QuoteOf(match.First, match.End)) { IsDoer = true, IsAlso = true, Part = "attacker", Phrase = match.First });
            return;
        }
        // "left a woman with life-threatening injuries": "threatening" is no verb there.
        if (form == "state" || verb is null || document.Word(match.First) == "with")
        {
            ReadLeft(sentence, match.First, match.End, outcome);
            return;
        }
        reader.Read(verb.Value, sentence.First, sentence.End, roles);
        // "the boy was hit in the back": no object, whatever noun the word may be.
        if (form is "died" or "subject" && roles.Agents.Count > 0 && !HasPerson(roles.Patients) && document.Phrases[roles.Agents[0]].First < verb.Value) Add(match.First, match.End, roles.Agents, outcome, doer: false);
        else if (roles.Patients.Count > 0 && (form != "died" || HasPerson(roles.Patients)))
        {
            var before = found.Count;
            Add(match.First, match.End, roles.Patients, outcome, roles.Agents.Count > 0);
            if (found.Count > before && found[^1].Number == 1 && !HasDoer()) found[^1] = found[^1] with { HasDoer = false };
            if (found.Count > before) found[^1] = VictimLinks.AsEndedByPolice(document, found, roles.Agents);
            AddCompany(sentence, match.End, outcome);
            AddGapped(sentence, match.End, outcome);
        }
        else ReadLeft(sentence, match.First, match.End, outcome);
    }

    /// <summary>"ended with one of them dead": the number of a part.</summary>
    private bool IsPart(int index) => document.Phrases[index] is var chunk && document.Quantities.StartingAt(chunk.First)?.End == chunk.End && document.Word(chunk.End) == "of";

    /// <summary>"ended with five people shot", "with three teens in the hospital": what became of them is all that is said of them.</summary>
    private bool IsLeftWith(int index, int word) => document.Phrases[index].End == word && document.Word(document.Phrases[index - 1].First) == "with" && new PersonPhrase(document, index).IsPerson;

    /// <summary>"Killed in Monday's shooting were X, Y and Z".</summary>
    private bool AddInverted(Sentence sentence, LexiconMatch match, Outcome outcome)
    {
        if (match.First > sentence.First || match.Find(Kinds.Harm)?.Attribute("form") != "pp") return false;
        for (var i = match.End; i < sentence.End - 1; i++)
        {
            if (document.TagOf(i) == Tag.Mark && document.Word(i) is not ("'s" or "-")) return false;
            if (document.TagOf(i) != Tag.Be) continue;
            var before = found.Count;
            AddRight(sentence, match.First, i + 1, outcome);
            return found.Count > before;
        }
        return false;
    }

    /// <summary>"Two men shot each other": who does it suffers it.</summary>
    private bool AddEachOther(Sentence sentence, LexiconMatch match, Outcome outcome)
    {
        if (document.Word(match.End) is not ("each" or "one") || document.Word(match.End + 1) is not ("other" or "another") || VerbOf(match) is not { } verb) return false;
        reader.Read(verb, sentence.First, sentence.End, roles);
        var before = found.Count;
        Add(match.First, match.End, roles.Agents, outcome, doer: false);
        return found.Count > before;
    }

    /// <summary>"a shooting that killed a child": what happened is no doer. Of several, he who did it may be one.</summary>
    private bool HasDoer()
    {
        foreach (var index in roles.Agents)
            if (document.Find(document.Phrases[index].Head, Kinds.Event) is null) return true;
        return false;
    }

    private bool HasPerson(List<int> people)
    {
        foreach (var index in people)
            if (new PersonPhrase(document, index).IsPerson) return true;
        return false;
    }

    /// <summary>Who the verb is done to; with <paramref name="own"/> an active verb tells what became of its subject ("suffered wounds").</summary>
    private void ReadVerb(Sentence sentence, int first, int end, Outcome outcome, bool own)
    {
        if (document.Phrases.KindOf(document.Phrases.At(first)) != ChunkKind.Verb) return;
        reader.Read(first, sentence.First, sentence.End, roles);
        var passive = document.Phrases[document.Phrases.At(first)].IsPassive;
        if (own && !passive && Aftercare.IsSuffered(document.Word(first))) Add(first, end, roles.Agents, outcome, doer: false);
        else if (own && !passive && !Aftercare.HasObject(document.Word(first))) return;
        else Add(first, end, roles.Patients, outcome, doer: false);
    }

    private void ReadArrived(Sentence sentence, int verb)
    {
        if (document.Phrases.KindOf(document.Phrases.At(verb)) != ChunkKind.Verb) return;
        reader.Read(verb, sentence.First, sentence.End, roles);
        Add(verb, verb + 1, roles.Agents, Outcome.Shot, doer: false);
    }

    private int? VerbOf(LexiconMatch match)
    {
        for (var i = match.End - 1; i >= match.First; i--)
            if (document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb) return i;
        return null;
    }

    /// <summary>"two people are dead", "left a man and two children dead", "one other in critical condition": the phrases before.</summary>
    private void ReadLeft(Sentence sentence, int first, int end, Outcome outcome)
    {
        var (low, index) = (document.Phrases.At(sentence.First), document.Phrases.At(first) - 1);
        // "two dead": the number is in the same phrase.
        var own = document.Phrases[document.Phrases.At(first)];
        phrases.Clear();
        if (own.First < first && (document.Quantities.StartingAt(own.First) is not null || own.Kind == ChunkKind.Noun && new PersonPhrase(document, index + 1).IsPerson)) AddJoined(index + 1, low);
        for (var steps = 0; steps < LeftReach && index >= low && phrases.Count == 0; steps++, index--)
        {
            var chunk = document.Phrases[index];
            // "who was shot in the leg, remains hospitalized": a verb, whatever noun the word may be.
            if (chunk.Kind == ChunkKind.Noun && chunk.End - chunk.First == 1 && document.Word(chunk.First) == "remains") continue;
            // "Lee Moe, 35, is recovering"
            if (chunk.Kind == ChunkKind.Noun && list.IsAge(index)) index--;
            else if (chunk.Kind == ChunkKind.Noun && document.Phrases.KindOf(index - 1) == ChunkKind.Preposition && index - 1 > low && !IsPart(index) && !IsLeftWith(index, first)) index--;
            // "A man shot in Dayton, Ohio, has died"
            else if (chunk.Kind == ChunkKind.Noun && document.Phrases.KindOf(index - 1) == ChunkKind.Comma && document.Phrases.KindOf(index - 2) == ChunkKind.Noun && document.Phrases.KindOf(index - 3) == ChunkKind.Preposition
                && (document.Has(chunk.Head, Kinds.Admin1) || document.Has(chunk.Head, Kinds.Country))) index -= 2;
            else if (chunk.Kind == ChunkKind.Noun)
            {
                if (!new PersonPhrase(document, index).IsPerson && VictimLinks.ThoseBefore(document, found, index) is null) return;
                AddJoined(index, low);
            }
            else if (chunk.Kind is ChunkKind.Other or ChunkKind.Subordinator) return;
        }
        Add(first, end, phrases, outcome, doer: false);
    }

    /// <summary>A phrase and those joined to it before: "three women and one man".</summary>
    private void AddJoined(int index, int low)
    {
        list.Left(index, low, phrases);
        // "1 dead, 3 injured": what has a word of its own is told by that.
        for (var k = phrases.Count - 1; k > 0; k--)
        {
            if (!HasOutcome(document.Phrases[phrases[k - 1]].First, document.Phrases[phrases[k]].First)) continue;
            phrases.RemoveRange(0, k);
            return;
        }
    }

    private bool HasOutcome(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.Has(i, Kinds.Harm) || document.Word(i) == "shot") return true;
        return false;
    }

    private void AddRight(Sentence sentence, int first, int from, Outcome outcome)
    {
        if (from >= sentence.End) return;
        var index = document.Phrases.At(from);
        phrases.Clear();
        if (document.Phrases.KindOf(index) == ChunkKind.Noun) list.Right(index, document.Phrases.At(sentence.End - 1), phrases);
        // "the bodies of a man and a boy were found": the verb is of them all.
        if (phrases.Count > 0 && document.Phrases.KindOf(phrases[^1] + 1) == ChunkKind.Conjunction && document.Phrases.KindOf(phrases[^1] + 2) == ChunkKind.Noun) phrases.Add(phrases[^1] + 2);
        Add(first, from, phrases, outcome, doer: false);
    }

    private void Add(int first, int end, List<int> people, Outcome outcome, bool doer)
    {
        if (sum.Of(first, end, people, outcome, doer) is not { } victims)
        {
            if (outcome == Outcome.Killed && people.Count == 1 && VictimLinks.ThoseBefore(document, found, people[0]) is { } those) found.Add(those with { Outcome = outcome, Quote = document.QuoteOf(Math.Min(first, those.Phrase), end) });
            return;
        }
        if (victims.Min > 1 && (OtherCrimes.IsOfYear(document, from, first, end) || OtherCrimes.IsOfSeveral(document, from, sentenceEnd) || OtherCrimes.IsOfWeekBefore(document, end, sentenceEnd)) || OtherCrimes.IsOfMishap(document, end, sentenceEnd) || OtherCrimes.IsOfPast(document, from, first)) return;
        // "Two people were found dead. Both had been shot": those told just before, though one may have done it.
        if (victims is { Outcome: Outcome.Shot, Min: > 1 } && document.Word(victims.Phrase) is "both" or "all" && document.TagOf(document.Phrases[document.Phrases.At(victims.Phrase)].End) is Tag.Be or Tag.Have && found.Count > 0 && found[^1].Outcome == Outcome.Killed) victims = victims with { IsWithDoer = true };
        if (victims.Outcome == Outcome.Killed && isHearsay) return;
        PartOfShot.CountDead(document, found, from, victims);
        if (PartOfShot.DeathsWith(document, found, victims, first) is { } deaths) victims = victims with { Min = deaths, Max = null, IsOther = false, Name = "" };
        // In someone's words "another child" is no one of this crime.
        if (victims is { IsOther: true, Min: 1 } && isQuoted) return;
        if (victims.Min == 1 && VictimLinks.IsEndOfDoer(document, found, from, first, end, victims.IsDoer)) victims = victims with { IsDoer = true, IsAlso = true, Part = "attacker", IsKnown = false };
        if (victims.IsDoer && document.Word(first - 1) == "also") victims = victims with { IsAlso = true };
        // "Her aunt and a cousin were also hit"
        else if (victims is { Outcome: Outcome.Shot, Min: > 1 } && document.Word(first - 1) == "also") victims = victims with { IsOther = true, IsKnown = false };
        // "the girl was also shot", "his driver was also killed": besides those told before.
        if (victims is { Min: 1 } && (victims.Outcome == Outcome.Shot || victims is { Outcome: Outcome.Wounded, IsKnown: false } && document.Word(first) is "grazed" or "wounded" or "injured" || document.Word(victims.Phrase) is "his" or "her" or "their") && (document.Word(first - 1) == "also" || document.Word(first) == "was" && document.Word(first + 1) == "also")) victims = victims with { IsOther = true, IsAlso = true, IsKnown = false };
        // "was killed by the owner, who was also wounded": not who was killed.
        if (victims is not { IsDoer: true, IsAlso: true } && VictimLinks.IsBesideAnother(document, found, from, victims) || victims is { Outcome: not Outcome.Killed, Min: 1, Phrase: > 0 } && victims.Phrase < first && document.Word(victims.Phrase - 1) == "by" && !found.Exists(known => known.Outcome != Outcome.Killed)) victims = victims with { IsOther = true, IsKnown = false, IsBesideDead = victims.Outcome == Outcome.Wounded && found.Count > 0 && found[^1] is { Outcome: Outcome.Killed, Number: > 1 } };
        if (victims is { Outcome: Outcome.Wounded, Min: 1, IsKnown: false }) victims = victims with { IsLightlyHit = HarmWords.IsOnlyWounded(document, first, end, sentenceEnd), Nth = VictimLinks.Nth(document, victims.Phrase) };
        if (victims is { Outcome: Outcome.Shot, Min: 1, IsKnown: false }) victims = victims with { IsLightlyHit = HarmWords.IsLight(document, first, Math.Min(sentenceEnd, end + HarmWords.LightReach)) };
        // "shot a chief and then killed two clerks": others of the same hand.
        if (victims is { Outcome: Outcome.Killed, Min: { } next, IsKnown: false } && (document.Word(first) == "then" && document.Word(first - 1) == "and" || document.Word(first - 1) == "then" && document.Word(first - 2) == "and")
            && found.Count > 0 && found[^1] is { Outcome: Outcome.Killed, HasDoer: true, Min: { } done, IsDoer: false } one && one.Phrase >= from && VictimLinks.IsNext(document, one, victims, first))
            victims = victims with { Min = done + next, Max = one.Max + victims.Max, Name = "", GivenName = "", Sex = ' ', Part = "", Age = null, IsOther = false };
        if (victims is { Outcome: Outcome.Killed, IsByPolice: false } && VictimLinks.MarkAnswered(document, found, from, first)) victims = victims with { HasDoer = true, IsKnown = false, IsOther = victims.Min == 1 };
        if (victims is { Outcome: Outcome.Killed, HasDoer: false, IsWithDoer: false, IsDoer: false, IsSelf: false } && Fire.IsOpenedAfter(document, end, sentenceEnd) && !Fire.IsAmongDead(document, end)) victims = victims with { HasDoer = true };
        if (victims is { Outcome: Outcome.Wounded, Min: 1, IsAlive: false } && Aftercare.IsOfLiving(document, first) && (!victims.IsKnown || Aftercare.IsNow(document, first))) victims = victims with { IsAlive = true };
        victims = Newcomers.Marked(document, found, from, sentenceEnd, victims, doer && HasPerson(roles.Agents));
        found.Add(isHeadline || Headline.Has(document, from, first) ? victims with { Name = "", GivenName = "" } : victims);
    }

    /// <summary>"A man was shot in the leg and a woman in the arm": the verb stands once.</summary>
    private void AddGapped(Sentence sentence, int from, Outcome outcome)
    {
        if (from >= sentence.End) return;
        var (index, last) = (document.Phrases.At(from), document.Phrases.At(sentence.End - 1));
        // "shot in the" takes the preposition in.
        var where = document.Phrases.KindOf(index) == ChunkKind.Noun && list.IsWhereHit(index - 1) ? index - 1 : index;
        for (var more = 0; more < 4 && list.IsWhereHit(where); more++)
        {
            var next = where + 2;
            if (document.Phrases.KindOf(next) == ChunkKind.Comma) next++;
            if (document.Phrases.KindOf(next) == ChunkKind.Conjunction) next++;
            if (next == where + 2 || next > last || document.Phrases.KindOf(next) != ChunkKind.Noun || !list.IsWhereHit(next + 1)) return;
            phrases.Clear();
            phrases.Add(next);
            var first = document.Phrases[next].First;
            var before = found.Count;
            Add(first, first + 1, phrases, outcome, doer: false);
            if (found.Count > before) found[^1] = found[^1] with { IsOther = true, IsKnown = false };
            where = next + 1;
        }
    }

    /// <summary>"was shot along with three others", "was wounded together with his son".</summary>
    private void AddCompany(Sentence sentence, int from, Outcome outcome)
    {
        for (var i = from; i < Math.Min(sentence.End - 2, from + 4); i++)
        {
            if (document.Word(i) is not ("along" or "together") || document.Word(i + 1) != "with") continue;
            phrases.Clear();
            var index = document.Phrases.At(i + 2);
            if (document.Phrases.KindOf(index) == ChunkKind.Noun) list.Right(index, document.Phrases.At(sentence.End - 1), phrases);
            var before = found.Count;
            Add(i, i + 2, phrases, outcome, doer: false);
            if (found.Count > before) found[^1] = found[^1] with { IsOther = true };
            return;
        }
    }

    /// <summary>"bringing the number of fatalities to three": the dead so far.</summary>
    private void AddToll(Sentence sentence, LexiconMatch match, Outcome outcome)
    {
        if (DeathToll.In(document, match.End, sentence.End) is { } number && !(outcome == Outcome.Killed && DeathToll.IsOfWounded(document, number.End)) && document.Word(number.First - 1) is "to" or "at" or "is" or "was" or "stands" or "reached")
            found.Add(new Victims(outcome, number.Min, number.Max, document.QuoteOf(match.First, number.End)));
    }

    private void AddSelf(Sentence sentence, LexiconMatch match)
    {
        var accident = false;
        for (var i = sentence.First; i < sentence.End; i++) accident |= document.Word(i).StartsWith("accident", StringComparison.Ordinal) || i > match.First && document.Word(i) is "leg" or "foot" or "hand" or "thigh" or "arm";
        // "killed himself" is no accident.
        var toDeath = match.Find(Kinds.Harm)?.Value == "killed";
        accident &= document.Word(match.First) is not ("killed" or "killing" or "kills");
        found.Add(accident
            ? new Victims(toDeath ? Outcome.Killed : Outcome.Shot, 1, 1, document.QuoteOf(match.First, match.End)) { IsKnown = true }
            : new Victims(toDeath || document.Word(match.First) is "killed" or "killing" or "kills" || HarmWords.IsToDeath(document, match.End) || document.Word(match.First - 1) == "fatally" || document.Word(match.First) == "fatally" ? Outcome.Killed : Outcome.Shot, 1, 1, document.QuoteOf(match.First, match.End)) { IsSelf = true, MayBeAlone = document.Word(match.First - 1) == "fatally" || document.Word(match.First) == "fatally" });
    }

    private bool IsSelf(LexiconMatch match) =>
        document.Word(match.End) is "himself" or "herself" || document.Word(match.End - 1) is "himself" or "herself" || document.Word(match.End - 2) is "himself" or "herself";
}
