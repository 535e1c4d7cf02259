using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Platform.Contracts;
using Platform.Projection.ReadModels;

namespace Platform.Projection.Api;

/// <summary>
/// RFC 4180 in UTF-8, a line an incident. Columns have ACLED's names where they mean the same, names of their own where not.
/// A text that a spreadsheet would take for a formula is given an apostrophe in front.
/// </summary>
internal sealed class CsvFormat() : ExportFormat("csv", "text/csv; charset=utf-8; header=present")
{
    /// <summary>A text with one of these is put in quotes; some readers take the semicolon for a separator.</summary>
    private static readonly SearchValues<char> Telling = SearchValues.Create(",\"\r\n;\t");

    private static readonly (string Name, Func<Incident, object?> Value)[] Columns =
    [
        ("event_id_cnty", i => i.Id),
        ("event_date", i => i.Date?.Start),
        ("event_date_end", i => i.Date?.End),
        ("year", i => i.Date?.Start.Year),
        ("time_precision", i => i.Date?.Precision switch { DatePrecision.Day => 1, DatePrecision.Week => 2, DatePrecision.Month => 3, _ => null }),
        ("date_precision", i => Snake(i.Date?.Precision)),
        ("event_type", i => AcledTypes.Of(i.EventType).Type),
        ("sub_event_type", i => AcledTypes.Of(i.EventType).SubType),
        ("attack_type", i => Snake<EventType>(i.EventType)),
        ("actor1", i => Joined(i.Perpetrators.Where(p => p.Stance != Stance.Denied).Select(p => p.Name))),
        ("actor1_stance", i => Joined(i.Perpetrators.Where(p => p.Stance != Stance.Denied).Select(p => $"{p.Name}: {Snake<Stance>(p.Stance)}"))),
        ("country", i => i.Place?.Country),
        ("admin1", i => i.Place?.Admin1),
        ("location", i => i.Place?.Name),
        ("latitude", i => i.Place?.Lat),
        ("longitude", i => i.Place?.Lon),
        ("geo_precision", i => i.Place?.Precision switch { PlacePrecision.Site or PlacePrecision.Settlement => 1, PlacePrecision.Admin1 => 3, _ => null }),
        ("place_precision", i => Snake(i.Place?.Precision)),
        ("source", i => Joined(i.Reports.Select(r => r.Outlet))),
        ("notes", i => i.Title),
        ("fatalities", i => i.Figures?.Killed is { } killed ? killed.Best.Min : i.Casualties?.Killed?.Min),
        ("fatalities_max", i => i.Figures?.Killed is { } killed ? killed.Best.Max : i.Casualties?.Killed?.Max),
        ("wounded", i => i.Figures?.Wounded is { } wounded ? wounded.Best.Min : i.Casualties?.Wounded?.Min),
        ("wounded_max", i => i.Figures?.Wounded is { } wounded ? wounded.Best.Max : i.Casualties?.Wounded?.Max),
        ("weapons", i => Joined(i.Weapons.Select(w => Snake<WeaponType>(w.Type)))),
        ("targets", i => Joined(i.Targets.Select(t => t.Name))),
        ("status", i => Snake<IncidentStatus>(i.Status)),
        ("confidence", i => i.Confidence),
        ("reports", i => i.Reports.Count),
        ("outlets", i => i.Outlets),
        ("first_reported_at", i => i.FirstReportedAt),
        ("last_reported_at", i => i.LastReportedAt),
        ("opened_at", i => i.OpenedAt),
        ("changed_at", i => i.ChangedAt),
        ("timestamp", i => i.ChangedAt.ToUnixTimeSeconds()),
        ("version", i => i.Version),
    ];

    /// <summary>Names of the columns, in order.</summary>
    public static IReadOnlyList<string> Header { get; } = [.. Columns.Select(c => c.Name)];

    public override void Begin(IBufferWriter<byte> output) => Text(output, string.Join(',', Header) + "\r\n");

    public override void Write(IBufferWriter<byte> output, byte[] incident, FieldSelection? fields, bool first) => Text(output, Line(JsonSerializer.Deserialize(incident, ContractJson.Default.Incident)!));

    /// <summary>The line of an incident.</summary>
    public static string Line(Incident incident) => string.Join(',', Columns.Select(c => Cell(c.Value(incident)))) + "\r\n";

    /// <summary>A value as a cell.</summary>
    public static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quoted(Guarded(text)),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Spreadsheets run what begins so, also behind blanks; a number of ours is no text and stays.</summary>
    private static string Guarded(string text) =>
        text.AsSpan().TrimStart() is [('=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '|' or '%'), ..] || text is [('\t' or '\r' or '\n'), ..] ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(Telling) || text is [' ', ..] or [.., ' '] ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string? Joined(IEnumerable<string?> values) => values.OfType<string>().Distinct().ToList() is { Count: > 0 } all ? string.Join("; ", all) : null;

    private static string? Snake<T>(T? value)
        where T : struct, Enum => value is { } known ? IncidentTables.Snake(known) : null;
}
