using System.Globalization;
using System.Text;

namespace Platform.Extraction.Engine;

/// <summary>Text into tokens whose offsets point into that text. One pass; any string.</summary>
internal static class Tokenizer
{
    /// <summary>The tokens in text order; spaces and control characters give none.</summary>
    public static List<Token> Split(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 1);
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c)) i++;
            else if (char.IsLetter(c)) i = Word(text, i, tokens);
            else if (char.IsAsciiDigit(c)) i = Number(text, i, tokens);
            else i = Mark(text, i, tokens);
        }
        return tokens;
    }

    private static int Word(string text, int start, List<Token> tokens)
    {
        var abbreviation = AbbreviationEnd(text, start);
        if (abbreviation > start)
        {
            var letters = Folding.Fold(text.AsSpan(start, abbreviation - start)).Replace(".", "", StringComparison.Ordinal);
            tokens.Add(new Token(start, abbreviation, TokenKind.Word, letters, char.IsUpper(text[start]), char.IsUpper(text[start])));
            return abbreviation;
        }
        var i = start;
        while (i < text.Length && (IsWordCharacter(text[i]) || InnerApostrophe(text, i))) i++;
        Add(text, start, i, tokens);
        // The possessive ending is a token of its own: "Iraq's" is Iraq and 's.
        if (i + 1 < text.Length && Folding.IsApostrophe(text[i]) && text[i + 1] is 's' or 'S' && !(i + 2 < text.Length && IsWordCharacter(text[i + 2])))
        {
            tokens.Add(new Token(i, i + 2, TokenKind.Mark, "'s", false, false));
            i += 2;
        }
        return i;
    }

    /// <summary>End of "U.S.", "a.m." and the like, or <paramref name="start"/> when there is none.</summary>
    private static int AbbreviationEnd(string text, int start)
    {
        var i = start;
        while (i + 1 < text.Length && char.IsLetter(text[i]) && text[i + 1] == '.' && (i + 2 >= text.Length || !char.IsLetter(text[i + 2]) || (i + 3 < text.Length && text[i + 3] == '.')))
        {
            i += 2;
            if (i >= text.Length || !char.IsLetter(text[i])) break;
        }
        return i - start >= 4 ? i : start;
    }

    private static int Number(string text, int start, List<Token> tokens)
    {
        var i = start;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || ThousandsComma(text, i))) i++;
        var digits = text[start..i].Replace(",", "", StringComparison.Ordinal);
        var letters = i;
        while (letters < text.Length && char.IsLetter(text[letters])) letters++;
        var ending = Folding.Fold(text.AsSpan(i, letters - i));
        if (ending.Length > 0 && ending is not ("st" or "nd" or "rd" or "th"))
        {
            while (letters < text.Length && IsWordCharacter(text[letters])) letters++;
            Add(text, start, letters, tokens);
            return letters;
        }
        tokens.Add(new Token(start, letters, TokenKind.Number, digits + (ending.Length > 0 ? "th" : ""), false, false));
        return letters;
    }

    private static int Mark(string text, int start, List<Token> tokens)
    {
        var c = text[start];
        var length = char.IsHighSurrogate(c) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1;
        var norm = Folding.IsApostrophe(c) ? "'" : c switch
        {
            '\u201C' or '\u201D' or '\u00AB' or '\u00BB' => "\"",
            '\u2010' or '\u2011' or '\u2013' or '\u2014' or '\u2212' => "-",
            _ => length == 1 && c < 128 ? Ascii[c] : text.Substring(start, length),
        };
        tokens.Add(new Token(start, start + length, TokenKind.Mark, norm, false, false));
        return start + length;
    }

    private static void Add(string text, int start, int end, List<Token> tokens)
    {
        var span = text.AsSpan(start, end - start);
        var upper = span.Length > 1;
        foreach (var c in span)
            if (char.IsLower(c)) { upper = false; break; }
        tokens.Add(new Token(start, end, TokenKind.Word, Folding.Fold(span), char.IsUpper(span[0]), upper && char.IsUpper(span[0])));
    }

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool InnerApostrophe(string text, int i)
    {
        if (!Folding.IsApostrophe(text[i]) || i + 1 >= text.Length || !char.IsLetter(text[i + 1])) return false;
        var possessive = text[i + 1] is 's' or 'S' && (i + 2 >= text.Length || !IsWordCharacter(text[i + 2]));
        return !possessive;
    }

    private static bool ThousandsComma(string text, int i) =>
        text[i] == ',' && i + 3 < text.Length && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3])
        && !(i + 4 < text.Length && char.IsAsciiDigit(text[i + 4]));

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];
}
