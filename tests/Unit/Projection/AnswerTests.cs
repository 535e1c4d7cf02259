using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Platform.Projection.Api;

namespace Platform.Tests.Unit.Projection;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("+49", "'+49")]
    [InlineData("-x", "'-x")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    [InlineData("two, parts", "\"two, parts\"")]
    [InlineData("a \"word\"", "\"a \"\"word\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData(" led", "\" led\"")]
    public void A_text_is_never_a_formula_and_never_breaks_a_line(string text, string cell)
    {
        CsvFormat.Cell(text).ShouldBe(cell);
    }

    [Fact]
    public void A_negative_number_stays_a_number() => CsvFormat.Cell(-12.5).ShouldBe("-12.5");

    [Theory]
    [InlineData("id", """{"id":1}""")]
    [InlineData("place.name", """{"place":{"name":"x"}}""")]
    [InlineData("reports.place.name,reports.title,version", """{"version":3,"reports":[{"title":"t","place":{"name":"y"}},{}]}""")]
    [InlineData("place,place.name", """{"place":{"name":"x","country":"IQ"}}""")]
    [InlineData("mergedInto", "{}")]
    public void Only_the_chosen_fields_are_written(string fields, string expected)
    {
        const string Incident = """{"id":1,"version":3,"place":{"name":"x","country":"IQ"},"reports":[{"title":"t","place":{"name":"y","country":"SY"}},{"ordinal":1}]}""";
        var query = new QueryReader(new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["fields"] = fields }));
        var selection = FieldSelection.Read(query);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            RawJson.WriteIncident(writer, Encoding.UTF8.GetBytes(Incident), selection);

        query.Errors.ShouldBeEmpty();
        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("W/\"a\"", true)]
    [InlineData("\"b\", \"a\"", true)]
    [InlineData("*", true)]
    [InlineData("\"b\"", false)]
    [InlineData("a", false)]
    public void An_answer_that_is_known_is_not_sent_again(string header, bool known)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.IfNoneMatch = header;

        ETags.IsKnown(http, "\"a\"").ShouldBe(known);
        http.Response.Headers.ETag.ToString().ShouldBe("\"a\"");
    }
}
