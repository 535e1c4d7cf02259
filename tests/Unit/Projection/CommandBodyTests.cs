using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Platform.Projection.Api;
using Platform.Projection.Api.Commands;

namespace Platform.Tests.Unit.Projection;

public sealed class CommandBodyTests
{
    [Theory]
    [InlineData("""{"field":"casualties.killed","value":{"min":1,"min":4},"actor":"a","reason":"r"}""", "property twice")]
    [InlineData("""{"field":"casualties.killed","value":{"min":"\udc00\ud800"},"actor":"a","reason":"r"}""", "half a surrogate pair")]
    [InlineData("""{"field":"casualties.killed","value":{"\ud800":1},"actor":"a","reason":"r"}""", "half a surrogate pair")]
    [InlineData("""{"field":"casualties.killed","value":{"text":"a\u0000b"},"actor":"a","reason":"r"}""", "NUL")]
    public void What_no_table_can_hold_is_refused_with_its_reason(string body, string why) => Refused(Encoding.UTF8.GetBytes(body)).ShouldContain(why);

    [Fact]
    public void A_body_that_is_no_UTF_8_is_refused_with_its_reason() => Refused([.. "{\"a"u8, 0xFF, .. "\":1}"u8]).ShouldContain("not UTF-8");

    [Fact]
    public void A_parameter_with_the_character_NUL_in_it_is_refused()
    {
        var reader = new QueryReader(new QueryCollection(new Dictionary<string, StringValues> { ["language"] = "a\0b" }));

        reader.Many("language").ShouldBeNull();
        reader.Errors["language"].ShouldHaveSingleItem();
    }

    private static string Refused(byte[] body)
    {
        var errors = new Dictionary<string, string[]>();
        CommandBody.Parse(body, CommandJson.Default.CorrectCommand, (_, _) => { }, errors).ShouldBeNull();
        return errors["body"].ShouldHaveSingleItem();
    }
}
