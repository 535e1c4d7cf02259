using System.Net;
using System.Text.Json;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>The read API: pages, filters, and clear answers to bad questions.</summary>
[Collection(Collection.Name)]
public sealed class Read_api_answers_clearly(Infrastructure infrastructure, ReadApiAlone alone) : IClassFixture<ReadApiAlone>
{
    [Fact]
    public async Task Pages_hold_every_incident_once_newest_first_and_filters_hold()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await Task.WhenAll(Enumerable.Range(0, 25).Select(n => platform.PostAsync(new
        {
            externalId = $"page-{n}",
            publishedAt = $"{new DateOnly(2021, 3, 7).AddDays(7 * n):O}", // another week, another attack
            text = $"Three rockets hit the {(n % 2 == 0 ? "Balad air base north of Baghdad, Iraq" : "town of Idlib in Syria")} on Monday, police said. Report {n}.",
        })));
        await Eventually.Equals(25, "incidents", () => platform.CountAsync("select count(*) from incidents.incident_list"));

        var items = new List<JsonElement>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await GetAsync(platform, $"incidents?limit=7&cursor={cursor}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        }

        items.Select(Id).Distinct().Count().ShouldBe(25);
        items.Select(i => i.GetProperty("date").GetProperty("start").GetString()).ShouldBeInOrder(SortDirection.Descending);
        (await GetAsync(platform, "incidents?country=sy")).GetProperty("items").GetArrayLength().ShouldBe(12);
        (await GetAsync(platform, "incidents?type=rocket_attack&country=IQ,SY")).GetProperty("items").GetArrayLength().ShouldBe(25);
        (await GetAsync(platform, "incidents?type=kidnapping")).GetProperty("items").GetArrayLength().ShouldBe(0);
        var one = items[0];
        var day = one.GetProperty("date").GetProperty("start").GetString();
        (await GetAsync(platform, $"incidents?from={day}&to={day}")).GetProperty("items").EnumerateArray().Select(Id).ShouldContain(Id(one));
        var report = (await GetAsync(platform, $"incidents/{Id(one)}")).GetProperty("reports")[0];
        var article = await GetAsync(platform, $"articles/{report.GetProperty("articleId").GetGuid()}");
        article.GetProperty("incidents")[0].GetProperty("id").GetGuid().ShouldBe(Id(one));
        foreach (var evidence in report.GetProperty("evidence").EnumerateArray().Where(e => e.GetProperty("field").GetString() == "place"))
            article.GetProperty("text").GetString()![evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()]
                .ShouldBe(report.GetProperty("place").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_history_of_before_there_was_the_incident_is_not_known_then_and_one_that_is_known_is_not_sent_again()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var path = $"incidents/{await platform.TellOneAsync(Analyst.Attack(0))}/history";
        async Task<(HttpStatusCode, string?)> AskAsync(string query, string known = "")
        {
            using var message = new HttpRequestMessage(HttpMethod.Get, path + query);
            message.Headers.TryAddWithoutValidation("If-None-Match", known);
            using var answer = await platform.Projection.Http.SendAsync(message);
            return (answer.StatusCode, answer.StatusCode == HttpStatusCode.NotFound
                ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("type").GetString()!.Split(':')[^1] : null);
        }

        (await AskAsync("?asOf=2000-01-01")).ShouldBe((HttpStatusCode.NotFound, "unknown-then"));
        (await AskAsync("?asOf=99")).ShouldBe((HttpStatusCode.NotFound, "unknown-then"));
        foreach (var known in new[] { "\"1\"", "W/\"1\"", "\"7\", \"1\"", "*" })
            (await AskAsync("", known)).ShouldBe((HttpStatusCode.NotModified, null), known);
        (await AskAsync("", "\"7\"")).ShouldBe((HttpStatusCode.OK, null));
    }

    [Fact]
    public async Task A_search_finds_words_of_headline_text_and_claims_whichever_comes_first()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        var accepted = await platform.PostAsync(new
        {
            title = "Salvo at dusk",
            text = "Three Katyusha rockets hit the Balad air base north of Baghdad, Iraq, on Saturday, police said. Farmers nearby were selling pomegranates.",
            publishedAt = "2021-03-07",
        });
        await platform.ExtractedAsync(accepted.GetProperty("articleId").GetGuid());
        await Eventually.Equals(1, "incidents whose texts are known", () => platform.CountAsync("select count(*) from incidents.incident_list where not awaits"));

        foreach (var (words, found) in new[]
        {
            ("salvo", 1), ("pomegranate", 1), ("katyusha rocket", 1), ("\"air base\" police", 1), ("salvo pomegranates balad", 1), ("ballad or Katyúsha", 1),
            ("\"base air\"", 0), ("salvo -farmer", 0), ("apricot", 0),
        })
            (await GetAsync(platform, $"incidents?q={Uri.EscapeDataString(words)}")).GetProperty("items").GetArrayLength().ShouldBe(found, words);
    }

    [Theory]
    [InlineData("incidents?q=the%20of", 400, "q")]
    [InlineData("articles?q=%22", 400, "q")]
    [InlineData("articles?title=%22", 400, "title")]
    [InlineData("articles?title=-%20%22", 400, "title")]
    [InlineData("incidents/facets?top=0", 400, "top")]
    [InlineData("stats", 400, "by")]
    [InlineData("incidents.csv?limit=5", 400, "limit")]
    [InlineData("incidents.atom?asOf=never", 400, "asOf")]
    [InlineData("incidents/6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70?fields=colour", 400, "fields")]
    [InlineData("incidents?cursor=!!", 400, "cursor")]
    [InlineData("incidents?cursor=AAAA", 400, "cursor")]
    [InlineData("incidents?limit=0", 400, "limit")]
    [InlineData("incidents?type=war", 400, "type")]
    [InlineData("incidents?country=Iraq", 400, "country")]
    [InlineData("incidents?from=yesterday", 400, "from")]
    [InlineData("incidents?from=2021-02-02&to=2021-02-01", 400, "from")]
    [InlineData("incidents?colour=red", 400, "colour")]
    [InlineData("rebuilds?state=done", 400, "state")]
    [InlineData("traces/4bf92f3577b34da6a3ce929d0e0e4736?asOf=1", 400, "asOf")]
    [InlineData("articles/6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70/trace?asOf=1", 400, "asOf")]
    [InlineData("incidents/not-an-id", 404, null)]
    [InlineData("articles/6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70", 404, null)]
    public async Task A_bad_question_gets_a_problem_that_names_the_field(string path, int status, string? field)
    {
        using var answer = await alone.Platform.Projection.Http.GetAsync(path);

        answer.StatusCode.ShouldBe((HttpStatusCode)status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("type").GetString().ShouldStartWith("urn:incident-platform:problem:");
        if (field is not null)
            problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("incidents?")]
    [InlineData("incidents.csv?")]
    [InlineData("incidents.atom?")]
    [InlineData("incidents/facets?")]
    [InlineData("stats?by=status&")]
    [InlineData("duplicates?")]
    [InlineData("articles?")]
    [InlineData("incidents/6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70?")]
    [InlineData("incidents/6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70/history?")]
    [InlineData("incidents/6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70/claims?")]
    [InlineData("incidents/6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70/duplicates?")]
    [InlineData("articles/6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70?")]
    [InlineData("extractions/6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70/differences?")]
    public async Task Then_is_read_alike_everywhere(string path)
    {
        foreach (var given in new[] { "", "1", "2024-01-02", "2024-01-02T10:00Z", "2024-01-02T10:00:00.5Z", "2024-01-02T10:00:00+01:00", "2024-01-02T10:00:00%2B01:00" })
        {
            using var answer = await alone.Platform.Projection.Http.GetAsync($"{path}asOf={given}");

            answer.StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.NotFound], given);
        }
        foreach (var given in new[] { "yesterday", "-1", "1.5", "10:00", "2%20January%202024", "01/02/2024", "2024-01-02T10:00:00Z&asOf=2024-01-02", "%00" })
        {
            using var answer = await alone.Platform.Projection.Http.GetAsync($"{path}asOf={given}");

            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, given);
            JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors").GetProperty("asOf").GetArrayLength().ShouldBe(1, given);
        }
    }

    private static Guid Id(JsonElement incident) => incident.GetProperty("id").GetGuid();

    private static async Task<JsonElement> GetAsync(TestPlatform platform, string path) =>
        JsonDocument.Parse(await platform.Projection.Http.GetStringAsync(path)).RootElement;
}
