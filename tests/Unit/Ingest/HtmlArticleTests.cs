using System.Text;
using Platform.Ingest.Input;

namespace Platform.Tests.Unit.Ingest;

public class HtmlArticleTests
{
    private const string Body = "<p>Three rockets hit the airfield late on Monday, two soldiers were wounded, a spokesman said.</p><p>Nobody claimed the attack, the third this month on the same airfield.</p>";
    private const string BodyText = "Three rockets hit the airfield late on Monday, two soldiers were wounded, a spokesman said.\n\nNobody claimed the attack, the third this month on the same airfield.";

    private static ArticleDraft Read(string html, string? charset = null, Action<Limits>? change = null) =>
        HtmlArticle.Read(Encoding.UTF8.GetBytes(html), charset, Rules.With(change));

    [Fact]
    public void Navigation_scripts_asides_footers_and_forms_are_left_out() =>
        Read($$"""
            <html><head><title>T</title><style>p{}</style></head><body><header>Site</header><nav><a href=/>Home</a></nav>
            <article><h2>What happened</h2><script>var x="<p>no</p>";</script>{{Body}}<style>.a{}</style><aside>Read also</aside><form><input value=x>Subscribe</form>
            <div role=navigation>Next</div><div hidden>secret</div><div style="display: none">gone</div><footer>Copyright</footer><noscript>js</noscript></article>
            <footer>Imprint</footer></body></html>
            """).Text.ShouldBe("What happened\n\n" + BodyText);

    [Fact]
    public void The_article_element_wins_over_what_lies_around_it() =>
        Read($"<body><div>Teaser of another story</div><main><div>Breadcrumb</div><article>{Body}</article><div>More stories</div></main></body>").Text.ShouldBe(BodyText);

    [Fact]
    public void Of_several_articles_the_longest_wins() =>
        Read($"<body><article><p>Short teaser.</p></article><article>{Body}</article><article><p>A comment.</p></article></body>").Text.ShouldBe(BodyText);

    [Fact]
    public void Without_article_the_main_element_counts() =>
        Read($"<body><div>Top</div><main>{Body}</main><div>Bottom</div></body>").Text.ShouldBe(BodyText);

    [Fact]
    public void Without_either_the_densest_block_counts() =>
        Read($"<body><div><div>Menu one</div><div>Menu two</div></div><div class=x><div class=story>{Body}</div><div>Share this</div></div></body>").Text.ShouldBe(BodyText);

    [Fact]
    public void A_short_teaser_in_an_article_element_does_not_hide_the_story() =>
        Read($"<body><article><p>Ad.</p></article><div>{Body}</div></body>").Text.ShouldBe(BodyText);

    [Fact]
    public void Lists_of_links_inside_the_article_are_left_out() =>
        Read($"<article>{Body}<ul><li><a href=1>Another story here</a></li><li><a href=2>And one more</a></li></ul></article>").Text.ShouldBe(BodyText);

    [Fact]
    public void Paragraphs_lines_lists_and_cells_stay_apart() =>
        Read("<article><p>a<br>b &amp;&nbsp;c\n   d</p><ul><li>one</li><li>two</li></ul><table><tr><td>x</td><td>y</td></tr><tr><td>z</td></tr></table>e<br><br>f</article>").Text
            .ShouldBe("a\nb & c d\n\none\ntwo\n\nx y\nz\n\ne\n\nf");

    [Fact]
    public void Metadata_come_from_the_head()
    {
        var draft = Read($$"""
            <html lang="en-GB"><head><title>Title | Site</title><meta property="og:title" content="The real title"><meta property="og:site_name" content="Example News">
            <link rel="canonical" href="https://news.example/1"><meta property="article:published_time" content="2024-05-01T10:15:00+03:00">
            <meta property="article:tag" content="rocket"></head><body><article><h1>The real title</h1>{{Body}}</article></body></html>
            """);
        (draft.Title, draft.Outlet, draft.Url, draft.PublishedAt, draft.Language).ShouldBe(("The real title", "Example News", "https://news.example/1", "2024-05-01T07:15:00Z", "en-GB"));
        draft.Tags.ShouldBe(["rocket"]);
        draft.Text.ShouldBe(BodyText);
    }

    [Fact]
    public void The_title_falls_back_to_h1_and_then_to_title()
    {
        Read($"<title>T</title><h1> The \n head </h1><article>{Body}</article>").Title.ShouldBe("The head");
        Read($"<title>T</title><article>{Body}</article>").Title.ShouldBe("T");
    }

    [Fact]
    public void The_date_falls_back_to_JSON_LD_and_then_to_time()
    {
        const string Ld = """<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":"2024-05-02","publisher":{"name":"LD News"},"inLanguage":"de"}]}</script>""";
        var draft = Read($"{Ld}<article><time datetime='2024-05-03T00:00Z'>x</time>{Body}</article>");
        (draft.PublishedAt, draft.Outlet, draft.Language).ShouldBe(("2024-05-02T00:00:00Z", "LD News", "de"));
        Read($"<script type='application/ld+json'>{{broken</script><time datetime='2024-05-04'>x</time><article><time datetime='2024-05-03'>x</time>{Body}</article>").PublishedAt.ShouldBe("2024-05-03T00:00:00Z");
    }

    [Fact]
    public void A_date_that_cannot_be_read_is_left_out_with_a_warning()
    {
        var draft = Read($"<meta property='article:published_time' content='gestern'><article>{Body}</article>");
        draft.PublishedAt.ShouldBeNull();
        draft.Warnings.ShouldContain(w => w.Contains("gestern"));
    }

    [Fact]
    public void A_relative_canonical_address_counts_from_the_base()
    {
        Read($"<base href='https://news.example/a/'><link rel=canonical href='../b'><article>{Body}</article>").Url.ShouldBe("https://news.example/b");
        Read($"<link rel=canonical href='/b'><article>{Body}</article>").Url.ShouldBeNull();
    }

    [Fact]
    public void The_charset_parameter_is_honoured_before_the_meta_element()
    {
        Charsets.Register();
        var page = Encoding.GetEncoding("windows-1256").GetBytes("<meta charset='utf-8'><article><p>هجوم صاروخي</p></article>");
        HtmlArticle.Read(page, "windows-1256", Rules.With()).Text.ShouldBe("هجوم صاروخي");
    }

    [Fact]
    public void Without_parameter_the_meta_element_tells_the_charset()
    {
        Charsets.Register();
        var page = Encoding.GetEncoding("windows-1251").GetBytes("<html><head><meta charset=\"windows-1251\"></head><article><p>Удар</p></article>");
        HtmlArticle.Read(page, null, Rules.With()).Text.ShouldBe("Удар");
    }

    [Fact]
    public void Without_any_charset_strict_UTF8_is_asked_for() =>
        Should.Throw<ProblemException>(() => HtmlArticle.Read([.. "<p>"u8, 0xE9], null, Rules.With())).Problem.Type.ShouldEndWith("bad-encoding");

    [Fact]
    public void Too_many_elements_end_in_a_413() =>
        Should.Throw<ProblemException>(() => Read(string.Concat(Enumerable.Repeat("<b>x</b>", 60_000)), null, l => l.MaxMarkupNodes = 50_000)).Problem.Status.ShouldBe(413);

    [Fact]
    public void Deep_nesting_is_flattened_and_does_not_overflow_the_stack() =>
        Read(string.Concat(Enumerable.Repeat("<div>", 3_000)) + "deep", null, l => l.MaxHtmlTime = TimeSpan.FromMinutes(1)).Text.ShouldBe("deep");

    [Fact]
    public void Markup_that_takes_quadratic_time_ends_in_a_413()
    {
        var evil = string.Concat(Enumerable.Range(0, 90_000).Select(i => $"<b id={i}><p>"));
        Should.Throw<ProblemException>(() => Read(evil, null, l => (l.MaxHtmlTime, l.MaxMarkupNodes) = (TimeSpan.FromMilliseconds(200), 1_000_000))).Problem.Type.ShouldEndWith("document-too-complex");
    }

    [Fact]
    public void A_heading_too_long_for_a_title_stays_in_the_text() =>
        Read($"<article><h1>{new string('x', 1_001)}</h1></article>").Text.ShouldBe(new string('x', 1_001));

    [Fact]
    public void Nested_headings_are_not_read_again_and_again()
    {
        // Reading is copying: were each heading read with all that is in it, it would be a hundred times the text.
        Allocated(100).ShouldBeLessThan(3 * Allocated(1));

        static long Allocated(int headings)
        {
            var html = "<meta property=og:title content=T>" + string.Concat(Enumerable.Repeat("<h1><div>", headings)) + new string('x', 2_000_000);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Read(html).Text!.Length.ShouldBe(2_000_000);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
