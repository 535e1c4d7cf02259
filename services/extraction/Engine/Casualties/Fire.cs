namespace Platform.Extraction.Engine;

/// <summary>"Three people were killed when a gunman opened fire": a passive whose doer the clause after it tells.</summary>
internal static class Fire
{
    private const int Reach = 20;

    private static readonly WordSet Opened = ["opened", "fired", "shot", "stabbed", "attacked", "began", "started"];
    private static readonly WordSet Police = ["police", "officer", "officers", "deputy", "deputies", "trooper", "troopers", "agent", "agents"];

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

    /// <summary>"began shooting", "opened fire"; of what else somebody opened or began nothing is known.</summary>
    private static bool IsFire(Document document, int next) => document.Word(next - 1) is not ("opened" or "began" or "started") || document.Word(next) is "fire" or "shooting" or "firing" or "stabbing";
}
