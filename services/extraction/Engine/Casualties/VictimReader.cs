namespace Platform.Extraction.Engine;

/// <summary>The people that a sentence says were killed, wounded or shot, by the roles they play for the words of harm.</summary>
internal sealed class VictimReader(Document document)
{
    private const int LeftReach = 8;
    private const int HitReach = 12;

    private readonly RoleReader reader = new(document);
    private readonly Roles roles = new();
    private readonly List<int> phrases = [];
    private readonly Coordination list = new(document);

    /// <summary>The sentence is a headline: its capitals make no names.</summary>
    private bool isHeadline;
    private bool isQuoted;
    private readonly List<Victims> found = [];

    /// <summary>What was found so far, in text order.</summary>
    public IReadOnlyList<Victims> Found => found;

    /// <summary>Adds what a sentence says.</summary>
    public void Read(Sentence sentence)
    {
        var clause = new Clause(sentence.Index, sentence.First, sentence.End);
        isHeadline = IsHeadline(sentence);
        isQuoted = document.Word(sentence.First) == "\"";
        foreach (var match in document.MatchesIn(sentence.First, sentence.End))
        {
            // "the city's homicide toll": of a year.
            if (match.End - match.First > 1 && match.Find(Kinds.Harm)?.Attribute("form") == "toll") AddToll(sentence, match);
            if (OutcomeOf(match) is not { } outcome || !Realis.IsReal(document, clause, match.First)) continue;
            if (IsSelf(match)) AddSelf(sentence, match);
            else Read(sentence, match, outcome);
        }
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (Aftercare.IsCondition(document, i)) ReadLeft(sentence, i, i + 1, Outcome.Wounded);
            else if (document.Word(i) is "bodies" or "body" && document.Word(i + 1) == "of" && i + 2 < sentence.End) AddRight(sentence, i, i + 2, Outcome.Killed);
            else if (Aftercare.IsTaken(document, i, sentence.End)) ReadVerb(sentence, i, i + 1, Outcome.Shot, own: true);
            else if (Aftercare.IsInjured(document, i, sentence.End)) ReadVerb(sentence, i, i + 1, Outcome.Wounded, own: true);
            else if (Aftercare.IsInHospital(document, i)) ReadLeft(sentence, i, i + 1, Outcome.Wounded);
            else if (IsHit(sentence, i)) ReadVerb(sentence, i, i + 1, Outcome.Shot, own: false);
            else if (IsOneFatally(sentence, i) is { } dead) found.Add(new Victims(Outcome.Killed, dead.Min, dead.Max, document.QuoteOf(dead.First, i + 1)));
            else if (MurderCounts(i) is { } counts) found.Add(new Victims(Outcome.Killed, counts.Min, counts.Max, document.QuoteOf(counts.First, i + 1)));
            else if (IsDeathImplied(i)) found.Add(new Victims(Outcome.Killed, 1, null, document.QuoteOf(i, i + 1)) { IsImplied = true });
            else if (IsMurderSuicide(i) || IsOwnLife(i)) found.Add(new Victims(Outcome.Killed, 1, 1, document.QuoteOf(i, i + 1)) { IsSelf = true });
        }
    }

    private Outcome? OutcomeOf(LexiconMatch match)
    {
        if (match.Find(Kinds.Harm) is { } harm) return harm.Value switch { "killed" => Outcome.Killed, "wounded" => Outcome.Wounded, "shot" => Outcome.Shot, _ => null };
        if (match.Find(Kinds.Event) is not { Value: "shooting" } told) return null;
        var death = document.Word(match.End - 1) is "death" or "deaths" or "homicide" or "homicides" || document.Word(match.First) is "fatal" or "deadly" || document.Word(match.First - 1) is "fatal" or "deadly";
        if (told.Attribute("pos") == "noun" && IsIngVerb(match)) return document.Word(match.First - 1) == "fatally" || ToDeath(match.End) ? Outcome.Killed : Outcome.Shot;
        if (told.Attribute("pos") == "noun") return document.Word(match.End) == "of" || document.Word(match.End - 1) == "of" ? death ? Outcome.Killed : Outcome.Shot : null;
        if (ToDeath(match.End)) return Outcome.Killed;
        return document.Word(match.End - 1) is "shot" or "shoots" or "shooting" or "him" or "her" ? document.Word(match.First - 1) == "fatally" ? Outcome.Killed : Outcome.Shot : null;
    }

    /// <summary>"shot his wife to death", "shot two men dead".</summary>
    private bool ToDeath(int from)
    {
        var next = document.Phrases.KindOf(from < document.Tokens.Count ? document.Phrases.At(from) : -1) == ChunkKind.Noun ? document.Phrases[document.Phrases.At(from)].End : from;
        return document.Word(next) == "dead" || (document.Word(next) == "to" && document.Word(next + 1) == "death");
    }

    private void Read(Sentence sentence, LexiconMatch match, Outcome outcome)
    {
        var form = match.Find(Kinds.Harm)?.Attribute("form");
        if (form == "toll" || form == "present" && document.Phrases.KindOf(document.Phrases.At(match.First)) != ChunkKind.Verb) return;
        if (form == "of" || document.Word(match.End) == "of" && match.Find(Kinds.Event) is not null)
        {
            AddRight(sentence, match.First, form == "of" ? match.End : match.End + 1, outcome);
            return;
        }
        var verb = VerbOf(match);
        if (form == "state" || verb is null)
        {
            ReadLeft(sentence, match.First, match.End, outcome);
            return;
        }
        reader.Read(verb.Value, sentence.First, sentence.End, roles);
        // "the boy was hit in the back": no object, whatever noun the word may be.
        if (form is "died" or "subject" && roles.Agents.Count > 0 && !HasPerson(roles.Patients)) Add(match.First, match.End, roles.Agents, outcome, doer: false);
        else if (roles.Patients.Count > 0)
        {
            Add(match.First, match.End, roles.Patients, outcome, roles.Agents.Count > 0);
            AddCompany(sentence, match.End, outcome);
        }
        else ReadLeft(sentence, match.First, match.End, outcome);
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
        else if (own && !passive && document.Word(first) is not ("sent" or "sending" or "sends")) return;
        else Add(first, end, roles.Patients, outcome, doer: false);
    }

    /// <summary>"one of the bullets hit a girl", "a round struck him": a verb of striking in a sentence of shots.</summary>
    private bool IsHit(Sentence sentence, int i)
    {
        if (document.Word(i) is not ("hit" or "hits" or "hitting" or "struck" or "striking" or "strikes") || document.MatchOf(i)?.Find(Kinds.Harm) is not null) return false;
        for (var k = Math.Max(sentence.First, i - HitReach); k < Math.Min(sentence.End, i + HitReach); k++)
            if (document.Word(k) is "bullet" or "bullets" or "round" or "rounds" or "shots" or "gunfire" or "shot" or "fired" or "discharged" or "gun") return true;
        return false;
    }

    /// <summary>"two people were shot, one fatally", "one of them fatally".</summary>
    private Quantity? IsOneFatally(Sentence sentence, int i)
    {
        if (document.Word(i) != "fatally" || i + 1 < sentence.End && document.Tokens[i + 1].Kind == TokenKind.Word && document.Word(i + 1) is not ("in" or "on" or "at" or "and" or "during" or "when")) return null;
        return document.Quantities.EndingAt(i) ?? (document.Word(i - 2) == "of" && document.Word(i - 1) is "them" or "whom" ? document.Quantities.EndingAt(i - 2) : null);
    }

    /// <summary>"a fatal shooting", "the shooting death", "charged with murder": someone died, though no sentence says who.</summary>
    private bool IsDeathImplied(int i)
    {
        var word = document.Word(i);
        if (word is "shooting" or "shootings") return IsFatal(i) || document.Word(i + 1) is "death" or "deaths";
        if (word is not ("murder" or "manslaughter" or "homicide" or "slaying" or "killing") || word == "killing" && document.Phrases.KindOf(document.Phrases.At(i)) != ChunkKind.Noun) return false;
        for (var k = i - 1; k >= Math.Max(0, i - 5); k--)
            if (document.Word(k) is "attempted" or "attempting" or "attempt" or "no" or "not") return false;
        return document.Word(i + 1) is not ("detectives" or "detective" or "unit" or "division" or "squad" or "investigators" or "bureau" or "rate" or "section");
    }

    /// <summary>"two counts of second-degree murder": the law counts one for each of the dead.</summary>
    private Quantity? MurderCounts(int i)
    {
        if (document.Word(i) is not ("murder" or "homicide" or "manslaughter")) return null;
        var k = i - 1;
        while (k > i - 6 && document.Word(k) is "first" or "second" or "1st" or "2nd" or "degree" or "-" or "capital" or "criminal" or "felony" or "premeditated" or "voluntary" or "involuntary") k--;
        if (document.Word(k) == "of") k--;
        if (document.Word(k) == "each") k--;
        return document.Word(k) == "counts" && document.Quantities.EndingAt(k) is { Min: > 1 } counts ? counts : null;
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
            // "Lee Moe, 35, is recovering"
            if (chunk.Kind == ChunkKind.Noun && list.IsAge(index)) index--;
            else if (chunk.Kind == ChunkKind.Noun && document.Phrases.KindOf(index - 1) == ChunkKind.Preposition && index - 1 > low) index--;
            else if (chunk.Kind == ChunkKind.Noun)
            {
                if (!new PersonPhrase(document, index).IsPerson) return;
                AddJoined(index, low);
            }
            else if (chunk.Kind is ChunkKind.Other or ChunkKind.Subordinator) return;
        }
        Add(first, end, phrases, outcome, doer: false);
    }

    /// <summary>"a fatal shooting", "a deadly weekend shooting", not "a non-fatal shooting".</summary>
    private bool IsFatal(int shooting)
    {
        for (var i = shooting - 1; i >= Math.Max(0, shooting - 4); i--)
        {
            if (document.Word(i) is "fatal" or "deadly") return !(document.Word(i - 1) == "-" && document.Word(i - 2) == "non");
            if (document.TagOf(i) is not (Tag.Time or Tag.Noun or Tag.Name or Tag.Adjective or Tag.Ing) && document.Word(i) != "-") return false;
        }
        return false;
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

    /// <summary>Adds up the phrases; a name after a comma says again who the first one is.</summary>
    private void Add(int first, int end, List<int> people, Outcome outcome, bool doer)
    {
        (int? Min, int? Max) total = (0, 0);
        Victims? single = null;
        var (from, to) = (first, end);
        var lastJoin = 0;
        if (IsToldAgain(people)) people.RemoveRange(1, people.Count - 1);
        for (var k = 1; k < people.Count; k++)
            for (var i = people[k - 1] + 1; i < people[k]; i++)
                if (document.Phrases.KindOf(i) == ChunkKind.Conjunction) lastJoin = k;
        for (var k = 0; k < people.Count; k++)
        {
            var index = people[k];
            // "three men, including a father": part of those told.
            if (k > 0 && document.Word(document.Phrases[index - 1].First) is "including" or "included") break;
            var person = new PersonPhrase(document, index);
            if (!person.IsPerson || single is not null && person.IsBare && !IsOneMore(person, single, people.Count)) continue;
            // "one dead and three others wounded": the dead have their own word.
            if (HasOwnState(document.Phrases[index], from, to)) continue;
            var (low, high) = person.Count;
            // Without a conjunction or after the last one a phrase says again who one is: "the teen and a second victim, a boy of 12".
            if (single is not null && (k > lastJoin && lastJoin > 0 || lastJoin == 0 && low == 1))
            {
                if (lastJoin == 0) single = single with { Name = single.Name.Length > 0 ? single.Name : person.Name, GivenName = single.Name.Length > 0 ? single.GivenName : person.GivenName, Age = single.Age ?? person.Age };
                continue;
            }
            total = single is null ? (low, high) : Quantity.Sum(total, (low, high));
            single ??= person.As(outcome);
            (first, end) = (Math.Min(first, document.Phrases[index].First), Math.Max(end, document.Phrases[index].End));
        }
        if (single is null) return;
        // "a boy shot another boy": another than the doer. In someone's words "another child" is no one of this crime.
        if (doer && total.Min == 1) single = single with { IsOther = false };
        if (single.IsOther && isQuoted && total.Min == 1) return;
        if (isHeadline) single = single with { Name = "", GivenName = "" };
        var self = outcome == Outcome.Killed && total.Min == 1 && IsBySelf(end);
        found.Add(single with { Min = total.Min, Max = total.Max, Quote = document.QuoteOf(first, end), HasDoer = doer, IsSelf = self, MayBeAlone = self, IsDoer = total.Min == 1 && IsDoer(people[0]) });
    }

    /// <summary>Whether a phrase holds a word of harm, "one dead", other than the one in a range of tokens.</summary>
    private bool HasOwnState(in Chunk phrase, int from, int to)
    {
        for (var i = phrase.First; i < phrase.End; i++)
            if ((i < from || i >= to) && document.Find(i, Kinds.Harm)?.Attribute("form") is "state" or "pp") return true;
        return false;
    }

    /// <summary>"two other victims, a man and a woman,": what follows a comma and adds up to the first number is the same people.</summary>
    private bool IsToldAgain(List<int> people)
    {
        if (people.Count < 2 || document.Phrases.KindOf(people[0] + 1) != ChunkKind.Comma || new PersonPhrase(document, people[0]).Count is not { Min: > 1 and var all }) return false;
        var sum = 0;
        for (var k = 1; k < people.Count; k++)
        {
            if (new PersonPhrase(document, people[k]) is not { IsPerson: true, Count.Min: { } more }) return false;
            sum += more;
        }
        return sum == all;
    }

    /// <summary>"a man, woman and child", "a man and woman": a bare noun is one more in a longer list or beside the other sex.</summary>
    private static bool IsOneMore(in PersonPhrase person, Victims first, int count) => count > 2 || (person.Sex != ' ' && first.Sex != ' ' && person.Sex != first.Sex);

    /// <summary>"died of a self-inflicted gunshot wound".</summary>
    private bool IsBySelf(int end)
    {
        for (var k = end; k < end + LeftReach; k++)
        {
            if (document.Word(k) is "." or ";") return false;
            if (document.Word(k) == "self" && document.Word(k + 2) == "inflicted") return true;
        }
        return false;
    }

    private bool IsDoer(int phrase) => document.Word(document.Phrases[phrase].Head) is "suspect" or "gunman" or "shooter" or "attacker" or "assailant" or "robber" or "intruder" or "invader" or "burglar";

    /// <summary>Nearly all words begin with a capital.</summary>
    private bool IsHeadline(Sentence sentence)
    {
        if (document.IsUpper) return false;
        var (words, capitals) = (0, 0);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (document.Tokens[i].Kind != TokenKind.Word || document.Word(i).Length < 4) continue;
            words++;
            if (document.IsCapital(i)) capitals++;
        }
        return words >= 4 && capitals * 10 >= words * 9;
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
    private void AddToll(Sentence sentence, LexiconMatch match)
    {
        for (var i = match.End; i < Math.Min(sentence.End, match.End + LeftReach); i++)
        {
            if (document.Find(i, Kinds.Context)?.Value == "irrealis") return;
            if (document.Quantities.StartingAt(i) is not { } number) continue;
            if (document.Word(i - 1) is "to" or "at" or "is" or "was" or "stands") found.Add(new Victims(Outcome.Killed, number.Min, number.Max, document.QuoteOf(match.First, number.End)));
            return;
        }
    }

    /// <summary>"a murder-suicide": the doer died, too.</summary>
    private bool IsMurderSuicide(int i)
    {
        if (document.Word(i) != "suicide" || document.Word(i - 1) is not ("-" or "/" or "murder")) return false;
        var murder = document.Word(i - 1) == "murder" ? i - 1 : i - 2;
        return document.Word(murder) is "murder" or "homicide" && document.Word(murder - 1) is not ("attempted" or "possible" or "potential" or "an" or "failed") && document.Word(murder - 2) != "attempted";
    }

    private void AddSelf(Sentence sentence, LexiconMatch match)
    {
        var accident = false;
        for (var i = sentence.First; i < sentence.End; i++) accident |= document.Word(i).StartsWith("accident", StringComparison.Ordinal) || document.Word(i) is "leg" or "foot" or "hand" or "thigh" or "arm";
        found.Add(accident
            ? new Victims(Outcome.Shot, 1, 1, document.QuoteOf(match.First, match.End)) { IsKnown = true }
            : new Victims(document.Word(match.First) is "killed" or "killing" || document.Word(match.First - 1) == "fatally" || document.Word(match.First) == "fatally" ? Outcome.Killed : Outcome.Shot, 1, 1, document.QuoteOf(match.First, match.End)) { IsSelf = true, MayBeAlone = document.Word(match.First - 1) == "fatally" || document.Word(match.First) == "fatally" });
    }

    /// <summary>"for shooting a man": no noun there.</summary>
    private bool IsIngVerb(LexiconMatch match) => match.End - match.First == 1 && document.Word(match.First) == "shooting"
        && document.Phrases[document.Phrases.At(match.First)] is { Kind: ChunkKind.Verb, Form: VerbForm.Ing } && document.Phrases.KindOf(document.Phrases.At(match.First) + 1) == ChunkKind.Noun;

    private bool IsSelf(LexiconMatch match) =>
        document.Word(match.End) is "himself" or "herself" || document.Word(match.End - 1) is "himself" or "herself" || document.Word(match.End - 2) is "himself" or "herself";

    /// <summary>"turned the gun on himself", "took her own life", "and then himself", "committed suicide".</summary>
    private bool IsOwnLife(int i)
    {
        var word = document.Word(i);
        if (word is "himself" or "herself") return document.Word(i - 1) is "then" or "and" || document.Word(i - 1) == "on" && document.Word(i - 2) == "gun" || document.Word(i - 1) == "on" && document.Word(i - 2) == "it";
        if (word == "life") return document.Word(i - 1) == "own" && document.Word(i - 2) is "his" or "her" && !(document.Word(i - 3) is "take" or "end" && document.Word(i - 4) == "to");
        return word == "suicide" && document.Word(i - 1) is "committed" or "committing";
    }
}
