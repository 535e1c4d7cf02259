namespace Platform.Extraction.Engine;

/// <summary>
/// Names of people harmed, told apart from the harm: "the victims were identified as X and Y", "also injured were X, 30, and Y",
/// "killed three reporters: X, a photographer, and Y", "a teacher, X, was killed".
/// </summary>
internal static class NameRoll
{
    private const int Reach = 14;
    private const int LongestRoll = 60;
    private const int LongestApposition = 8;

    private static readonly ulong EventOrHarm = KindSet.Of(Kinds.Event, Kinds.Harm);
    private static readonly Cue Bodies = ["body", "bodies", "corpse", "corpses"];
    private static readonly Cue Harmed = ["victim", "victims", "dead", "hostage", "hostages", "casualties"];

    /// <summary>Adds the people the clause lists, and on to the end of its sentence.</summary>
    public static void Read(Document document, Frame frame)
    {
        var clause = frame.Clause;
        if (!document.HasAnyIn(clause.First, clause.End, EventOrHarm) && !document.HasIn(clause.First, clause.End, Harmed) && !document.HasIn(clause.First, clause.End, Bodies)) return;
        for (var i = clause.First; i < clause.End; i++)
        {
            if (document.Is(i, Bodies) && Named(document, document.Phrases.At(i)) is { } body)
            {
                for (var k = body; document.Phrases.KindOf(k) == ChunkKind.Noun && document.Persons.Of(k) is { } name; k += 2)
                {
                    RoleFiller.AddPerson(document, frame, name);
                    if (document.Phrases.KindOf(k + 1) is not (ChunkKind.Comma or ChunkKind.Conjunction)) break;
                }
                frame.HasRoll = true;
            }
            if (!IsHarmed(document, clause, i) || Opener(document, clause, i) is not { } start) continue;
            var before = frame.Targets.Count;
            ReadNames(document, frame, start, document.Phrases.At(document.Sentences[clause.Sentence].End - 1));
            frame.HasRoll |= frame.Targets.Count > before;
            return;
        }
    }

    /// <summary>The name a phrase for a person stands in apposition to: "a teacher, Ana Ruiz, was killed", "Ana Ruiz, 30, a teacher, was killed".</summary>
    public static (int First, int End)? Apposed(Document document, int chunk)
    {
        var phrases = document.Phrases;
        if ((document.ClassOf(phrases[chunk].Head) & WordClass.Person) == 0 || document.Persons.Of(chunk) is not null) return null;
        var comma = chunk + 1;
        while (comma < chunk + LongestApposition && phrases.KindOf(comma) == ChunkKind.Preposition && phrases.KindOf(comma + 1) == ChunkKind.Noun) comma += 2;
        if (IdentifiedAs(document, phrases.KindOf(comma) == ChunkKind.Comma ? comma + 1 : comma) is { } identified) return identified;
        if (phrases.KindOf(comma) == ChunkKind.Comma && phrases.KindOf(comma + 1) == ChunkKind.Noun && phrases.KindOf(comma + 2) is ChunkKind.Comma or ChunkKind.Bracket or ChunkKind.Other
            && document.Persons.Of(comma + 1) is { } after) return after;
        return phrases.KindOf(chunk - 1) == ChunkKind.Comma && phrases.KindOf(chunk - 2) == ChunkKind.Noun && phrases.KindOf(chunk + 1) is ChunkKind.Comma or ChunkKind.Relative
            ? document.Persons.Of(chunk - 2) : null;
    }

    /// <summary>"a farmer, identified as Juan Mena, was killed": the name.</summary>
    private static (int First, int End)? IdentifiedAs(Document document, int verb)
    {
        var phrases = document.Phrases;
        return phrases.KindOf(verb) == ChunkKind.Verb && document.Word(phrases[verb].Head) is "identified" or "named" && document.Word(phrases[verb].End) == "as" && phrases.KindOf(verb + 2) == ChunkKind.Noun ? document.Persons.Of(verb + 2) : null;
    }

    /// <summary>"the body of Ana Ruiz": the phrase that names her.</summary>
    private static int? Named(Document document, int chunk)
    {
        var phrases = document.Phrases;
        return phrases.KindOf(chunk + 1) == ChunkKind.Preposition && document.Word(phrases[chunk + 1].First) == "of" && phrases.KindOf(chunk + 2) == ChunkKind.Noun
            && document.Persons.Of(chunk + 2) is not null ? chunk + 2 : null;
    }

    /// <summary>A word for people harmed or for what they suffered; who did it is no victim.</summary>
    private static bool IsHarmed(Document document, Clause clause, int token)
    {
        if (document.Is(token, Harmed)) return true;
        if (!document.HasAny(token, EventOrHarm) || document.MatchOf(token) is not { } match || match.First != token) return false;
        var suffered = match.Find(Kinds.Event)?.Has("suffered") == true;
        var told = match.Find(Kinds.Harm) is { Value: not "shot" } harm && harm.Attribute("form") is "pp" or "state" or "died"
            || match.Find(Kinds.Event) is { Value: "kidnapping" or "assassination" } done && done.Attribute("pos") == "verb";
        if (!suffered && !told || !Realis.IsReal(document, clause, token)) return false;
        var verb = document.Phrases[document.Phrases.At(match.End - 1)];
        return suffered || verb.Kind != ChunkKind.Verb || verb.IsPassive || document.TagOf(match.End) == Tag.Be || document.Word(match.First) == "died" || IsRollOf(document, match.End, clause.End);
    }

    /// <summary>"killed three reporters: X": the list follows the one that counts them.</summary>
    private static bool IsRollOf(Document document, int from, int end) =>
        end - from is > 0 and < 8 && document.Word(end - 1) == ":" && document.Has(end - 2, Kinds.Person);

    /// <summary>The chunk of the first name of the list that something after a token opens, or null.</summary>
    private static int? Opener(Document document, Clause clause, int token)
    {
        var phrases = document.Phrases;
        for (var i = token + 1; i < Math.Min(document.Tokens.Count, Math.Min(clause.End + 1, token + Reach)); i++)
        {
            var word = document.Word(i);
            var opens = word is ":" or "include" or "included" or "includes"
                || document.TagOf(i) == Tag.Be && document.TagOf(i + 1) != Tag.Participle
                || word == "as" && document.Word(i - 1) is "identified" or "named" or "only";
            if (!opens) continue;
            var next = phrases.At(i + 1);
            if (next == phrases.At(i)) next++;
            if (phrases.KindOf(next) == ChunkKind.Other && document.Word(phrases[next].First) == ":") next++;
            if (phrases.KindOf(next) == ChunkKind.Noun && (document.Persons.Of(next) is not null || IsUnnamedFirst(document, next))) return next;
        }
        return null;
    }

    /// <summary>"Injured were: a taxi driver; Ana Ruiz": one without a name, and a name after the semicolon.</summary>
    private static bool IsUnnamedFirst(Document document, int chunk)
    {
        var phrases = document.Phrases;
        return document.Word(phrases[chunk + 1].First) == ";" && (phrases.ClassOf(chunk) & WordClass.Person) != 0
            && document.Persons.Of(phrases.KindOf(chunk + 2) == ChunkKind.Conjunction ? chunk + 3 : chunk + 2) is not null;
    }

    /// <summary>Every name up to the end of the list; ages, appositions and what is said of each are passed over.</summary>
    private static void ReadNames(Document document, Frame frame, int first, int last)
    {
        var phrases = document.Phrases;
        var aside = false;
        for (var i = first; i <= Math.Min(last, first + LongestRoll); i++)
        {
            switch (phrases[i].Kind)
            {
                case ChunkKind.Other when document.Word(phrases[i].First) is not (";" or ":" or "." or "\""):
                case ChunkKind.Subordinator:
                    return;
                case ChunkKind.Preposition:
                    if (phrases.KindOf(i + 1) == ChunkKind.Noun) i++;
                    break;
                case ChunkKind.Relative:
                    aside = true;
                    break;
                case ChunkKind.Verb when !aside && (phrases[i].Form & (VerbForm.Ing | VerbForm.Reduced | VerbForm.Infinitive)) == 0:
                    return;
                case ChunkKind.Comma or ChunkKind.Other or ChunkKind.Conjunction when phrases[i].Kind != ChunkKind.Conjunction || phrases.KindOf(i - 1) is ChunkKind.Comma or ChunkKind.Other:
                    aside = false;
                    break;
                case ChunkKind.Noun when !aside && document.Persons.Of(i) is { } name:
                    RoleFiller.AddPerson(document, frame, name);
                    break;
            }
        }
    }
}
