namespace Platform.Extraction.Engine;

/// <summary>Noun phrases joined by commas and conjunctions, which share a role.</summary>
internal readonly struct Coordination(Document document)
{
    /// <summary>Chunks of what is said of one person in a list.</summary>
    private const int LongestAside = 12;

    private readonly PhraseIndex phrases = document.Phrases;

    /// <summary>A phrase and those joined to it on its left: "X, Y and Z were killed".</summary>
    public void Left(int? last, int low, List<int> into)
    {
        if (last is not { } i) return;
        var start = into.Count;
        into.Add(i);
        while (i - 2 >= low)
        {
            var link = i - 1;
            if (phrases[link].Kind == ChunkKind.Conjunction && (phrases.KindOf(link - 1) == ChunkKind.Comma || document.Word(phrases[link - 1].First) == ";")) link--;
            var semicolon = document.Word(phrases[link].First) == ";";
            if (phrases[link].Kind is not (ChunkKind.Conjunction or ChunkKind.Comma) && !semicolon) break;
            var before = link - 1;
            if (before < low) break;
            // "Ana Ruiz, the secretary; and Juan Mena, a guard, were killed"
            if (semicolon && !IsAge(before))
            {
                if (!document.IsUpper || Described(before, low) is not { } described) break;
                before = described;
            }
            if (IsAge(before)) before -= 2;
            // "Ana Ruiz, 20 years old, and Juan Mena"
            else if (phrases[before].Kind == ChunkKind.Adverb && document.Word(phrases[before].First) == "old" && before - 3 >= low && phrases.KindOf(before - 2) == ChunkKind.Comma && document.Word(phrases[before - 1].Head) is "years" or "months") before -= 3;
            // "two men from Houston and a boy from Dallas were hurt"
            if (before - 2 >= low && document.Word(phrases[before - 1].First) == "from" && phrases[before - 2].Kind == ChunkKind.Noun && document.Quantities.StartingAt(phrases[before - 2].First) is not null || IsOrigin(before, low) || before - 2 >= low && IsThingOf(before - 2)) before -= 2;
            while (before > low && phrases[before].Kind == ChunkKind.Bracket) before--;
            if (phrases[before].Kind != ChunkKind.Noun || (before > low && (phrases[before - 1].Kind == ChunkKind.Preposition || (phrases[before - 1].Kind == ChunkKind.Verb && !OpensClause(before - 1))))) break;
            into.Insert(start, before);
            i = before;
        }
    }

    /// <summary>"a man in his 30s and a woman", "the mayor of Cali and his driver": what says more of one person, at its noun.</summary>
    private bool IsOrigin(int noun, int low)
    {
        if (noun - 2 < low || phrases[noun - 1].Kind != ChunkKind.Preposition || phrases[noun - 2].Kind != ChunkKind.Noun || (document.ClassOf(phrases[noun - 2].Head) & WordClass.Person) == 0) return false;
        if (document.Word(phrases[noun - 1].First) == "in") return document.Word(phrases[noun].First) is "his" or "her" or "their";
        return document.Word(phrases[noun - 1].First) is "from" or "of" && document.TagOf(phrases[noun].Head) == Tag.Name && (document.ClassOf(phrases[noun].Head) & WordClass.Person) == 0;
    }

    /// <summary>"Ana Ruiz", "Ana Ruiz, the town secretary", before a semicolon: the phrase that names her; null when it names nobody.</summary>
    private int? Described(int last, int low)
    {
        if (phrases[last].Kind != ChunkKind.Noun) return null;
        var person = last - 2 >= low && phrases.KindOf(last - 1) == ChunkKind.Preposition && phrases.KindOf(last - 2) == ChunkKind.Noun ? last - 2 : last;
        if (document.Persons.Of(person) is not null) return person;
        return (document.ClassOf(phrases[person].Head) & WordClass.Person) != 0 && person - 2 >= low && phrases.KindOf(person - 1) == ChunkKind.Comma && phrases.KindOf(person - 2) == ChunkKind.Noun && document.Persons.Of(person - 2) is not null ? person - 2 : null;
    }

    /// <summary>A phrase and those joined to it on its right; one that has a verb of its own ends the list.</summary>
    /// <param name="ofSubject">The list hangs on a subject, whose verb follows: "the attack on Ana Ruiz and Juan Mena left two dead".</param>
    public void Right(int first, int high, List<int> into, bool ofSubject = false)
    {
        if (into.Contains(first)) return;
        into.Add(first);
        var i = first;
        for (var taken = 0; taken < 12; taken++)
        {
            var link = IsAge(i + 2) ? i + 3 : i + 1;
            while (link <= high && phrases[link].Kind == ChunkKind.Bracket) link++;
            // "hitting a man in the leg and a girl in the arm"
            if (IsWhereHit(link)) link += 2;
            // "kidnapped the bishop of Cali, and his driver"
            var owned = link == i + 1 && (IsOffice(i) || IsThingOf(i)) && phrases.KindOf(i + 3) is ChunkKind.Comma or ChunkKind.Conjunction;
            if (owned) link = i + 3;
            var together = With(link) ?? With(link + 1);
            if (link > high || together is null && phrases[link].Kind is not (ChunkKind.Conjunction or ChunkKind.Comma) && !(document.IsUpper ? IsNextOfRoll(i, link, high) : IsSemicolonOfList(link))) return;
            if (phrases[link].Kind != ChunkKind.Conjunction && phrases.KindOf(link + 1) == ChunkKind.Conjunction) link++;
            var next = together ?? link + 1;
            // "the embassies of X and the Y Union": whose they are, too.
            if (next > high || phrases[next].Kind != ChunkKind.Noun || owned && document.Has(phrases[next].Head, Kinds.Country)) return;
            var after = next + 1;
            while (after <= high && phrases[after].Kind is ChunkKind.Adverb or ChunkKind.Time or ChunkKind.Bracket) after++;
            var own = !ofSubject || phrases[link].Kind != ChunkKind.Conjunction || phrases.KindOf(link - 1) == ChunkKind.Comma;
            if (own && after <= high && phrases[after].Kind == ChunkKind.Verb && (phrases[after].Form & (VerbForm.Ing | VerbForm.Reduced | VerbForm.Infinitive)) == 0) return;
            // "injuring two soldiers, the spokesman, Colonel Lind, said": who tells of it.
            if (after < high && phrases[after].Kind == ChunkKind.Comma && phrases[after + 1].Kind == ChunkKind.Verb && document.Has(phrases[after + 1].Head, Kinds.Say))
            {
                if (i != first && document.Has(phrases[i].Head, Kinds.Source)) into.Remove(i);
                return;
            }
            into.Add(next);
            i = next;
        }
    }

    /// <summary>"his son, Omar Lind; his wife, Ana Lind; and a guest": what parts persons who are told with more than a name.</summary>
    private bool IsSemicolonOfList(int link)
    {
        if (document.Word(phrases[link].First) != ";" || link < 3 || phrases.KindOf(link - 1) != ChunkKind.Noun || phrases.KindOf(link - 2) != ChunkKind.Comma || document.Persons.Of(link - 1) is null) return false;
        var next = phrases.KindOf(link + 1) == ChunkKind.Conjunction ? link + 2 : link + 1;
        return phrases.KindOf(next) == ChunkKind.Noun && new PersonPhrase(document, next).IsPerson && phrases.KindOf(next + 1) != ChunkKind.Verb;
    }

    /// <summary>"along with Ana Ruiz", "together with his driver": the phrase after the words, which end the list with one more.</summary>
    private int? With(int index)
    {
        var first = phrases.KindOf(index) is ChunkKind.Adverb or ChunkKind.Preposition ? phrases[index].First : -1;
        if (first < 0 || document.Word(first) is not ("along" or "together") || document.Word(first + 1) != "with") return null;
        var next = phrases.At(first + 1) + 1;
        return phrases.KindOf(next) == ChunkKind.Noun ? next : null;
    }

    /// <summary>"the bishop of Cali": a person by what he is.</summary>
    private bool IsOffice(int noun) => (document.ClassOf(phrases[noun].Head) & WordClass.Person) != 0 && document.TagOf(phrases[noun].Head) == Tag.Noun
        && phrases.KindOf(noun + 1) == ChunkKind.Preposition && document.Word(phrases[noun + 1].First) == "of" && phrases.KindOf(noun + 2) == ChunkKind.Noun;

    /// <summary>"the house of the mayor": something struck by whose it is.</summary>
    private bool IsThingOf(int noun) => phrases.KindOf(noun) == ChunkKind.Noun && phrases.KindOf(noun + 1) == ChunkKind.Preposition && document.Word(phrases[noun + 1].First) == "of" && phrases.KindOf(noun + 2) == ChunkKind.Noun
        && (document.Has(phrases[noun].Head, Kinds.Object) || (document.ClassOf(phrases[noun].Head) & (WordClass.Structure | WordClass.Vehicle)) != 0);

    /// <summary>"killed Ana Ruiz, 42; Juan Mena, a guard; and a boy": after a named person a semicolon goes on with the next, unless a verb of its own follows.</summary>
    private bool IsNextOfRoll(int named, int link, int high)
    {
        if (!document.IsUpper || document.Word(phrases[link].First) != ";" || document.Persons.Of(named) is null && document.Quantities.StartingAt(document.Word(phrases[named].First) == "the" ? phrases[named].First + 1 : phrases[named].First) is not null) return false;
        var next = phrases.KindOf(link + 1) == ChunkKind.Conjunction ? link + 2 : link + 1;
        if (phrases.KindOf(next) != ChunkKind.Noun || document.Persons.Of(named) is null && (document.ClassOf(phrases[named].Head) & WordClass.Person) == 0
            || document.Persons.Of(next) is null && (document.ClassOf(phrases[next].Head) & WordClass.Person) == 0) return false;
        var aside = false;
        for (var i = next + 1; i <= Math.Min(high, next + LongestAside) && document.Word(phrases[i].First) != ";"; i++)
        {
            aside |= phrases[i].Kind == ChunkKind.Relative;
            if (!aside && phrases[i].Kind == ChunkKind.Verb && (phrases[i].Form & (VerbForm.Ing | VerbForm.Reduced | VerbForm.Infinitive)) == 0) return false;
        }
        return true;
    }

    /// <summary>"in the leg": a preposition and a part of the body.</summary>
    public bool IsWhereHit(int index) => phrases.KindOf(index) == ChunkKind.Preposition && phrases.KindOf(index + 1) == ChunkKind.Noun
        && document.Word(phrases[index + 1].Head) is "leg" or "legs" or "arm" or "arms" or "head" or "chest" or "back" or "face" or "shoulder" or "foot" or "feet" or "hand" or "hands" or "stomach" or "neck" or "thigh" or "torso" or "abdomen"
            or "hip" or "ankle" or "buttocks" or "knee" or "side" or "groin" or "elbow" or "wrist" or "body" or "finger" or "jaw" or "ear" or "eye" or "calf" or "forearm";

    /// <summary>"police say a boy and three women were hurt", "left two men and a boy dead": after such a verb a clause of its own begins.</summary>
    private bool OpensClause(int verb) => document.Find(phrases[verb].Head, Kinds.Say) is not null
        || document.Word(phrases[verb].Head) is "say" or "says" or "indicates" or "indicated" or "states" or "left" or "leaving" or "leaves" or "found" or "finding" or "confirmed" or "reported";

    /// <summary>"Ana Lind, 25, and": a bare number after a name and a comma.</summary>
    public bool IsAge(int index) => phrases.KindOf(index) == ChunkKind.Noun && phrases[index].End - phrases[index].First == 1
        && document.Tokens[phrases[index].First].Kind == TokenKind.Number && phrases.KindOf(index - 1) == ChunkKind.Comma && phrases.KindOf(index - 2) == ChunkKind.Noun
        && (phrases.KindOf(index + 1) is ChunkKind.Comma or ChunkKind.Other or ChunkKind.Relative || document.Word(phrases[index].End) is "all" or "both");
}
