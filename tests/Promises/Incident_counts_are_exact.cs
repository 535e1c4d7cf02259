using System.Text.Json;
using Platform.Contracts;
using Platform.Tests.Harness;
using static Platform.Tests.Promises.Incident_lists_are_exact;

namespace Platform.Tests.Promises;

/// <summary>Facets and statistics: what the lists of the same filters hold, counted.</summary>
[Collection(Collection.Name)]
public sealed class Incident_counts_are_exact(Infrastructure infrastructure)
{
    [Fact]
    public async Task Facets_count_a_name_as_the_filter_takes_it_and_statistics_every_figure_that_is_given()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = new Made_up_incidents(7);
        var atMost = new Casualties { Killed = new CasualtyCount { Max = 5, Text = "at most five" } };
        var day = new EventDate { Start = new DateOnly(2022, 2, 2), End = new DateOnly(2022, 2, 2), Precision = DatePrecision.Day, Text = "then" };
        string[] outlets = ["Example Wire", "Example Wire", "EXAMPLE WIRE", "Éxample wire", "Other"];
        var opened = outlets.Select(_ => story.Opened(DateTimeOffset.UnixEpoch)).ToList();
        await writer.WriteAsync(DateTimeOffset.UnixEpoch, [.. opened.Select((o, n) =>
            (o.IncidentId, (object)(o with { Article = o.Article with { Outlet = outlets[n] }, Report = o.Report with { Casualties = n == 4 ? atMost : null, Date = day } })))]);

        foreach (var filter in new[] { "", "to=2999-01-01" })
        {
            var outlet = (await GetAsync(platform, "incidents/facets?" + filter)).GetProperty("outlet");
            outlet.GetProperty("distinct").GetInt32().ShouldBe(2);
            var first = outlet.GetProperty("values")[0];
            (first.GetProperty("value").GetString(), first.GetProperty("count").GetInt32()).ShouldBe(("Example Wire", 4));
            Ids(await GetAsync(platform, $"incidents?outlet=Example%20Wire&{filter}")).Count.ShouldBe(4);
        }
        var killed = (await GetAsync(platform, "stats?by=status")).GetProperty("groups").EnumerateArray().ShouldHaveSingleItem().GetProperty("killed");
        (killed.GetProperty("min").GetInt64(), killed.GetProperty("max").GetInt64(), killed.GetProperty("stated").GetInt64()).ShouldBe((0, 5, 1));
    }

    [Fact]
    public async Task An_incident_counts_once_however_its_reports_spell_a_name()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = new Made_up_incidents(11);
        var at = DateTimeOffset.UnixEpoch;
        IncidentReport Of(IncidentReport report, int year, string perpetrator) => report with
        {
            Date = new EventDate { Start = new DateOnly(year, 2, 2), End = new DateOnly(year, 2, 2), Precision = DatePrecision.Day, Text = "then" },
            Casualties = new Casualties { Killed = new CasualtyCount { Min = 2, Text = "two" } },
            Perpetrators = [new Perpetrator { Name = perpetrator, Kind = PerpetratorKind.ArmedGroup, Stance = Stance.Accused, Text = "they" }],
        };
        var opened = new[] { ("EL MUNDO", 2021, "Grupo Á"), ("El Mundo", 2021, "grupo a"), ("El Mundo", 2022, "Grupo Á"), ("Another", 2022, "Grupo Á") }.Select(o =>
        {
            var (outlet, year, perpetrator) = o;
            var one = story.Opened(at);
            return one with { Article = one.Article with { Outlet = outlet }, Report = Of(one.Report, year, perpetrator) };
        }).ToList();
        var again = story.Linked(opened[0].IncidentId, at);
        again = again with { Article = again.Article with { Outlet = "Él Mundo" }, Report = Of(again.Report, 2021, "GRUPO Á") };
        await writer.WriteAsync(at, [.. opened.Select(o => (o.IncidentId, (object)o)), (again.IncidentId, again)]);

        async Task CountedAsync()
        {
            foreach (var also in new[] { "", "&to=2999-01-01", "&asOf=2999-01-01T00:00:00Z" })
            {
                var facets = await GetAsync(platform, "incidents/facets?" + also);
                Counts(facets.GetProperty("outlet")).ShouldBe([("El Mundo", 3), ("Another", 1)]);
                Counts(facets.GetProperty("perpetrator")).ShouldBe([("Grupo Á", 4)]);
                (await GroupsAsync("outlet")).ShouldBe(["Another 1 2", "El Mundo 3 6"]);
                (await GroupsAsync("perpetrator")).ShouldBe(["Grupo Á 4 8"]);
                (await GroupsAsync("outlet,year,perpetrator")).ShouldBe(["Another/2022/Grupo Á 1 2", "El Mundo/2021/Grupo Á 2 4", "El Mundo/2022/Grupo Á 1 2"]);

                async Task<IEnumerable<string>> GroupsAsync(string by) => (await GetAsync(platform, $"stats?by={by}{also}")).GetProperty("groups").EnumerateArray().Select(g =>
                    $"{string.Join('/', g.GetProperty("key").EnumerateObject().Select(k => k.Value.GetString()))} {g.GetProperty("incidents").GetInt32()} {g.GetProperty("killed").GetProperty("min").GetInt32()}").ToList();
            }
        }
        await CountedAsync();
        var (status, output) = await platform.RunAsync("checksum", "--verify");
        status.ShouldBe(0, output);
        await writer.WriteAsync(at.AddDays(1), (again.IncidentId, new ReportUnlinked { IncidentId = again.IncidentId, ReportId = again.Report.ReportId, Reason = "no more", UnlinkedAt = at.AddDays(1) }));
        await CountedAsync();

        static IEnumerable<(string?, int)> Counts(JsonElement facet) => facet.GetProperty("values").EnumerateArray().Select(v => (v.GetProperty("value").GetString(), v.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task Facets_and_statistics_count_what_the_filtered_lists_hold()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        await FillAsync(writer, 200);

        foreach (var also in new[] { "", "&q=balad", "&asOf=2024-01-01T00:00:30Z" })
        {
            var facets = await GetAsync(platform, "incidents/facets?" + also);
            foreach (var name in new[] { "type", "country", "status", "perpetrator", "weapon", "outlet" })
                foreach (var value in facets.GetProperty(name).GetProperty("values").EnumerateArray())
                {
                    var list = Ids(await GetAsync(platform, $"incidents?limit=500&{name}={Uri.EscapeDataString(value.GetProperty("value").GetString()!)}{also}"));
                    list.Count.ShouldBe(value.GetProperty("count").GetInt32(), $"{name} {value}");
                }
            var items = (await GetAsync(platform, "incidents?limit=500" + also)).GetProperty("items").EnumerateArray().ToList();
            var stats = (await GetAsync(platform, "stats?by=country,year" + also)).GetProperty("groups").EnumerateArray().ToList();
            stats.Sum(g => g.GetProperty("killed").GetProperty("min").GetInt64()).ShouldBe(items.Sum(Killed));
            foreach (var group in items.GroupBy(i => (Text(i, "place", "country"), Text(i, "date", "start")?[..4])))
                stats.Single(g => (Text(g, "key", "country"), Text(g, "key", "year")) == group.Key).GetProperty("incidents").GetInt32().ShouldBe(group.Count());
        }
    }

    [Fact]
    public async Task The_whole_list_is_counted_as_it_changes_and_as_exactly_as_a_part_of_it()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = await FillAsync(writer, 60);
        string[] statuses = ["", "status=open", "status=rejected,confirmed", "status=merged", "status=open,confirmed,rejected,withdrawn,merged&top=2"];
        // Every incident meets the second; it has them all gone through.
        async Task<string[]> CountsAsync(string also) => await Task.WhenAll(statuses.Select(s => platform.Projection.Http.GetStringAsync($"incidents/facets?{s}{also}")));

        (await CountsAsync("")).ShouldBe(await CountsAsync("&confidenceMin=0"));
        // The last with its value takes the value with it.
        var gone = story.Opened(Start.AddDays(1));
        gone = gone with { Report = gone.Report with { Perpetrators = [new Perpetrator { Name = "Nobody else", Kind = PerpetratorKind.Unknown, Stance = Stance.Accused, Text = "they" }] } };
        await writer.WriteAsync(gone.OpenedAt, (gone.IncidentId, gone));
        (await CountsAsync(""))[0].ShouldContain("Nobody else");
        await writer.WriteAsync(gone.OpenedAt.AddDays(1), (gone.IncidentId, new ReportUnlinked { IncidentId = gone.IncidentId, ReportId = gone.Report.ReportId, Reason = "no more", UnlinkedAt = gone.OpenedAt.AddDays(1) }));

        var counts = await CountsAsync("");
        counts[0].ShouldNotContain("Nobody else");
        counts.ShouldBe(await CountsAsync("&confidenceMin=0"));
        (await platform.CountAsync("select count(*) from incidents.incident_count where incidents <= 0")).ShouldBe(0);
        var (status, output) = await platform.RunAsync("checksum", "--verify", "--only", "incident_count");
        status.ShouldBe(0, output);
        // As after an update from a version that did not count: the counts are not read until they are built.
        await using (var update = platform.Database.CreateCommand("delete from incidents.incident_count"))
            await update.ExecuteNonQueryAsync();
        (await CountsAsync("")).ShouldBe(counts);
    }

    private static long Killed(JsonElement incident) =>
        incident.TryGetProperty("casualties", out var casualties) && casualties.TryGetProperty("killed", out var killed) && killed.GetProperty("min").ValueKind == JsonValueKind.Number ? killed.GetProperty("min").GetInt64() : 0;

    private static string? Text(JsonElement incident, string name, string within) =>
        incident.TryGetProperty(name, out var value) && value.TryGetProperty(within, out var text) ? text.GetString() : null;
}
