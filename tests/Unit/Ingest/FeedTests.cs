using System.Text;
using Microsoft.AspNetCore.Http;
using Platform.Ingest.Input;

namespace Platform.Tests.Unit.Ingest;

public class FeedTests
{
    private static IReadOnlyList<Reading> Read(string xml, string? charset = null, Action<Limits>? change = null, string query = "") =>
        Feed.Read(Encoding.UTF8.GetBytes(xml), charset, Query(query), Rules.With(change));

    private static QueryCollection Query(string query) => new(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query));

    private static string Rss(string items, string channel = "") => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel><title>Example News</title><link>https://news.example/</link><language>en-us</language>{channel}{items}</channel></rss>
        """;

    private static string AtomFeed(string entries) => $"""
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Atom News</title><id>urn:feed:1</id><link rel="self" href="https://atom.example/feed"/>{entries}</feed>
        """;

    [Fact]
    public void An_RSS_item_becomes_an_article()
    {
        var article = Read(Rss("""
            <item><title>Rockets &amp;amp; mortars</title><link>https://news.example/1</link><guid isPermaLink="false">g-1</guid><pubDate>Wed, 01 May 2024 10:15:30 EST</pubDate>
            <description>&lt;p&gt;Short.&lt;/p&gt;</description><content:encoded><![CDATA[<p>Three rockets.</p><script>x()</script><p>Two wounded.</p>]]></content:encoded>
            <category>war</category><category>rocket</category></item>
            """)).ShouldHaveSingleItem().ShouldBeArticle();
        article.Title.ShouldBe("Rockets & mortars");
        article.Text.ShouldBe("Three rockets.\n\nTwo wounded.");
        (article.Url, article.ExternalId, article.Outlet, article.Language, article.Source).ShouldBe(("https://news.example/1", "g-1", "Example News", "en-us", "https://news.example/"));
        article.PublishedAt.ShouldBe(new DateTimeOffset(2024, 5, 1, 15, 15, 30, TimeSpan.Zero));
        article.Tags.ShouldBe(["war", "rocket"]);
    }

    [Fact]
    public void The_description_stands_in_for_absent_content_and_the_feeds_own_address_is_its_source()
    {
        var article = Read(Rss("<item><description>Just &lt;b&gt;text&lt;/b&gt;.</description><dc:date>2024-05-01T00:00:00Z</dc:date><guid>https://news.example/2</guid><source url='x'>Wire</source></item>",
            "<atom:link rel='self' href='https://news.example/rss'/>")).ShouldHaveSingleItem().ShouldBeArticle();
        (article.Text, article.Source, article.Url, article.Outlet).ShouldBe(("Just text.", "https://news.example/rss", "https://news.example/2", "Wire"));
        article.PublishedAt.ShouldNotBeNull();
    }

    [Fact]
    public void Two_items_with_the_same_date_are_both_kept()
    {
        const string Date = "<pubDate>Wed, 01 May 2024 10:15:30 GMT</pubDate>";
        var read = Read(Rss($"<item><guid>1</guid><description>One.</description>{Date}</item><item><guid>2</guid><description>Two.</description>{Date}</item>"));
        read.Select(r => r.ShouldBeArticle().Text).ShouldBe(["One.", "Two."]);
    }

    [Fact]
    public void An_Atom_entry_becomes_an_article()
    {
        var read = Read(AtomFeed("""
            <entry><id>urn:e:1</id><title type="html">A &amp;lt;b&amp;gt; title</title><link href="/1"/><published>2024-05-01T10:15:30+03:00</published><updated>2024-06-01T00:00:00Z</updated>
            <summary>short</summary><content type="html">&lt;p&gt;Long text.&lt;/p&gt;</content><category term="war"/></entry>
            <entry><id>urn:e:2</id><title>T2</title><updated>2024-06-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two &amp; three.</p></div></content></entry>
            <entry><id>urn:e:3</id><title>T3</title><updated>2024-06-01T00:00:00Z</updated><content src="https://x.example/" type="text/html"/><summary type="text">1 &lt; 2</summary></entry>
            """));
        var articles = read.Select(r => r.ShouldBeArticle()).ToList();
        articles.Select(a => a.Text).ShouldBe(["Long text.", "One.\n\nTwo & three.", "1 < 2"]);
        var first = articles[0];
        (first.Title, first.Url, first.ExternalId, first.Source, first.Outlet, first.Language).ShouldBe(("A <b> title", "https://atom.example/1", "urn:e:1", "urn:feed:1", "Atom News", "en"));
        first.PublishedAt.ShouldBe(new DateTimeOffset(2024, 5, 1, 7, 15, 30, TimeSpan.Zero));
        articles[1].PublishedAt.ShouldBe(new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_bad_item_does_not_harm_the_others()
    {
        var read = Read(Rss("<item><title>no text</title></item><item><description>Good.</description></item><item><description>&lt;script&gt;x&lt;/script&gt;</description></item>"));
        read.Select(r => r.Article?.Text).ShouldBe([null, "Good.", null]);
        read[0].Errors("text")[0].ShouldContain("required");
    }

    [Fact]
    public void A_date_that_cannot_be_read_is_left_out_with_a_warning()
    {
        var reading = Read(Rss("<item><description>Good.</description><pubDate>whenever</pubDate></item>")).ShouldHaveSingleItem();
        reading.ShouldBeArticle().PublishedAt.ShouldBeNull();
        reading.Warnings.ShouldHaveSingleItem().ShouldContain("whenever");
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY x \"y\">]><rss><channel/></rss>")]
    [InlineData("<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/x.dtd\"><rss><channel/></rss>")]
    public void A_DTD_is_refused(string xml)
    {
        var problem = Should.Throw<ProblemException>(() => Read(xml)).Problem;
        problem.Status.ShouldBe(400);
        problem.Detail.ShouldContain("DTD");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<rss><channel><item></channel></rss>")]
    [InlineData("<rss>&nbsp;</rss>")]
    [InlineData("<rss>&#0;</rss>")]
    [InlineData("not xml")]
    public void Malformed_XML_is_a_400_with_line_and_position(string xml)
    {
        var problem = Should.Throw<ProblemException>(() => Read(xml)).Problem;
        (problem.Status, problem.Type).ShouldBe((400, "urn:incident-platform:problem:malformed-xml"));
        problem.Detail.ShouldStartWith("Line ");
    }

    [Theory]
    [InlineData("<html/>", "html")]
    [InlineData("<rss/>", "rss")]
    [InlineData("<feed/>", "feed")]
    public void Other_XML_is_a_422_that_names_the_root(string xml, string root)
    {
        var problem = Should.Throw<ProblemException>(() => Read(xml)).Problem;
        (problem.Status, problem.Type).ShouldBe((422, "urn:incident-platform:problem:not-a-feed"));
        problem.Detail.ShouldContain($"<{root}>");
    }

    [Fact]
    public void A_feed_without_items_is_a_422() =>
        Should.Throw<ProblemException>(() => Read(Rss(""))).Problem.Type.ShouldEndWith("no-usable-item");

    [Fact]
    public void Too_many_items_elements_or_levels_end_in_a_413()
    {
        var items = string.Concat(Enumerable.Repeat("<item><description>x</description></item>", 11));
        Read(Rss(items), change: l => l.MaxFeedItems = 11).Count.ShouldBe(11);
        Should.Throw<ProblemException>(() => Read(Rss(items), change: l => l.MaxFeedItems = 10)).Problem.Status.ShouldBe(413);
        Should.Throw<ProblemException>(() => Read(Rss(items), change: l => l.MaxMarkupNodes = 20)).Problem.Status.ShouldBe(413);
        Should.Throw<ProblemException>(() => Read(string.Concat(Enumerable.Repeat("<a>", 2_000_000)))).Problem.Status.ShouldBe(413);
    }

    [Fact]
    public void The_time_for_HTML_holds_for_all_items_together()
    {
        var evil = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"&lt;b id={i}&gt;&lt;p&gt;"));
        var read = Read(Rss($"<item><description>{evil}</description></item><item><description>&lt;p&gt;x</description></item>"), change: l => l.MaxHtmlTime = TimeSpan.FromMilliseconds(300));
        // The first uses it up; by itself the second would take none.
        read.Select(r => r.Problem?.Status).ShouldBe([413, 413]);
    }

    [Fact]
    public void Query_parameters_win_over_the_feed_and_those_of_one_article_are_refused()
    {
        var article = Read(Rss("<item><description>x</description><category>c</category></item>"), query: "?outlet=O&source=S&language=fr&tags=a,b&tags=c").ShouldHaveSingleItem().ShouldBeArticle();
        (article.Outlet, article.Source, article.Language).ShouldBe(("O", "S", "fr"));
        article.Tags.ShouldBe(["a", "b", "c"]);
        var problem = Should.Throw<ProblemException>(() => Read(Rss("<item><description>x</description></item>"), query: "?title=T&url=U&externalId=E&publishedAt=2024-01-01")).Problem;
        problem.Errors!.Keys.ShouldBe(["title", "url", "publishedAt", "externalId"]);
    }

    [Fact]
    public void The_encoding_of_the_XML_declaration_and_the_charset_parameter_are_honoured()
    {
        Charsets.Register();
        var xml = """<?xml version="1.0" encoding="windows-1256"?><rss><channel><item><description>هجوم</description></item></channel></rss>""";
        var bytes = Encoding.GetEncoding("windows-1256").GetBytes(xml);
        Feed.Read(bytes, null, Query(""), Rules.With())[0].ShouldBeArticle().Text.ShouldBe("هجوم");
        Feed.Read(Encoding.UTF8.GetBytes(xml), "utf-8", Query(""), Rules.With())[0].ShouldBeArticle().Text.ShouldBe("هجوم");
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_a_400() =>
        Should.Throw<ProblemException>(() => Feed.Read([.. "<rss><channel><item><description>"u8, 0xC3, 0x28, .. "</description></item></channel></rss>"u8], null, Query(""), Rules.With()))
            .Problem.Status.ShouldBe(400);

    [Fact]
    public void Bytes_that_are_not_in_the_encoding_of_the_XML_declaration_are_refused_and_not_replaced()
    {
        byte[] xml = [.. """<?xml version="1.0" encoding="us-ascii"?><rss><channel><item><description>"""u8, 0xE2, 0x80, 0x9C, .. "</description></item></channel></rss>"u8];

        var problem = Should.Throw<ProblemException>(() => Feed.Read(xml, null, Query(""), Rules.With())).Problem;
        (problem.Status, problem.Type).ShouldBe((400, "urn:incident-platform:problem:bad-encoding"));
        Should.Throw<ProblemException>(() => Feed.Read("""<?xml version="1.0" encoding="x-nothing"?><rss/>"""u8.ToArray(), null, Query(""), Rules.With())).Problem.Type.ShouldBe("urn:incident-platform:problem:unsupported-charset");
    }
}
