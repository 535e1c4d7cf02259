namespace Platform.Extraction.Engine;

/// <summary>Words of attacks where nobody fights: those who lay down their work, and what something is likened to.</summary>
internal static class NoFight
{
    /// <summary>Tokens from the word to the harm it did.</summary>
    private const int HarmReach = 6;

    /// <summary>Who goes on strike.</summary>
    private static readonly WordSet Strikers =
    [
        "workers", "employees", "teachers", "professors", "lecturers", "doctors", "physicians", "nurses", "drivers", "truckers", "carriers", "judges", "magistrates", "lawyers", "miners", "farmers", "growers", "students", "dockers",
        "dockworkers", "stevedores", "railwaymen", "staff", "union", "unions", "unionists", "servants", "shopkeepers", "merchants", "traders", "bakers", "journalists", "prisoners", "inmates", "labourers", "laborers", "oilmen", "steelworkers", "bankers",
    ];

    /// <summary>"The strike by judges and clerks", and where such a one is told any other strike of which no aim is said: "the strike, which began on 3 November".</summary>
    public static bool IsLabour(Document document, LexiconMatch match) =>
        document.World.HasLabour && document.Word(match.End - 1) is "strike" or "strikes" && (IsWalkout(document, match.End - 1) || match.End - match.First == 1 && document.Word(match.End) is not ("on" or "against" or "at") && !IsDeadly(document, match.End));

    /// <summary>"A Russian strike killed five": no walkout, whatever the union of the city does.</summary>
    private static bool IsDeadly(Document document, int from) => document.HasIn(from, Math.Min(document.Tokens.Count, from + HarmReach), Kinds.Harm);

    /// <summary>"strike by judges", "strike of the teachers".</summary>
    public static bool IsWalkout(Document document, int strike)
    {
        if (document.Word(strike) is not ("strike" or "strikes") || document.Word(strike + 1) is not ("by" or "of") || strike + 2 >= document.Tokens.Count) return false;
        var by = document.Phrases[document.Phrases.At(strike + 2)];
        return by.Kind == ChunkKind.Noun && Strikers.Contains(document.Word(by.Head));
    }

    /// <summary>"The country is like a house being attacked from all sides": a likeness, and no house.</summary>
    public static bool IsLikened(Document document, LexiconMatch match)
    {
        var verb = document.Phrases.At(match.First);
        if (verb < 2 || document.Phrases[verb] is not { Kind: ChunkKind.Verb } told || document.Word(told.First) != "being") return false;
        var thing = document.Phrases[verb - 1];
        return thing.Kind == ChunkKind.Noun && document.Word(thing.First) is "a" or "an" && document.Word(thing.First - 1) == "like";
    }
}
