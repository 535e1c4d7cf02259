using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Words;

namespace Platform.Projection.ReadModels;

/// <summary>
/// A row of <c>incident_list</c>, made of the incident's state alone; the words of its articles' texts are added in the database,
/// which has them.
/// </summary>
/// <param name="Incident">The state.</param>
public sealed record IncidentRow(Incident Incident)
{
    private const char Separator = '\u001f';

    private static readonly Column[] Own =
    [
        new("id", NpgsqlDbType.Uuid, r => r.Incident.Id),
        new("version", NpgsqlDbType.Bigint, r => r.Incident.Version),
        new("status", NpgsqlDbType.Text, r => IncidentTables.Snake(r.Incident.Status)),
        new("event_type", NpgsqlDbType.Text, r => IncidentTables.Snake(r.Incident.EventType)),
        new("country", NpgsqlDbType.Text, r => r.Incident.Place?.Country),
        new("admin1", NpgsqlDbType.Text, r => r.Incident.Place?.Admin1),
        new("place", NpgsqlDbType.Text, r => r.Incident.Place?.Name),
        new("lat", NpgsqlDbType.Double, r => r.Incident.Place?.Lat),
        new("lon", NpgsqlDbType.Double, r => r.Incident.Place?.Lon),
        new("precision", NpgsqlDbType.Text, r => r.Incident.Place is { } place ? IncidentTables.Snake(place.Precision) : null),
        new("date_start", NpgsqlDbType.Date, r => r.Incident.Date?.Start),
        new("date_end", NpgsqlDbType.Date, r => r.Incident.Date?.End),
        new("date_precision", NpgsqlDbType.Text, r => r.Incident.Date is { } date ? IncidentTables.Snake(date.Precision) : null),
        new("sort_date", NpgsqlDbType.Date, r => r.SortDate),
        new("killed_min", NpgsqlDbType.Integer, r => r.Killed.Min),
        new("killed_max", NpgsqlDbType.Integer, r => r.Killed.Max),
        new("wounded_min", NpgsqlDbType.Integer, r => r.Wounded.Min),
        new("wounded_max", NpgsqlDbType.Integer, r => r.Wounded.Max),
        new("confidence", NpgsqlDbType.Double, r => r.Incident.Confidence),
        new("outlets", NpgsqlDbType.Integer, r => r.Incident.Outlets),
        new("first_reported", NpgsqlDbType.TimestampTz, r => r.Incident.FirstReportedAt?.UtcDateTime),
        new("last_reported", NpgsqlDbType.TimestampTz, r => r.Incident.LastReportedAt?.UtcDateTime),
        new("opened_at", NpgsqlDbType.TimestampTz, r => r.Incident.OpenedAt.UtcDateTime),
        new("changed_at", NpgsqlDbType.TimestampTz, r => r.Incident.ChangedAt.UtcDateTime),
        new("title", NpgsqlDbType.Text, r => r.Incident.Title),
        new("perpetrators", NpgsqlDbType.Text, r => List(Perpetrators(r.Incident)), "text[]"),
        new("weapons", NpgsqlDbType.Text, r => List(Weapons(r.Incident)), "text[]"),
        new("outlet_names", NpgsqlDbType.Text, r => List(Outlets(r.Incident)), "text[]"),
        new("keys", NpgsqlDbType.Text, r => List(Names(IncidentKeys.Of(r.Incident, r.SortDate, r.Killed.Min, r.Wounded.Min))), "text[]"),
        new("texts", NpgsqlDbType.Text, r => string.Join(Separator, r.Texts.Select(t => t.Article)), "uuid[]"),
        new("revisions", NpgsqlDbType.Text, r => string.Join(Separator, r.Texts.Select(t => t.Revision)), "int[]"),
        new("words", NpgsqlDbType.Text, r => r.words),
    ];

    private readonly string words = IncidentWords.Of(Incident);

    /// <summary>Names of all columns but those the database fills from the texts.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Own.Select(c => c.Name)];

    /// <summary>SQL of one <c>select</c> over the columns and <c>vector</c>, that of its own words, as array parameters, which <see cref="Parameters"/> gives.</summary>
    public static string Unnest { get; } = $"""
        select {string.Join(", ", Own.Select(c => c.Array is null ? c.Name : $"string_to_array({c.Name}, e'\\x1f')::{c.Array} as {c.Name}"))},
            coalesce(vector::tsvector, to_tsvector('english', words)) as vector
        from unnest({string.Join(", ", Enumerable.Range(1, Own.Length + 1).Select(n => $"${n}"))}) as given ({string.Join(", ", Columns)}, vector)
        """;

    /// <summary>The day it is listed under: its first, or when it became known.</summary>
    public DateOnly SortDate { get; } = Incident.Date?.Start ?? DateOnly.FromDateTime(Incident.OpenedAt.UtcDateTime);

    /// <summary>Bounds of the best figure of people killed.</summary>
    public (int? Min, int? Max) Killed => Best(Incident.Figures?.Killed, Incident.Casualties?.Killed);

    /// <summary>Bounds of the best figure of people wounded.</summary>
    public (int? Min, int? Max) Wounded => Best(Incident.Figures?.Wounded, Incident.Casualties?.Wounded);

    /// <summary>Only articles written to report it: one that tells it as background is full of words about something else.</summary>
    private IEnumerable<(Guid Article, int Revision)> Texts => Incident.Reports.Where(r => r.IsMain).Select(r => (r.ArticleId, r.Revision)).Distinct().Order();

    /// <summary>Names of who did it, whatever the stance; of each one spelling.</summary>
    public static string[] Perpetrators(Incident incident) => Spelled(incident.Perpetrators.Select(p => p.Name));

    /// <summary>Kinds of its weapons.</summary>
    public static string[] Weapons(Incident incident) => Names(incident.Weapons.Select(w => IncidentTables.Snake(w.Type)));

    /// <summary>Outlets that tell of it; of each one spelling.</summary>
    public static string[] Outlets(Incident incident) => Spelled(incident.Reports.Select(r => r.Outlet).OfType<string>());

    /// <summary>The rows as parameters of <see cref="Unnest"/>.</summary>
    public static NpgsqlParameter[] Parameters(IReadOnlyList<IncidentRow> rows) =>
        [.. Own.Select(c => rows.Column(c.Type, c.Value)), rows.Column(NpgsqlDbType.Text, r => Lexemes.Vector(r.words))];

    private static (int? Min, int? Max) Best(CasualtyFigure? figure, CasualtyCount? count) =>
        figure is null ? (count?.Min, count?.Max) : (figure.Best.Min, figure.Best.Max);

    /// <summary>A list in one string: an array of arrays would be flattened by <c>unnest</c>.</summary>
    private static string List(string[] values) => string.Join(Separator, values);

    /// <summary>Values of a list, each once; without the sign that stands between them.</summary>
    private static string[] Names(IEnumerable<string> values) => [.. values.Where(v => v.Length > 0).Select(v => v.Replace(Separator, ' ')).Distinct()];

    /// <summary>The first spelling of each name: those that the filter takes as one are counted once.</summary>
    private static string[] Spelled(IEnumerable<string> names) => [.. Names(names).DistinctBy(n => Folding.Fold(n))];

    private sealed record Column(string Name, NpgsqlDbType Type, Func<IncidentRow, object?> Value, string? Array = null);
}
