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

    [Theory]
    [InlineData("Seen on the photos.\\r\\nThe hospital says so too.", "Seen on the photos.\nThe hospital says so too.")]
    [InlineData("One\\n\\nTwo", "One\n\nTwo")]
    public void A_reason_may_have_several_lines_that_end_alike_from_whatever_system_it_comes(string written, string kept)
    {
        var errors = new Dictionary<string, string[]>();
        var body = Encoding.UTF8.GetBytes($$"""{"actor":"Ann","reason":"{{written}}"}""");

        CommandBody.Parse(body, CommandJson.Default.ConfirmCommand, (c, e) => c.Check(Guid.Empty, e), errors).ShouldNotBeNull().Reason.ShouldBe(kept);
        CommandBody.Parse(body, DeadLetterJson.Default.DeadLetterDecision, (c, e) => c.Check(e), errors).ShouldNotBeNull().Reason.ShouldBe(kept);
    }

    [Theory]
    [InlineData("Ann", "a tab\\tin it", "reason")]
    [InlineData("Ann", "\\n", "reason")]
    [InlineData("Ann\\nBob", "Seen.", "actor")]
    public void Other_control_characters_and_lines_in_a_name_are_refused(string actor, string reason, string field)
    {
        var errors = new Dictionary<string, string[]>();
        var body = Encoding.UTF8.GetBytes($$"""{"actor":"{{actor}}","reason":"{{reason}}"}""");

        CommandBody.Parse(body, CommandJson.Default.ConfirmCommand, (c, e) => c.Check(Guid.Empty, e), errors).ShouldBeNull();
        errors.Keys.ShouldBe([field]);
    }

    private static string Refused(byte[] body)
    {
        var errors = new Dictionary<string, string[]>();
        CommandBody.Parse(body, CommandJson.Default.CorrectCommand, (_, _) => { }, errors).ShouldBeNull();
        return errors["body"].ShouldHaveSingleItem();
    }
}
