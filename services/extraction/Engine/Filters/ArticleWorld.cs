namespace Platform.Extraction.Engine;

/// <summary>
/// What an article as a whole is about when it is no news of attacks, though its clauses use their words: a match, a story, an
/// exercise. One sentence seldom says so; the article does.
/// </summary>
internal sealed class ArticleWorld
{
    /// <summary>Stories and exercises say at their head what they are.</summary>
    private const int HeadSentences = 3;

    /// <summary>So many different words of sport make a match, and with a score fewer.</summary>
    private const int SportWords = 4;
    private const int SportWordsBesideScore = 2;

    /// <summary>What an exercise was about happens on its days; older is none of it.</summary>
    private const int DaysOfExercise = 7;

    private static readonly WordSet Exercises = ["drill", "drills", "exercise", "exercises", "rehearsal", "simulation", "manoeuvres", "maneuvers", "wargame", "wargames"];
    private static readonly WordSet Mocks = ["mock", "simulated", "dummy", "replica", "mockup"];

    /// <summary>All words that make an article no news of attacks, and the dash of a score: most words of a text are passed over by one look.</summary>
    private static readonly Cue OtherWords = [.. Exercises, .. Mocks, .. Mishaps.Words, "game", "games", "strike", "strikes", "-"];

    private static readonly WordSet Feigned = ["simulating", "simulated", "simulates", "simulate", "simulation", "mock", "scenario", "imaginary", "fictitious", "notional", "pretend", "pretended", "dummies", "rehearsed", "volunteers"];

    private readonly HashSet<string> sport = [];

    /// <summary>It reports a match: its attacks, strikes and shots are of the game unless someone is harmed.</summary>
    public bool IsSport { get; private set; }

    /// <summary>It is about a film, a book or a game: what it tells in the present tense is the story.</summary>
    public bool IsStory { get; private set; }

    /// <summary>Its head speaks of what it tells as of an exercise: "Missiles were fired on Sunday. The drill will run until Tuesday".</summary>
    public bool IsDrill { get; private set; }

    /// <summary>Sentence that tells of an exercise with feigned attacks; -1 when none of the first does.</summary>
    private int exercise = -1;

    /// <summary>It has words of exercises, or of wrecks and beasts: most articles have none, and their clauses need no closer look.</summary>
    private bool hasExercise;

    /// <summary>As above, for what is only made to be hit.</summary>
    private bool hasMock;

    /// <summary>It tells of people who laid down their work: its strikes are of that kind.</summary>
    public bool HasLabour { get; private set; }

    /// <summary>As above, for wrecks and beasts.</summary>
    public bool HasMishap { get; private set; }

    /// <summary>Looks at the article anew.</summary>
    public void Read(Document document)
    {
        sport.Clear();
        (IsStory, exercise) = (document.Title is { } title && IsAboutStory(title, 0, title.Tokens.Count), -1);
        (hasExercise, HasMishap, hasMock, HasLabour) = (false, false, false, false);
        var score = false;
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            if (!document.Is(i, OtherWords) && !document.Has(i, Kinds.Context)) continue;
            hasExercise |= IsExercise(document, i);
            hasMock |= Mocks.Contains(document.Word(i));
            HasLabour |= NoFight.IsWalkout(document, i);
            HasMishap |= Mishaps.Words.Contains(document.Word(i));
            if (document.Has(i, Kinds.Context) && IsOf(document.MatchOf(i)!, "sport", "play")) sport.Add(document.Word(i));
            score |= IsScore(document, i);
        }
        IsSport = sport.Count >= (score ? SportWordsBesideScore : SportWords);
        for (var s = 0; s < Math.Min(HeadSentences, document.Sentences.Count); s++)
        {
            IsStory |= IsAboutStory(document, document.Sentences[s].First, document.Sentences[s].End);
            if (hasExercise && exercise < 0 && IsFeigned(document, document.Sentences[s].First, document.Sentences[s].End)) exercise = s;
        }
        IsDrill = hasExercise && Drills.IsTold(document, Exercises);
    }

    /// <summary>True when the clause tells a story or what was feigned in an exercise.</summary>
    public bool IsFeigned(Document document, Clause clause)
    {
        if (IsStory && IsPresent(document, clause) || IsInStory(document, clause)) return true;
        if (hasMock && Drills.HasMockTarget(document, clause)) return true;
        if (!hasExercise) return false;
        if (IsDrill && clause.Sentence < HeadSentences && Drills.IsFired(document, clause)) return true;
        var sentence = document.Sentences[clause.Sentence];
        if (IsFeigned(document, sentence.First, sentence.End)) return true;
        return exercise >= 0 && clause.Sentence > exercise && !IsOlder(document, clause);
    }

    private static bool IsOf(LexiconMatch match, string value, string other)
    {
        foreach (var entry in match.Entries)
            if (entry.Kind == Kinds.Context && (entry.Value == value || entry.Value == other)) return true;
        return false;
    }

    /// <summary>"2-0", "21-17".</summary>
    private static bool IsScore(Document document, int i) => document.Word(i) == "-" && i > 0 && i + 1 < document.Tokens.Count && IsPoints(document.Tokens[i - 1]) && IsPoints(document.Tokens[i + 1])
        && document.Tokens[i - 1].End == document.Tokens[i].Start && document.Tokens[i].End == document.Tokens[i + 1].Start && document.Word(i - 2) is not ("-" or "/") && document.Word(i + 2) is not ("-" or "/");

    private static bool IsPoints(in Token token) => token.Kind == TokenKind.Number && token.Norm.Length <= 3;

    /// <summary>"The film opens on Friday", "season two opens with", "players of the video game".</summary>
    private static bool IsAboutStory(Document document, int first, int end)
    {
        var (work, release) = (false, false);
        foreach (var match in document.MatchesIn(first, end))
        {
            work |= IsOf(match, "work", "work");
            release |= IsOf(match, "release", "story");
        }
        return work && release;
    }

    /// <summary>"In the film, gunmen storm …", "in her novel": what follows is in it.</summary>
    private static bool IsInStory(Document document, Clause clause)
    {
        for (var i = clause.First; i + 2 < Math.Min(clause.End, clause.First + 8); i++)
        {
            if (document.Word(i) != "in" || document.Word(i + 1) is not ("the" or "his" or "her" or "their" or "this" or "its")) continue;
            for (var k = i + 2; k < Math.Min(clause.End, i + 5); k++)
                if (document.Has(k, Kinds.Context) && IsOf(document.MatchOf(k)!, "work", "work")) return document.Word(document.MatchOf(k)!.End) is not ("industry" or "theater" or "theatre" or "studio" or "festival" or "center" or "centre" or "hall");
        }
        return false;
    }

    /// <summary>The first finite verb is in the present: news tells of attacks in the past.</summary>
    private static bool IsPresent(Document document, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (document.TagOf(i) == Tag.Past || document.Word(i) is "was" or "were" or "had") return false;
            if (document.TagOf(i) == Tag.Verb && document.TagOf(i - 1) != Tag.To || document.Word(i) is "is" or "are" or "has" or "have") return true;
        }
        return false;
    }

    /// <summary>"a drill simulating a rocket attack", "an exercise in which a bomb exploded", "the exercise … the scenario said". An attack on an exercise is told before it.</summary>
    private static bool IsFeigned(Document document, int first, int end)
    {
        var (exercise, feigned) = (false, false);
        for (var i = first; i < end; i++)
        {
            if (IsExercise(document, i)) exercise = true;
            else if (!exercise && document.Has(i, Kinds.Event) && document.Find(i, Kinds.Event)!.Attribute("pos") == "verb") return false;
            feigned |= Feigned.Contains(document.Word(i)) || exercise && document.Word(i) == "in" && document.Word(i + 1) == "which"
                || document.Word(i) == "played" && document.Word(i + 1) == "the" && document.Has(i + 2, Kinds.Harm);
        }
        return exercise && feigned;
    }

    /// <summary>"a week after gunmen killed ten there", "in 2016 rockets hit the base".</summary>
    private static bool IsOlder(Document document, Clause clause)
    {
        var published = document.Article.PublishedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : (DateOnly?)null;
        foreach (var date in document.DatesIn(clause.First, clause.End))
            if (date.Role is DateRole.Relative or DateRole.Since || date.Role == DateRole.Event && published is { } day && date.To < Calendar.Plus(day, -DaysOfExercise)) return true;
        return false;
    }

    private static bool IsExercise(Document document, int i) =>
        Exercises.Contains(document.Word(i)) || document.Word(i) is "game" or "games" && document.Word(i - 1) == "war";
}
