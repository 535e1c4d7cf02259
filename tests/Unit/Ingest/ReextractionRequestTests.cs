using System.Text;
using Platform.Ingest.Input;
using Platform.Ingest.Reextraction;

namespace Platform.Tests.Unit.Ingest;

public class ReextractionRequestTests
{
    private const string Who = "\"reason\":\"rules/1.1\",\"actor\":\"Ann\"";

    [Fact]
    public void A_filter_is_read_with_all_its_conditions()
    {
        var request = Accepted($$"""
            {{{Who}},"ratePerSecond":7,"filter":{"source":" feed ","outlet":"Wire","language":"pt","tag":"x","receivedFrom":"2024-05-01",
            "receivedTo":"2024-05-02T10:00:00+02:00","publishedFrom":"2024-01-01","publishedTo":null} }
            """);

        request.Reason.ShouldBe("rules/1.1");
        request.Actor.ShouldBe("Ann");
        request.RatePerSecond.ShouldBe(7);
        request.Filter.ShouldBe(new ArticleFilter
        {
            Source = "feed",
            Outlet = "Wire",
            Language = "pt",
            Tag = "x",
            ReceivedFrom = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero),
            ReceivedTo = new DateTimeOffset(2024, 5, 2, 8, 0, 0, TimeSpan.Zero),
            PublishedFrom = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero),
        });
        (request.ArticleIds, request.All).ShouldBe((null, null));
    }

    [Fact]
    public void The_rate_is_fifty_when_nothing_is_said() => Accepted($$"""{{{Who}},"all":true}""").RatePerSecond.ShouldBe(50);

    [Fact]
    public void An_article_named_twice_counts_once()
    {
        var id = Guid.NewGuid();
        Accepted($$"""{{{Who}},"articleIds":["{{id}}","{{id.ToString().ToUpperInvariant()}}"]}""").ArticleIds.ShouldBe([id]);
    }

    [Theory]
    [InlineData("[]", "body")]
    [InlineData("{\"actor\":\"a\",\"all\":true}", "reason")]
    [InlineData("{\"reason\":\" \",\"actor\":\"a\",\"all\":true}", "reason")]
    [InlineData("{\"reason\":\"r\",\"actor\":7,\"all\":true}", "actor")]
    [InlineData("{\"reason\":\"r\\u0000\",\"actor\":\"a\",\"all\":true}", "reason")]
    [InlineData("{\"reason\":\"\\ud800\",\"actor\":\"a\",\"all\":true}", "reason")]
    [InlineData("{WHO}", "body")]
    [InlineData("{WHO,\"all\":true,\"articleIds\":[\"0a3f6b0e-6d2f-4f0c-8b4b-0f1c2d3e4f50\"]}", "body")]
    [InlineData("{WHO,\"all\":false}", "all")]
    [InlineData("{WHO,\"everything\":true,\"all\":true}", "everything")]
    [InlineData("{WHO,\"all\":true,\"ratePerSecond\":0}", "ratePerSecond")]
    [InlineData("{WHO,\"all\":true,\"ratePerSecond\":5001}", "ratePerSecond")]
    [InlineData("{WHO,\"all\":true,\"ratePerSecond\":1.5}", "ratePerSecond")]
    [InlineData("{WHO,\"articleIds\":[]}", "articleIds")]
    [InlineData("{WHO,\"articleIds\":[\"7\"]}", "articleIds[0]")]
    [InlineData("{WHO,\"filter\":{}}", "filter")]
    [InlineData("{WHO,\"filter\":{\"source\":null}}", "filter")]
    [InlineData("{WHO,\"filter\":{\"sorce\":\"feed\"}}", "filter.sorce")]
    [InlineData("{WHO,\"filter\":{\"source\":\"\"}}", "filter.source")]
    [InlineData("{WHO,\"filter\":{\"receivedFrom\":\"yesterday\"}}", "filter.receivedFrom")]
    [InlineData("{WHO,\"filter\":{\"publishedFrom\":\"2024-01-01\",\"publishedTo\":\"2024-01-01\"}}", "filter.publishedFrom")]
    public void A_wrong_field_is_named(string json, string field)
    {
        var problem = Refused(json.Replace("WHO", Who, StringComparison.Ordinal));
        problem.Type.ShouldBe("urn:incident-platform:problem:invalid-extraction-request");
        problem.Status.ShouldBe(422);
        problem.Errors.ShouldNotBeNull().Keys.ShouldContain(field);
    }

    [Fact]
    public void More_ids_than_a_request_takes_are_refused() =>
        Refused($$"""{{{Who}},"articleIds":[{{string.Join(',', Enumerable.Range(0, 1001).Select(_ => $"\"{Guid.NewGuid()}\""))}}]}""").Errors!["articleIds"][0].ShouldContain("1 to 1000");

    [Theory]
    [InlineData("{", "malformed-json")]
    [InlineData("{\"all\":true,\"all\":true}", "malformed-json")]
    public void What_is_no_JSON_is_a_400(string json, string name)
    {
        var problem = Refused(json);
        problem.Status.ShouldBe(400);
        problem.Type.ShouldBe(Problems.TypeOf(name));
    }

    [Fact]
    public void A_name_with_half_a_surrogate_pair_is_a_problem() =>
        RequestReader.Read(Encoding.UTF8.GetBytes("""{"reason":"r","actor":"a","all":true,"\ud800":1}"""), new Limits()).Problem!.Type.ShouldBe(Problems.TypeOf("invalid-extraction-request"));

    [Fact]
    public void A_body_that_is_not_UTF8_is_a_400() => RequestReader.Read(new byte[] { 0x7B, 0xFF, 0x7D }, new Limits()).Problem!.Type.ShouldBe(Problems.TypeOf("bad-encoding"));

    private static ReextractionRequest Accepted(string json)
    {
        var (request, problem) = RequestReader.Read(Encoding.UTF8.GetBytes(json), new Limits());
        problem.ShouldBeNull(string.Join("; ", problem?.Errors?.Select(e => e.Key + " " + e.Value[0]) ?? []) + problem?.Detail);
        return request.ShouldNotBeNull();
    }

    private static Problem Refused(string json)
    {
        var (request, problem) = RequestReader.Read(Encoding.UTF8.GetBytes(json), new Limits());
        request.ShouldBeNull();
        return problem.ShouldNotBeNull();
    }
}
