namespace Platform.Extraction.Engine;

/// <summary>The people that a sentence says were killed, wounded or shot, by the roles they play for the words of harm.</summary>
internal sealed class VictimReader(Document document)
{
    private const int LeftReach = 8;

    private readonly RoleReader reader = new(document);
    private readonly Roles roles = new();
    private readonly List<int> phrases = [];
    private readonly Coordination list = new(document);
    private readonly VictimSum sum = new(document);

    /// <summary>The sentence is a headline: its capitals make no names.</summary>
    private bool isHeadline;
    private bool isQuoted;

    /// <summary>First token of the sentence that is read.</summary>
    private int from;
    private readonly List<Victims> found = [];

    /// <summary>What was found so far, in text order.</summary>
    public IReadOnlyList<Victims> Found => found;

    /// <summary>Adds what a sentence says.</summary>
    public void Read(Sentence sentence)
    {
        var clause = new Clause(sentence.Index, sentence.First, sentence.End);
        from = sentence.First;
        isHeadline = Headline.Is(document, sentence);
        isQuoted = document.Word(sentence.First) == "\"";
        foreach (var match in document.MatchesIn(sentence.First, sentence.End))
        {
            // "the city's homicide toll": of a year.
            if (match.End - match.First > 1 && match.Find(Kinds.Harm)?.Attribute("form") == "toll") AddToll(sentence, match);
            if (HarmWords.OutcomeOf(document, match) is not { } outcome || !Realis.IsReal(document, clause, match.First)) continue;
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
            else if (HarmWords.IsHit(document, sentence, i)) ReadVerb(sentence, i, i + 1, Outcome.Shot, own: false);
            else if (DeathWords.IsOneFatally(document, sentence, i) is { } dead) found.Add(new Victims(Outcome.Killed, dead.Min, dead.Max, document.QuoteOf(dead.First, i + 1)));
            else if (DeathWords.MurderCounts(document, i) is { } counts) found.Add(new Victims(Outcome.Killed, counts.Min, counts.Max, document.QuoteOf(counts.First, i + 1)));
            else if (DeathWords.Multiple(document, i) is { } multiple) found.Add(multiple);
            else if (DeathWords.IsDeathImplied(document, i)) found.Add(new Victims(Outcome.Killed, 1, null, document.QuoteOf(i, i + 1)) { IsImplied = true });
            else if (DeathWords.IsMurderSuicide(document, i) || DeathWords.IsOwnLife(document, i)) found.Add(new Victims(Outcome.Killed, 1, 1, document.QuoteOf(i, i + 1)) { IsSelf = true, IsOfMurder = document.Word(i) == "suicide" && document.Word(i - 1) is not ("committed" or "committing") });
        }
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
        else if (own && !passive && !Aftercare.HasObject(document.Word(first))) return;
        else Add(first, end, roles.Patients, outcome, doer: false);
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
        if (sum.Of(first, end, people, outcome, doer) is not { } victims) return;
        // In someone's words "another child" is no one of this crime.
        if (victims is { IsOther: true, Min: 1 } && isQuoted) return;
        if (victims.Min == 1 && VictimLinks.IsEndOfDoer(document, found, from, first)) victims = victims with { IsDoer = true };
        if (VictimLinks.IsBesideAnother(document, found, from, victims)) victims = victims with { IsOther = true, IsKnown = false };
        found.Add(isHeadline || Headline.Has(document, from, first) ? victims with { Name = "", GivenName = "" } : victims);
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

    private void AddSelf(Sentence sentence, LexiconMatch match)
    {
        var accident = false;
        for (var i = sentence.First; i < sentence.End; i++) accident |= document.Word(i).StartsWith("accident", StringComparison.Ordinal) || document.Word(i) is "leg" or "foot" or "hand" or "thigh" or "arm";
        found.Add(accident
            ? new Victims(Outcome.Shot, 1, 1, document.QuoteOf(match.First, match.End)) { IsKnown = true }
            : new Victims(document.Word(match.First) is "killed" or "killing" || document.Word(match.First - 1) == "fatally" || document.Word(match.First) == "fatally" ? Outcome.Killed : Outcome.Shot, 1, 1, document.QuoteOf(match.First, match.End)) { IsSelf = true, MayBeAlone = document.Word(match.First - 1) == "fatally" || document.Word(match.First) == "fatally" });
    }

    private bool IsSelf(LexiconMatch match) =>
        document.Word(match.End) is "himself" or "herself" || document.Word(match.End - 1) is "himself" or "herself" || document.Word(match.End - 2) is "himself" or "herself";
}
