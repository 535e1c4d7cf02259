using Platform.Words;

namespace Platform.Projection.Api;

/// <summary>Names as the filters take them: spellings that differ in case or accents are one, told as the most frequent of them.</summary>
internal static class Spellings
{
    /// <summary>Spelling to the one that stands for it.</summary>
    /// <param name="names">Spellings, each with what has it; one may be there several times.</param>
    public static Dictionary<string, string> Told(IEnumerable<(string Name, long Count)> names)
    {
        var spellings = names.GroupBy(n => n.Name, (name, all) => (Name: name, Count: all.Sum(n => n.Count)));
        return spellings.GroupBy(s => Folding.Fold(s.Name))
            .SelectMany(g => g, (g, s) => (s.Name, Told: g.OrderByDescending(o => o.Count).ThenBy(o => o.Name, StringComparer.Ordinal).First().Name))
            .ToDictionary(s => s.Name, s => s.Told);
    }
}
