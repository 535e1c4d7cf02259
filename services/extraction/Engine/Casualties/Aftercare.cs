namespace Platform.Extraction.Engine;

/// <summary>Words of what becomes of the hurt afterwards: taken to a hospital, treated, in stable condition, expected to live.</summary>
internal static class Aftercare
{
    private const int Reach = 9;

    /// <summary>From "taken" over "to hospitals in the area with" to "non-life-threatening".</summary>
    private const int SafeReach = 14;

    /// <summary>Verbs of <see cref="IsTaken"/>.</summary>
    public static readonly WordSet TakenWords =
    [
        "taken", "transported", "rushed", "airlifted", "flown", "brought", "admitted", "transferred", "driven", "carried", "sent", "sending", "sends", "landed", "landing", "lands", "put", "putting", "puts",
    ];

    /// <summary>"in critical condition", "hospitalized", "expected to survive": alive and hurt.</summary>
    public static bool IsCondition(Document document, int i)
    {
        var word = document.Word(i);
        if (word == "condition") return document.Word(i - 1) is "critical" or "stable" or "serious" or "fair" or "good" or "grave";
        if (word == "survived") return document.Word(i + 1) is not ("by" or "being" or "the" or "a" or "an") && document.Word(i - 1) is not ("is" or "are" or "was" or "were");
        if (word == "clinging") return document.Word(i + 1) == "to" && document.Word(i + 2) == "life";
        if (word == "surgery") return document.Word(i - 1) is "underwent" or "undergoing" or "undergone" or "undergo";
        if (word is "survive" or "recover" or "live") return document.Word(i - 1) == "to" && document.Word(i - 2) == "expected";
        return word is "paralyzed" or "paralysed" or "hospitalized" or "hospitalised" or "recovering" || word == "fighting" && document.Word(i + 1) == "for" && document.Word(i + 3) is "life" or "lives";
    }

    /// <summary>"is recovering", "remains hospitalized", "is expected to survive", "in stable condition": nobody who has died before in the text. Who is in critical condition may have.</summary>
    public static bool IsOfLiving(Document document, int i) => document.Word(i) switch
    {
        "condition" => document.Word(i - 1) is "stable" or "fair" or "good" or "satisfactory",
        "hospitalized" or "hospitalised" => document.Word(i - 1) is "remains" or "remained" or "still",
        // Of an illness other people recover.
        "recovering" => document.TagOf(i - 1) == Tag.Be && document.Word(i + 1) != "from",
        "survive" or "recover" or "live" => document.Word(i - 2) == "expected",
        _ => false,
    };

    /// <summary>"is in stable condition": of now. Who "was in stable condition" may be who died later.</summary>
    public static bool IsNow(Document document, int i)
    {
        for (var k = i - 1; k > i - 5; k--)
            if (document.Word(k) is "is" or "are" or "'s" or "remains" or "remain") return true;
        return false;
    }

    /// <summary>"is in the hospital", "remains in an area hospital", "is in surgery", "left three people in the hospital", "ended with three people in the hospital".</summary>
    public static bool IsInHospital(Document document, int i)
    {
        if (document.Word(i) != "in" || document.Word(i - 1) is not ("is" or "are" or "remains" or "remain" or "was" or "were" or "still") && !IsLeft(document, i)) return false;
        for (var k = i + 1; k < i + 4; k++)
            if (document.Word(k) is "hospital" or "hospitals" or "surgery" or "icu" && document.Word(k + 1) is not ("lobby" or "hallway" or "room" or "parking" or "scrubs") || document.Word(k) == "intensive" && document.Word(k + 1) == "care") return true;
        return false;
    }

    /// <summary>"ended with three teens in", "left a man in": a phrase after such a word.</summary>
    private static bool IsLeft(Document document, int word)
    {
        var index = document.Phrases.At(word) - 1;
        // "A boy is dead and his brother in a hospital"
        if (document.Phrases.KindOf(index) == ChunkKind.Noun && document.Phrases[index].End == word && document.Phrases.KindOf(index - 1) == ChunkKind.Conjunction && document.Word(document.Phrases[index - 1].First - 1) is "dead" or "injured" or "wounded" or "killed") return true;
        // "left a man dead and two women in the hospital"
        if (document.Phrases.KindOf(index) == ChunkKind.Noun && document.Phrases[index].End == word && document.Phrases.KindOf(index - 1) == ChunkKind.Conjunction && document.Phrases.KindOf(index - 2) == ChunkKind.Noun)
            return document.Phrases.KindOf(index - 3) == ChunkKind.Verb && document.Word(document.Phrases[index - 3].End - 1) is "left" or "leaving" or "leaves";
        return document.Phrases.KindOf(index) == ChunkKind.Noun && document.Phrases[index].End == word && index > 0 && document.Word(document.Phrases[index - 1].End - 1) is var verb
            && (verb is "left" or "leaving" or "leaves" || verb == "with" && document.Word(document.Phrases[index - 1].End - 2) is "ended" or "ends" or "ending");
    }

    /// <summary>"Two victims later arrived at a hospital", "a man walked into an emergency room": the verb, of someone the text calls harmed or tells for the first time.</summary>
    public static bool IsArrived(Document document, int i, int end)
    {
        if (document.Word(i) is not ("arrived" or "walked" or "showed" or "turned" or "came" or "drove") || !(Has(document, i + 1, end, "hospital", "hospitals", "") || Has(document, i + 1, end, "emergency", "clinic", ""))) return false;
        for (var k = i - 1; k > i - 6; k--)
        {
            if (document.Word(k) is "victim" or "victims") return true;
            if (document.Word(k) is "man" or "woman" or "boy" or "girl" or "men" or "women" or "people" or "person" or "teen" or "teenager") return document.Quantities.EndingAt(k) is not null || document.Word(k - 1) is "a" or "another" || document.Word(k - 2) is "a" or "another" || document.Word(k - 1) == "old";
        }
        return false;
    }

    /// <summary>"was taken to a hospital", "sent a girl to the hospital": the verb.</summary>
    public static bool IsTaken(Document document, int i, int end) =>
        TakenWords.Contains(document.Word(i)) && Has(document, i + 1, end, "hospital", "hospitals", IsLanded(document.Word(i)) ? "in" : "to");

    /// <summary>"were taken to a hospital with non-life-threatening injuries": the verb, of people who live.</summary>
    public static bool IsSafe(Document document, int i, int end)
    {
        for (var k = i + 1; k + 2 < Math.Min(end, i + SafeReach); k++)
            if (document.Word(k) == "non" && (document.Word(k + 1) == "life" || document.Word(k + 2) == "life")) return true;
        return false;
    }

    /// <summary>"landed two men in the hospital": the verb.</summary>
    private static bool IsLanded(string word) => word is "landed" or "landing" or "lands" or "put" or "putting" or "puts";

    /// <summary>Whether the verb tells what becomes of its object: "sent a girl to the hospital".</summary>
    public static bool HasObject(string word) => word is "sent" or "sending" or "sends" || IsLanded(word);

    /// <summary>"suffered minor injuries", "sustained a wound", "was treated for his injuries": the verb.</summary>
    public static bool IsInjured(Document document, int i, int end) =>
        (IsSuffered(document.Word(i)) || document.Word(i) == "treated") && document.MatchOf(i)?.Find(Kinds.Harm) is null
        && (document.Word(i) == "treated" && IsReleased(document, i + 1, end) && document.Quantities.EndingAt(document.Phrases[document.Phrases.At(i)].First) is null || Has(document, i + 1, end, "injuries", "injury", "") || Has(document, i + 1, end, "wound", "wounds", ""));

    /// <summary>"was treated and released", "was treated at a hospital and released"; not for smoke or for shock.</summary>
    private static bool IsReleased(Document document, int from, int end)
    {
        for (var k = from; k < Math.Min(end, from + Reach); k++)
        {
            if (document.Word(k) is "for" or "," or ";") return false;
            if (document.Word(k) == "released") return document.Word(k - 1) is "and" or "then" or "later" or "been";
        }
        return false;
    }

    /// <summary>A verb whose subject is hurt.</summary>
    public static bool IsSuffered(string word) => word is "suffered" or "sustained" or "suffering" or "received" or "suffers";

    private static bool Has(Document document, int from, int end, string one, string many, string first)
    {
        var seen = first.Length == 0;
        for (var k = from; k < Math.Min(end, from + Reach); k++)
        {
            var word = document.Word(k);
            seen |= word == first;
            if (seen && (word == one || word == many || one == "hospital" && word is "medical" or "trauma" && document.Word(k + 1) is "center" or "centre")) return true;
        }
        return false;
    }
}
