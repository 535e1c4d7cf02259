namespace Platform.Extraction.Engine;

/// <summary>"Three people were killed when a gunman opened fire": a passive whose doer the clause after it tells.</summary>
internal static class Fire
{
    private const int Reach = 20;

    /// <summary>Tokens after the group in which its count may be told to hold the doer, and from a doer to "among the dead".</summary>
    private const int DeadReach = 150, SubjectReach = 12;

    private static readonly WordSet Doers = ["gunman", "gunmen", "shooter", "suspect", "attacker", "assailant", "killer", "stabber"];

    private static readonly WordSet Opened = ["opened", "fired", "shot", "stabbed", "attacked", "began", "started"];
    private static readonly WordSet Police = ["police", "officer", "officers", "deputy", "deputies", "trooper", "troopers", "agent", "agents", "soldier", "soldiers", "troops", "guard", "guards", "forces"];

    /// <summary>Whether from a token on, up to the end of the sentence, such a clause follows: of people who are not the police.</summary>
    public static bool IsOpenedAfter(Document document, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + Reach); i++)
        {
            if (document.Word(i) is ";" or ".") return false;
            if (document.Word(i) is not ("when" or "as" or "after") || i + 2 >= end) continue;
            var index = document.Phrases.At(i + 1);
            if (document.Phrases.KindOf(index) != ChunkKind.Noun || document.Phrases.KindOf(index + 1) != ChunkKind.Verb || document.TagOf(document.Phrases[index].First) == Tag.Pronoun || Police.Contains(document.Word(document.Phrases[index].Head))) return false;
            var verb = document.Phrases[index + 1];
            return !verb.IsPassive && (Opened.Contains(document.Word(verb.End - 1)) && IsFire(document, verb.End) || document.Word(verb.First) is "began" or "started" && document.Word(verb.End - 1) is "shooting" or "firing" or "stabbing") && new PersonPhrase(document, index).IsPerson;
        }
        return false;
    }

    /// <summary>"The gunman was among the dead", "including the shooter": those who were told first are all of them.</summary>
    public static bool IsAmongDead(Document document, int from)
    {
        var end = Math.Min(document.Tokens.Count, from + DeadReach);
        for (var i = from; i < end; i++)
            if (document.Word(i) is "among" or "of" && document.Word(i + 1) is "the" or "those" && document.Word(i + 2) is "dead" or "victims" or "killed" or "fatalities" or "deceased" && HasDoer(document, i - SubjectReach, i)
                || document.Word(i) is "including" or "included" or "includes" && HasDoer(document, i + 1, i + 4)) return true;
        return false;
    }

    private static bool HasDoer(Document document, int from, int end)
    {
        for (var i = Math.Max(0, from); i < end; i++)
            if (Doers.Contains(document.Word(i))) return true;
        return false;
    }

    /// <summary>"began shooting", "opened fire"; of what else somebody opened or began nothing is known.</summary>
    private static bool IsFire(Document document, int next) => document.Word(next - 1) is not ("opened" or "began" or "started") || document.Word(next) is "fire" or "shooting" or "firing" or "stabbing";
}
