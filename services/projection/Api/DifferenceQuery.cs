using System.Globalization;
using Platform.Projection.Incidents;

namespace Platform.Projection.Api;

/// <summary>What GET /extractions/{id}/differences is asked for.</summary>
internal sealed record DifferenceQuery(string[] Changes, int Limit, (Guid Article, Guid Report)? After, AsOf? AsOf)
{
    public const int DefaultLimit = 100;
    public const int LargestLimit = 1000;

    /// <summary>What is not told unless asked for: the reports that say what they said before.</summary>
    public static readonly string[] DefaultChanges = [.. Differences.All.Where(c => c != Differences.Same)];

    public static (DifferenceQuery? Query, Dictionary<string, string[]>? Errors) Parse(IQueryCollection query)
    {
        var errors = new Dictionary<string, string[]>();
        string[] changes = query["change"] is { Count: > 0 } given
            ? [.. given.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()] : DefaultChanges;
        if (changes.FirstOrDefault(c => !Differences.All.Contains(c)) is { } unknown)
            errors["change"] = [$"'{unknown}' is not a change. Known are: {string.Join(", ", Differences.All)}."];
        var limit = DefaultLimit;
        if (query["limit"] is [{ } number, ..] && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > LargestLimit))
            errors["limit"] = [$"'{number}' is not a number from 1 to {LargestLimit}."];
        (Guid, Guid)? after = null;
        if (query["cursor"] is [{ Length: > 0 } cursor, ..] && (after = ReadCursor(cursor)) is null)
            errors["cursor"] = ["The cursor is not one of ours. Use the value of next as it was given, or leave it out to begin anew."];
        var reader = new QueryReader(query);
        var asOf = AsOf.Read(reader);
        foreach (var (name, what) in reader.Errors)
            errors[name] = what;
        foreach (var name in query.Keys.Except(["change", "limit", "cursor", "asOf"]))
            errors[name] = ["There is no such parameter. Known are change, limit, cursor and asOf."];
        return errors.Count > 0 ? (null, errors) : (new DifferenceQuery(changes, limit, after, asOf), null);
    }

    /// <summary>The cursor of the page after a report.</summary>
    public static string CursorAfter(Guid article, Guid report) => $"{article:N}{report:N}";

    private static (Guid, Guid)? ReadCursor(string cursor) =>
        cursor.Length == 64 && Guid.TryParseExact(cursor[..32], "N", out var article) && Guid.TryParseExact(cursor[32..], "N", out var report) ? (article, report) : null;
}
