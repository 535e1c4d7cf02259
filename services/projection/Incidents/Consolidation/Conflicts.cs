using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>The fields on which reports contradict each other.</summary>
internal static class Conflicts
{
    /// <summary>Their names, in the order of <see cref="CorrectedField.All"/>.</summary>
    public static IReadOnlyList<string> Of(RankedReports reports, CasualtyFigures? figures)
    {
        List<string>? found = null;
        void Note(string field, bool conflict)
        {
            if (conflict) (found ??= []).Add(field);
        }
        Note(CorrectedField.EventType, reports.AnyTwo(static (a, b) => Agreement.TypesContradict(a.EventType, b.EventType)));
        Note(CorrectedField.Date, reports.AnyTwo(static (a, b) => Agreement.DatesContradict(a.Date, b.Date)));
        Note(CorrectedField.Place, reports.AnyTwo(static (a, b) => Agreement.PlacesContradict(a.Place, b.Place)));
        Note(CorrectedField.Weapons, reports.AnyTwo(static (a, b) => Agreement.WeaponsContradict(a.Weapons, b.Weapons)));
        Note(CorrectedField.Killed, figures?.Killed?.Conflict ?? false);
        Note(CorrectedField.Wounded, figures?.Wounded?.Conflict ?? false);
        Note(CorrectedField.Missing, figures?.Missing?.Conflict ?? false);
        Note(CorrectedField.Kidnapped, figures?.Kidnapped?.Conflict ?? false);
        Note(CorrectedField.Damage, reports.AnyTwo(static (a, b) => SaysNone(a) ? SaysSome(b) : SaysNone(b) && SaysSome(a)));
        Note(CorrectedField.Perpetrators, reports.AnyTwo(static (a, b) => Denies(a, b) || Denies(b, a) || ClaimedByOthers(a, b)));
        return found ?? (IReadOnlyList<string>)[];
    }

    private static bool SaysNone(LinkedReport report) => report.Damage.Count > 0 && report.Damage.All(d => d.Kind == "none");

    private static bool SaysSome(LinkedReport report) => report.Damage.Any(d => d.Kind != "none");

    /// <summary>True when someone who did it for the one report denies it in the other.</summary>
    private static bool Denies(LinkedReport one, LinkedReport other)
    {
        foreach (var claim in one.Perpetrators)
            if (claim.Stance is Stance.Claimed && Has(other, claim.Name, Stance.Denied)) return true;
        return false;
    }

    /// <summary>True when both tell who claimed it, and nobody is in both.</summary>
    private static bool ClaimedByOthers(LinkedReport one, LinkedReport other)
    {
        var claimed = false;
        foreach (var claim in one.Perpetrators)
        {
            if (claim.Stance is not Stance.Claimed) continue;
            if (Has(other, claim.Name, Stance.Claimed)) return false;
            claimed = true;
        }
        return claimed && other.Perpetrators.Any(p => p.Stance is Stance.Claimed);
    }

    private static bool Has(LinkedReport report, string name, Stance stance)
    {
        foreach (var one in report.Perpetrators)
            if (one.Stance == stance && string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
