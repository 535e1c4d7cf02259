using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Contracts;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>After articles were read again on request, the read API tells which reports came, went and changed.</summary>
[Collection(Collection.Name)]
public sealed class Reading_again_tells_what_changed(Infrastructure infrastructure)
{
    private static readonly Guid Request = Guid.NewGuid(), Told = Guid.NewGuid(), Silent = Guid.NewGuid();
    private static readonly DateTimeOffset Now = new(2031, 3, 20, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Added_gone_and_changed_reports_are_listed_and_incidents_keep_their_ids()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        // Ingest only for its log, which a rebuild reads too.
        await Task.WhenAll(platform.Ingest.Start().ReadyAsync(), platform.Projection.Start().ReadyAsync());
        await using var outsider = await Outsider.ConnectAsync(platform);
        await ReadAsync(platform, outsider, Told, "test/1", null, Report("Balad", 1), Report("Fallujah", 2));
        await ReadAsync(platform, outsider, Silent, "test/1", null);
        var before = await IncidentsAsync(platform);

        await ReadAsync(platform, outsider, Told, "test/2", Request, Report("Balad", 4));
        await ReadAsync(platform, outsider, Silent, "test/2", Request, Report("Tikrit", 3));

        var page = await PageAsync(platform, "");
        (Number(page, "articles"), Number(page, "added"), Number(page, "gone"), Number(page, "changed"), Number(page, "same")).ShouldBe((2, 1, 1, 1, 0));
        var items = page.GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("change").GetString()!);
        items["changed"].GetProperty("fields").EnumerateArray().Select(f => f.GetString()).ShouldBe(["casualties"]);
        items["changed"].GetProperty("incidentId").GetGuid().ShouldBe(before["Balad"]);
        items["changed"].GetProperty("before").GetGuid().ShouldBe(DeterministicId.Report(Told, 0, "test/1"));
        items["changed"].GetProperty("after").GetGuid().ShouldBe(DeterministicId.Report(Told, 0, "test/2"));
        items["gone"].GetProperty("incidentId").GetGuid().ShouldBe(before["Fallujah"]);
        items["added"].GetProperty("articleId").GetGuid().ShouldBe(Silent);
        var after = await IncidentsAsync(platform);
        after.Keys.ShouldBe(["Balad", "Tikrit"], ignoreOrder: true);
        after["Balad"].ShouldBe(before["Balad"]);

        var paged = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var part = await PageAsync(platform, "?limit=1&change=gone,added,changed&cursor=" + cursor);
            paged.AddRange(part.GetProperty("items").EnumerateArray().Select(i => i.ToString()));
            cursor = part.GetProperty("next").GetString();
        }
        paged.ShouldBe(page.GetProperty("items").EnumerateArray().Select(i => i.ToString()));

        (await platform.RebuildAsync()).ShouldBe(0);
        (await PageAsync(platform, "")).ToString().ShouldBe(page.ToString());
    }

    [Fact]
    public async Task An_article_read_again_by_the_same_rules_is_counted_and_changes_nothing()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var article = (await platform.PostAsync(Articles.Attack(1))).GetProperty("articleId").GetGuid();
        await platform.ExtractedAsync(article);
        using (var unknown = await platform.Projection.Http.GetAsync($"extractions/{Guid.NewGuid()}/differences"))
            (unknown.StatusCode, (await unknown.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString())
                .ShouldBe((HttpStatusCode.NotFound, "urn:incident-platform:problem:unknown-extraction"));

        var (id, _) = await platform.RequestExtractionAsync(new { reason = "to be sure", actor = "Ann", articleIds = new[] { article } });
        await Eventually.Holds("the article to be read again", async () => Number(await PageAsync(platform, "", id), "articles") == 1);

        var page = await PageAsync(platform, "?change=added,gone,changed,same", id);
        page.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await platform.CountAsync($"select count(*) from incidents.mt_events where type = 'article_extracted' and data->'extraction'->>'requestId' = '{id}'")).ShouldBe(1);
        (await platform.CountAsync("select count(*) from incidents.mt_events where type <> 'article_extracted'")).ShouldBe(1);
        (await platform.ExtractedAsync(article)).GetProperty("status").GetString().ShouldBe("extracted");
    }

    [Fact]
    public async Task The_counts_and_the_list_are_of_one_moment_and_an_answer_that_takes_too_long_is_told_as_that()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await Task.WhenAll(platform.Ingest.Start().ReadyAsync(), platform.Projection.Start().ReadyAsync());
        await platform.ExecuteAsync($"insert into ingest.reextraction (id, request, state, total, requested_at) values ('{Request}', '{{}}', 'done', 1, now())");
        Task<JsonElement> asked;
        await using (var holding = await platform.Database.OpenConnectionAsync())
        await using (var transaction = await holding.BeginTransactionAsync())
        {
            // Without any differences the request is looked up, between the counts and the list.
            await using (var hold = new Npgsql.NpgsqlCommand("lock table ingest.reextraction in access exclusive mode", holding))
                await hold.ExecuteNonQueryAsync();
            asked = PageAsync(platform, "");
            await Eventually.Equals(1L, "answers that wait", () => platform.CountAsync("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'select exists (select from ingest.reextraction%'"));
            await platform.ExecuteAsync($"""
                insert into incidents.extraction_article values ('{Request}', '{Told}', 1, 'test/2', now());
                insert into incidents.extraction_difference values ('{Request}', '{Told}', '{Silent}', 'gone', '{Silent}', jsonb_build_object())
                """);
        }
        var page = await asked;
        (Number(page, "gone"), page.GetProperty("items").GetArrayLength()).ShouldBe((0, 0));

        await using var slow = await platform.Database.OpenConnectionAsync();
        await using var still = await slow.BeginTransactionAsync();
        await using (var hold = new Npgsql.NpgsqlCommand("lock table incidents.extraction_difference in access exclusive mode", slow))
            await hold.ExecuteNonQueryAsync();
        using var answer = await platform.Projection.Http.GetAsync($"extractions/{Request}/differences");
        (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString())
            .ShouldBe((HttpStatusCode.UnprocessableEntity, "urn:incident-platform:problem:query-too-large"));
    }

    private static IncidentReport Report(string place, int killed) => new()
    {
        ReportId = Guid.Empty,
        ArticleId = Guid.Empty,
        Ordinal = 0,
        IsMain = true,
        EventType = EventType.RocketAttack,
        // Three places, three days: no two of them are one event.
        Date = new EventDate { Start = new DateOnly(2031, 3, place.Length), End = new DateOnly(2031, 3, place.Length), Precision = DatePrecision.Day, Text = "day" },
        Place = new Place { Name = place, Country = "IQ", Precision = PlacePrecision.Settlement, Text = place },
        Casualties = new Casualties { Killed = new CasualtyCount { Min = killed, Max = killed, Text = "killed" } },
        Confidence = 0.8,
        Extractor = "",
    };

    /// <summary>Says what an extractor read in an article, and waits until it is taken in.</summary>
    private static async Task ReadAsync(TestPlatform platform, Outsider outsider, Guid articleId, string extractor, Guid? request, params IncidentReport[] reports)
    {
        var article = new ArticleReference { ArticleId = articleId, Revision = 1, Title = "An article", ReceivedAt = Now };
        var whole = reports.Select((r, i) => r with { ReportId = DeterministicId.Report(articleId, i, extractor), ArticleId = articleId, Ordinal = i, Extractor = extractor }).ToList();
        var summary = new ExtractionSummary { Extractor = extractor, ExtractedAt = extractor == "test/1" ? Now : Now.AddHours(1), ReportIds = [.. whole.Select(r => r.ReportId)], RequestId = request };
        var taken = await platform.CountAsync("select count(*) from incidents.inbox");
        foreach (var report in whole)
            await outsider.PublishAsync("incident-detected.v1", JsonSerializer.Serialize(new IncidentDetected { Report = report, Article = article, Extraction = summary }, ContractJson.Default.IncidentDetected),
                Guid.NewGuid().ToString(), "IncidentDetected", "incident.detected.rocket_attack.IQ");
        if (whole.Count == 0)
            await outsider.PublishAsync("no-incident-detected.v1", JsonSerializer.Serialize(new NoIncidentDetected { Article = article, Extraction = summary }, ContractJson.Default.NoIncidentDetected),
                Guid.NewGuid().ToString(), "NoIncidentDetected");
        await Eventually.Equals(taken + Math.Max(1, whole.Count), "messages taken in", () => platform.CountAsync("select count(*) from incidents.inbox"));
    }

    private static async Task<Dictionary<string, Guid>> IncidentsAsync(TestPlatform platform) =>
        (await platform.Projection.Http.GetFromJsonAsync<JsonElement>("incidents")).GetProperty("items").EnumerateArray()
            .ToDictionary(i => i.GetProperty("place").GetProperty("name").GetString()!, i => i.GetProperty("id").GetGuid());

    private static Task<JsonElement> PageAsync(TestPlatform platform, string query, Guid? request = null) =>
        platform.Projection.Http.GetFromJsonAsync<JsonElement>($"extractions/{request ?? Request}/differences{query}");

    private static long Number(JsonElement page, string name) => page.GetProperty(name).GetInt64();
}
