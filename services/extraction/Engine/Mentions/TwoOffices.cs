namespace Platform.Extraction.Engine;

/// <summary>"senator and presidential candidate Ana Lind": two offices before one name, without articles, are one person's.</summary>
internal static class TwoOffices
{
    /// <summary>Of a father and a son there are two, whoever is named.</summary>
    private static readonly WordSet Kin =
        ["man", "woman", "boy", "girl", "child", "father", "mother", "son", "daughter", "brother", "sister", "husband", "wife", "uncle", "aunt", "nephew", "niece", "cousin", "grandfather", "grandmother", "grandson", "granddaughter", "teenager", "toddler", "baby"];

    /// <summary>Whether a noun phrase and the one joined to it by "and" are one person.</summary>
    public static bool AreOne(Document document, in Chunk first, in Chunk second)
    {
        if (document.Word(first.End) != "and" || second.First != first.End + 1 || document.TagOf(first.End - 1) != Tag.Noun || document.TagOf(second.End - 1) != Tag.Name) return false;
        return IsOffice(document, first.First, first.End) && IsOffice(document, second.First, second.End);
    }

    /// <summary>Words that describe, then a noun for one person.</summary>
    private static bool IsOffice(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (document.TagOf(i) is not (Tag.Noun or Tag.Adjective) && !(i > first && document.TagOf(i) == Tag.Name)) return false;
            if (document.Has(i, Kinds.Person) || document.TagOf(i) == Tag.Noun && (document.ClassOf(i) & WordClass.Person) != 0) return (document.ClassOf(i) & WordClass.Plural) == 0 && !Kin.Contains(document.Word(i));
        }
        return false;
    }
}
