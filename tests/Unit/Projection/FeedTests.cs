using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Contracts;
using Platform.Projection.Api;

namespace Platform.Tests.Unit.Projection;

/// <summary>What stands in the Atom feed holds wherever the service is reached.</summary>
public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("http://10.0.0.7:8080/incidents.atom", "http://10.0.0.7:8080/")]
    [InlineData("https://news.example/platform/incidents.atom", "https://news.example/platform/")]
    public void Links_lead_where_the_feed_was_asked_for_also_behind_TLS_and_another_path(string asked, string site)
    {
        var feed = Feed("?country=IQ&cursor=one", "two");
        string Link(XElement of, string rel) => new Uri(new Uri(asked), of.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == rel).Attribute("href")!.Value).ToString();

        Link(feed, "self").ShouldBe(site + "incidents.atom?country=IQ&cursor=one");
        Link(feed, "next").ShouldBe(site + "incidents.atom?country=IQ&cursor=two");
        Link(feed.Element(Atom + "entry")!, "alternate").ShouldBe(site + "incidents/" + Told.Incident().Id);
    }

    [Fact]
    public void The_id_of_a_feed_is_that_of_its_filter_on_every_page()
    {
        static string Id(string question) => Feed(question, null).Element(Atom + "id")!.Value;

        Id("?country=IQ&type=shooting").ShouldStartWith("urn:uuid:");
        Id("?type=shooting&country=IQ&cursor=two&limit=7").ShouldBe(Id("?country=IQ&type=shooting"));
        Id("?country=SY&type=shooting").ShouldNotBe(Id("?country=IQ&type=shooting"));
    }

    [Fact]
    public void However_the_parameters_are_written_the_next_page_has_one_cursor_and_the_feed_one_id()
    {
        var feed = Feed("?country=IQ&Cursor=one&LIMIT=7", "two");
        var next = feed.Elements(Atom + "link").Single(l => l.Attribute("rel")!.Value == "next").Attribute("href")!.Value;

        next.ShouldBe("incidents.atom?country=IQ&LIMIT=7&cursor=two");
        feed.Element(Atom + "id")!.Value.ShouldBe(Feed("?country=IQ", null).Element(Atom + "id")!.Value);
    }

    private static XElement Feed(string question, string? next) => XDocument.Parse(GetFeed.Write(
        new QueryCollection(QueryHelpers.ParseQuery(question)), [new FoundIncident("", Told.Incident().Id, 1, JsonSerializer.SerializeToUtf8Bytes(Told.Incident(), ContractJson.Default.Incident))], next)).Root!;
}
