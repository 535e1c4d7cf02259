using System.Text;
using Platform.Ingest.Input;

namespace Platform.Tests.Unit.Ingest;

public class JsonArticleTests
{
    [Fact]
    public void Every_field_is_read()
    {
        var article = Rules.Json("""
            {"title":" Rockets  hit base ","text":"Three rockets.","url":"https://news.example/1","outlet":"Example","publishedAt":"2024-05-01T10:15:00+03:00",
             "language":"en-GB","externalId":"a-1","source":"feed","tags":["x"," y ","x",""]}
            """).ShouldBeArticle();
        article.Title.ShouldBe("Rockets  hit base");
        article.Text.ShouldBe("Three rockets.");
        article.Url.ShouldBe("https://news.example/1");
        article.Outlet.ShouldBe("Example");
        article.PublishedAt.ShouldBe(new DateTimeOffset(2024, 5, 1, 7, 15, 0, TimeSpan.Zero));
        article.PublishedAt!.Value.Offset.ShouldBe(TimeSpan.Zero);
        article.Language.ShouldBe("en-GB");
        article.ExternalId.ShouldBe("a-1");
        article.Source.ShouldBe("feed");
        article.Tags.ShouldBe(["x", "y"]);
    }

    [Fact]
    public void Null_and_blank_are_absent()
    {
        var article = Rules.Json("""{"title":null,"text":"t","url":"","outlet":"  ","publishedAt":"","language":null,"externalId":" ","tags":null}""").ShouldBeArticle();
        (article.Title, article.Url, article.Outlet, article.PublishedAt, article.Language, article.ExternalId).ShouldBe((null, null, null, null, null, null));
        article.Tags.ShouldBeEmpty();
    }

    [Fact]
    public void Id_stands_in_for_an_absent_externalId()
    {
        Rules.Json("""{"id":"i","text":"t"}""").ShouldBeArticle().ExternalId.ShouldBe("i");
        Rules.Json("""{"id":"i","externalId":null,"text":"t"}""").ShouldBeArticle().ExternalId.ShouldBe("i");
        Rules.Json("""{"id":"i","externalId":" ","text":"t"}""").ShouldBeArticle().ExternalId.ShouldBe("i");
    }

    [Theory]
    [InlineData("""{"id":"i","externalId":"e","text":"t"}""")]
    [InlineData("""{"externalId":"e","id":"i","text":"t"}""")]
    public void ExternalId_wins_over_id(string json) => Rules.Json(json).ShouldBeArticle().ExternalId.ShouldBe("e");

    [Fact]
    public void Unknown_properties_are_ignored_whatever_they_hold() =>
        Rules.Json("""{"x":{"y":[1,{"text":"no"}]},"big":1e99999999999999999999999,"text":"t","z":"\ud800","\ud800":1}""").ShouldBeArticle().Text.ShouldBe("t");

    [Fact]
    public void Names_count_without_regard_to_case_and_escapes() =>
        Rules.Json("""{"Title":"a","TEXT":"t","\u006Futlet":"o"}""").ShouldBeArticle().ShouldSatisfyAllConditions(
            a => a.Title.ShouldBe("a"), a => a.Text.ShouldBe("t"), a => a.Outlet.ShouldBe("o"));

    [Theory]
    [InlineData("""{"text":"a","text":"b"}""", "text")]
    [InlineData("""{"text":"a","title":"x","Title":"x"}""", "title")]
    [InlineData("""{"text":"a","tags":[],"tags":["b"]}""", "tags")]
    public void A_field_given_twice_is_refused(string json, string field) => Rules.Json(json).Errors(field)[0].ShouldContain("more than once");

    [Theory]
    [InlineData("title", "5", "must be a string, not a number")]
    [InlineData("text", "{}", "must be a string, not an object")]
    [InlineData("url", "[]", "must be a string, not an array")]
    [InlineData("outlet", "true", "must be a string, not a boolean")]
    [InlineData("publishedAt", "1714558500", "must be a string, not a number")]
    [InlineData("language", "false", "must be a string, not a boolean")]
    [InlineData("externalId", "1e400", "must be a string, not a number")]
    [InlineData("id", "7", "must be a string, not a number")]
    [InlineData("source", "[[[]]]", "must be a string, not an array")]
    [InlineData("tags", "\"a\"", "must be an array of strings, not a string")]
    public void A_wrong_type_names_the_field_and_the_expected_type(string field, string value, string message)
    {
        var text = field == "text" ? "" : "\"text\":\"t\",";
        Rules.Json($$"""{{{text}}"{{field}}":{{value}}}""").Errors(field)[0].ShouldStartWith(message);
    }

    [Fact]
    public void A_wrong_tag_is_named_with_its_place() =>
        Rules.Json("""{"text":"t","tags":["a",2,{"b":[1]},"c"]}""").Errors("tags[2]")[0].ShouldBe("must be a string, not an object.");

    [Fact]
    public void All_wrong_fields_are_named_at_once()
    {
        var errors = Rules.Json("""{"title":1,"url":"ftp://x","language":"!","publishedAt":"soon"}""").Problem!.Errors!;
        errors.Keys.ShouldBe(["title", "text", "url", "publishedAt", "language"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("[]", "an array")]
    [InlineData("[{\"text\":\"t\"}]", "an array")]
    [InlineData("\"x\"", "a string")]
    [InlineData("null", "null")]
    [InlineData("12", "a number")]
    public void Something_else_than_an_object_is_refused_with_the_way_out(string json, string kind)
    {
        var message = Rules.Json(json).Errors("body")[0];
        message.ShouldContain(kind);
        message.ShouldContain("/articles/batch");
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\n  \"text\": tru }", 2, 14)]
    [InlineData("{\"text\":\"t\"} x", 1, 14)]
    [InlineData("{\"text\":\"t\",}", 1, 13)]
    [InlineData("{\"text\":\"a\nb\"}", 1, 11)]
    public void Malformed_json_is_a_400_with_line_and_position(string json, int line, int position)
    {
        var problem = Rules.Json(json).Problem!;
        problem.Status.ShouldBe(400);
        problem.Type.ShouldEndWith("malformed-json");
        problem.Detail.ShouldStartWith($"Line {line}, byte {position}:");
        problem.Detail.ShouldNotContain("LineNumber");
    }

    [Fact]
    public void Deep_nesting_is_a_400() =>
        Rules.Json("{\"text\":\"t\",\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}").Problem!.Type.ShouldEndWith("malformed-json");

    [Fact]
    public void A_byte_that_is_not_UTF8_is_a_400_with_its_offset()
    {
        var problem = JsonArticle.Read([.. "{\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8], Rules.With()).Problem!;
        problem.Status.ShouldBe(400);
        problem.Type.ShouldEndWith("bad-encoding");
        problem.Detail.ShouldContain("offset 9 ");
    }

    [Fact]
    public void UTF16_json_is_a_400() =>
        JsonArticle.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"text\":\"t\"}")], Rules.With()).Problem!.Type.ShouldEndWith("bad-encoding");

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        JsonArticle.Read([0xEF, 0xBB, 0xBF, .. "{\"text\":\"t\"}"u8], Rules.With()).ShouldBeArticle().Text.ShouldBe("t");

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("a\\udc00b")]
    [InlineData("\\ud83d\\u0041")]
    public void Half_a_surrogate_pair_in_an_escape_is_refused(string escape)
    {
        Rules.Json($$"""{"text":"{{escape}}"}""").Errors("text").ShouldHaveSingleItem().ShouldContain("surrogate");
        Rules.Json($$"""{"text":"t","title":"{{escape}}"}""").Errors("title")[0].ShouldContain("surrogate");
        Rules.Json($$"""{"text":"t","tags":["{{escape}}"]}""").Errors("tags[0]")[0].ShouldContain("surrogate");
    }

    [Fact]
    public void A_whole_surrogate_pair_is_kept() => Rules.Json("""{"text":"\ud83d\ude80 hit"}""").ShouldBeArticle().Text.ShouldBe("🚀 hit");

    [Theory]
    [InlineData("text")]
    [InlineData("title")]
    [InlineData("externalId")]
    public void A_NUL_character_is_refused_in_every_field(string field)
    {
        var text = field == "text" ? "" : "\"text\":\"t\",";
        Rules.Json($$"""{{{text}}"{{field}}":"a\u0000b"}""").Errors(field)[0].ShouldContain("NUL character (U+0000) at position 1");
    }

    [Fact]
    public void Other_control_characters_in_the_text_become_blanks_so_that_offsets_hold() =>
        Rules.Json("""{"text":"a\u0001b\u001b[31mc\u0085d\te\r\nf\u007f"}""").ShouldBeArticle().Text.ShouldBe("a b [31mc d\te\r\nf ");

    [Fact]
    public void The_text_is_kept_to_the_character() =>
        Rules.Json("""{"text":"  \r\n a\r\n\r\nb \n"}""").ShouldBeArticle().Text.ShouldBe("  \r\n a\r\n\r\nb \n");

    [Fact]
    public void Control_characters_in_one_line_fields_become_blanks() =>
        Rules.Json("""{"text":"t","title":"\u001ba\r\nb\u0007"}""").ShouldBeArticle().Title.ShouldBe("a  b");

    [Fact]
    public void More_tags_than_kept_are_counted_not_held()
    {
        var tags = string.Join(",", Enumerable.Repeat("\"a\"", 200_000));
        Rules.Json($$"""{"text":"t","tags":[{{tags}}]}""").Errors("tags")[0].ShouldContain("at most 50");
    }
}
