namespace Platform.Extraction.Engine;

/// <summary>Noun phrases in one role for a word of harm, added up to how many people they are.</summary>
internal readonly struct VictimSum(Document document)
{
    private const int Reach = 8;

    private static readonly WordSet Children = ["children", "kids", "sons", "daughters", "grandchildren", "stepchildren", "grandsons", "granddaughters", "parents", "grandparents"];

    /// <summary>Adds up the phrases; a name after a comma says again who the first one is.</summary>
    /// <param name="first">First token of the word of harm.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="people">The phrases, in text order; what only says again who the first is is taken out.</param>
    /// <param name="outcome">What became of them.</param>
    /// <param name="doer">Whether a doer is told.</param>
    /// <returns>Null when no phrase is of people.</returns>
    public Victims? Of(int first, int end, List<int> people, Outcome outcome, bool doer)
    {
        (int? Min, int? Max) total = (0, 0);
        Victims? single = null;
        var lead = people.Count > 0 ? people[0] : 0;
        var (from, to) = (first, end);
        var lastJoin = 0;
        if (people.Count > 1 && HeadlinePeople.List(document, document.Phrases[people[0]].First, first) is { } listed)
            return new Victims(outcome, listed.Min, listed.Max, document.QuoteOf(document.Phrases[people[0]].First, end)) { Phrase = document.Phrases[people[0]].First, HasDoer = doer };
        if (IsToldAgain(people)) people.RemoveRange(1, people.Count - 1);
        var named = RemoveNames(people);
        for (var k = 1; k < people.Count; k++)
            for (var i = people[k - 1] + 1; i < people[k]; i++)
                if (document.Phrases.KindOf(i) == ChunkKind.Conjunction) lastJoin = k;
        for (var k = 0; k < people.Count; k++)
        {
            var index = people[k];
            // "three men, including a father": part of those told.
            if (k > 0 && document.Word(document.Phrases[index - 1].First) is "including" or "included") break;
            // "wounding 11 others, four of them seriously"
            if (k > 0 && document.Word(document.Phrases[index].End) == "of" && document.Word(document.Phrases[index].End + 1) is "them" or "whom") break;
            var person = new PersonPhrase(document, index);
            if (!person.IsPerson || single is not null && person.IsBare && !IsOneMore(person, single, people.Count) && !IsOtherKin(index, lead, person, single) && !(k == people.Count - 1 && document.Word(document.Phrases[index].End) is "were" or "are" or "have")) continue;
            // "killed his son, Omar Lind; and his wife, Ana Lind": who each is.
            if (k > 0 && person.Name.Length > 0 && IsNameInList(people, k)) continue;
            // "killed the mayor, Ana Lind, and seven others": who he is.
            if (k > 0 && total.Item1 is not null && IsApposed(people[k - 1], index, person)) continue;
            if (single is { Name: "" } && index == lead + 2 && TwoOffices.AreOne(document, document.Phrases[lead], document.Phrases[index]))
            {
                (single, end) = (single with { Name = person.Name, GivenName = person.GivenName, Sex = person.Sex != ' ' ? person.Sex : single.Sex }, Math.Max(end, document.Phrases[index].End));
                continue;
            }
            // "one dead and three others wounded": the dead have their own word.
            if (HasOwnState(document.Phrases[index], from, to, outcome))
            {
                // "a man and a woman dead and a guard wounded": so do those joined to them before.
                if (document.Phrases[index].End <= from) (total, single, first, end) = ((0, 0), null, from, to);
                continue;
            }
            // "the owner and barber, Lee Moe, and a guest": one by two trades.
            if (k == 1 && single is { Name: "" } && IsSecondTrade(people, lead, person, single)) continue;
            var (low, high) = index == named.Phrase ? (named.Count, named.Count) : person.Count;
            // Without a conjunction or after the last one a phrase says again who one is: "the teen and a second victim, a boy of 12".
            if (single is not null && (k > lastJoin && lastJoin > 0 || lastJoin == 0 && low == 1))
            {
                if (lastJoin == 0) single = single with { Name = single.Name.Length > 0 ? single.Name : person.Name, GivenName = single.Name.Length > 0 ? single.GivenName : person.GivenName, Age = single.Age ?? person.Age };
                continue;
            }
            total = single is null ? (low, high) : Quantity.Sum(total, (low, high));
            if (single is null) (single, lead) = (person.As(outcome) with { Phrase = document.Phrases[index].First }, index);
            (first, end) = (Math.Min(first, document.Phrases[index].First), Math.Max(end, document.Phrases[index].End));
        }
        if (single is null) return null;
        if (total.Min == 1 && NameOfKin(lead, single) is { } kin) single = single with { Name = document.Word(kin.End - 1), GivenName = document.Word(kin.First), IsKnown = false, IsNamedKin = true };
        // "a boy shot another boy": another than the doer.
        if (doer && total.Min == 1) single = single with { IsOther = false };
        // "shot at officers, wounding one": one of those, and not who was told of before.
        if (outcome != Outcome.Killed && total.Min == 1 && end - document.Phrases[people[0]].First == 1 && document.Word(document.Phrases[people[0]].First) == "one" && document.Word(end) != "of" && !Aftercare.TakenWords.Contains(document.Word(first))) single = single with { IsOther = true };
        // "One of his friends, a man of 18, was shot": not he.
        if (total.Min == 1 && people.Count > 0 && document.Phrases[people[0]] is { } chunk && document.Word(chunk.First) == "one" && document.Word(chunk.First + 1) == "of" && document.Word(chunk.First + 2) is "his" or "her" or "their") single = single with { IsOther = true, IsKnown = false };
        var self = outcome == Outcome.Killed && total.Min == 1 && IsBySelf(end);
        return single with { Min = total.Min, Max = total.Max, GroupSex = total == (single.Min, single.Max) ? single.GroupSex : ' ', IsWithDoer = total.Min > 1 && IsWithDoer(end), Quote = document.QuoteOf(first, end), HasDoer = doer, IsSelf = self, MayBeAlone = self, IsDoer = total.Min == 1 && (IsDoer(lead) || HasShot(lead)), Part = total.Min == 1 && HasShot(lead) ? "attacker" : single.Part };
    }

    /// <summary>Whether a phrase holds a word of harm, "one dead", other than the one in a range of tokens.</summary>
    private bool HasOwnState(in Chunk phrase, int from, int to, Outcome outcome)
    {
        for (var i = phrase.First; i < phrase.End; i++)
            // "shot a clerk and two customers dead": the word of them all.
            if ((i < from || i >= to) && document.Find(i, Kinds.Harm) is { } harm && harm.Attribute("form") is "state" or "pp" && !(outcome == Outcome.Killed && document.Word(i) == "dead" && i >= to)) return true;
        return false;
    }

    /// <summary>A name between commas after "the mayor", or after "his wife".</summary>
    private bool IsApposed(int before, int index, in PersonPhrase person)
    {
        var comma = before + 1;
        // "the mayor of Cali, Ana Lind, and two others"
        if (document.Phrases.KindOf(comma) == ChunkKind.Preposition && document.Word(document.Phrases[comma].First) == "of" && document.Phrases.KindOf(comma + 1) == ChunkKind.Noun) comma += 2;
        if (!IsOnlyName(index) || index != comma + 1 || document.Phrases.KindOf(comma) != ChunkKind.Comma) return false;
        if (document.Word(document.Phrases[before].First) is "his" or "her" or "their") return document.Word(document.Phrases[index].End) is "," or "and" && new PersonPhrase(document, before) is { IsPerson: true, Name: "", Count.Min: 1, Sex: not ' ' };
        if (person.Name.Length == 0 || document.Word(document.Phrases[index].End) != ",") return false;
        // "the clerk, Ana Ruiz, and Juan Diaz, a guest": names of several.
        if (document.Word(document.Phrases[index].End + 1) != "and" || document.Quantities.StartingAt(document.Phrases[index].End + 2) is null && document.Word(document.Phrases[index].End + 2) is not ("a" or "an")) return false;
        return (document.Word(document.Phrases[before].First) == "the" || document.Word(document.Phrases[before].First - 1) == "and") && new PersonPhrase(document, before) is { IsPerson: true, Name: "", Count.Min: 1 };
    }

    /// <summary>The whole name between commas after "her husband"; null when there is none.</summary>
    private Chunk? NameOfKin(int lead, Victims single) =>
        single.Name.Length == 0 && document.Word(document.Phrases[lead].First) is "his" or "her" && document.Phrases.KindOf(lead + 1) == ChunkKind.Comma && document.Phrases.KindOf(lead + 2) == ChunkKind.Noun
        && document.Phrases[lead + 2] is var name && name.End - name.First > 1 && document.Word(name.End) == "," && IsOnlyName(lead + 2) ? name : null;

    /// <summary>"a teacher and coach, Lee Moe,": a bare trade after another one, and the name of both.</summary>
    private bool IsSecondTrade(List<int> people, int lead, in PersonPhrase person, Victims single) =>
        person is { IsBare: true, Sex: ' ', IsChild: false } && single.Sex == ' ' && people.Count > 2 && people[1] == lead + 2 && document.Phrases.KindOf(lead + 1) == ChunkKind.Conjunction
        && people[2] == people[1] + 2 && document.Phrases.KindOf(people[1] + 1) == ChunkKind.Comma && document.Word(document.Phrases[lead].First) is "the" or "a" or "an" && IsOnlyName(people[2]);

    /// <summary>Capitals and nothing else: "Ana Lind", "Grace".</summary>
    private bool IsOnlyName(int index)
    {
        var phrase = document.Phrases[index];
        if (document.IsUpper || phrase.Kind != ChunkKind.Noun) return false;
        for (var i = phrase.First; i < phrase.End; i++)
            if (document.TagOf(i) != Tag.Name && !(document.IsCapital(i) && document.TagOf(i) is Tag.Noun or Tag.Adjective)) return false;
        return true;
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

    /// <summary>"her mother and her two sons, Omar and Juan", "their children, Omar, 12, and Juan, 9": takes the names out, for they are those of the sons; of children without a number they say how many.</summary>
    private (int Phrase, int Count) RemoveNames(List<int> people)
    {
        for (var k = 0; k < people.Count - 1; k++)
        {
            if (document.Phrases.KindOf(people[k] + 1) != ChunkKind.Comma || new PersonPhrase(document, people[k]) is not { Name: "", Count.Min: var all } || all is < 2) continue;
            if (all is null && !Children.Contains(document.Word(document.Phrases[people[k]].Head))) continue;
            var names = 0;
            while (k + 1 + names < people.Count && (all is null || names < all) && IsOnlyName(people[k + 1 + names])) names++;
            if (names == 0 || all is not null && (names < all || k + 1 + names != people.Count)) continue;
            people.RemoveRange(k + 1, names);
            return all is null ? (people[k], names) : (-1, 0);
        }
        return (-1, 0);
    }

    /// <summary>A name after a comma in a list whose persons semicolons part.</summary>
    private bool IsNameInList(List<int> people, int k)
    {
        if (document.Phrases.KindOf(people[k] - 1) != ChunkKind.Comma) return false;
        for (var i = 1; i < people.Count; i++)
            for (var between = people[i - 1] + 1; between < people[i]; between++)
                if (document.Word(document.Phrases[between].First) == ";") return true;
        return false;
    }

    /// <summary>"a man, woman and child", "a man and woman": a bare noun is one more in a longer list, beside the other sex or as the child: "a father and son".</summary>
    private static bool IsOneMore(in PersonPhrase person, Victims first, int count) => count > 2 || (person.IsChild && first.IsParent) || (person.Sex != ' ' && first.Sex != ' ' && person.Sex != first.Sex);

    /// <summary>"his father and brother": two, whatever their sex; not "his wife and mother of his sons".</summary>
    private bool IsOtherKin(int index, int first, in PersonPhrase person, Victims single) => person.Sex != ' ' && single.Sex != ' ' && document.Word(document.Phrases[first].First) is "his" or "her" && document.Word(document.Phrases[index].End) != "of";

    /// <summary>"died of a self-inflicted gunshot wound".</summary>
    private bool IsBySelf(int end)
    {
        for (var k = end; k < end + Reach; k++)
        {
            if (document.Word(k) is "." or ";") return false;
            if (document.Word(k) == "self" && document.Word(k + 2) == "inflicted") return true;
        }
        return false;
    }

    /// <summary>"the man who shot him".</summary>
    private bool HasShot(int phrase) => document.Word(document.Phrases[phrase].End) == "who" && document.Word(document.Phrases[phrase].End + 1) is "shot" or "stabbed" or "fired" or "opened" or "attacked"
        && document.Phrases[phrase + 2] is { Kind: ChunkKind.Verb, IsPassive: false };

    /// <summary>"three people, including the gunman, were shot".</summary>
    private bool IsWithDoer(int end)
    {
        for (var i = Math.Max(0, end - Reach * 2); i < Math.Min(document.Tokens.Count, end + Reach * 2) && !(i >= end && document.Word(i) == "."); i++)
            if (document.Word(i) is "including" or "among" && (IsAttacker(i + 1) || IsAttacker(i + 2) || IsAttacker(i + 3))) return true;
        return false;
    }

    private bool IsAttacker(int word) => document.Word(word) is "suspect" or "gunman" or "shooter" or "attacker" or "assailant" or "robber" or "intruder";

    private bool IsDoer(int phrase) => document.Word(document.Phrases[phrase].Head) is "suspect" or "gunman" or "shooter" or "attacker" or "assailant" or "robber" or "intruder" or "invader" or "burglar";
}
