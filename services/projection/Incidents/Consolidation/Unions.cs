using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>The values of which an incident has many: what any report tells, each once, with the words of the weightiest report that tells it.</summary>
internal static class Unions
{
    /// <summary>Weapons by type and model. A report that knows the number or the model adds it to what another one only names.</summary>
    public static IReadOnlyList<Weapon> Weapons(RankedReports reports)
    {
        var all = Of(reports, static r => r.Weapons, SameWeapon, Both);
        return all.Any(w => w.Type != WeaponType.Unknown) ? Without(all, static w => w is { Type: WeaponType.Unknown, Model: null }) : all;
    }

    /// <summary>Targets by name.</summary>
    public static IReadOnlyList<Target> Targets(RankedReports reports) =>
        Of(reports, static r => r.Targets, static (a, b) => Plain(a.Name).Equals(Plain(b.Name), StringComparison.OrdinalIgnoreCase), static (a, _) => a);

    /// <summary>Damage by kind; that there was none only when nobody tells of any.</summary>
    public static IReadOnlyList<Damage> Damage(RankedReports reports)
    {
        var all = Of(reports, static r => r.Damage, static (a, b) => a.Kind == b.Kind, static (a, _) => a);
        return all.Any(d => d.Kind != "none") ? Without(all, static d => d.Kind == "none") : all;
    }

    /// <summary>Who did it, one entry for each name and stance.</summary>
    public static IReadOnlyList<Perpetrator> Perpetrators(RankedReports reports) =>
        Perpetrators(Of(reports, static r => r.Perpetrators, SamePerpetrator, WithAccuser));

    /// <summary>The same of one report.</summary>
    public static IReadOnlyList<Perpetrator> Perpetrators(IReadOnlyList<Perpetrator> told)
    {
        for (var i = 1; i < told.Count; i++)
            for (var j = 0; j < i; j++)
                if (SamePerpetrator(told[i], told[j]))
                    return told.Aggregate(new List<Perpetrator>(), static (all, one) =>
                    {
                        if (all.FindIndex(other => SamePerpetrator(other, one)) is >= 0 and var at) all[at] = WithAccuser(all[at], one);
                        else all.Add(one);
                        return all;
                    });
        return told;
    }

    // What one report tells apart stays apart: two weapons of one type are two. So an entry is only joined with one of another report.
    private static IReadOnlyList<T> Of<T>(RankedReports reports, Func<LinkedReport, IReadOnlyList<T>> of, Func<T, T, bool> same, Func<T, T, T> both)
    {
        IReadOnlyList<T> all = [];
        List<T>? list = null;
        foreach (var report in reports.Items)
        {
            var told = of(report);
            if (told.Count == 0) continue;
            if (all.Count == 0)
            {
                all = told;
                continue;
            }
            list ??= [.. all]; // never the report's own
            var before = list.Count;
            foreach (var one in told)
            {
                if (list.FindIndex(0, before, other => same(other, one)) is >= 0 and var at) list[at] = both(list[at], one);
                else list.Add(one);
            }
            all = list;
        }
        return all;
    }

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> all, Func<T, bool> what) => all.Any(what) ? [.. all.Where(one => !what(one))] : all;

    private static bool SameWeapon(Weapon a, Weapon b) =>
        a.Type == b.Type && (a.Model is null || b.Model is null || string.Equals(a.Model, b.Model, StringComparison.OrdinalIgnoreCase));

    private static Weapon Both(Weapon first, Weapon second)
    {
        var counts = first.Min is null && first.Max is null && (second.Min ?? second.Max) is not null;
        var names = first.Model is null && second.Model is not null;
        return counts || names
            ? first with
            {
                Model = first.Model ?? second.Model,
                Min = counts ? second.Min : first.Min,
                Max = counts ? second.Max : first.Max,
                Text = counts || (first.Min ?? first.Max) is null ? second.Text : first.Text,
            }
            : first;
    }

    private static bool SamePerpetrator(Perpetrator a, Perpetrator b) => a.Stance == b.Stance && string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase);

    private static Perpetrator WithAccuser(Perpetrator first, Perpetrator second) => first.Accuser is null && second.Accuser is not null ? second : first;

    private static ReadOnlySpan<char> Plain(string name)
    {
        var plain = name.AsSpan().Trim();
        foreach (var article in (ReadOnlySpan<string>)["the ", "a ", "an "])
            if (plain.StartsWith(article, StringComparison.OrdinalIgnoreCase)) return plain[article.Length..].TrimStart();
        return plain;
    }
}
