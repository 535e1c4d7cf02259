using System.Net.Http.Json;
using System.Text.Json;
using Platform.Projection.Api;
using Platform.Projection.ReadModels;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>A page costs what is on it, not what the list holds: rows of the list that PostgreSQL says were read.</summary>
[Collection(Collection.Name)]
public sealed class Incident_lists_read_little(Infrastructure infrastructure)
{
    [Fact]
    public async Task As_of_a_time_nothing_is_passed_that_came_later()
    {
        await using var platform = await StartAsync();
        // One a day for ten years, dated the day before; and the one of 2013, that was told of in advance.
        await MakeAsync(platform, "select d, d - interval '1 day', 0.5 from generate_series('2014-01-01 12:00+00'::timestamptz, '2024-01-01', '1 day') d");
        await platform.ExecuteAsync("update incidents.incident_list set sort_date = '2024-06-01' where changed_at < '2014-01-01'");

        foreach (var (day, known) in new[] { ("2019-01-01", 10), ("2013-07-01", 1), ("2012-01-01", 0) })
        {
            var (page, read) = await AskAsync(platform, $"incidents?limit=10&asOf={day}");
            page.GetProperty("items").GetArrayLength().ShouldBe(known);
            read.ShouldBeLessThan(100, day);
        }
    }

    [Fact]
    public async Task In_rising_order_a_page_begins_at_the_least_that_is_asked_for()
    {
        await using var platform = await StartAsync();
        await MakeAsync(platform, "select d, d, 0.1 + 0.0001 * extract(day from d) from generate_series('2014-01-01'::timestamptz, '2024-01-01', '1 day') d union all select d, d, 0.95 from generate_series('2014-01-01'::timestamptz, '2014-01-20', '1 day') d");

        // Behind a place before them, too.
        var question = new Microsoft.AspNetCore.Http.QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery("confidenceMin=0.9&sort=confidence&limit=10"));
        foreach (var cursor in new[] { "", "&cursor=" + new Cursor("0.1005", Guid.Empty).For(Cursor.QuestionOf(question)) })
        {
            var (page, read) = await AskAsync(platform, "incidents?confidenceMin=0.9&sort=confidence&limit=10" + cursor);

            page.GetProperty("items").GetArrayLength().ShouldBe(10);
            read.ShouldBeLessThan(50);
        }
    }

    [Fact]
    public async Task In_an_order_of_its_own_what_does_not_fit_is_passed_without_its_rows()
    {
        await using var platform = await StartAsync();
        await MakeAsync(platform, "select d, d, random() from generate_series('2014-01-01'::timestamptz, '2024-01-01', '1 day') d");
        // One of 120.
        await platform.ExecuteAsync("update incidents.incident_list set country = 'AQ', keys = keys || array['c:AQ'] where extract(doy from sort_date) in (1, 121, 241)");
        await platform.ExecuteAsync("vacuum (analyze) incidents.incident_list");

        foreach (var filter in new[] { "country=AQ", "country=AQ&confidenceMin=0&changedSince=2014-01-01" })
        {
            var (page, read) = await AskAsync(platform, $"incidents?{filter}&sort=confidence&limit=10");
            page.GetProperty("items").GetArrayLength().ShouldBe(10, filter);
            read.ShouldBeLessThan(20, filter);
        }
    }

    [Theory]
    [InlineData("outlet=Pole+Star", "o:pole star")]
    [InlineData("admin1=Queen+Maud+Land", "a:queen maud land")]
    [InlineData("weapon=chemical", "w:chemical")]
    [InlineData("perpetrator=Penguins", "p:penguins")]
    [InlineData("perpetrator=Penguins&stance=denied", "q:denied:penguins")]
    public async Task Nor_are_the_rows_of_what_has_another_outlet_or_place_or_weapon_or_doer(string filter, string key)
    {
        await using var platform = await StartAsync();
        await MakeAsync(platform, "select d, d, random() from generate_series('2014-01-01'::timestamptz, '2024-01-01', '1 day') d");
        // One of 120; half of them by an earlier release, which knew nothing of signatures.
        await platform.ExecuteAsync($"update incidents.incident_list set keys = keys || array['{key}'] where extract(doy from sort_date) in (1, 121, 241)");
        await platform.ExecuteAsync("alter table incidents.incident_list disable trigger sign; update incidents.incident_list set signature = null where extract(doy from sort_date) = 1");
        await platform.ExecuteAsync("vacuum (analyze) incidents.incident_list");

        var (page, read) = await AskAsync(platform, $"incidents?{filter}&sort=confidence&limit=20");

        page.GetProperty("items").GetArrayLength().ShouldBe(20);
        page.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.String);
        read.ShouldBeLessThan(60);
    }

    [Theory]
    [InlineData("country=AQ", 1200)]
    [InlineData("country=AQ&confidenceMin=0.2&changedSince=2019-01-01", 600)]
    [InlineData("", 3653)]
    public async Task What_an_index_carries_is_summed_without_the_rows(string filter, int least)
    {
        await using var platform = await StartAsync();
        await MakeAsync(platform, "select d, d, 0.5 from generate_series('2014-01-01'::timestamptz, '2024-01-01', '1 day') d");
        await platform.ExecuteAsync("update incidents.incident_list set date_start = sort_date, date_end = sort_date");
        await platform.ExecuteAsync("update incidents.incident_list set country = 'AQ', keys = keys || array['c:AQ'] where extract(doy from sort_date)::int % 3 = 0");
        await platform.ExecuteAsync("vacuum (analyze) incidents.incident_list");

        var (stats, read) = await AskAsync(platform, $"stats?by=year,type&{filter}");
        var rows = await platform.Projection.Http.GetFromJsonAsync<JsonElement>($"stats?by=year,type,admin1&{filter}");

        static (long Incidents, long Killed) Total(JsonElement stats) =>
            (stats.GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("incidents").GetInt64()), stats.GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("killed").GetProperty("max").GetInt64()));
        Total(stats).ShouldBe(Total(rows));
        Total(stats).Incidents.ShouldBeGreaterThanOrEqualTo(least);
        read.ShouldBeLessThan(20);
    }

    [Theory]
    [InlineData("a:al anbar")]
    [InlineData("o:صدى العراق")]
    [InlineData("q:claimed:kata'ib hezbollah")]
    public async Task The_database_signs_a_key_as_the_service_does(string key)
    {
        await using var platform = await StartAsync();
        await platform.ExecuteAsync($"create table public.expected as select incidents.signature(array['{key.Replace("'", "''", StringComparison.Ordinal)}', 'c:IQ']) as bits");

        (await platform.CountAsync("select bits from public.expected")).ShouldBe(IncidentSignature.Of(key));
    }

    private async Task<TestPlatform> StartAsync()
    {
        var platform = await TestPlatform.CreateAsync(infrastructure);
        platform.Projection.Start();
        await platform.Projection.ReadyAsync();
        return platform;
    }

    /// <summary>Copies of one incident, with another time of change, day and confidence each; those of the end of 2018 are in the log too.</summary>
    private static async Task MakeAsync(TestPlatform platform, string rows)
    {
        await using var writer = await IncidentWriter.OpenAsync(platform.Database);
        var opened = new Made_up_incidents(11).Opened(new(2013, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await writer.WriteAsync(opened.OpenedAt, (opened.IncidentId, opened));
        await platform.ExecuteAsync($"""
            create temporary table made on commit drop as select gen_random_uuid() as id, at, day, confidence from ({rows}) as m (at, day, confidence);
            insert into incidents.incident_list select (jsonb_populate_record(l, jsonb_build_object('id', m.id, 'changed_at', m.at, 'opened_at', m.at, 'sort_date', m.day::date, 'confidence', m.confidence))).* from made m, (select l from incidents.incident_list l) as l;
            insert into incidents.mt_streams select (jsonb_populate_record(s, jsonb_build_object('id', m.id))).* from made m, (select s from incidents.mt_streams s) as s where m.at between '2018-12-01' and '2019-01-02';
            insert into incidents.mt_events select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'stream_id', m.id, 'seq_id', nextval('incidents.mt_events_sequence')))).*
                from made m, (select e from incidents.mt_events e) as e where m.at between '2018-12-01' and '2019-01-02';
            insert into incidents.mt_doc_incident select (jsonb_populate_record(d, jsonb_build_object('id', m.id))).* from made m, (select d from incidents.mt_doc_incident d) as d;
            """);
        await platform.ExecuteAsync("analyze incidents.incident_list");
    }

    private static async Task<(JsonElement Answer, long Read)> AskAsync(TestPlatform platform, string path)
    {
        // A session counts what it has read when it ends, or some seconds later: what was read to make the list must not come in between.
        platform.Database.Clear();
        await Eventually.Holds("the sessions that made the list to end", async () =>
            await platform.CountAsync("select count(*) from pg_stat_activity where usename = current_user and datname = current_database() and pid <> pg_backend_pid()") == 0);
        var (scans, rows) = (Sum("seq_scan + idx_scan"), Sum("seq_tup_read + idx_tup_fetch"));
        var (scanned, before) = (await platform.CountAsync(scans), await platform.CountAsync(rows));
        var answer = JsonDocument.Parse(await platform.Projection.Http.GetStringAsync(path)).RootElement;
        await Eventually.Holds("the database to count what was read", async () => await platform.CountAsync(scans) > scanned);
        return (answer, await platform.CountAsync(rows) - before);
    }

    private static string Sum(string counters) => $"select coalesce(sum({counters}), 0)::bigint from pg_stat_user_tables where schemaname = 'incidents' and relname like 'incident_list%'";
}
