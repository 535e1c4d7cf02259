namespace Platform.Extraction.Engine;

/// <summary>An entry and the forms it is known by; a form with = in front is matched only with capitals as written.</summary>
internal readonly record struct LexiconLine(LexiconEntry Entry, IReadOnlyList<string> Forms);

/// <summary>
/// The one format of all lexicons: UTF-8, a line "kind TAB value TAB forms TAB attributes"; forms with | between,
/// none = the value itself; attributes key=value with ; between; # starts a comment line.
/// </summary>
internal static class LexiconFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line is not in the format; the message names file and line.</exception>
    public static IEnumerable<LexiconLine> Read(string path)
    {
        var rest = File.ReadAllText(path).AsMemory();
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.Span.IndexOf('\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Span is [.., '\r']) line = line[..^1];
            if (line.IsEmpty || line.Span[0] == '#') continue;
            yield return Parse(line) ?? throw new FormatException($"{Path.GetFileName(path)}:{number}: {line}");
        }
    }

    private static LexiconLine? Parse(ReadOnlyMemory<char> line)
    {
        Span<Range> columns = stackalloc Range[5];
        var span = line.Span;
        var count = span.Split(columns, '\t');
        if (count is < 3 or > 4 || KindNames.Find(span[columns[0]]) is not { } kind || span[columns[1]].IsEmpty) return null;
        var attributes = count == 4 ? line[columns[3]] : default;
        if (!attributes.IsEmpty)
        {
            foreach (var pair in attributes.Span.Split(';'))
                if (attributes.Span[pair].IndexOf('=') <= 0) return null;
        }
        var value = span[columns[1]].ToString();
        string[] forms = span[columns[2]].IsEmpty ? [value] : span[columns[2]].ToString().Split('|');
        foreach (var form in forms)
            if (form.AsSpan().Trim('=').IsEmpty) return null;
        return new LexiconLine(new LexiconEntry(kind, value, attributes), forms);
    }
}
