using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Platform.Show;

/// <summary>The incidents of the read API as a table on standard output.</summary>
public static class IncidentTable
{
    /// <summary>Reads the newest <paramref name="limit"/> incidents, page by page, and writes them newest first.</summary>
    /// <exception cref="HttpRequestException">The read API cannot be reached or does not answer 200.</exception>
    public static async Task Show(HttpClient http, Uri read, int limit, CancellationToken cancel)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var name in (string[])["Date", "Type", "Place", "Country"])
            table.AddColumn(new TableColumn(name).NoWrap());
        foreach (var name in (string[])["Killed", "Wounded", "Reports"])
            table.AddColumn(new TableColumn(name).NoWrap().RightAligned());
        table.AddColumn(new TableColumn("Id").NoWrap());

        string? cursor = null;
        var more = false;
        do
        {
            var address = new Uri(read, cursor is null ? "incidents" : $"incidents?cursor={Uri.EscapeDataString(cursor)}");
            var page = JsonNode.Parse(await http.GetStringAsync(address, cancel))!;
            var items = page["items"]!.AsArray();
            foreach (var item in items.Take(limit - table.Rows.Count))
                table.AddRow(Cells(item!).Select(Markup.Escape).ToArray());

            cursor = (string?)page["next"];
            more = cursor is not null || table.Rows.Count == limit;
        }
        while (cursor is not null && table.Rows.Count < limit);

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(more ? $"The newest {table.Rows.Count} incidents; there may be more." : $"{table.Rows.Count} incidents");
    }

    // Read by name, not into the contract: the table wants a few properties and must outlive changes to the others.
    private static IEnumerable<string> Cells(JsonNode incident) =>
    [
        Day(incident["date"]),
        ((string?)incident["eventType"])?.Replace('_', ' ') ?? "",
        (string?)incident["place"]?["name"] ?? "",
        (string?)incident["place"]?["country"] ?? "",
        Count(incident["casualties"]?["killed"]),
        Count(incident["casualties"]?["wounded"]),
        $"{incident["reports"]?.AsArray().Count}",
        (string?)incident["id"] ?? "",
    ];

    private static string Day(JsonNode? date)
    {
        var (start, end) = ((string?)date?["start"] ?? "", (string?)date?["end"]);
        return (string?)date?["precision"] switch
        {
            "unknown" => "",
            "year" => start[..4],
            "month" => start[..7],
            _ => end is null || end == start ? start : $"{start} to {end}",
        };
    }

    // Unknown is empty; at least: "3+"; said without a number: "some".
    private static string Count(JsonNode? count) => count is null ? "" : ((int?)count["min"], (int?)count["max"]) switch
    {
        (null, null) => "some",
        ({ } min, null) => $"{min}+",
        (null, { } max) => $"up to {max}",
        ({ } min, { } max) => min == max ? $"{min}" : $"{min}–{max}",
    };
}
