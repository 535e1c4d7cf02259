using System.Globalization;

namespace Platform.Extraction.Engine;

/// <summary>Text into tokens whose offsets point into that text. One pass; any string.</summary>
internal sealed class Tokenizer(Vocabulary vocabulary)
{
    private readonly WordCache cache = new(vocabulary);
    private char[] folded = new char[256];

    /// <summary>The tokens in text order; spaces and control characters give none.</summary>
    public static TokenList Split(string text)
    {
        var tokens = new TokenList();
        new Tokenizer(Lexicon.Shared.Vocabulary).Split(text, tokens);
        return tokens;
    }

    /// <summary>Adds the tokens of a text in order; spaces and control characters give none.</summary>
    public void Split(ReadOnlySpan<char> text, TokenList tokens)
    {
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c == ' ') i++;
            else if (char.IsAsciiLetter(c)) i = Word(text, i, tokens);
            else if (char.IsAsciiDigit(c)) i = Number(text, i, tokens);
            else if (char.IsWhiteSpace(c) || char.IsControl(c)) i++;
            else if (char.IsLetter(c)) i = Word(text, i, tokens);
            else i = Mark(text, i, tokens);
        }
    }

    private int Word(ReadOnlySpan<char> text, int start, TokenList tokens)
    {
        // Nearly all words are ASCII letters and digits up to a space or a mark: hashed while their end is looked for, and known already, they
        // need no folding. A tenth of the engine's time was here before.
        var (end, hash, lower) = (start, Vocabulary.FirstHash, false);
        for (; end < text.Length && char.IsAsciiLetterOrDigit(text[end]); end++)
        {
            hash = Vocabulary.Hash(hash, (char)(text[end] | 0x20));
            lower |= text[end] >= 'a';
        }
        if (end > start && (end == text.Length || text[end] < 128 && !Folding.IsApostrophe(text[end]) && (text[end] != '.' || end > start + 1))
            && cache.IsKnown(text[start..end], Vocabulary.LastHash(hash), out var known))
        {
            var capital = text[start] < 'a';
            tokens.Add(new Token(start, end, TokenKind.Word, known, capital, capital && end - start > 1 && !lower));
            return end;
        }
        return OtherWord(text, start, tokens);
    }

    /// <summary>A word that is new, or has apostrophes, points or letters beyond ASCII.</summary>
    private int OtherWord(ReadOnlySpan<char> text, int start, TokenList tokens)
    {
        var abbreviation = start + 1 < text.Length && text[start + 1] == '.' ? AbbreviationEnd(text, start) : start;
        if (abbreviation > start)
        {
            AddAbbreviation(text, start, abbreviation, tokens);
            return abbreviation;
        }
        var i = start;
        while (i < text.Length && (char.IsAsciiLetter(text[i]) || IsWordCharacter(text[i]) || InnerApostrophe(text, i))) i++;
        Add(text, start, i, tokens);
        // The possessive ending is a token of its own: "Iraq's" is Iraq and 's.
        if (i + 1 < text.Length && text[i + 1] is 's' or 'S' && Folding.IsApostrophe(text[i]) && !(i + 2 < text.Length && IsWordCharacter(text[i + 2])))
        {
            tokens.Add(new Token(i, i + 2, TokenKind.Mark, cache.Get("'s"), false, false));
            i += 2;
        }
        return i;
    }

    /// <summary>End of "U.S.", "a.m." and the like, or <paramref name="start"/> when there is none.</summary>
    private static int AbbreviationEnd(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i + 1 < text.Length && char.IsLetter(text[i]) && text[i + 1] == '.' && (i + 2 >= text.Length || !char.IsLetter(text[i + 2]) || (i + 3 < text.Length && text[i + 3] == '.')))
        {
            i += 2;
            if (i >= text.Length || !char.IsLetter(text[i])) break;
        }
        return i - start >= 4 ? i : start;
    }

    private void AddAbbreviation(ReadOnlySpan<char> text, int start, int end, TokenList tokens)
    {
        var length = Fold(text[start..end]);
        var letters = 0;
        for (var k = 0; k < length; k++)
            if (folded[k] != '.') folded[letters++] = folded[k];
        var capital = char.IsUpper(text[start]);
        Add(start, end, TokenKind.Word, letters, capital, capital, tokens);
    }

    private int Number(ReadOnlySpan<char> text, int start, TokenList tokens)
    {
        var i = start;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || ThousandsComma(text, i))) i++;
        var letters = i;
        while (letters < text.Length && char.IsLetter(text[letters])) letters++;
        var ordinal = false;
        if (letters > i)
        {
            // Fold can replace the buffer by a larger one, so it comes before the span over it.
            var folds = Fold(text[i..letters]);
            var ending = folded.AsSpan(0, folds);
            ordinal = ending is "st" or "nd" or "rd" or "th";
            if (!ordinal && ending.Length > 0)
            {
                while (letters < text.Length && IsWordCharacter(text[letters])) letters++;
                Add(text, start, letters, tokens);
                return letters;
            }
        }
        Room(i - start + 2);
        var length = 0;
        foreach (var c in text[start..i])
            if (c != ',') folded[length++] = c;
        if (ordinal) (folded[length++], folded[length++]) = ('t', 'h');
        Add(start, letters, TokenKind.Number, length, false, false, tokens);
        return letters;
    }

    private int Mark(ReadOnlySpan<char> text, int start, TokenList tokens)
    {
        var c = text[start];
        var length = char.IsHighSurrogate(c) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]) ? 2 : 1;
        ReadOnlySpan<char> shown = Folding.IsApostrophe(c) ? "'" : c switch
        {
            '\u201C' or '\u201D' or '\u00AB' or '\u00BB' => "\"",
            '\u2010' or '\u2011' or '\u2013' or '\u2014' or '\u2212' => "-",
            _ => text.Slice(start, length),
        };
        tokens.Add(new Token(start, start + length, TokenKind.Mark, cache.Get(shown), false, false));
        return start + length;
    }

    private void Add(ReadOnlySpan<char> text, int start, int end, TokenList tokens)
    {
        var span = text[start..end];
        var capital = char.IsUpper(span[0]);
        Add(start, end, TokenKind.Word, Fold(span), capital, capital && span.Length > 1 && !HasLower(span), tokens);
    }

    private static bool HasLower(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLower(c)) return true;
        return false;
    }

    /// <summary>Adds a token whose norm stands at the beginning of the buffer.</summary>
    private void Add(int start, int end, TokenKind kind, int length, bool capital, bool upper, TokenList tokens) =>
        tokens.Add(new Token(start, end, kind, cache.Get(folded.AsSpan(0, length)), capital, upper));

    private int Fold(ReadOnlySpan<char> word)
    {
        Room(word.Length * Folding.Growth);
        return Folding.Fold(word, folded);
    }

    private void Room(int length)
    {
        if (folded.Length < length) folded = new char[length];
    }

    private static bool IsWordCharacter(char c) =>
        c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool InnerApostrophe(ReadOnlySpan<char> text, int i)
    {
        if (!Folding.IsApostrophe(text[i]) || i + 1 >= text.Length || !char.IsLetter(text[i + 1])) return false;
        var possessive = text[i + 1] is 's' or 'S' && (i + 2 >= text.Length || !IsWordCharacter(text[i + 2]));
        return !possessive;
    }

    private static bool ThousandsComma(ReadOnlySpan<char> text, int i) =>
        text[i] == ',' && i + 3 < text.Length && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3])
        && !(i + 4 < text.Length && char.IsAsciiDigit(text[i + 4]));
}
