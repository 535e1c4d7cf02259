namespace Platform.Extraction.Engine;

/// <summary>The people that a sentence says were killed, wounded or shot, by the roles they play for the words of harm.</summary>
internal sealed class VictimReader(Document document)
{
    private const int LeftReach = 8;

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
            if (IsState(i)) ReadLeft(sentence, i, i + 1, Outcome.Wounded);
            else if (document.Word(i) is "bodies" or "body" && document.Word(i + 1) == "of" && i + 2 < sentence.End) AddRight(sentence, i, i + 2, Outcome.Killed);
            else if (IsOwnLife(i)) found.Add(new Victims(Outcome.Killed, 1, 1, document.QuoteOf(i, i + 1)) { IsSelf = true });
        }
    }

    private Outcome? OutcomeOf(LexiconMatch match)
    {
        if (match.Find(Kinds.Harm) is { } harm) return harm.Value switch { "killed" => Outcome.Killed, "wounded" => Outcome.Wounded, "shot" => Outcome.Shot, _ => null };
        if (match.Find(Kinds.Event) is not { Value: "shooting" } told) return null;
        var death = document.Word(match.End - 1) is "death" or "homicide" || document.Word(match.First) is "fatal" or "deadly" || document.Word(match.First - 1) is "fatal" or "deadly";
        if (told.Attribute("pos") == "noun") return document.Word(match.End) == "of" || document.Word(match.End - 1) == "of" ? death ? Outcome.Killed : Outcome.Shot : null;
        return document.Word(match.End - 1) is "shot" or "shoots" or "shooting" or "him" or "her" ? document.Word(match.First - 1) == "fatally" ? Outcome.Killed : Outcome.Shot : null;
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
            if (!person.IsPerson) continue;
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

    /// <summary>"in critical condition", "hospitalized": alive and hurt.</summary>
    private bool IsState(int i)
    {
        var word = document.Word(i);
        if (word == "condition") return document.Word(i - 1) is "critical" or "stable" or "serious" or "fair" or "good" or "grave";
        return word is "hospitalized" or "hospitalised";
    }
}
