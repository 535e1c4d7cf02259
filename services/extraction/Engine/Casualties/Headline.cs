namespace Platform.Extraction.Engine;

/// <summary>Headlines in the text, whose capitals make no names.</summary>
internal static class Headline
{
    /// <summary>Nearly all words begin with a capital.</summary>
    public static bool Is(Document document, Sentence sentence)
    {
        if (document.IsUpper) return false;
        var (words, capitals) = (0, 0);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (document.Tokens[i].Kind != TokenKind.Word || document.Word(i).Length < 4) continue;
            words++;
            if (document.IsCapital(i)) capitals++;
        }
        return words >= 4 && capitals * 10 >= words * 9;
    }

    /// <summary>The first line of a text, without a full stop: what stands below it was written with more known.</summary>
    public static bool StandsAlone(Document document, int sentence)
    {
        if (sentence != 0 || document.IsUpper || document.Sentences.Count < 2) return false;
        var (last, next) = (document.Sentences[0].End - 1, document.Sentences[1].First);
        return document.Tokens[last].Kind is TokenKind.Word or TokenKind.Number && document.IsLineStart(next);
    }

    /// <summary>"Teen Killed in Mayfair Friends are …": a verb with a capital within a sentence is of a headline that ran into it.</summary>
    public static bool Has(Document document, int from, int verb) => verb > from && document.IsCapital(verb) && !document.IsUpper;
}
