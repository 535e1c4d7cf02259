using Platform.Ingest.Input;

namespace Platform.Tests.Unit.Ingest;

public class ArticleRulesTests
{
    private static Reading Check(Action<ArticleDraft> set, Action<Limits>? change = null)
    {
        var draft = new ArticleDraft { Text = "t" };
        set(draft);
        return Rules.With(change).Check(draft);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00A0\u3000")]
    [InlineData("\u200B\uFEFF\u200E")]
    public void An_empty_or_blank_text_is_refused(string text) => Check(d => d.Text = text).Errors("text")[0].ShouldContain("empty or blank");

    [Fact]
    public void A_missing_text_is_refused() => Check(d => d.Text = null).Errors("text")[0].ShouldContain("required");

    [Fact]
    public void Too_long_fields_are_refused_and_the_longest_allowed_are_kept()
    {
        var limits = new Limits();
        (string Field, int Most, Action<ArticleDraft, string> Set)[] fields =
        [
            ("title", limits.MaxTitleChars, (d, v) => d.Title = v), ("text", limits.MaxTextChars, (d, v) => d.Text = v),
            ("outlet", limits.MaxOutletChars, (d, v) => d.Outlet = v), ("externalId", limits.MaxExternalIdChars, (d, v) => d.ExternalId = v),
            ("source", limits.MaxSourceChars, (d, v) => d.Source = v), ("tags[0]", limits.MaxTagChars, (d, v) => d.Tags = [v]),
        ];
        foreach (var (field, most, set) in fields)
        {
            Check(d => set(d, new string('x', most))).ShouldBeArticle();
            Check(d => set(d, new string('x', most + 1))).Errors(field)[0].ShouldContain(most.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
        }
        (limits.MaxTitleChars, limits.MaxUrlChars, limits.MaxTextChars, limits.MaxTags, limits.MaxTagChars).ShouldBe((1_000, 2_048, 500_000, 50, 100));
    }

    [Fact]
    public void Too_long_a_url_and_too_many_tags_are_refused()
    {
        Check(d => d.Url = "https://a.example/" + new string('x', 2_030)).ShouldBeArticle();
        Check(d => d.Url = "https://a.example/" + new string('x', 2_031)).Errors("url")[0].ShouldContain("2,048");
        Check(d => d.Tags = [.. Enumerable.Range(0, 50).Select(i => $"t{i}")]).ShouldBeArticle().Tags.Count.ShouldBe(50);
        Check(d => d.Tags = [.. Enumerable.Range(0, 51).Select(i => $"t{i}")]).Errors("tags")[0].ShouldContain("50");
    }

    [Theory]
    [InlineData("/news/1")]
    [InlineData("news.example/1")]
    [InlineData("ftp://news.example/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://")]
    [InlineData("https://news.example/a b")]
    public void A_url_that_is_not_absolute_http_is_refused(string url) => Check(d => d.Url = url).Errors("url")[0].ShouldContain("absolute http or https");

    [Theory]
    [InlineData("https://news.example/1?a=ü&b=%20#x")]
    [InlineData("HTTP://NEWS.example:8080/")]
    [InlineData("https://مثال.example/خبر")]
    public void Other_urls_are_kept_as_given(string url) => Check(d => d.Url = url).ShouldBeArticle().Url.ShouldBe(url);

    [Theory]
    [InlineData("english!")]
    [InlineData("e")]
    [InlineData("en_GB")]
    [InlineData("en-")]
    [InlineData("123")]
    [InlineData("toolonglanguage")]
    public void A_language_that_is_no_tag_is_refused(string language) => Check(d => d.Language = language).Errors("language")[0].ShouldContain("BCP 47");

    [Theory]
    [InlineData("en")]
    [InlineData("pt-BR")]
    [InlineData("zh-Hant-TW")]
    [InlineData("ckb")]
    [InlineData("x-klingon")]
    public void A_language_tag_is_kept(string language) => Check(d => d.Language = language).ShouldBeArticle().Language.ShouldBe(language);

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2026-03-03T12:00:01Z")]
    [InlineData("1899-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    public void A_date_outside_the_range_is_refused_with_the_range(string date)
    {
        var message = Check(d => d.PublishedAt = date).Errors("publishedAt")[0];
        if (!date.StartsWith("0001", StringComparison.Ordinal)) message.ShouldContain("1900-01-01T00:00:00Z to 2026-03-03T12:00:00Z");
    }

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("2026-03-03T12:00:00Z")]
    public void The_ends_of_the_range_are_accepted(string date) => Check(d => d.PublishedAt = date).ShouldBeArticle().PublishedAt.ShouldNotBeNull();

    [Fact]
    public void The_range_and_the_sizes_are_configurable()
    {
        Check(d => d.PublishedAt = "1999-01-01", l => l.EarliestPublishedAt = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero))
            .Errors("publishedAt")[0].ShouldContain("2000-01-01");
        Check(d => d.Title = "abc", l => l.MaxTitleChars = 2).Errors("title")[0].ShouldContain("at most 2 ");
    }

    [Fact]
    public void Bad_metadata_of_a_document_is_left_out_with_a_warning_and_the_article_kept()
    {
        var rules = Rules.With();
        var draft = new ArticleDraft
        {
            Text = "t", Title = new string('x', 1_001), Url = "/a", PublishedAt = "9999-01-01", Language = "??", Outlet = "fine",
            Tags = [new string('y', 101), .. Enumerable.Range(0, 60).Select(i => $"t{i}")],
        };
        rules.LeaveOutBadMetadata(draft);
        var reading = rules.Check(draft);
        var article = reading.ShouldBeArticle();
        (article.Title, article.Url, article.PublishedAt, article.Language, article.Outlet).ShouldBe((null, null, null, null, "fine"));
        article.Tags.Count.ShouldBe(49);
        foreach (var field in new[] { "title:", "url:", "publishedAt:", "language:", "tags:" })
            reading.Warnings.ShouldContain(w => w.StartsWith(field));
    }
}
