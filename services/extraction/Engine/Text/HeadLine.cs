namespace Platform.Extraction.Engine;

/// <summary>
/// A headline above the text, as long as it may be: what stands below begins anew. A wrapped line ends where the next word had no room, and
/// goes on in small letters or with a name.
/// </summary>
internal static class HeadLine
{
    /// <summary>Headline, second headline and the line of the author stand above the text.</summary>
    public const int MostLines = 3;

    /// <summary>Tokens of a dateline up to its dash.</summary>
    private const int DatelineTokens = 14;

    /// <summary>A sentence in small letters shows them within so many tokens.</summary>
    private const int CaseTokens = 12;

    /// <summary>Letters by which the lines of wrapped text may differ and still be wrapped: some wrap by the look, not by the letter.</summary>
    private const int Ragged = 25;

    /// <summary>Words that have a capital only where a sentence begins.</summary>
    private static readonly WordSet Openers =
    [
        "a", "an", "the", "at", "on", "in", "after", "when", "as", "while", "during", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "dozens", "hundreds", "some", "this", "it", "he", "she", "they", "police", "authorities", "officials", "according",
    ];

    /// <summary>A line that breaks off here goes on below.</summary>
    private static readonly WordSet Unfinished =
        ["a", "an", "the", "of", "in", "at", "on", "to", "by", "for", "from", "with", "near", "and", "or", "but", "after", "as", "that", "who", "which", "was", "were", "is", "are", "has", "had", "have", "said", "says", "mr", "gen", "col", "lt", "his", "her", "their", "its", "than", "into", "between", "when", "while", ",", "-", ":", ";", "("];

    /// <summary>Whether the first lines of a text end a headline at a token; the line begins the sentence, and another line follows.</summary>
    public static bool EndsAt(string text, ReadOnlySpan<Token> tokens, int last)
    {
        ref readonly var next = ref tokens[last + 1];
        if (IsDateline(tokens, last + 1)) return tokens[last].Norm != ",";
        if (!next.Capital || Unfinished.Contains(tokens[last].Norm) || !HasSmallWord(tokens, last + 1)) return false;
        if (Openers.Contains(next.Norm) && tokens[last].Kind != TokenKind.Mark && last + 2 < tokens.Length && !tokens[last + 2].Capital) return true;
        return HadRoom(text, tokens, last);
    }

    /// <summary>"TAMPA, Fla. - ", "June 12 (Reuters) - ": names, days and an agency, then a dash.</summary>
    private static bool IsDateline(ReadOnlySpan<Token> tokens, int first)
    {
        var (agency, bracket) = (false, false);
        for (var i = first; i < Math.Min(first + DatelineTokens, tokens.Length - 1); i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Norm == "-" && i > first && token.Start > tokens[i - 1].End && tokens[i + 1].Start > token.End) return agency || tokens[first].Upper && tokens[first].End - tokens[first].Start > 2;
            if (token.Norm == "(") bracket = agency = true;
            else if (token.Norm == ")") bracket = false;
            else if (token.Kind == TokenKind.Mark && token.Norm is not ("," or "/" or "-") && !(token.Norm == "." && token.Start == tokens[i - 1].End && tokens[i - 1].Norm.Length <= 4)) return false;
            else if (token.Kind == TokenKind.Word && !bracket && !token.Capital) return false;
        }
        return false;
    }

    /// <summary>Not in capitals throughout: there they say nothing of where a sentence begins.</summary>
    private static bool HasSmallWord(ReadOnlySpan<Token> tokens, int first)
    {
        for (var i = first; i < Math.Min(first + CaseTokens, tokens.Length); i++)
            if (tokens[i].Kind == TokenKind.Word && !tokens[i].Capital) return true;
        return false;
    }

    /// <summary>The line below is longer than this one with the word that would have been next on it.</summary>
    private static bool HadRoom(string text, ReadOnlySpan<Token> tokens, int last)
    {
        var start = text.LastIndexOf('\n', tokens[last].Start) + 1;
        ref readonly var next = ref tokens[last + 1];
        var below = text.AsSpan(next.Start);
        var length = below.IndexOf('\n') is var end and >= 0 ? end : below.Length;
        return length > tokens[last].End - start + 1 + (next.End - next.Start) + Ragged;
    }
}
