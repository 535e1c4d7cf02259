namespace Platform.Extraction.Engine;

/// <summary>
/// Says of each token what part of speech it is, left to right, from its word classes, its lexicon match and its neighbours.
/// A word that no list knows is a name, unless its ending is a verb's or an adverb's: so names are found in upper-case text, too.
/// </summary>
internal sealed class Tagger
{
    private static readonly WordSet OneForm = ["hit", "hurt", "set", "cut", "split", "burst"];
    private static readonly WordSet Befalls = ["kidnapped", "abducted", "murdered", "assassinated", "killed", "injured", "wounded", "shot"];
    private static readonly ulong Times = KindSet.Of(Kinds.DayTime, Kinds.Weekday, Kinds.DayWord);
    private static readonly ulong Hitters = KindSet.Of(Kinds.Weapon, Kinds.Event, Kinds.Actor, Kinds.Force);

    /// <summary>Words between what hits and "hit": where it was fired from, and when.</summary>
    private const int SubjectReach = 8;

    /// <summary>Words from "after" to the verb of its clause, and the most tokens when words with hyphens stand between.</summary>
    private const int ClauseReach = 7, MostReach = 15;

    private readonly Document document;
    private readonly Tag[] tags;

    private Tagger(Document document) => (this.document, tags) = (document, document.Tags);

    /// <summary>Sets a tag for each token.</summary>
    public static void Read(Document document)
    {
        var tagger = new Tagger(document);
        foreach (var date in document.Dates)
            for (var i = date.First; i < date.End; i++) tagger.tags[i] = Tag.Time;
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            if (document.Quantities.StartingAt(i) is not { } quantity) continue;
            for (; i < quantity.End - 1; i++) tagger.tags[i] = Tag.Number;
            tagger.tags[i] = Tag.Number;
        }
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (tagger.tags[i] is Tag.Time or Tag.Number) continue;
                tagger.tags[i] = tagger.At(i, sentence);
                if (!document.IsUpper) document.Families.Note(i, tagger.tags);
            }
        }
    }

    private Tag At(int i, Sentence sentence)
    {
        ref readonly var token = ref document.Tokens[i];
        if (token.Kind == TokenKind.Mark) return token.Norm == "'s" ? Tag.Possessive : Tag.Mark;
        if (token.Kind == TokenKind.Number || document.Find(i, Kinds.Number) is not null) return Tag.Number;
        var word = token.Norm;
        var classes = document.ClassOf(i);
        if (word == "to") return Tag.To;
        // "later died", but "a later attack".
        if (word == "later" && (i == sentence.First || tags[i - 1] != Tag.Determiner)) return Tag.Adverb;
        // "were both shot", "have all died": the subject is told before.
        if (word is "both" or "all" or "each" && i > sentence.First && tags[i - 1] is Tag.Be or Tag.Have && (document.ClassOf(i + 1) & (WordClass.Past | WordClass.Participle | WordClass.Ing)) != 0) return Tag.Adverb;
        if ((classes & WordClass.Closed) != 0 && !IsAbbreviation(token)) return Closed(i, classes, sentence);
        if (document.HasAny(i, Times)) return Tag.Time;
        if (IsKnownName(i)) return Tag.Name;
        if (document.Find(i, Kinds.Demonym) is not null) return word.EndsWith('s') ? Tag.Noun : Tag.Adjective;
        if ((classes & WordClass.Known) != 0 && document.Families.Is(i)) return Tag.Name;
        if (IsCapitalName(i, sentence, classes) || (document.IsUpper && IsUpperName(i, sentence, classes))) return Tag.Name;
        if ((classes & WordClass.Known) == 0) return Unknown(i, sentence);
        return Open(i, classes, Before(i, sentence.First), sentence);
    }

    /// <summary>"U.S." anywhere, "US" in mixed case: no pronoun.</summary>
    private bool IsAbbreviation(in Token token) => token.Upper && (token.End - token.Start > token.Norm.Length || (!document.IsUpper && token.Norm is "us" or "it"));

    private bool IsKnownName(int i)
    {
        foreach (var entry in document.MatchOf(i)?.Entries ?? [])
        {
            if (entry.Kind is Kinds.Country or Kinds.Site or Kinds.Settlement or Kinds.Admin1 or Kinds.StopName or Kinds.City) return entry.Kind != Kinds.StopName && !IsCommon(i);
            if (entry.Kind == Kinds.Actor && !entry.Has("generic")) return true;
        }
        return false;
    }

    /// <summary>In upper-case text a city's name may be a word of English: it is one unless something else says place.</summary>
    private bool IsCommon(int i) => document.IsUpper && (document.ClassOf(i) & WordClass.Known) is not WordClass.None and var classes && (classes & WordClass.Place) == 0;

    private bool IsCapitalName(int i, Sentence sentence, WordClass classes)
    {
        if (document.IsUpper || !document.Tokens[i].Capital) return false;
        if ((classes & WordClass.Person) != 0 && (classes & WordClass.AnyNoun) != 0) return false;
        return i > sentence.First && tags[i - 1] != Tag.Mark || (classes & WordClass.Known) == 0;
    }

    /// <summary>Where capitals say nothing, a word that is a name as well ("Martin", "Hector") is one beside other names or after a title.</summary>
    private bool IsUpperName(int i, Sentence sentence, WordClass classes)
    {
        if ((classes & (WordClass.Name | WordClass.Rare)) == 0 || (classes & WordClass.Known) == 0 || document.Find(i, Kinds.Event) is not null || document.Find(i, Kinds.Weapon) is not null || document.Find(i, Kinds.Harm) is not null) return false;
        // "A BOMB IN MEDELLIN LEFT TWO": a verb, whose object follows.
        if (IsPastBeforeObject(document, i)) return false;
        if (i > sentence.First && tags[i - 1] == Tag.Name) return true;
        // "Senator", "Spaniard": a title, though it is written with a capital as well.
        if ((classes & WordClass.Name) == 0 || (classes & WordClass.Person) != 0) return false;
        if (i > sentence.First && tags[i - 1] == Tag.Noun && (document.ClassOf(i - 1) & WordClass.Person) != 0) return true;
        var next = document.ClassOf(i + 1);
        return i + 1 < sentence.End && document.Tokens[i + 1].Kind == TokenKind.Word && ((next & WordClass.Known) == 0 || (next & WordClass.Name) != 0);
    }

    /// <summary>A verb in the past with a number or an article after it, also where capitals say nothing.</summary>
    public static bool IsPastBeforeObject(Document document, int i) => (document.ClassOf(i) & WordClass.Past) != 0 && i + 1 < document.Tokens.Count
        && (document.Tokens[i + 1].Kind == TokenKind.Number || document.Has(i + 1, Kinds.Number) || (document.ClassOf(i + 1) & WordClass.Determiner) != 0);

    private Tag Unknown(int i, Sentence sentence)
    {
        var token = document.Tokens[i];
        var word = token.Norm;
        // "Carmen", "Beverly", "Fleming": a name that ends like a noun, an adverb or a verb.
        if (word.Length > 5 && (!token.Capital || (document.ClassOf(i) & WordClass.Name) == 0))
        {
            if (word.EndsWith("ing", StringComparison.Ordinal)) return Tag.Ing;
            if (word.EndsWith("ed", StringComparison.Ordinal)) return Before(i, sentence.First) is var before && before == Tag.Be || before is Tag.Noun or Tag.Name && document.Word(i + 1) == "by" ? Tag.Participle : Tag.Past;
            if (word.EndsWith("ly", StringComparison.Ordinal)) return Tag.Adverb;
            if (word.EndsWith("men", StringComparison.Ordinal)) return Tag.Noun;
        }
        return token.Capital ? Tag.Name : Tag.Noun;
    }

    private Tag Closed(int i, WordClass classes, Sentence sentence)
    {
        var word = document.Word(i);
        if (word is "that" && i > sentence.First && tags[i - 1] == Tag.Preposition) return Tag.Determiner;
        if (word is "that") return Before(i, sentence.First) is Tag.Noun or Tag.Name && !IsNominal(i + 1) ? Tag.Relative : Tag.Subordinator;
        if ((classes & WordClass.Relative) != 0) return Tag.Relative;
        if (word is "up" or "down" or "off" or "out") return Tag.Adverb;
        if (word is "before" or "after" or "since" or "as" or "until" or "till") return IsNominal(i + 1) && !HasVerbSoon(i + 1, sentence) ? Tag.Preposition : Tag.Subordinator;
        if ((classes & WordClass.Determiner) != 0) return Tag.Determiner;
        if ((classes & WordClass.Pronoun) != 0) return Tag.Pronoun;
        if ((classes & WordClass.Preposition) != 0) return Tag.Preposition;
        if ((classes & WordClass.Subordinator) != 0) return Tag.Subordinator;
        if ((classes & WordClass.Conjunction) != 0) return Tag.Conjunction;
        if ((classes & WordClass.Modal) != 0) return Tag.Modal;
        if ((classes & WordClass.Be) != 0) return Tag.Be;
        if ((classes & WordClass.Have) != 0) return Tag.Have;
        return (classes & WordClass.Do) != 0 ? Tag.Do : Tag.Negation;
    }

    private bool IsNumber(int i) => i < document.Tokens.Count && tags[i] == Tag.Number;

    private bool IsNominal(int i) => i < document.Tokens.Count && document.Word(i) != "said"
        && ((document.ClassOf(i) & (WordClass.Determiner | WordClass.AnyNoun | WordClass.Adjective)) != 0
            || document.Tokens[i].Kind == TokenKind.Number
            || (document.IsCapital(i) && (!document.IsUpper || (document.ClassOf(i) & WordClass.Known) == 0)));

    /// <summary>A finite verb within a few words makes "after" open a clause: "after gunmen opened fire".</summary>
    private bool HasVerbSoon(int from, Sentence sentence)
    {
        var reach = from + ClauseReach;
        for (var i = from; i < Math.Min(sentence.End, reach); i++)
        {
            // "after a 17-year-old boy was shot": a hyphened word is one word.
            if (document.Word(i) == "-" && i > from && document.Tokens[i].Start == document.Tokens[i - 1].End) reach = Math.Min(reach + 2, from + MostReach);
            else if (document.Tokens[i].Kind == TokenKind.Mark) return false;
            var classes = document.ClassOf(i);
            if ((classes & (WordClass.Be | WordClass.Have | WordClass.Modal)) != 0) return true;
            if ((classes & WordClass.Preposition) != 0) return false;
            if (i > from && (classes & WordClass.Past) != 0 && (classes & (WordClass.Adjective | WordClass.AnyNoun)) == 0) return true;
        }
        return false;
    }

    /// <summary>The tag before a token, adverbs passed over, and times with their preposition ("on 3 May").</summary>
    private Tag Before(int i, int first)
    {
        var time = false;
        for (var k = i - 1; k >= first; k--)
        {
            if (time && tags[k] == Tag.Preposition) return Tag.Time;
            // A "foreign commando" killed: quotation marks do not part a subject from its verb.
            if (tags[k] == Tag.Mark && document.Word(k) == "\"") continue;
            if (tags[k] is not (Tag.Adverb or Tag.Time or Tag.Negation)) return tags[k];
            time |= tags[k] == Tag.Time;
        }
        return Tag.Mark;
    }

    private Tag Open(int i, WordClass c, Tag before, Sentence sentence)
    {
        // "president-elect"
        if (document.Word(i) == "elect" && document.Word(i - 1) == "-") return Tag.Adjective;
        if ((c & (WordClass.Past | WordClass.Participle)) != 0 && PastOf(i, c, before, sentence) is { } past) return past;
        if ((c & WordClass.Ing) != 0) return IngOf(i, c, before, sentence);
        var noun = (c & WordClass.AnyNoun) != 0;
        var verb = (c & (WordClass.Verb | WordClass.ThirdPerson)) != 0;
        // Verbs of one form only: "was hit", "were also hurt".
        if (before == Tag.Be && document.Word(i) is "hit" or "hurt") return Tag.Participle;
        if (IsPastOfOneForm(i, before, sentence.First)) return Tag.Past;
        var adjective = (c & WordClass.Adjective) != 0;
        if (verb && before is Tag.To or Tag.Modal or Tag.Do) return before == Tag.To && noun && IsFinite(i + 1) ? Tag.Noun : Tag.Verb;
        // "three tank trucks that were": the last word of a thing of several words.
        if (noun && verb && document.Has(i, Kinds.Object) && document.MatchOf(i)!.First < i) return Tag.Noun;
        if (noun && verb && !adjective) return IsVerbHere(i, c, before) ? Tag.Verb : Tag.Noun;
        if (adjective && (noun || verb)) return IsNominal(i + 1) && before is not (Tag.Noun or Tag.Name) ? Tag.Adjective : noun ? Tag.Noun : Tag.Adjective;
        if (noun) return Tag.Noun;
        if (verb) return Tag.Verb;
        return adjective ? Tag.Adjective : Tag.Adverb;
    }

    private bool IsFinite(int i) => i < document.Tokens.Count && (document.ClassOf(i) & (WordClass.Be | WordClass.Have | WordClass.Modal)) != 0;

    /// <summary>
    /// "A missile hit a tanker": the past of these verbs is their base form, so that one subject is enough before an object. What can hit
    /// something has objects without an article, too: "Rockets hit homes".
    /// </summary>
    private bool IsPastOfOneForm(int i, Tag before, int first)
    {
        if (!OneForm.Contains(document.Word(i)) || before is not (Tag.Noun or Tag.Name or Tag.Time)) return false;
        if ((document.ClassOf(i + 1) & (WordClass.Determiner | WordClass.Pronoun)) != 0 || IsNumber(i + 1)) return true;
        if (document.Word(i) != "hit") return false;
        if (!IsBareObject(i + 1)) return false;
        // "Rockets fired from X hit Y"
        for (var subject = i - 1; subject >= Math.Max(first, i - SubjectReach) && tags[subject] is not (Tag.Mark or Tag.Conjunction or Tag.Subordinator or Tag.Be or Tag.Verb); subject--)
            if (document.HasAny(subject, Hitters)) return true;
        return false;
    }

    /// <summary>A noun in the plural, a name or what describes one; not the verb of a headline ("rocket hit kills 3").</summary>
    private bool IsBareObject(int i)
    {
        var classes = document.ClassOf(i);
        if ((classes & (WordClass.Closed | WordClass.Past | WordClass.Participle | WordClass.Adverb)) != 0 || document.Has(i, Kinds.Harm) || document.Has(i, Kinds.Damage) || document.Tokens.Count <= i || document.Tokens[i].Kind != TokenKind.Word) return false;
        return (classes & (WordClass.Plural | WordClass.Adjective)) != 0 || document.IsCapital(i) && (!document.IsUpper || (classes & WordClass.Known) == 0);
    }

    /// <summary>"rebels attack the town" against "the rebel attack": a plural subject before and a noun phrase after.</summary>
    private bool IsVerbHere(int i, WordClass c, Tag before)
    {
        if (before == Tag.Pronoun || before == Tag.Relative) return true;
        if (before is not (Tag.Noun or Tag.Name)) return false;
        // "Missile hits port", "Blast at embassy damages cars": of headlines, which leave out the article.
        if (document.Word(i) is "hits" or "damages" && !document.IsUpper && (document.ClassOf(i + 1) & (WordClass.AnyNoun | WordClass.Adjective)) != 0 && (document.ClassOf(i + 1) & WordClass.Closed) == 0) return true;
        var next = i + 1 < document.Tokens.Count ? document.ClassOf(i + 1) : WordClass.None;
        var opens = (next & WordClass.Determiner) != 0 || document.Word(i + 1) == "that" || IsNumber(i + 1);
        return opens && ((c & WordClass.ThirdPerson) != 0 || (document.ClassOf(i - 1) & WordClass.Plural) != 0);
    }

    private Tag? PastOf(int i, WordClass c, Tag before, Sentence sentence)
    {
        if (document.Word(i) == "said" && before != Tag.Determiner) return Tag.Past;
        var noun = (c & WordClass.AnyNoun) != 0;
        var participle = (c & WordClass.Participle) != 0;
        if (before is Tag.Be) return participle ? Tag.Participle : Tag.Past;
        if (before is Tag.Have) return Tag.Past;
        if (before is Tag.Modal or Tag.To or Tag.Do && (c & WordClass.Verb) != 0) return Tag.Verb;
        if (before is Tag.Determiner or Tag.Adjective or Tag.Number or Tag.Possessive or Tag.Preposition)
        {
            if (noun && !IsNominal(i + 1)) return Tag.Noun;
            // "the two killed a boy"
            if (before == Tag.Number && (c & WordClass.Past) != 0 && i + 1 < document.Tokens.Count && (document.ClassOf(i + 1) & (WordClass.Determiner | WordClass.Pronoun)) != 0) return Tag.Past;
            if (before == Tag.Number && !IsNominal(i + 1) && document.Word(i + 1) != "by") return (c & WordClass.Past) != 0 ? Tag.Past : Tag.Participle;
            // "the dead and wounded", "two injured": a participle may head a phrase.
            return before is Tag.Number && document.Word(i + 1) is "by" ? Tag.Participle : Tag.Adjective;
        }
        // "Masked men attacked": at the head of a clause a participle before a bare noun describes it.
        if (before is Tag.Mark or Tag.Subordinator or Tag.Past && participle && (document.ClassOf(i + 1) & WordClass.AnyNoun) != 0 && (document.ClassOf(i + 1) & WordClass.Closed) == 0 && !IsNumber(i + 1)) return Tag.Adjective;
        if (before is Tag.Mark or Tag.Conjunction or Tag.Subordinator && participle && document.Word(i + 1) is "by") return Tag.Participle;
        if (participle && IsOfWhomItBefell(i, sentence)) return Tag.Participle;
        if (participle && (c & WordClass.Past) == 0) return Tag.Participle;
        // "guerrillas believed to be members of X"
        if (before is Tag.Noun or Tag.Name && participle && document.Word(i + 1) == "to" && document.Word(i + 2) is "be" or "have") return Tag.Participle;
        if (before is Tag.Noun or Tag.Name && participle && document.Word(i + 1) is "by") return Tag.Participle;
        return (c & WordClass.Past) != 0 || participle ? Tag.Past : null;
    }

    /// <summary>
    /// "Ana Ruiz, kidnapped last week in Cali, was freed", "Injured in the blast was a vendor": a verb that needs an object, with neither
    /// subject nor object, after a name and a comma or at the head of a sentence.
    /// </summary>
    private bool IsOfWhomItBefell(int i, Sentence sentence)
    {
        if (!Befalls.Contains(document.Word(i)) || i + 1 >= sentence.End) return false;
        var first = i - 1 >= sentence.First && document.Word(i - 1) is "also" or "among" ? i - 1 : i;
        if (first > sentence.First && !(document.Word(i - 1) == "," && i - 2 >= sentence.First && tags[i - 2] == Tag.Name)) return false;
        return tags[i + 1] is Tag.Time || document.Word(i + 1) is "in" or "on" or "at" or "during" or "near" or "last" || tags[i + 1] == Tag.Number && document.Word(i + 2) is "days" or "weeks" or "months" or "years" or "hours";
    }

    private Tag IngOf(int i, WordClass c, Tag before, Sentence sentence)
    {
        var noun = (c & WordClass.AnyNoun) != 0;
        // "the nine-storey building"
        if (document.Word(i) == "building" && document.Word(i - 1) is "storey" or "story" or "floor" or "rise") return Tag.Noun;
        // "two men suffering from gunshot wounds": no suffering of men.
        if (before is Tag.Be || before is Tag.Noun or Tag.Name && (document.Word(i) is "suffering" or "bleeding" && document.Word(i + 1) == "from" || document.Word(i) == "belonging" && document.Word(i + 1) == "to")) return Tag.Ing;
        if (before is Tag.Determiner or Tag.Adjective or Tag.Number or Tag.Possessive)
            // "a sleeping 10-year-old boy"
            return (noun || document.Word(i + 1) == "of") && document.Tokens[Math.Min(i + 1, document.Tokens.Count - 1)].Kind != TokenKind.Number ? Tag.Noun : Tag.Adjective;
        // "outside the X building today": what follows is only the time.
        if (before is Tag.Preposition or Tag.Noun or Tag.Name && noun && (!IsNominal(i + 1) || tags[i + 1] == Tag.Time && (c & WordClass.Structure) != 0)) return Tag.Noun;
        return (noun || document.Has(i, Kinds.Event)) && IsOfTown(i, sentence) ? Tag.Noun : Tag.Ing;
    }

    /// <summary>"in a Memphis, Tennessee, shooting": the town and its state stand as one adjective.</summary>
    private bool IsOfTown(int i, Sentence sentence)
    {
        if (document.Word(i - 1) != "," || document.MatchOf(i - 2) is not { } state || state.Find(Kinds.Admin1) is null || document.Word(state.First - 1) != ",") return false;
        for (var k = state.First - 2; k >= Math.Max(sentence.First, state.First - 4); k--)
            if (document.Word(k) is "a" or "an" or "the") return true;
            else if (!document.IsCapital(k)) return false;
        return false;
    }
}
