using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Platform.Contracts;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>What GET /duplicates is asked for: read from the query string, checked field by field.</summary>
internal sealed record DuplicateQuery(string[]? Types, string[]? Countries, double? MinScore, int Limit, DuplicateCursor? After)
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;

    private static readonly string[] s_names = ["type", "country", "minScore", "limit", "cursor"];
    private static readonly HashSet<string> s_types = [.. Enum.GetValues<EventType>().Select(IncidentTables.Snake)];

    public static (DuplicateQuery? Query, Dictionary<string, string[]>? Errors) Parse(IQueryCollection query)
    {
        var errors = new Dictionary<string, string[]>();
        var types = Values(query, "type");
        if (types?.FirstOrDefault(t => !s_types.Contains(t)) is not null)
            errors["type"] = [$"must be of {string.Join(", ", s_types)}"];
        var countries = Values(query, "country")?.Select(c => c.ToUpperInvariant()).ToArray();
        if (countries?.Any(c => c.Length != 2 || !c.All(char.IsAsciiLetterUpper)) == true)
            errors["country"] = ["must be ISO 3166-1 alpha-2 codes such as IQ"];
        double? least = null;
        if (query.TryGetValue("minScore", out var given))
        {
            if (double.TryParse(given.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 1)
                least = score;
            else
                errors["minScore"] = ["must be a number from 0 to 1, such as 0.3"];
        }
        var limit = DefaultLimit;
        if (query.TryGetValue("limit", out var most) && !(int.TryParse(most.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= LargestLimit))
            errors["limit"] = [$"must be a whole number from 1 to {LargestLimit}"];
        DuplicateCursor? after = null;
        if (query.TryGetValue("cursor", out var cursor) && cursor.ToString() is { Length: > 0 } place && (after = DuplicateCursor.Parse(place)) is null)
            errors["cursor"] = ["is not one of ours; use the value of next as it was given, or leave it out to begin anew"];
        foreach (var unknown in query.Keys.Except(s_names, StringComparer.OrdinalIgnoreCase))
            errors[unknown] = [$"is not known here; known are {string.Join(", ", s_names)}"];
        return errors.Count > 0 ? (null, errors) : (new DuplicateQuery(types, countries, least, limit, after), null);
    }

    private static string[]? Values(IQueryCollection query, string name) =>
        query[name].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray() is { Length: > 0 } values ? values : null;
}

/// <summary>Where a page of pairs ended: the last pair and its score, so that pairs that come or go in between move nothing.</summary>
/// <param name="Score">Its score.</param>
/// <param name="IncidentId">The smaller id.</param>
/// <param name="OtherId">The other.</param>
internal sealed record DuplicateCursor(double Score, Guid IncidentId, Guid OtherId)
{
    /// <summary>As it is given to a client.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Score:R}|{IncidentId:N}|{OtherId:N}")));

    /// <summary>Reads one back; null when it is none.</summary>
    public static DuplicateCursor? Parse(string given) =>
        given.Length <= 200 && Base64Url.IsValid(given) && Encoding.ASCII.GetString(Base64Url.DecodeFromChars(given)).Split('|') is [var score, var one, var other]
        && double.TryParse(score, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
        && Guid.TryParseExact(one, "N", out var incidentId) && Guid.TryParseExact(other, "N", out var otherId)
            ? new DuplicateCursor(number, incidentId, otherId) : null;
}
