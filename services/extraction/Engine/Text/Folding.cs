using System.Text;

namespace Platform.Extraction.Engine;

/// <summary>
/// Brings spellings together: lower case, no diacritics, no apostrophes. Done with a table of our own, because
/// string normalisation does nothing under invariant globalisation.
/// </summary>
internal static class Folding
{
    private const string Plain = "aàáâãäåāăąǎạảấầẩẫậắằẳẵặ|cçćĉċč|dďđḑḍ|eèéêëēĕėęěẹẻẽếềểễệə|gĝğġģ|hĥħḩḥ|iìíîïĩīĭįıịỉ|jĵ|kķ|lĺļľŀłḷ|nñńņňŉŋ|oòóôõöøōŏőǒọỏốồổỗộớờởỡợơ|rŕŗř|sśŝşšșṣ|tţťŧțṭ|uùúûüũūŭůűųụủứừửữựư|wŵ|yýÿŷ|zźżžẕz̧ẓ";
    private static readonly Dictionary<char, char> Table = Build();

    /// <summary>The folded form of a word.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) folded.Append(c);
            else if (char.IsAsciiLetterUpper(c)) folded.Append((char)(c | 0x20));
            else if (IsApostrophe(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) continue;
            else
            {
                var lower = char.ToLowerInvariant(c);
                if (lower == 'ß') folded.Append("ss");
                else if (lower == 'æ') folded.Append("ae");
                else folded.Append(Table.GetValueOrDefault(lower, lower));
            }
        }
        return folded.ToString();
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
