namespace Platform.Extraction.Engine;

/// <summary>The people that a sentence says were killed, wounded or shot, by the roles they play for the words of harm.</summary>
internal sealed class VictimReader(Document document)
{
    private const int LeftReach = 8;
    private const int HitReach = 12;

    private readonly RoleReader reader = new(document);
    private readonly Roles roles = new();
    private readonly List<int> phrases = [];
    private readonly List<Victims> found = [];

    /// <summary>What was found so far, in text order.</summary>
    public IReadOnlyList<Victims> Found => found;

    /// <summary>Adds what a sentence says.</summary>
    public void Read(Sentence sentence)
    {
        var clause = new Clause(sentence.Index, sentence.First, sentence.End);
        foreach (var match in document.MatchesIn(sentence.First, sentence.End))
        {
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
            else if (IsDeathImplied(i)) found.Add(new Victims(Outcome.Killed, 1, null, document.QuoteOf(i, i + 1)) { IsImplied = true });
            else if (IsOwnLife(i)) found.Add(new Victims(Outcome.Killed, 1, 1, document.QuoteOf(i, i + 1)) { IsSelf = true });
        }
    }

    private Outcome? OutcomeOf(LexiconMatch match)
    {
        if (match.Find(Kinds.Harm) is { } harm) return harm.Value switch { "killed" => Outcome.Killed, "wounded" => Outcome.Wounded, "shot" => Outcome.Shot, _ => null };
        if (match.Find(Kinds.Event) is not { Value: "shooting" } told) return null;
        var death = document.Word(match.End - 1) is "death" or "homicide" || document.Word(match.First) is "fatal" or "deadly" || document.Word(match.First - 1) is "fatal" or "deadly";
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
        if (form == "toll") return;
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
        if (form is "died" or "subject" && roles.Patients.Count == 0 && roles.Agents.Count > 0) Add(match.First, match.End, roles.Agents, outcome, doer: false);
        else if (roles.Patients.Count > 0) Add(match.First, match.End, roles.Patients, outcome, roles.Agents.Count > 0);
        else ReadLeft(sentence, match.First, match.End, outcome);
    }

    /// <summary>Who the verb is done to; with <paramref name="own"/> an active verb tells what became of its subject ("suffered wounds").</summary>
    private void ReadVerb(Sentence sentence, int first, int end, Outcome outcome, bool own)
    {
        if (document.Phrases.KindOf(document.Phrases.At(first)) != ChunkKind.Verb) return;
        reader.Read(first, sentence.First, sentence.End, roles);
        var passive = document.Phrases[document.Phrases.At(first)].IsPassive;
        if (own && !passive && Aftercare.IsSuffered(document.Word(first))) Add(first, end, roles.Agents, outcome, doer: false);
        else if (own && !passive && document.Word(first) is not "sent") return;
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
        if (word is "shooting" or "shootings") return document.Word(i - 1) is "fatal" or "deadly" || document.Word(i + 1) is "death" or "deaths";
        if (word is not ("murder" or "manslaughter" or "homicide" or "slaying" or "killing")) return false;
        for (var k = i - 1; k >= Math.Max(0, i - 5); k--)
            if (document.Word(k) is "attempted" or "attempting" or "attempt" or "no" or "not") return false;
        return document.Word(i + 1) is not ("detectives" or "detective" or "unit" or "division" or "squad" or "investigators" or "bureau" or "rate" or "section");
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
        if (own.First < first && document.Quantities.StartingAt(own.First) is not null) AddJoined(index + 1, low);
        for (var steps = 0; steps < LeftReach && index >= low && phrases.Count == 0; steps++, index--)
        {
            var chunk = document.Phrases[index];
            if (chunk.Kind == ChunkKind.Noun && document.Phrases.KindOf(index - 1) == ChunkKind.Preposition && index - 1 > low) index--;
            else if (chunk.Kind == ChunkKind.Noun)
            {
                if (!new PersonPhrase(document, index).IsPerson) return;
                AddJoined(index, low);
            }
            else if (chunk.Kind is ChunkKind.Other or ChunkKind.Subordinator) return;
        }
        Add(first, end, phrases, outcome, doer: false);
    }

    /// <summary>A phrase and those joined to it before: "three women and one man".</summary>
    private void AddJoined(int index, int low)
    {
        phrases.Add(index);
        while (index - 2 >= low && document.Phrases.KindOf(index - 1) == ChunkKind.Conjunction && document.Phrases.KindOf(index - 2) == ChunkKind.Noun) phrases.Insert(0, index -= 2);
    }

    private void AddRight(Sentence sentence, int first, int from, Outcome outcome)
    {
        if (from >= sentence.End) return;
        var index = document.Phrases.At(from);
        phrases.Clear();
        while (index < document.Phrases.Count && document.Phrases[index].First < sentence.End && document.Phrases[index].Kind == ChunkKind.Noun)
        {
            phrases.Add(index);
            if (document.Phrases.KindOf(index + 1) != ChunkKind.Conjunction) break;
            index += 2;
        }
        Add(first, from, phrases, outcome, doer: false);
    }

    /// <summary>Adds up the phrases; a name after a comma says again who the first one is.</summary>
    private void Add(int first, int end, List<int> people, Outcome outcome, bool doer)
    {
        (int? Min, int? Max) total = (0, 0);
        Victims? single = null;
        var joined = false;
        for (var k = 0; k + 1 < people.Count; k++)
            for (var i = people[k] + 1; i < people[k + 1]; i++) joined |= document.Phrases.KindOf(i) == ChunkKind.Conjunction;
        foreach (var index in people)
        {
            var person = new PersonPhrase(document, index);
            if (!person.IsPerson || single is not null && person.IsBare) continue;
            var (low, high) = person.Count;
            if (single is not null && !joined && low == 1)
            {
                single = single with { Name = single.Name.Length > 0 ? single.Name : person.Name, GivenName = single.Name.Length > 0 ? single.GivenName : person.GivenName, Age = single.Age ?? person.Age };
                continue;
            }
            total = single is null ? (low, high) : Quantity.Sum(total, (low, high));
            single ??= person.As(outcome);
            (first, end) = (Math.Min(first, document.Phrases[index].First), Math.Max(end, document.Phrases[index].End));
        }
        if (single is null) return;
        found.Add(single with { Min = total.Min, Max = total.Max, Quote = document.QuoteOf(first, end), HasDoer = doer });
    }

    private void AddSelf(Sentence sentence, LexiconMatch match)
    {
        var accident = false;
        for (var i = sentence.First; i < sentence.End; i++) accident |= document.Word(i).StartsWith("accident", StringComparison.Ordinal) || document.Word(i) is "leg" or "foot" or "hand" or "thigh" or "arm";
        found.Add(accident
            ? new Victims(Outcome.Shot, 1, 1, document.QuoteOf(match.First, match.End)) { IsKnown = true }
            : new Victims(document.Word(match.First) is "killed" or "killing" ? Outcome.Killed : Outcome.Shot, 1, 1, document.QuoteOf(match.First, match.End)) { IsSelf = true });
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
        if (word == "life") return document.Word(i - 1) == "own" && document.Word(i - 2) is "his" or "her";
        return word == "suicide" && document.Word(i - 1) is "committed" or "committing";
    }
}
