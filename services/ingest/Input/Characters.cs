using System.Buffers;
using System.Globalization;
using System.Text;

namespace Platform.Ingest.Input;

/// <summary>Which characters a value may have, and what becomes of the others.</summary>
public static class Characters
{
    private static readonly SearchValues<char> s_suspects = SearchValues.Create(Suspects());

    /// <summary>
    /// Why the value cannot be stored, or null. NUL is refused because PostgreSQL's jsonb cannot hold it; half a surrogate
    /// pair because it is no character and has no UTF-8 form.
    /// </summary>
    public static string? Refuse(string value)
    {
        for (var i = Next(value, 0); i >= 0; i = Next(value, i + 1))
        {
            if (value[i] == '\0') return $"has a NUL character (U+0000) at position {Number(i)}; remove it.";
            if (!char.IsSurrogate(value[i])) continue;
            if (i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1])) i++;
            else return $"has half a surrogate pair (U+{(int)value[i]:X4}) at position {Number(i)}; send whole characters.";
        }
        return null;
    }

    /// <summary>
    /// The text with every control character but tab, line feed and carriage return made a space. The length stays, so
    /// that offsets into the sender's text and into ours are the same.
    /// </summary>
    public static string CleanText(string value) => Clean(value, keepLines: true);

    /// <summary>A value of one line: control characters and line ends made spaces, ends trimmed; null when nothing is left.</summary>
    public static string? CleanLine(string value)
    {
        var clean = Clean(value, keepLines: false).Trim();
        return clean.Length == 0 || IsBlank(clean) ? null : clean;
    }

    /// <summary>True when nothing in it can be seen: white space, control and format characters only.</summary>
    public static bool IsBlank(string value)
    {
        foreach (var c in value)
        {
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))
                return false;
        }
        return true;
    }

    /// <summary>Something a sender gave, fit to be quoted in a message: cut to a length, odd characters made question marks.</summary>
    public static string Printable(string given, int most)
    {
        var text = new StringBuilder(Math.Min(given.Length, most) + 1);
        foreach (var rune in given.AsSpan(0, Math.Min(given.Length, most)).EnumerateRunes())
            text.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? "?" : rune.ToString());
        return given.Length > most ? text.Append('…').ToString() : text.ToString();
    }

    private static string Clean(string value, bool keepLines)
    {
        if (Next(value, 0) < 0 && (keepLines || value.AsSpan().IndexOfAny("\t\r\n") < 0)) return value;
        return string.Create(value.Length, (value, keepLines), static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                var c = source.value[i];
                target[i] = char.IsControl(c) && !(source.keepLines && c is '\t' or '\n' or '\r') ? ' ' : c;
            }
        });
    }

    private static int Next(string value, int from)
    {
        var found = value.AsSpan(from).IndexOfAny(s_suspects);
        return found < 0 ? -1 : from + found;
    }

    private static char[] Suspects() =>
        [.. Enumerable.Range(0, 0x10000).Select(i => (char)i).Where(c => char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\t' or '\n' or '\r')))];

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
