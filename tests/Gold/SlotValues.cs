using System.Globalization;
using System.Text.Json;
using Platform.Contracts;

namespace Platform.Tests.Gold;

/// <summary>How a slot of a report agrees with the gold set.</summary>
public enum SlotOutcome
{
    /// <summary>Nothing to give, nothing given; or not scored.</summary>
    None,

    /// <summary>The value is accepted.</summary>
    Right,

    /// <summary>Another value than those accepted.</summary>
    Wrong,

    /// <summary>The text has it, the report has not.</summary>
    Missing,

    /// <summary>The report has it, the text has not.</summary>
    Extra,
}

/// <summary>Compares one slot of a report with the accepted values.</summary>
public static class SlotValues
{
    /// <summary>The outcome of one slot.</summary>
    public static SlotOutcome Judge(GoldIncident gold, IncidentReport report, string slot)
    {
        var accepted = gold.Accepted(slot);
        if (accepted is ["?"]) return SlotOutcome.None;
        var said = Said(report, slot);
        if (said.Length == 0) return accepted.Length == 0 || accepted.Contains("?") ? SlotOutcome.None : SlotOutcome.Missing;
        if (accepted.Length == 0) return SlotOutcome.Extra;
        var right = slot switch
        {
            "date" => accepted.Any(value => value != "?" && Within(report.Date!, value)),
            "by" => report.Perpetrators.Any(actor => Matches(string.Join('|', accepted), actor)),
            "weapon" => said.Any(accepted.Contains),
            _ => accepted.Contains(said[0], StringComparer.OrdinalIgnoreCase),
        };
        return right ? SlotOutcome.Right : SlotOutcome.Wrong;
    }

    /// <summary>What the report says in a slot, written as the gold set writes it; empty when it says nothing.</summary>
    public static string[] Said(IncidentReport report, string slot) => slot switch
    {
        "type" => [Name(report.EventType)],
        "date" => report.Date is { } date ? [date.Start == date.End ? $"{date.Start:O}" : $"{date.Start:O}..{date.End:O}"] : [],
        "place" => report.Place is { Precision: not (PlacePrecision.Country or PlacePrecision.Unknown) } place ? [place.Name] : [],
        "country" => report.Place?.Country is { } country ? [country] : [],
        "killed" => Count(report.Casualties?.Killed),
        "wounded" => Count(report.Casualties?.Wounded),
        "weapon" => [.. report.Weapons.Select(weapon => Name(weapon.Type))],
        "by" => [.. report.Perpetrators.Select(actor => $"{actor.Name}/{Name(actor.Stance)}")],
        _ => throw new ArgumentException(slot, nameof(slot)),
    };

    private static string[] Count(CasualtyCount? count) => count switch
    {
        null => [],
        { Min: null, Max: null } => ["~"],
        { Max: null } => [$"{count.Min}+"],
        _ => [count.Min == count.Max ? $"{count.Min}" : $"{count.Min}-{count.Max}"],
    };

    private static bool Within(EventDate date, string value)
    {
        var days = value.Split("..");
        return date.Start >= DateOnly.Parse(days[0], CultureInfo.InvariantCulture) && date.End <= DateOnly.Parse(days[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>"name|name/stance|stance"; ? for any stance.</summary>
    private static bool Matches(string accepted, Perpetrator actor)
    {
        var at = accepted.LastIndexOf('/');
        var stances = accepted[(at + 1)..].Split('|');
        return accepted[..at].Split('|').Contains(actor.Name) && (stances is ["?"] || stances.Contains(Name(actor.Stance)));
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
