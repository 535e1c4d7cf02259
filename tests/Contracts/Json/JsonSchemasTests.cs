using System.Text.Json;

namespace Platform.Tests.Contracts.Json;

public sealed class JsonSchemasTests
{
    private const string Id = "https://platform.example/test.json";

    [Theory]
    [InlineData("""{"type":"object"}""", "{}", "[]")]
    [InlineData("""{"type":"array"}""", "[]", "{}")]
    [InlineData("""{"type":"string"}""", "\"\"", "1")]
    [InlineData("""{"type":"integer"}""", "1.0", "1.5")]
    [InlineData("""{"type":"integer"}""", "-3", "\"-3\"")]
    [InlineData("""{"type":"number"}""", "1.5", "\"1.5\"")]
    [InlineData("""{"type":"boolean"}""", "false", "0")]
    [InlineData("""{"type":"boolean"}""", "true", "null")]
    [InlineData("""{"type":["integer","null"]}""", "null", "false")]
    [InlineData("""{"enum":["a","b"]}""", "\"b\"", "\"B\"")]
    [InlineData("""{"const":"a"}""", "\"a\"", "\"b\"")]
    [InlineData("""{"required":["a"]}""", """{"a":null}""", """{"A":1}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":"","b":1}""", """{"a":1}""")]
    [InlineData("""{"items":{"type":"string"}}""", """["a","b"]""", """["a",1]""")]
    [InlineData("""{"uniqueItems":true}""", """[1,2,"1"]""", """[1,2,1.0]""")]
    [InlineData("""{"minLength":2}""", "\"ab\"", "\"a\"")]
    [InlineData("""{"minLength":2}""", "\"🔴🔴\"", "\"🔴\"")]
    [InlineData("""{"maxLength":2}""", "\"🔴🔴\"", "\"abc\"")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"a":"x"}""", """{"a":1}""")]
    [InlineData("""{"properties":{"a":{"type":"integer"}},"additionalProperties":{"type":"string"}}""", """{"a":1,"b":"x"}""", """{"a":1,"b":2}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"minimum":5}]}""", "7", "3")]
    [InlineData("""{"pattern":"^[A-Z]{2}$"}""", "\"IQ\"", "\"iq\"")]
    [InlineData("""{"pattern":"^[A-Z]{2}$"}""", "\"IQ\"", "\"IQ\\n\"")]
    [InlineData("""{"pattern":"b"}""", "\"abc\"", "\"ac\"")]
    [InlineData("""{"minimum":0}""", "0", "-0.1")]
    [InlineData("""{"maximum":1}""", "1", "1.01")]
    [InlineData("""{"format":"int32"}""", "2147483647", "2147483648")]
    [InlineData("""{"format":"int64"}""", "9223372036854775807", "9223372036854775808")]
    [InlineData("""{"format":"uuid"}""", "\"6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70\"", "\"6f1d7c1e5a0b4c7e9a431b1d5a2c9e70\"")]
    [InlineData("""{"format":"date"}""", "\"2028-02-29\"", "\"2031-02-29\"")]
    [InlineData("""{"format":"date-time"}""", "\"2031-03-14T05:42:10.1Z\"", "\"2031-03-14\"")]
    [InlineData("""{"format":"date-time"}""", "\"2031-03-14T05:42:10+00:00\"", "\"2031-03-14T25:42:10Z\"")]
    [InlineData("""{"format":"uri"}""", "\"https://gazette.example/a\"", "\"gazette.example/a\"")]
    [InlineData("""{"format":"uri"}""", "\"urn:message:A\"", "\"/a\"")]
    [InlineData("""{"format":"byte"}""", "\"eyJhIjoxfQ==\"", "\"eyJhIjoxfQ=\"")]
    [InlineData("""{"$ref":"#/$defs/A","$defs":{"A":{"type":"string"}}}""", "\"a\"", "1")]
    [InlineData("""{"properties":{"a":{"$ref":"other.json"}}}""", """{"a":"x"}""", """{"a":"y"}""")]
    [InlineData("""{"items":{"$ref":"other.json#/$defs/B"}}""", "[2]", "[1]")]
    public void Each_keyword_lets_the_right_through_and_stops_the_wrong(string schema, string right, string wrong)
    {
        var schemas = Load(schema, """{"const":"x","$defs":{"B":{"$ref":"#/$defs/C"},"C":{"minimum":2}}}""");

        schemas.Validate(Id, Parse(right)).ShouldBeEmpty();
        schemas.Validate(Id, Parse(wrong)).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_error_names_the_place_the_keyword_and_the_value()
    {
        var schemas = Load("""{"properties":{"a":{"items":{"properties":{"b":{"minimum":5}}}}}}""");

        schemas.Validate(Id, Parse("""{"a":[{"b":7},{"b":3}]}""")).ShouldBe(["/a/1/b: minimum 5 does not hold for 3"]);
    }

    [Fact]
    public void Every_error_is_told_not_only_the_first()
    {
        var schemas = Load("""{"required":["c"],"properties":{"a":{"type":"string"},"b":{"type":"string"}}}""");

        schemas.Validate(Id, Parse("""{"a":1,"b":2}""")).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"maxItems":3}""")]
    [InlineData("""{"properties":{"a":{"additionalProperties":false}}}""")]
    [InlineData("""{"items":{"oneOf":[{}]}}""")]
    [InlineData("""{"$defs":{"A":{"propertys":{}}}}""")]
    [InlineData("""{"format":"email"}""")]
    [InlineData("""{"type":"int"}""")]
    [InlineData("""{"type":["string","nil"]}""")]
    public void A_schema_with_a_keyword_type_or_format_the_validator_does_not_know_is_refused(string schema) =>
        Should.Throw<NotSupportedException>(() => Load(schema));

    [Theory]
    [InlineData("""{"$ref":"nowhere.json"}""")]
    [InlineData("""{"items":{"$ref":"#/$defs/Nothing"}}""")]
    public void A_reference_that_leads_nowhere_is_refused(string schema) =>
        Should.Throw<KeyNotFoundException>(() => Load(schema));

    private static JsonSchemas Load(string schema, string other = "{}") =>
        new([WithId(schema, Id), WithId(other, "https://platform.example/other.json")]);

    private static JsonElement WithId(string schema, string id) =>
        Parse($$"""{"$id":"{{id}}"{{(schema == "{}" ? "}" : "," + schema[1..])}}""");

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
