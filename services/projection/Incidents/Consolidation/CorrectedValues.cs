using System.Text.Json;
using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>The analysts' word put over what the reports say.</summary>
internal static class CorrectedValues
{
    /// <summary>The incident with every corrected value. A field this version does not know is left alone.</summary>
    public static Incident Apply(Incident incident)
    {
        foreach (var correction in incident.Corrections)
            incident = Apply(incident, correction.Field, correction.Value is { ValueKind: not JsonValueKind.Null } value ? value : null);
        return incident;
    }

    private static Incident Apply(Incident incident, string field, JsonElement? value) => field switch
    {
        CorrectedField.EventType => incident with { EventType = value?.Deserialize(ContractJson.Default.EventType) ?? EventType.OtherAttack },
        CorrectedField.Date => incident with { Date = value?.Deserialize(ContractJson.Default.EventDate) },
        CorrectedField.Place => incident with { Place = value?.Deserialize(ContractJson.Default.Place) },
        CorrectedField.Weapons => incident with { Weapons = value?.Deserialize(ContractJson.Default.IReadOnlyListWeapon)! },
        CorrectedField.Targets => incident with { Targets = value?.Deserialize(ContractJson.Default.IReadOnlyListTarget)! },
        CorrectedField.Damage => incident with { Damage = value?.Deserialize(ContractJson.Default.IReadOnlyListDamage)! },
        CorrectedField.Perpetrators => incident with { Perpetrators = value?.Deserialize(ContractJson.Default.IReadOnlyListPerpetrator)! },
        CorrectedField.Killed => Harmed(incident, value, static (c, v) => c with { Killed = v }, static f => f.Killed, static (f, v) => f with { Killed = v }),
        CorrectedField.Wounded => Harmed(incident, value, static (c, v) => c with { Wounded = v }, static f => f.Wounded, static (f, v) => f with { Wounded = v }),
        CorrectedField.Missing => Harmed(incident, value, static (c, v) => c with { Missing = v }, static f => f.Missing, static (f, v) => f with { Missing = v }),
        CorrectedField.Kidnapped => Harmed(incident, value, static (c, v) => c with { Kidnapped = v }, static f => f.Kidnapped, static (f, v) => f with { Kidnapped = v }),
        _ => incident,
    };

    private static Incident Harmed(
        Incident incident,
        JsonElement? value,
        Func<Casualties, CasualtyCount?, Casualties> put,
        Func<CasualtyFigures, CasualtyFigure?> figure,
        Func<CasualtyFigures, CasualtyFigure?, CasualtyFigures> putFigure)
    {
        var count = value?.Deserialize(ContractJson.Default.CasualtyCount);
        var word = new CasualtyClaim { Min = count?.Min, Max = count?.Max };
        var (casualties, figures) = (incident.Casualties ?? new Casualties(), incident.Figures ?? new CasualtyFigures());
        var told = figure(figures);
        if (told is null && count is null) return incident with { Casualties = incident.Casualties is null ? null : put(casualties, null) };
        return incident with
        {
            Casualties = put(casualties, count),
            Figures = putFigure(figures, told is null ? new CasualtyFigure { Latest = word, Best = word, Conflict = false } : told with { Best = word }),
        };
    }
}
