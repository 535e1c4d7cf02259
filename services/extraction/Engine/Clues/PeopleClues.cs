namespace Platform.Extraction.Engine;

/// <summary>Full names of the people some sentences name, but for those in office and those who only speak there; and of streets, which tell an event as well.</summary>
internal static class PeopleClues
{
    private const int Most = 32;

    private static readonly WordSet Ranks =
    [
        "police", "sgt", "sergeant", "lt", "lieutenant", "capt", "captain", "det", "detective", "chief", "sheriff", "officer", "deputy", "judge", "prosecutor", "attorney",
        "reporter", "dr", "coroner", "commissioner", "inspector", "trooper",
    ];

    /// <summary>Who holds one of these speaks on every attack of his years: his name tells none of them.</summary>
    private static readonly WordSet Offices =
    [
        "president", "premier", "minister", "king", "queen", "pope", "chancellor", "governor", "gov", "senator", "sen", "secretary", "ambassador", "mayor", "spokesman", "spokeswoman", "spokesperson",
    ];

    /// <summary>Words of firms and pages, which news writes like names.</summary>
    private static readonly WordSet OfNoPerson =
        ["news", "app", "page", "updated", "tv", "radio", "network", "stoppers", "inc", "tm", "am", "pm", "department", "university", "college", "hospital"];

    /// <summary>Of a street that has no other words there is one in every town; one with a name of its own tells an event as well as a person does.</summary>
    private static readonly WordSet OfAnyStreet =
    [
        "street", "avenue", "road", "boulevard", "lane", "highway", "route", "drive", "parkway", "block", "county", "city", "park",
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "first", "second", "third", "main",
    ];

    private static readonly WordSet Saying = ["said", "says", "told", "added", "announced", "stated", "tweeted", "wrote", "explained", "noted", "reported", "reports", "confirmed"];

    /// <summary>The names, folded, those with an age first.</summary>
    public static List<string> Read(Document document, bool[] sentences)
    {
        var (aged, others, officials) = (new List<string>(), new List<string>(), new HashSet<string>());
        var phrases = document.Phrases;
        foreach (var sentence in document.Sentences)
        {
            if (!sentences[sentence.Index] || sentence.First == sentence.End) continue;
            for (var chunk = phrases.At(sentence.First); chunk < phrases.Count && phrases[chunk].First < sentence.End; chunk++)
            {
                if (phrases.KindOf(chunk) != ChunkKind.Noun || aged.Count + others.Count >= Most) continue;
                if (document.Persons.Of(chunk) is not { } name || name.End - name.First < 2 || !CanBePerson(document, name)) continue;
                var end = phrases[chunk].End;
                var hasAge = document.Word(end) == "," && document.TagOf(end + 1) == Tag.Number && document.Word(end + 2) is "," or "." or "-";
                var written = NameOf(document, name);
                var first = phrases.NameOf(chunk).First;
                if (!hasAge && Has(document, phrases[chunk], first, Offices))
                {
                    officials.Add(written);
                    continue;
                }
                if (!hasAge && IsSpeaker(document, phrases[chunk], first)) continue;
                if (hasAge && others.Remove(written)) aged.Add(written);
                else if (!aged.Contains(written) && !others.Contains(written)) (hasAge ? aged : others).Add(written);
            }
        }
        aged.AddRange(others.Where(name => !officials.Contains(name)));
        return aged;
    }

    private static bool IsSpeaker(Document document, in Chunk phrase, int name) =>
        Has(document, phrase, name, Ranks) || Saying.Contains(document.Word(phrase.First - 1)) || Saying.Contains(document.Word(phrase.End));

    /// <summary>Whether one of some words stands before the name.</summary>
    private static bool Has(Document document, in Chunk phrase, int name, WordSet words)
    {
        for (var i = phrase.First; i < name; i++)
            if (words.Contains(document.Word(i))) return true;
        return false;
    }

    private static bool CanBePerson(Document document, (int First, int End) name)
    {
        for (var i = name.First; i < name.End; i++)
            if (OfNoPerson.Contains(document.Word(i))) return false;
        if (OfAnyStreet.Contains(document.Word(name.End - 2)) && OfAnyStreet.Contains(document.Word(name.End - 1))) return false;
        // One of a person's names may be a town's; a town's whole name is no person's.
        foreach (var place in document.PlacesIn(name.First, name.End))
            if (place.First <= name.First && place.End >= name.End) return false;
        return true;
    }

    /// <summary>First and last name: what is between is left out as often as not. Of a street its own name, since no two articles agree on the rest.</summary>
    private static string NameOf(Document document, (int First, int End) name)
    {
        var last = name.End - 1;
        while (last > name.First + 1 && document.Word(last) is "jr" or "sr" or "ii" or "iii" or "." or "\"") last--;
        var first = OfAnyStreet.Contains(document.Word(last)) && document.Word(last - 1).Length > 1 ? last - 1 : name.First;
        return $"{document.Word(first)} {document.Word(last)}";
    }
}
