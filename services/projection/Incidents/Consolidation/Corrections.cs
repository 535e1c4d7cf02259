using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>What is wrong with a correction.</summary>
/// <param name="Path">Where: <c>field</c>, <c>value</c>, or a path within such as <c>value.start</c> or <c>value[0].type</c>.</param>
/// <param name="Message">What is wrong, in words for a person.</param>
public sealed record CorrectionError(string Path, string Message);

/// <summary>Checks an analyst's correction before it is taken in; what is stored is right for good.</summary>
public static partial class Corrections
{
    private const string Value = "value";
    private const int FirstYear = 1900, LastYear = 2100; // as the extraction reads years
    private const double HalfEquatorKm = 20038;

    /// <summary>Everything that is wrong; empty when the correction can be taken in.</summary>
    /// <param name="field">One of <see cref="CorrectedField.All"/>.</param>
    /// <param name="value">The value, of the type the field has in the incident; absent or null when it is not known.</param>
    public static IReadOnlyList<CorrectionError> Check(string field, JsonElement? value)
    {
        if (TypeOf(field) is not { } type)
            return [new CorrectionError("field", $"must be one of {string.Join(", ", CorrectedField.All)}")];
        if (value is not { ValueKind: not JsonValueKind.Null } given)
            return field == CorrectedField.EventType ? [new CorrectionError(Value, "is missing; an attack of no known kind is other_attack")] : [];
        var errors = new List<CorrectionError>();
        JsonForm.Check(given, type, Value, errors);
        if (errors.Count == 0) CheckMeaning(field, given, errors);
        return errors;
    }

    /// <summary>
    /// The value with words where it has none: a value of a report quotes its article, one of a person has no such words, so the reason is
    /// put there. Not for damage, whose words are the value.
    /// </summary>
    /// <param name="field">One of <see cref="CorrectedField.All"/>.</param>
    /// <param name="value">As the person sent it.</param>
    /// <param name="reason">Why the person corrects it.</param>
    public static JsonElement? Worded(string field, JsonElement? value, string? reason)
    {
        if (field is CorrectedField.Damage or CorrectedField.EventType || reason is null || value is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } given)
            return value;
        var values = given.ValueKind == JsonValueKind.Array ? JsonArray.Create(given)! : [JsonObject.Create(given)];
        foreach (var one in values.OfType<JsonObject>())
        {
            one.TryAdd("text", reason);
            foreach (var group in (one["groups"] as JsonArray ?? []).OfType<JsonObject>())
                group.TryAdd("text", reason);
        }
        using var worded = JsonDocument.Parse((given.ValueKind == JsonValueKind.Array ? values : values[0]!).ToJsonString());
        return worded.RootElement.Clone();
    }

    /// <summary>The value with equal entries of its lists as one.</summary>
    /// <param name="value">One that <see cref="Check"/> finds right.</param>
    public static JsonElement? Once(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object or JsonValueKind.Array } given)
            return value;
        using var once = JsonDocument.Parse(Once(given.ValueKind == JsonValueKind.Array ? JsonArray.Create(given) : JsonObject.Create(given))!.ToJsonString());
        return once.RootElement.Clone();
    }

    private static JsonNode? Once(JsonNode? value) => value switch
    {
        JsonArray list => new JsonArray([.. list.Select(Once).DistinctBy(Plain)]),
        JsonObject one => new JsonObject(one.Select(p => KeyValuePair.Create(p.Key, Once(p.Value)))),
        _ => value?.DeepClone(),
    };

    /// <summary>An entry however it is written: in any order, what is not known null or left out.</summary>
    private static string? Plain(JsonNode? entry) => entry is JsonObject one
        ? string.Join(',', one.Where(p => p.Value is not null).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{p.Value!.ToJsonString()}"))
        : entry?.ToJsonString();

    private static JsonTypeInfo? TypeOf(string field) => field switch
    {
        CorrectedField.EventType => ContractJson.Default.EventType,
        CorrectedField.Date => ContractJson.Default.EventDate,
        CorrectedField.Place => ContractJson.Default.Place,
        CorrectedField.Weapons => ContractJson.Default.IReadOnlyListWeapon,
        CorrectedField.Targets => ContractJson.Default.IReadOnlyListTarget,
        CorrectedField.Damage => ContractJson.Default.IReadOnlyListDamage,
        CorrectedField.Perpetrators => ContractJson.Default.IReadOnlyListPerpetrator,
        CorrectedField.Killed or CorrectedField.Wounded or CorrectedField.Missing or CorrectedField.Kidnapped => ContractJson.Default.CasualtyCount,
        _ => null,
    };

    private static void CheckMeaning(string field, JsonElement value, List<CorrectionError> errors)
    {
        void Ask(bool right, string path, string message)
        {
            if (!right) errors.Add(new CorrectionError(Value + path, message));
        }
        void AskRange(int? min, int? max, string path)
        {
            Ask(min is null or >= 0, $"{path}.min", "must not be negative");
            Ask(max is null or >= 0, $"{path}.max", "must not be negative");
            Ask(!(min > max), $"{path}.max", "must not be less than min");
        }
        switch (field)
        {
            case CorrectedField.Date:
                var date = value.Deserialize(ContractJson.Default.EventDate)!;
                Ask(date.Start.Year is >= FirstYear and <= LastYear, ".start", $"must be in the years {FirstYear} to {LastYear}");
                Ask(date.End.Year is >= FirstYear and <= LastYear, ".end", $"must be in the years {FirstYear} to {LastYear}");
                Ask(date.Start <= date.End, ".end", "must not be before start");
                Ask(date.Precision != DatePrecision.Day || date.Start >= date.End, ".precision", "is day, but start and end are different days");
                Ask(date.TimeOfDay is null || TimeOfDay().IsMatch(date.TimeOfDay), ".timeOfDay", "must be night, morning, afternoon, evening or HH:mm");
                break;
            case CorrectedField.Place:
                var place = value.Deserialize(ContractJson.Default.Place)!;
                Ask(place.Lat is null or (>= -90 and <= 90), ".lat", "must be between -90 and 90");
                Ask(place.Lon is null or (>= -180 and <= 180), ".lon", "must be between -180 and 180");
                Ask(place.Lat is null == place.Lon is null, place.Lat is null ? ".lat" : ".lon", "is missing; lat and lon go together");
                Ask(place.Lat is not null || place.Precision == PlacePrecision.Unknown, ".precision", "must be unknown when there are no coordinates");
                Ask(place.Country is null || Country().IsMatch(place.Country), ".country", "must be an ISO 3166-1 alpha-2 code in upper case");
                Ask(place.Relation is null || Relation().IsMatch(place.Relation), ".relation", "must be lower-case words joined by _, such as north_of");
                Ask(place.DistanceKm is null or (>= 0 and <= HalfEquatorKm), ".distanceKm", "must be between 0 and 20038");
                break;
            case CorrectedField.Weapons:
                foreach (var (index, weapon) in value.Deserialize(ContractJson.Default.IReadOnlyListWeapon)!.Index())
                    AskRange(weapon.Min, weapon.Max, $"[{index}]");
                break;
            case CorrectedField.Killed or CorrectedField.Wounded or CorrectedField.Missing or CorrectedField.Kidnapped:
                var count = value.Deserialize(ContractJson.Default.CasualtyCount)!;
                AskRange(count.Min, count.Max, "");
                foreach (var (index, group) in count.Groups.Index())
                    AskRange(group.Min, group.Max, $".groups[{index}]");
                break;
        }
    }

    [GeneratedRegex(@"^(night|morning|afternoon|evening|([01][0-9]|2[0-3]):[0-5][0-9])\z")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex Country();

    [GeneratedRegex(@"^[a-z]+(_[a-z]+)*\z")]
    private static partial Regex Relation();
}
