namespace Platform.Extraction.Engine;

/// <summary>An entry and the forms it is known by; a form with = in front is matched only with capitals as written.</summary>
internal sealed record LexiconLine(LexiconEntry Entry, IReadOnlyList<string> Forms);

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
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            yield return Parse(line) ?? throw new FormatException($"{Path.GetFileName(path)}:{number}: {line}");
        }
    }

    private static LexiconLine? Parse(string line)
    {
        var columns = line.Split('\t');
        if (columns.Length is < 3 or > 4 || !Kinds.All.Contains(columns[0]) || columns[1].Length == 0) return null;
        var attributes = columns.Length == 4 ? columns[3] : "";
        if (attributes.Length > 0 && !attributes.Split(';').All(pair => pair.IndexOf('=', StringComparison.Ordinal) > 0)) return null;
        string[] forms = columns[2].Length == 0 ? [columns[1]] : columns[2].Split('|');
        return forms.Any(form => form.Trim('=').Length == 0) ? null : new LexiconLine(new LexiconEntry(columns[0], columns[1], attributes), forms);
    }
}
