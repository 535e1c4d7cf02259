using System.Net;
using System.Text.Json;
using Platform.Contracts;
using Platform.Projection.ReadModels;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Lists, exports and counts: the same incidents for the same filter, now and as of any time, whatever is written meanwhile.</summary>
[Collection(Collection.Name)]
public sealed class Incident_lists_are_exact(Infrastructure infrastructure)
{
    internal static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static readonly (string Query, Func<Incident, bool> Fits)[] Filters =
    [
        ("", _ => true),
        ("type=shooting,arson", i => i.EventType is EventType.Shooting or EventType.Arson),
        ("acled=Battles&acled=Looting/property%20destruction", i => i.EventType is EventType.ArmedClash or EventType.Arson),
        ("country=iq", i => i.Place?.Country == "IQ"),
        ("admin1=salah%20AD-din&admin1=Northern", i => i.Place?.Admin1 is "Salah ad-Din" or "Northern"),
        ("bbox=44,34,44.5,34.02", i => i.Place is { Lat: >= 34 and <= 34.02, Lon: >= 44 and <= 44.5 }),
        ("bbox=179,-20,-179,-10", i => i.Place is { Lat: not null, Country: "FJ" }),
        ("near=-17.2,179.99&radiusKm=90", i => i.Place is { Lat: not null, Country: "FJ" }),
        ("near=34.02,44.14&radiusKm=1", i => i.Place is { Lat: { } lat, Country: "IQ" } && Math.Abs(lat - 34.02) * 111.195 <= 1),
        ("from=2021-06-10&to=2021-07-05", i => i.Date is { } d && d.End >= new DateOnly(2021, 6, 10) && d.Start <= new DateOnly(2021, 7, 5)),
        ("from=2023-01-10", i => i.Date is { } d && d.End >= new DateOnly(2023, 1, 10)),
        ("to=2021-02-10", i => i.Date is { } d && d.Start <= new DateOnly(2021, 2, 10)),
        ("killedMin=7", i => i.Casualties?.Killed?.Min >= 7),
        ("killedMin=0&killedMax=9", i => i.Casualties?.Killed is { } k && (k.Max ?? k.Min) <= 9),
        ("woundedMax=5&woundedMin=2", i => i.Casualties?.Wounded is { } w && w.Min >= 2 && (w.Max ?? w.Min) <= 5),
        ("perpetrator=kataib%20hezbollah", i => i.Perpetrators.Any(p => p.Name == "Katā'ib Hezbollah")),
        ("perpetrator=Islamic%20State&stance=claimed,denied", i => i.Perpetrators.Any(p => p.Name == "Islamic State" && p.Stance is Stance.Claimed or Stance.Denied)),
        ("stance=accused", i => i.Perpetrators.Any(p => p.Stance == Stance.Accused)),
        ("weapon=rocket", i => i.Weapons.Any(w => w.Type == WeaponType.Rocket)),
        ("outlet=the%20post,%20inc", i => i.Reports.Any(r => r.Outlet == "The Post, Inc")),
        ("confidenceMin=0.9", i => i.Confidence >= 0.9),
        ("changedSince=2024-01-01T01:00:00Z", i => i.ChangedAt >= Start.AddHours(1)),
        ("q=tuesdays%20market", i => Says(i, "Tuesday") && Hits(i, "market")),
        ("q=%22air%20base%22%20-tuesday&country=SY", i => i.Place?.Country == "SY" && !Says(i, "Tuesday") && Hits(i, "air base")),
        ("q=balad&type=shooting&weapon=firearm&killedMin=1", i => i.EventType == EventType.Shooting && i.Weapons.Any(w => w.Type == WeaponType.Firearm) && i.Casualties?.Killed?.Min >= 1 && i.Reports.Any(r => r.Place?.Name == "Balad")),
    ];

    [Fact]
    public async Task Every_filter_gives_what_fits_on_its_pages_in_its_exports_and_in_its_counts()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        await FillAsync(writer, 400);
        var listed = writer.States.Where(i => i.Status is IncidentStatus.Open or IncidentStatus.Confirmed).ToList();

        foreach (var (query, fits) in Filters)
        {
            var expected = listed.Where(fits).Select(i => i.Id).ToHashSet();
            var pages = await PagesAsync(platform, query, 37);

            pages.ShouldBe(pages.Distinct(), query);
            pages.ToHashSet().SetEquals(expected).ShouldBeTrue($"{query}: {pages.Count} listed, {expected.Count} expected");
            (await CsvAsync(platform, query)).ShouldBe(pages, query);
            (await platform.Projection.Http.GetStringAsync($"incidents.ndjson?fields=id&{query}")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetGuid()).ShouldBe(pages, query);
            (await GetAsync(platform, $"incidents.geojson?fields=id&{query}")).GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetGuid()).ShouldBe(pages, query);
            (await GetAsync(platform, $"incidents/facets?{query}")).GetProperty("total").GetInt64().ShouldBe(pages.Count, query);
            (await GetAsync(platform, $"stats?by=status&{query}")).GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("incidents").GetInt64()).ShouldBe(pages.Count, query);
        }
        Filters.ShouldAllBe(f => listed.Any(f.Fits) && (f.Query.Length == 0 || !listed.All(f.Fits)));
    }

    [Fact]
    public async Task Every_order_is_kept_over_all_pages_both_ways()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        await FillAsync(writer, 200);
        var orders = new Dictionary<string, Func<Incident, IComparable>>
        {
            ["date"] = i => i.Date?.Start ?? DateOnly.FromDateTime(i.OpenedAt.UtcDateTime),
            ["changed"] = i => i.ChangedAt,
            ["reported"] = i => i.LastReportedAt ?? i.OpenedAt,
            ["killed"] = i => i.Casualties?.Killed?.Min ?? -1,
            ["wounded"] = i => i.Casualties?.Wounded?.Min ?? -1,
            ["confidence"] = i => i.Confidence,
        };
        var byId = writer.States.ToDictionary(i => i.Id);

        foreach (var (name, key) in orders)
            foreach (var filter in new[] { "", "&type=shooting", "&q=balad" })
            {
                var up = await PagesAsync(platform, $"sort={name}{filter}", 23);
                var down = await PagesAsync(platform, $"sort=-{name}{filter}", 23);

                up.Select(id => key(byId[id])).ShouldBeInOrder(SortDirection.Ascending, $"{name}{filter}");
                up.ShouldBe(down.AsEnumerable().Reverse(), $"{name}{filter}");
            }
    }

    [Fact]
    public async Task All_pages_are_of_the_moment_of_the_first_while_incidents_come_and_change()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = await FillAsync(writer, 60);
        var (at, random, asked, moved) = (Start.AddDays(1), new Random(7), 0, 0);
        string[] questions = ["", "type=shooting,arson&killedMin=1", "q=balad", "weapon=rocket&changedSince=2024-01-01T00:05:00Z", "asOf=2099-01-01"];

        foreach (var order in new[] { "date", "changed", "reported", "killed", "wounded", "confidence" })
            foreach (var direction in new[] { "", "-" })
            {
                var list = $"incidents?fields=id,version&sort={direction}{order}&{questions[asked++ % questions.Length]}";
                var expected = Versions(await GetAsync(platform, list + "&limit=500"));
                var limit = expected.Count / 3;

                var seen = new List<(Guid Id, long Version)>();
                for (string? cursor = ""; cursor is not null;)
                {
                    var page = await GetAsync(platform, $"{list}&limit={limit}&cursor={cursor}");
                    seen.AddRange(Versions(page));
                    cursor = page.GetProperty("next").GetString();
                    var ahead = expected.Skip(seen.Count).Select(i => i.Id).ToList();
                    await ChangeAsync([seen[^1].Id, .. ahead.Skip(random.Next(2)).Where((_, n) => n % 2 == 0)]);
                }

                seen.ShouldBe(expected, list);
                expected.Count.ShouldBeGreaterThan(9, list);
                moved += Versions(await GetAsync(platform, list + "&limit=500")).SequenceEqual(expected) ? 0 : 1;
            }
        moved.ShouldBe(asked);

        async Task ChangeAsync(IReadOnlyList<Guid> changed)
        {
            var opened = story.Opened(at = at.AddMinutes(1));
            await writer.WriteAsync(at, [(opened.IncidentId, opened), .. changed.Select(id => (id, (object)(random.Next(12) == 0 && id != changed[0]
                ? new IncidentRejected { IncidentId = id, Actor = Analyst, Reason = "none", RejectedAt = at } : story.Linked(id, at))))]);
        }

        static List<(Guid Id, long Version)> Versions(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(i => (i.GetProperty("id").GetGuid(), i.GetProperty("version").GetInt64()))];
    }

    [Fact]
    public async Task A_list_as_of_a_time_is_the_list_of_that_time()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        string[] queries = ["limit=500", "limit=500&country=IQ&sort=-killed", "limit=500&q=balad", "limit=500&status=rejected,merged,withdrawn", "limit=500&from=2021-05-01&to=2022-03-01"];
        var story = new Made_up_incidents(11);
        var then = new List<(DateTimeOffset At, long Sequence, string[] Lists, string Facets)>();
        for (var (step, at) = (0, Start); step < 6; step++, at = at.AddHours(1))
        {
            await FillAsync(writer, 40, story, at);
            then.Add((at.AddMinutes(59), await platform.CountAsync("select max(seq_id) from incidents.mt_events"),
                await Task.WhenAll(queries.Select(q => platform.Projection.Http.GetStringAsync($"incidents?{q}"))),
                await platform.Projection.Http.GetStringAsync("incidents/facets?type=shooting")));
        }
        (await platform.CountAsync("select count(*) from incidents.incident_list_history")).ShouldBeGreaterThan(50);

        foreach (var (at, sequence, lists, facets) in then)
            foreach (var asOf in new[] { at.ToString("yyyy-MM-ddTHH:mm:ssZ"), sequence.ToString() })
            {
                for (var n = 0; n < queries.Length; n++)
                    Items(await platform.Projection.Http.GetStringAsync($"incidents?{queries[n]}&asOf={asOf}")).ShouldBe(Items(lists[n]), $"{queries[n]} {asOf}");
                (await platform.Projection.Http.GetStringAsync($"incidents/facets?type=shooting&asOf={asOf}")).ShouldBe(facets);
                var all = JsonDocument.Parse(lists[0]).RootElement;
                (await CsvAsync(platform, $"asOf={asOf}")).ShouldBe(Ids(all));
                var one = all.GetProperty("items")[0];
                (await platform.Projection.Http.GetStringAsync($"incidents/{one.GetProperty("id")}?asOf={one.GetProperty("version")}")).ShouldBe(Canonical(one));
            }
        (await platform.Projection.Http.GetAsync($"incidents/{writer.States.First().Id}?asOf=2001-01-01")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(platform, "incidents?asOf=0")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_page_that_is_known_is_not_sent_again_until_something_on_it_changes()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        await FillAsync(writer, 20);
        foreach (var path in new[] { "incidents?limit=5", "incidents.atom?limit=5", $"incidents/{writer.States.First().Id}", "incidents/facets", "stats?by=month,country", "duplicates", $"incidents/{writer.States.First().Id}/duplicates", "rebuilds" })
        {
            using var first = await platform.Projection.Http.GetAsync(path);
            using var again = await AskAsync(first.Headers.ETag!.Tag);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, path);
            (await again.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
            (await AskAsync("\"another\"")).StatusCode.ShouldBe(HttpStatusCode.OK, path);

            async Task<HttpResponseMessage> AskAsync(string etag)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.TryAddWithoutValidation("If-None-Match", etag);
                return await platform.Projection.Http.SendAsync(request);
            }
        }
        string[] counted = ["incidents?limit=5", "incidents/facets", "stats?by=month,country"];
        var etags = await Task.WhenAll(counted.Select(async path => (await platform.Projection.Http.GetAsync(path)).Headers.ETag));
        var shown = Ids(await GetAsync(platform, "incidents?limit=5"))[0];
        await writer.WriteAsync(Start.AddDays(2), (shown, new IncidentRejected { IncidentId = shown, Actor = Analyst, Reason = "none", RejectedAt = Start.AddDays(2) }));
        foreach (var (path, etag) in counted.Zip(etags))
            (await platform.Projection.Http.GetAsync(path)).Headers.ETag.ShouldNotBe(etag, path);
    }

    [Fact]
    public async Task A_report_that_goes_from_one_incident_to_another_is_part_of_the_one_only()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = new Made_up_incidents(3);
        var opened = story.Opened(Start);
        await writer.WriteAsync(Start, (opened.IncidentId, opened), (opened.IncidentId, story.Linked(opened.IncidentId, Start)));
        var split = new IncidentSplit
        {
            IncidentId = opened.IncidentId, Into = Guid.NewGuid(), Reports = [writer.States.Single().Reports[0]], Actor = Analyst, Reason = "another", SplitAt = Start.AddHours(1),
        };

        await writer.WriteAsync(split.SplitAt, (split.IncidentId, split), (split.Into, split));

        (await platform.CountAsync("select count(*) from incidents.incident_report")).ShouldBe(2);
        var article = split.Reports[0].ArticleId;
        Ids(await GetAsync(platform, $"incidents?article={article}")).ShouldBe([split.Into]);
        Ids(await GetAsync(platform, $"incidents?article={article}&asOf=2024-01-01T00:30:00Z")).ShouldBe([split.IncidentId]);
    }

    [Fact]
    public async Task A_date_at_the_end_of_the_calendar_breaks_no_list()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = await FillAsync(writer, 30);
        var opened = story.Opened(Start);
        var end = new DateOnly(9999, 12, 31);
        opened = opened with { Report = opened.Report with { EventType = EventType.Shooting, Date = new EventDate { Start = end, End = end, Precision = DatePrecision.Day, Text = "then" } } };
        await writer.WriteAsync(Start, (opened.IncidentId, opened));

        foreach (var sort in new[] { "date", "-date" })
        {
            var pages = await PagesAsync(platform, $"type=shooting&sort={sort}", 5);
            pages[sort == "date" ? ^1 : 0].ShouldBe(opened.IncidentId, sort);
            pages.Count.ShouldBe(writer.States.Count(i => i.EventType == EventType.Shooting && i.Status is IncidentStatus.Open or IncidentStatus.Confirmed), sort);
        }
    }

    [Fact]
    public async Task What_was_is_told_once_and_alike_although_the_clock_had_gone_back()
    {
        await using var platform = await StartAsync(infrastructure);
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var story = new Made_up_incidents(1);
        var opened = story.Opened(Start.AddHours(10));
        await writer.WriteAsync(opened.OpenedAt, (opened.IncidentId, opened));
        foreach (var at in new[] { Start.AddHours(12), Start.AddHours(11.2), Start.AddHours(11), Start.AddHours(13) })
            await writer.WriteAsync(at, (opened.IncidentId, story.Linked(opened.IncidentId, at)));

        async Task ShouldBeAsync()
        {
            foreach (var (then, version) in new[] { ("10:30", 1), ("11:05", 1), ("11:30", 1), ("12:30", 4), ("13:30", 5) })
            {
                var asOf = $"asOf=2024-01-01T{then}:00Z";
                var item = (await GetAsync(platform, $"incidents?{asOf}")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
                item.GetProperty("version").GetInt64().ShouldBe(version, then);
                (await GetAsync(platform, $"incidents/{opened.IncidentId}?{asOf}")).GetProperty("version").GetInt64().ShouldBe(version, then);
                (await GetAsync(platform, $"incidents/{opened.IncidentId}/history?{asOf}")).GetProperty("items").GetArrayLength().ShouldBe(version, then);
                (await GetAsync(platform, $"incidents/facets?{asOf}")).GetProperty("total").GetInt64().ShouldBe(1, then);
            }
        }
        await ShouldBeAsync();
        // As versions before wrote the row: told twice at worst, until it is made anew.
        await platform.ExecuteAsync("update incidents.incident_list set changed_at = '2024-01-01T11:00Z'");
        (await GetAsync(platform, "incidents?asOf=2024-01-01T10:59:00Z")).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await GetAsync(platform, "incidents?asOf=2024-01-01T11:30:00Z")).GetProperty("items").GetArrayLength().ShouldBe(2);
        (await platform.RebuildAsync()).ShouldBe(0);
        await ShouldBeAsync();
    }

    private static Actor Analyst => new() { Kind = ActorKind.Person, Name = "analyst" };

    /// <summary>The projection alone.</summary>
    internal static async Task<TestPlatform> StartAsync(Infrastructure infrastructure)
    {
        var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        return platform;
    }

    /// <summary>New incidents, some of which are told again, confirmed or rejected; two events of one incident in one commit among them.</summary>
    internal static async Task<Made_up_incidents> FillAsync(IncidentWriter writer, int count, Made_up_incidents? story = null, DateTimeOffset? at = null)
    {
        story ??= new Made_up_incidents(count);
        var now = at ?? Start;
        for (var n = 0; n < count; n++, now = now.AddSeconds(n % 3 == 0 ? 0 : 30))
        {
            var opened = story.Opened(now);
            await writer.WriteAsync(now, (opened.IncidentId, opened));
            var other = writer.States.ElementAt(n * 7 % writer.States.Count).Id;
            if (n % 3 == 1)
                await writer.WriteAsync(now, (other, story.Linked(other, now)), (other, story.Linked(other, now)));
            if (n % 10 == 4)
                await writer.WriteAsync(now, (other, new IncidentConfirmed { IncidentId = other, Actor = Analyst, Reason = "sure", ConfirmedAt = now }));
            if (n % 20 == 9)
                await writer.WriteAsync(now, (other, new IncidentRejected { IncidentId = other, Actor = Analyst, Reason = "none", RejectedAt = now }));
        }
        return story;
    }

    private static async Task<List<Guid>> PagesAsync(TestPlatform platform, string query, int limit)
    {
        var ids = new List<Guid>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await GetAsync(platform, $"incidents?fields=id&limit={limit}&cursor={cursor}&{query}");
            ids.AddRange(Ids(page));
            cursor = page.GetProperty("next").GetString();
        }
        return ids;
    }

    private static async Task<List<Guid>> CsvAsync(TestPlatform platform, string query) =>
        [.. (await platform.Projection.Http.GetStringAsync("incidents.csv?" + query)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => Guid.Parse(line.Split(',')[0]))];

    internal static async Task<JsonElement> GetAsync(TestPlatform platform, string path) => JsonDocument.Parse(await platform.Projection.Http.GetStringAsync(path)).RootElement;

    internal static List<Guid> Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid())];

    /// <summary>Incidents as text, whether they were stored or folded.</summary>
    private static List<string> Items(string page) => [.. JsonDocument.Parse(page).RootElement.GetProperty("items").EnumerateArray().Select(Canonical)];

    private static string Canonical(JsonElement incident) => JsonSerializer.Serialize(incident.Deserialize(ContractJson.Default.Incident), ContractJson.Default.Incident);

    private static bool Says(Incident incident, string word) => incident.Reports.Any(r => r.Title!.Contains(word, StringComparison.Ordinal));

    private static bool Hits(Incident incident, string target) => incident.Reports.Any(r => r.Targets.Any(t => t.Name == target));
}
