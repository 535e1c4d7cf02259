using System.Globalization;
using NpgsqlTypes;
using Platform.Words;

namespace Platform.Projection.Api;

/// <summary>
/// <see cref="Folding.Fold(ReadOnlySpan{char})"/> in SQL, whatever the database's locale. The database is given only those letters that a question has:
/// all others can stay as they are, since a text that has them is another one anyway.
/// </summary>
internal static class FoldedSql
{
    /// <summary>Signs around words that a locale may take for letters.</summary>
    public const string Signs = "«»‹›“”„‚…–—―¿¡•·";

    /// <summary>Characters beyond ASCII by what they are folded to, where that is something else.</summary>
    private static readonly ILookup<string, char> Spelled = Enumerable.Range(128, char.MaxValue - 128).Select(c => (char)c)
        .Where(c => !char.IsSurrogate(c) && Folding.Fold([c]) is var folded && !(folded.Length == 1 && folded[0] == c)).ToLookup(c => Folding.Fold([c]));

    private static readonly string Silent = $"[''`{string.Concat(Ranges(Spelled[""]).Select(r => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)r.First:x4}-\\u{(int)r.Last:x4}")))}]";

    /// <summary>SQL of a text folded as far as some folded texts can tell.</summary>
    /// <param name="text">SQL of the text.</param>
    /// <param name="folded">What it will be compared with.</param>
    /// <param name="add">Takes a parameter and gives its name.</param>
    /// <param name="signs">Characters that become spaces.</param>
    public static string Of(string text, IEnumerable<string> folded, Func<object, NpgsqlDbType, string> add, string signs = "")
    {
        var letters = folded.SelectMany(f => f).Distinct().SelectMany(f => Spelled[f.ToString()].Select(c => (From: c, To: f))).ToList();
        var from = add(new string([.. letters.Select(l => l.From), .. signs]), NpgsqlDbType.Text);
        var to = add(new string([.. letters.Select(l => l.To), .. signs.Select(_ => ' ')]), NpgsqlDbType.Text);
        var written = Spelled.Where(g => g.Key.Length > 1).SelectMany(g => g, (g, c) => (c, g.Key)).Aggregate(text, (sql, l) => $"replace({sql}, '{l.c}', '{l.Key}')");
        // Most texts are of ASCII alone, and are folded at a tenth of the price.
        return $"""
            case when octet_length({text}) = char_length({text}) then lower(translate({text}, '''`', '') collate "C")
                else translate(lower(regexp_replace({written}, '{Silent}', '', 'g') collate "C"), {from}, {to}) end
            """;
    }

    private static List<(char First, char Last)> Ranges(IEnumerable<char> ordered) => ordered.Aggregate(new List<(char First, char Last)>(), (ranges, c) =>
    {
        if (ranges.Count > 0 && ranges[^1].Last + 1 == c)
            ranges[^1] = (ranges[^1].First, c);
        else
            ranges.Add((c, c));
        return ranges;
    });
}
