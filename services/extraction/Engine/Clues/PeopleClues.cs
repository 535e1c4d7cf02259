namespace Platform.Extraction.Engine;

/// <summary>Full names of the people some sentences name, but for those who only speak there.</summary>
internal static class PeopleClues
{
    private const int Most = 32;

    private static readonly WordSet Ranks =
    [
        "police", "sgt", "sergeant", "lt", "lieutenant", "capt", "captain", "det", "detective", "chief", "sheriff", "officer", "deputy", "mayor", "judge", "prosecutor", "attorney",
        "spokesman", "spokeswoman", "spokesperson", "reporter", "president", "minister", "governor", "senator", "secretary", "dr", "coroner", "commissioner", "inspector", "trooper",
    ];

    private static readonly WordSet Saying = ["said", "says", "told", "added", "announced", "stated", "tweeted", "wrote", "explained", "noted", "reported", "reports", "confirmed"];

    /// <summary>The names, folded, those with an age first.</summary>
    public static List<string> Read(Document document, bool[] sentences)
    {
        var (aged, others) = (new List<string>(), new List<string>());
        var phrases = document.Phrases;
        foreach (var sentence in document.Sentences)
        {
            if (!sentences[sentence.Index] || sentence.First == sentence.End) continue;
            for (var chunk = phrases.At(sentence.First); chunk < phrases.Count && phrases[chunk].First < sentence.End; chunk++)
            {
                if (phrases.KindOf(chunk) != ChunkKind.Noun || aged.Count + others.Count >= Most) continue;
                if (document.Persons.Of(chunk) is not { } name || name.End - name.First < 2) continue;
                var end = phrases[chunk].End;
                var hasAge = document.Word(end) == "," && document.TagOf(end + 1) == Tag.Number && document.Word(end + 2) is "," or "." or "-";
                if (!hasAge && IsSpeaker(document, phrases[chunk], phrases.NameOf(chunk).First)) continue;
                var written = NameOf(document, name);
                if (hasAge && others.Remove(written)) aged.Add(written);
                else if (!aged.Contains(written) && !others.Contains(written)) (hasAge ? aged : others).Add(written);
            }
        }
        aged.AddRange(others);
        return aged;
    }

    private static bool IsSpeaker(Document document, in Chunk phrase, int name)
    {
        for (var i = phrase.First; i < name; i++)
            if (Ranks.Contains(document.Word(i))) return true;
        return Saying.Contains(document.Word(phrase.First - 1)) || Saying.Contains(document.Word(phrase.End));
    }

    /// <summary>First and last name: what is between is left out as often as not.</summary>
    private static string NameOf(Document document, (int First, int End) name)
    {
        var last = name.End - 1;
        while (last > name.First + 1 && document.Word(last) is "jr" or "sr" or "ii" or "iii" or "." or "\"") last--;
        return $"{document.Word(name.First)} {document.Word(last)}";
    }
}
