using System.Globalization;

namespace Platform.Words;

/// <summary>
/// Brings spellings together: lower case, no diacritics, no apostrophes. Done with a table of our own, because
/// string normalisation does nothing under invariant globalisation.
/// </summary>
public static class Folding
{
    /// <summary>A folded word is at most so many times as long as the word (ß gives ss).</summary>
    public const int Growth = 2;

    private const string Plain = "aàáâãäåāăąǎạảấầẩẫậắằẳẵặ|cçćĉċč|dďđḑḍ|eèéêëēĕėęěẹẻẽếềểễệə|gĝğġģ|hĥħḩḥ|iìíîïĩīĭįıịỉİ|jĵ|kķ|lĺļľŀłḷ|nñńņňŉŋ|oòóôõöøōŏőǒọỏốồổỗộớờởỡợơ|rŕŗř|sśŝşšșṣ|tţťŧțṭ|uùúûüũūŭůűųụủứừửữựư|wŵ|yýÿŷ|zźżžẕz̧ẓ";
    private static readonly Dictionary<char, char> Table = Build();

    /// <summary>The folded form of a word.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var buffer = word.Length <= 64 ? stackalloc char[64 * Growth] : new char[word.Length * Growth];
        return buffer[..Fold(word, buffer)].ToString();
    }

    /// <summary>Writes the folded form of a word and gives its length; the buffer holds <see cref="Growth"/> times the word.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) buffer[length++] = c;
            else if (char.IsAsciiLetterUpper(c)) buffer[length++] = (char)(c | 0x20);
            else if (IsApostrophe(c)) continue;
            else if (c < 128) buffer[length++] = c;
            else length = FoldOther(c, buffer, length);
        }
        return length;
    }

    private static int FoldOther(char c, Span<char> buffer, int length)
    {
        if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) return length;
        var lower = char.ToLowerInvariant(c);
        if (lower is 'ß' or 'æ')
        {
            buffer[length++] = lower == 'ß' ? 's' : 'a';
            buffer[length++] = lower == 'ß' ? 's' : 'e';
            return length;
        }
        buffer[length++] = Table.GetValueOrDefault(lower, lower);
        return length;
    }

    /// <summary>Any of the characters that stand for an apostrophe or an Arabic hamza or ayn.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u02BB' or '\u02BF' or '\u02BE' or '`' or '\u00B4';

    private static Dictionary<char, char> Build()
    {
        var table = new Dictionary<char, char>();
        foreach (var group in Plain.Split('|'))
        {
            foreach (var c in group.AsSpan(1))
                if (c != '\u0327') table[c] = group[0];
        }
        return table;
    }
}
