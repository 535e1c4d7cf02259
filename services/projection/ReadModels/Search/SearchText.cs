using Platform.Words;

namespace Platform.Projection.ReadModels;

/// <summary>
/// Text as the search takes it: folded words of letters and digits, a space between them. With nothing else in it the database's
/// parser sees words and numbers only, in texts and in questions alike, and so does <see cref="Lexemes"/>.
/// </summary>
public static class SearchText
{
    /// <summary>Characters of a text that are searched; more could be too large for the database's type.</summary>
    private const int Searched = 100_000;

    /// <summary>The words of a text, as far as it is searched.</summary>
    public static string Of(string text)
    {
        var end = Math.Min(text.Length, Searched);
        var folded = Folding.Fold(text.AsSpan(0, end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end));
        return string.Create(folded.Length, folded, static (words, folded) =>
        {
            for (var i = 0; i < words.Length; i++)
                words[i] = char.IsLetterOrDigit(folded[i]) ? folded[i] : ' ';
        });
    }

    /// <summary>A question with its words made alike. What it says beside words stays: quotation marks around a phrase, <c>-</c> in front of what must not be there, <c>or</c>.</summary>
    public static string Question(string question)
    {
        var folded = Folding.Fold(question);
        return string.Create(folded.Length, folded, static (words, folded) =>
        {
            var inPhrase = false;
            for (var i = 0; i < words.Length; i++)
            {
                var isMark = folded[i] == '"';
                inPhrase ^= isMark;
                var excludes = folded[i] == '-' && !inPhrase && (i == 0 || char.IsWhiteSpace(folded[i - 1]))
                    && i + 1 < folded.Length && (folded[i + 1] == '"' || char.IsLetterOrDigit(folded[i + 1]));
                words[i] = isMark || excludes || char.IsLetterOrDigit(folded[i]) ? folded[i] : ' ';
            }
        });
    }
}
