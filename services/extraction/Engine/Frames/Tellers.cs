namespace Platform.Extraction.Engine;

/// <summary>Noun phrases beside words of an attack that only tell of it or name a town: no targets.</summary>
internal static class Tellers
{
    private static readonly WordSet Towns = ["capital", "city", "town", "village", "province", "governorate", "district"];

    /// <summary>"…, killing 11, the Observatory for X said", "the spokesman of the ministry said": a teller, whatever house it has its name from.</summary>
    public static bool Is(Document document, int chunk)
    {
        var phrases = document.Phrases;
        if (document.Find(phrases[chunk].Head, Kinds.Source) is { Value: "agency" }) return true;
        var next = chunk + 1;
        while (phrases.KindOf(next) is ChunkKind.Adverb or ChunkKind.Time) next++;
        return phrases.KindOf(next) == ChunkKind.Verb && phrases[next] is { IsPassive: false } verb && (verb.Form & (VerbForm.Ing | VerbForm.Reduced | VerbForm.Infinitive)) == 0 && document.Has(verb.Head, Kinds.Say) && document.Has(phrases[chunk].Head, Kinds.Source);
    }

    /// <summary>", the Ministry of X said", "the Directorate of Y announced": the name goes on after the noun.</summary>
    public static bool IsOffice(Document document, int chunk)
    {
        var phrases = document.Phrases;
        return document.Has(phrases[chunk].Head, Kinds.Source) && phrases.KindOf(chunk + 1) == ChunkKind.Preposition && document.Word(phrases[chunk + 1].First) == "of" && phrases.KindOf(chunk + 2) == ChunkKind.Noun
            && phrases[chunk + 3] is { Kind: ChunkKind.Verb, IsPassive: false } verb && (verb.Form & (VerbForm.Ing | VerbForm.Reduced | VerbForm.Infinitive)) == 0 && document.Has(verb.Head, Kinds.Say);
    }

    /// <summary>"the Yemeni capital Sanaa", "Syria's city of X": a town has a name as people have, and is none.</summary>
    public static bool IsTown(Document document, Chunk phrase)
    {
        var town = false;
        for (var i = phrase.First; i < phrase.Head; i++) town |= Towns.Contains(document.Word(i));
        if (!town) return false;
        foreach (var place in document.PlacesIn(phrase.First, phrase.End))
            if (place.End == phrase.End) return true;
        return false;
    }
}
