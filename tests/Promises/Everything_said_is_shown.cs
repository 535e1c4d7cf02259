using System.Net;
using System.Text.Json;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>GET /incidents/{id}/claims and GET /articles: who says what in which words, what came in and how far it is, now and at an earlier time.</summary>
[Collection(Collection.Name)]
public sealed class Everything_said_is_shown(Infrastructure infrastructure)
{
    [Fact]
    public async Task Every_value_of_every_report_has_its_words_where_they_stand_in_the_article()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var incident = await platform.TellOneAsync(Analyst.Attack(0));
        (await platform.TellOneAsync(Analyst.Attack(1, more: "Islamic Jihad claimed responsibility for the attack."))).ShouldBe(incident);
        await platform.SayAsync(incident, "corrections", new { field = "casualties.wounded", value = new { min = 3, max = 3 } });
        var before = (await platform.IncidentAsync(incident)).Version;

        var (_, answer) = await GetAsync(platform, $"incidents/{incident}/claims");

        answer.GetProperty("version").GetInt64().ShouldBe(before);
        var fields = answer.GetProperty("fields").EnumerateArray().ToDictionary(f => f.GetProperty("field").GetString()!, f => f.GetProperty("claims").EnumerateArray().ToList());
        fields.Keys.ShouldContain("eventType");
        var told = fields.Values.SelectMany(c => c).Where(c => c.TryGetProperty("articleId", out _)).ToList();
        told.Select(c => c.GetProperty("outlet").GetString()).Distinct().Order().ShouldBe(["Outlet 0", "Outlet 1"]);
        foreach (var claim in told)
        {
            var text = (await GetAsync(platform, $"articles/{claim.GetProperty("articleId").GetGuid()}")).Body.GetProperty("text").GetString()!;
            text[claim.GetProperty("start").GetInt32()..claim.GetProperty("end").GetInt32()].ShouldBe(claim.GetProperty("words").GetString());
            claim.GetProperty("at").GetDateTimeOffset().ShouldBe(new DateTimeOffset(1985, 5, 5, 0, 0, 0, TimeSpan.Zero));
        }
        var wounded = fields["casualties.wounded"];
        wounded[0].GetProperty("actor").GetProperty("name").GetString().ShouldBe("A. Analyst");
        wounded.Select(c => (c.GetProperty("value").GetProperty("min").GetInt32(), c.GetProperty("best").GetBoolean())).ShouldBe([(3, true), (2, false), (2, false)]);
        fields["perpetrators"].ShouldHaveSingleItem().GetProperty("stance").GetString().ShouldBe("claimed");

        // As it was before the correction and before the second article, by version.
        var (_, first) = await GetAsync(platform, $"incidents/{incident}/claims?asOf=1");
        first.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("field").GetString() == "casualties.wounded").GetProperty("claims").GetArrayLength().ShouldBe(1);
        (await GetAsync(platform, $"incidents/{incident}/claims?asOf=99")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(platform, $"incidents/{incident}/claims?asof=1&x=2")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await GetAsync(platform, $"incidents/{Guid.NewGuid()}/claims")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_of_articles_holds_each_once_by_any_filter_and_order()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var ids = new List<Guid>();
        for (var n = 0; n < 9; n++)
            ids.Add((await platform.PostAsync(Article(n))).GetProperty("articleId").GetGuid());
        foreach (var id in ids)
            await platform.ExtractedAsync(id);
        // The list follows the log; one article is asked for from the log itself.
        await Eventually.Equals(9, "articles in the list", () => platform.CountAsync("select count(*) from incidents.article where revision is not null and not pending"));

        foreach (var sort in (string[])["-received", "received", "-published", "published"])
        {
            var pages = await PagesAsync(platform, $"sort={sort}&limit=2");
            pages.ShouldBe(pages.Distinct(), sort);
            pages.Order().ShouldBe(ids.Order(), sort);
        }
        (await PagesAsync(platform, "limit=4")).ShouldBe(Enumerable.Reverse(ids));
        (await PagesAsync(platform, "outlet=ODD%20wire")).Order().ShouldBe(ids.Where((_, n) => n % 2 == 1).Order());
        (await PagesAsync(platform, "dated=false")).Order().ShouldBe(ids.Where((_, n) => n % 3 == 0).Order());
        (await PagesAsync(platform, "hasReports=false&dated=true&limit=1")).Order().ShouldBe(ids.Where((_, n) => n % 3 != 0 && n % 2 == 1).Order());
        (await PagesAsync(platform, "title=number%205")).ShouldBe([ids[5]]);
        // Of headline and text, whether it tells of an incident or not; words in any form, alone, in phrases and with other filters.
        (await PagesAsync(platform, "q=police")).Order().ShouldBe(ids.Where((_, n) => n % 2 == 0).Order());
        (await PagesAsync(platform, "q=councils+bread&limit=2")).ShouldBe(Enumerable.Reverse(ids).Where((_, n) => n % 2 == 1));
        (await PagesAsync(platform, "q=%22spoke+of+bread%22+-times")).ShouldBeEmpty();
        (await PagesAsync(platform, "q=%22met+3+times%22")).ShouldBe([ids[3]]);
        (await PagesAsync(platform, "q=report+kirkuk&dated=false")).Order().ShouldBe(new[] { ids[0], ids[6] }.Order());
        (await PagesAsync(platform, "q=bread+kirkuk")).ShouldBeEmpty();
        (await GetAsync(platform, "articles?q=the")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await PagesAsync(platform, "publishedFrom=1985-05-03&publishedTo=1985-05-05&source=list")).Order().ShouldBe(new[] { ids[2], ids[4] }.Order());
        (await PagesAsync(platform, "status=received")).ShouldBeEmpty();
        (await GetAsync(platform, "articles?status=new")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await GetAsync(platform, "articles?outlt=x")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Articles_are_found_by_names_and_headlines_however_they_are_spelled()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        platform.Projection.Start();
        await platform.Projection.ReadyAsync();
        await platform.ExecuteAsync("""
            insert into incidents.article (id, revision, outlet, source, title, received_at, extracted_revision)
                select ('00000000-0000-0000-0000-00000000000' || n)::uuid, 1, outlet, source, title, now() - n * interval '1 minute', 1 from (values
                (1, 'Газета Дня', 'Лента Новостей', '«РАКЕТЫ» над Эль-Кутом'), (2, 'El País', 'FLUX É', 'Tirs à Béziers: “Été” meurtrier'), (3, 'EL PAÍS', 'flux e', 'Fußgänger in Straßburg, d’abord'),
                (4, 'el pais', 'Flux', 'Katā''ib fires at air-base near example.com'), (5, 'Sa''ada Wire', 'x', null), (6, 'Sa’ada wire', 'x', 'News of the wire'), (7, null, null, 'NEWS of a strike')) as n (n, outlet, source, title);
            insert into incidents.article (id, revision, outlet, received_at, extracted_revision) select gen_random_uuid(), 1, 'Other ' || n % 50, '2001-01-01', 1 from generate_series(1, 500) n;
            """);

        foreach (var time in new[] { "", $"&asOf={DateTime.UtcNow.AddMinutes(1):O}" })
            foreach (var (filter, found) in new[]
            {
                ("outlet=газета дня", "1"), ("outlet=ГАЗЕТА ДНЯ", "1"), ("outlet=el pais", "234"), ("outlet=ÉL PAÍS&outlet=saada WIRE", "23456"), ("outlet=Éther", ""), ("outlet=el", ""),
                ("source=лента новостей", "1"), ("source=Flux É", "23"), ("source=flux&source=X", "456"),
                ("title=ракеты", "1"), ("title=\"КУТОМ\"", "1"), ("title=ete beziers", "2"), ("title=\"TIRS A BEZIERS\"", "2"), ("title=Strassburg dabord", "3"), ("title=fussgänger or étés or RAKETEN", "3"),
                ("title=kata'ib \"air base\"", "4"), ("title=example.com", "4"), ("title=news -strike", "6"), ("title=Néws", "67"),
            })
                string.Concat((await PagesAsync(platform, string.Join('&', filter.Split('&').Select(f => f.Split('=')).Select(f => $"{f[0]}={Uri.EscapeDataString(f[1])}")) + "&limit=2" + time))
                    .Select(id => id.ToString()[^1]).Order()).ShouldBe(found, filter + time);
    }

    [Fact]
    public async Task A_word_is_found_however_many_newer_articles_lack_it()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        platform.Projection.Start();
        await platform.Projection.ReadyAsync();
        // Of a page of one 60 texts are looked at, and 400; the falcon is in 2 older ones, the heron in 500.
        await platform.ExecuteAsync("""
            create temporary table made on commit drop as
                select gen_random_uuid() as id, now() - n * interval '1 minute' as at, case when n > 998 then 'heron falcon' when n > 500 then 'heron' else 'sparrow' end as words from generate_series(1, 1000) n;
            insert into incidents.article (id, revision, title, received_at, extracted_revision) select id, 1, 'News', at, 1 from made;
            insert into incidents.article_text select id, 1, to_tsvector('english', words) from made;
            """);
        await platform.ExecuteAsync("analyze incidents.article_text");

        foreach (var time in new[] { "", $"&asOf={DateTime.UtcNow:O}" })
        {
            (await PagesAsync(platform, "q=falcon&limit=1" + time)).Distinct().Count().ShouldBe(2, time);
            (await GetAsync(platform, "articles?q=heron&limit=1" + time)).Body.GetProperty("items").GetArrayLength().ShouldBe(1, time);
            (await PagesAsync(platform, "q=heron&limit=100" + time)).Distinct().Count().ShouldBe(500, time);
        }
    }

    [Fact]
    public async Task The_list_of_articles_as_of_a_time_is_the_one_of_then()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var first = (await platform.PostAsync(Article(1))).GetProperty("articleId").GetGuid();
        var second = (await platform.PostAsync(Article(2))).GetProperty("articleId").GetGuid();
        foreach (var id in new[] { first, second })
            await platform.ExtractedAsync(id);
        await Eventually.Equals(2, "articles in the list", () => platform.CountAsync("select count(*) from incidents.article where revision is not null and not pending"));
        var (_, then) = await GetAsync(platform, "articles?sort=received");
        var moment = DateTimeOffset.UtcNow;
        // The clock of the services is this one; what comes from here on has a later time.
        await Eventually.Holds("the clock to move on", () => Task.FromResult(DateTimeOffset.UtcNow > moment.AddMilliseconds(2)));

        (await platform.PostAsync(Article(1, "Nothing happened after all."))).GetProperty("articleId").GetGuid().ShouldBe(first);
        await platform.PostAsync(Article(3));
        await Eventually.Equals(3, "articles in the list", () => platform.CountAsync("select count(*) from incidents.article where revision is not null and not pending"));
        await Eventually.Equals(2, "the revision", () => platform.CountAsync($"select coalesce(extracted_revision, 0) from incidents.article where id = '{first}' and revision = 2"));

        var (_, asOf) = await GetAsync(platform, $"articles?sort=received&asOf={moment.UtcDateTime:O}");
        asOf.GetProperty("items").ToString().ShouldBe(then.GetProperty("items").ToString());
        (await GetAsync(platform, $"articles?hasReports=false&asOf={moment.UtcDateTime:O}")).Body.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await PagesAsync(platform, $"q=bread&asOf={moment.UtcDateTime:O}")).ShouldBe([first]);
        (await PagesAsync(platform, $"outlet=%C3%93DD+wire&asOf={moment.UtcDateTime:O}")).ShouldBe([first]);
        (await PagesAsync(platform, "q=bread")).Count.ShouldBe(1); // the third
        (await PagesAsync(platform, "q=happened")).ShouldBe([first]);
        (await GetAsync(platform, "articles?asOf=2001-01-01")).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await PagesAsync(platform, "sort=received")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_rare_word_is_found_among_more_articles_than_are_looked_through_in_the_revision_that_counts()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        platform.Projection.Start();
        await platform.Projection.ReadyAsync();
        // 500 articles, of which the page of one looks through 60. The 9th spoke of bread before it was revised, the 3rd and the 5th do.
        await platform.ExecuteAsync("""
            insert into incidents.article (id, revision, received_at, extracted_revision, reports)
                select md5(n::text)::uuid, case n when 9 then 2 else 1 end, '2020-01-01'::timestamptz + n * interval '1 hour', case n when 9 then 2 else 1 end, 0 from generate_series(1, 500) n;
            insert into incidents.article_text (article_id, revision, words)
                select md5(n::text)::uuid, 1, to_tsvector('english', case when n in (3, 5, 9) then 'The council spoke of bread.' else 'Nothing of note.' end) from generate_series(1, 500) n
                union all select md5('9')::uuid, 2, to_tsvector('english', 'The council met.');
            """);
        var ids = await platform.IdsAsync("select md5(n)::uuid from unnest(array['5', '3']) with ordinality as u (n, place) order by place");

        (await PagesAsync(platform, "q=bread&limit=1")).ShouldBe(ids);
        (await PagesAsync(platform, "q=bread&limit=1&sort=received&hasReports=false")).ShouldBe(Enumerable.Reverse(ids));
        (await PagesAsync(platform, $"q=bread&limit=1&asOf={DateTimeOffset.UtcNow:O}".Replace("+", "%2B", StringComparison.Ordinal))).ShouldBe(ids);
        (await PagesAsync(platform, "q=%22spoke+of+bread%22+-note&limit=1")).ShouldBe(ids);
        (await PagesAsync(platform, "q=circus&limit=1")).ShouldBeEmpty();
    }

    private static object Article(int n, string? text = null) => new
    {
        source = "list",
        externalId = $"number-{n}",
        outlet = n % 2 == 1 ? "Odd Wire" : "Even Post",
        title = $"Report number {n}",
        text = text ?? (n % 2 == 1 ? $"The council met {n} times and spoke of bread." : $"Gunmen shot dead {n + 2} policemen in Kirkuk, Iraq, on {n + 1} May 1985, police said."),
        publishedAt = n % 3 == 0 ? null : $"1985-05-0{n + 1}",
    };

    private static async Task<List<Guid>> PagesAsync(TestPlatform platform, string query)
    {
        var ids = new List<Guid>();
        for (string? cursor = ""; cursor is not null;)
        {
            var (status, page) = await GetAsync(platform, $"articles?{query}{(cursor.Length > 0 ? "&cursor=" + cursor : "")}");
            status.ShouldBe(HttpStatusCode.OK, page.ToString());
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("articleId").GetGuid()));
            cursor = page.GetProperty("next").GetString();
        }
        return ids;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(TestPlatform platform, string path)
    {
        using var answer = await platform.Projection.Http.GetAsync(path);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }
}
