using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"US raids on the capital", "the raids pounded a quarter": raids that strike from afar come from the air; a raid on a house, by men who search it, does not.</summary>
internal static class AirRaids
{
    /// <summary>Tokens from the raids to the verb.</summary>
    private const int VerbReach = 12;

    private static readonly WordSet Strikes = ["pounded", "hit", "struck", "targeted", "flattened", "destroyed", "levelled", "leveled", "bombed"];

    private static readonly WordSet Ground =
    [
        "police", "ground", "house", "commando", "commandos", "night", "arrest", "dawn", "search", "forces", "army", "troops", "border", "militia",
        "settler", "settlers", "cattle", "rebel", "contra", "gang", "bandit", "jihadist", "militant", "insurgent", "guerrilla",
    ];

    private static readonly WordSet Flying = ["helicopter", "helicopters", "plane", "planes", "airplane", "airplanes", "aircraft", "jet", "jets", "warplane", "warplanes", "gunships", "bombers"];

    /// <summary>"helicopters bombed the quarter", "the bombing of the town by the air force": what flies and bombs does so from the air.</summary>
    public static bool IsBombedFromAir(Document document, Clause clause, LexiconMatch told)
    {
        if (!document.Word(told.First).StartsWith("bomb", StringComparison.Ordinal) || document.Find(told.First, Kinds.Weapon) is not null) return false;
        var sentence = document.Sentences[clause.Sentence];
        var roles = document.Roles;
        new RoleReader(document).Read(RoleFiller.HeadOf(document, told), sentence.First, sentence.End, roles);
        foreach (var agent in roles.Agents)
        {
            var head = document.Phrases[agent].Head;
            if (Flying.Contains(document.Word(head)) || document.Word(head) == "force" && document.Word(head - 1) == "air") return true;
        }
        return false;
    }

    /// <summary>True when the words that tell the attack are raids of that kind.</summary>
    public static bool Are(Document document, Frame frame, LexiconMatch? told)
    {
        if (told is null || document.IsUpper || document.Word(told.End - 1) != "raids" || told.Find(Kinds.Event) is null) return false;
        foreach (var doer in frame.Perpetrators)
            if (doer.Kind != PerpetratorKind.State) return false;
        if (document.Word(told.End) == "by") return false;
        for (var i = told.First - 1; i >= Math.Max(frame.Clause.First, told.First - 4); i--)
            if (Ground.Contains(document.Word(i))) return false;
        for (var i = told.End; i < Math.Min(frame.Clause.End, told.End + VerbReach); i++)
            if (Strikes.Contains(document.Word(i))) return document.Phrases[document.Phrases.At(i)] is { Kind: ChunkKind.Verb, IsPassive: false };
            else if (document.Word(i) is "," or ";") break;
        // States that raid a country with no army of theirs in it.
        return document.Word(told.End) is "on" or "against" && frame.Perpetrators is [{ Kind: PerpetratorKind.State, Name: "United States" or "United Kingdom" or "Saudi-led coalition" or "US-led coalition" or "Saudi Arabia" }, ..] && frame.Harm.ContainsKey("killed");
    }
}
