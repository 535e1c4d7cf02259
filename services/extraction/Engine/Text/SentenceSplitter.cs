namespace Platform.Extraction.Engine;

/// <summary>Tokens into sentences: at final marks, blank lines, and ends of lines that are not wrapped.</summary>
internal static class SentenceSplitter
{
    /// <summary>A line shorter than this, in UTF-16 code units, that ends without a mark is a headline, not a wrapped line.</summary>
    private const int HeadlineLength = 60;

    /// <summary>A sentence is cut here at the latest, in tokens: what is done once a clause or a verb of it stays linear in the text.</summary>
    private const int LongestSentence = 500;

    private static readonly WordSet Abbreviations =
    [
        "gen", "lt", "col", "maj", "capt", "sgt", "brig", "mr", "mrs", "ms", "dr", "st", "gov", "sen", "rep", "no", "jan", "feb", "mar", "apr",
        "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "prof", "rev", "vs", "inc", "co", "ltd", "jr", "sr", "ave", "approx",
    ];

    /// <summary>"On Saturday at 11 p.m. Smith was shot": so many tokens a sentence can begin with that only say when.</summary>
    private const int OpeningTokens = 9;

    private static readonly WordSet Opening = ["at", "on", "around", "about", "shortly", "just", "by", "early", "late", "before", "after", "until", "from", "some"];

    /// <summary>What goes on after the hour: days, days that have names, and zones of time.</summary>
    private static readonly WordSet AfterHour =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tues", "tue", "wed", "thurs", "thur", "thu", "fri", "sat", "sun", "today",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
        "martin", "mlk", "presidents", "veterans", "ist", "cet", "cest", "bst", "christmas", "thanksgiving", "halloween", "new", "easter", "memorial", "labor", "valentine", "independence", "eastern", "central", "mountain", "pacific", "local", "gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "mt", "pt", "in", "on",
    ];

    /// <summary>The sentences in order; together they cover all tokens.</summary>
    public static List<Sentence> Split(string text, TokenList tokens)
    {
        var sentences = new List<Sentence>();
        Split(text, tokens, sentences);
        return sentences;
    }

    /// <summary>Adds the sentences in order; together they cover all tokens.</summary>
    public static void Split(string text, TokenList list, List<Sentence> sentences)
    {
        var tokens = list.AsSpan();
        var first = 0;
        var lineStart = tokens.Length > 0 ? tokens[0].Start : 0;
        var before = sentences.Count;
        for (var i = 0; i < tokens.Length; i++)
        {
            var lines = i + 1 < tokens.Length ? LineBreaks(text, tokens[i].End, tokens[i + 1].Start) : 0;
            if (i + 1 == tokens.Length || i + 1 - first >= LongestSentence || EndsAt(text, tokens, first, i) || lines > 0 && (LineEnds(tokens, i, lines, lineStart) || sentences.Count - before < HeadLine.MostLines && tokens[first].Start == lineStart && HeadLine.EndsAt(text, tokens, i)))
            {
                sentences.Add(new Sentence(sentences.Count, first, i + 1));
                first = i + 1;
            }
            if (lines > 0) lineStart = tokens[i + 1].Start;
        }
    }

    private static bool EndsAt(string text, ReadOnlySpan<Token> tokens, int first, int i)
    {
        ref readonly var token = ref tokens[i];
        ref readonly var next = ref tokens[i + 1];
        if (token.Norm is "\"" or ")" && i > 0 && IsFinal(tokens[i - 1]) && tokens[i - 1].End == token.Start)
            return next.Start > token.End && (next.Capital || next.Kind == TokenKind.Number);
        // "at 3:30 a.m. She was hit": the point of the hour ends the sentence, too, unless a day or a zone follows.
        if (token.Norm is "am" or "pm" && i > 0 && tokens[i - 1].Kind == TokenKind.Number && next.Start - token.End == 1 && text[token.End - 1] == '.')
            return next.Capital && !AfterHour.Contains(next.Norm) && !(i + 2 < tokens.Length && tokens[i + 2].Norm == "time") && !(i - first < OpeningTokens && Opening.Contains(tokens[first].Norm));
        if (!IsFinal(token) || next.Start == token.End) return false;
        if (token.Norm != ".") return true;
        // "HOOVER, Ala. - ", "Mobile, Ala. (AP)"
        if (i > 1 && next.Norm is "-" or "(" or "," && tokens[i - 2].Norm == "," && UsStates.IsAbbreviation(tokens[i - 1].Norm)) return false;
        if (i > 0 && (Abbreviations.Contains(tokens[i - 1].Norm) || tokens[i - 1].Norm.Length == 1 && tokens[i - 1].Capital)) return false;
        return next.Capital || next.Kind != TokenKind.Word;
    }

    private static bool IsFinal(in Token token) => token.Kind == TokenKind.Mark && token.Norm is "." or "!" or "?" or "\u3002" or "\u061F";

    private static bool LineEnds(ReadOnlySpan<Token> tokens, int i, int lines, int lineStart) =>
        lines > 1 || IsFinal(tokens[i]) || tokens[i].Norm is "\"" or ")" && i > 0 && IsFinal(tokens[i - 1])
        || (tokens[i].End - lineStart < HeadlineLength && tokens[i + 1].Capital && tokens[i].Norm is not ("," or "-"));

    private static int LineBreaks(string text, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
            if (text[i] == '\n') count++;
        return count;
    }
}
