namespace Platform.Extraction.Engine;

/// <summary>"shot dead a 19-year-old": an age that stands for whoever is so old.</summary>
internal static class AgedPerson
{
    /// <summary>The person that an article and an age without a noun name; null where a noun follows or none begins there.</summary>
    public static PeopleMention? At(Document document, int first, int end)
    {
        if (document.Word(first) is not ("a" or "an" or "another") || first + 3 >= end || document.Tokens[first + 1].Kind != TokenKind.Number && !document.Has(first + 1, Kinds.Number)) return null;
        var i = first + 2;
        if (document.Word(i) == "-") i++;
        if (document.Word(i) != "year") return null;
        i++;
        if (document.Word(i) == "-") i++;
        if (document.Word(i) != "old" || document.TagOf(i + 1) is Tag.Noun or Tag.Name or Tag.Adjective) return null;
        return new PeopleMention(first, i + 1, 1, 1, document.TextOf(document.QuoteOf(first + 1, i + 1)), true);
    }
}
