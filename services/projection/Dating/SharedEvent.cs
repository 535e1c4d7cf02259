using Platform.Contracts;
using Platform.Projection.Linking;

namespace Platform.Projection.Dating;

/// <summary>Whether two reports speak of one event by all they say but the date, which is what is looked for.</summary>
internal static class SharedEvent
{
    private const double SamePlaceKm = 10;
    private const double NamesakeKm = 35;

    /// <summary>A count so high is hardly met twice in one place.</summary>
    private const int Particular = 5;

    /// <summary>
    /// What they share, in words for a person, and whether it is so particular that it needs no known time; null when that is not
    /// enough or something contradicts.
    /// </summary>
    public static (string What, bool IsParticular)? Of(ReportFeatures a, ReportFeatures b)
    {
        if (a.ArticleId == b.ArticleId || EventFamilies.Likeness(a.Type, b.Type) == 0) return null;
        var people = a.People.Intersect(b.People, StringComparer.OrdinalIgnoreCase).ToList();
        if (people.Count > 0) return ($"both name {people[0]}", true);
        if (a.Place is null || b.Place is null || !IsSamePlace(a, b)) return null;
        if (Clash(a.Killed, b.Killed) || Clash(a.Wounded, b.Wounded) || Clash(Rounds(a), Rounds(b))) return null;
        var shared = new List<string>();
        Add(shared, a.Killed, b.Killed, "killed");
        Add(shared, a.Wounded, b.Wounded, "wounded");
        Add(shared, Rounds(a), Rounds(b), "fired");
        if (shared.Count == 0) return null;
        int?[] numbers = [Same(a.Killed, b.Killed), Same(a.Wounded, b.Wounded), Same(Rounds(a), Rounds(b))];
        return ($"both at {a.Place}, {string.Join(", ", shared)}", numbers.Count(number => number > 0) > 1 || numbers.Any(number => number >= Particular));
    }

    /// <summary>"Camp X" and "X": news says the town for the base beside it.</summary>
    private static bool IsSamePlace(ReportFeatures a, ReportFeatures b)
    {
        var alike = string.Equals(a.Place, b.Place, StringComparison.OrdinalIgnoreCase) || PairEvidence.IsNamedAfter(a.Place, b.Place);
        return PairEvidence.Kilometres(a, b) is { } km ? km <= SamePlaceKm || (alike && km <= NamesakeKm) : alike;
    }

    private static CountFeature? Rounds(ReportFeatures report)
    {
        foreach (var weapon in report.Weapons)
            if (weapon.Min is not null && weapon.Type is WeaponType.Rocket or WeaponType.Missile or WeaponType.Drone or WeaponType.Mortar) return new CountFeature(weapon.Min, weapon.Max);
        return null;
    }

    /// <summary>Both say how many, and it cannot be the same number.</summary>
    private static bool Clash(CountFeature? a, CountFeature? b) =>
        a?.Min is { } least && b?.Min is { } other && (least > (b.Max ?? int.MaxValue) || other > (a.Max ?? int.MaxValue));

    private static int? Same(CountFeature? a, CountFeature? b) => a?.Min is { } number && number == b?.Min ? number : null;

    private static void Add(List<string> shared, CountFeature? a, CountFeature? b, string what)
    {
        if (Same(a, b) is { } number) shared.Add(number == 0 ? $"none {what}" : $"{number} {what}");
    }
}
