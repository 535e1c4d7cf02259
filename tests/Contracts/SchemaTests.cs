using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Platform.Contracts;
using Platform.Tests.Contracts.Json;

namespace Platform.Tests.Contracts;

public sealed class SchemaTests
{
    public static TheoryData<string> Files => [.. Contract.SchemaFiles.Keys.Order()];
    public static TheoryData<Type> Records => [.. Contract.Records];
    public static TheoryData<Type> Enumerations => [.. Contract.Enumerations];

    [Fact]
    public void Every_record_has_a_schema_file_and_every_schema_file_a_record() =>
        Contract.Records.Select(Contract.SchemaFileOf).Append("common.v1.json").ShouldBe(Contract.SchemaFiles.Keys, ignoreOrder: true);

    [Fact]
    public void Every_record_and_enumeration_of_the_contracts_is_known_to_the_serializer() =>
        Contract.Records.ShouldBe(
            typeof(ArticleReceived).Assembly.GetExportedTypes().Where(type => type.GetMethod("<Clone>$") is not null), ignoreOrder: true);

    [Theory, MemberData(nameof(Files))]
    public void A_schema_names_its_dialect_and_address_and_explains_itself(string file)
    {
        var schema = Contract.SchemaFiles[file];

        schema.GetProperty("$schema").GetString().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        schema.GetProperty("$id").GetString().ShouldBe(Contract.SchemaBase + file);
        foreach (var (part, path) in JsonSchemas.SubschemasOf(schema, "#").Where(s => !s.Path.EndsWith("/items", StringComparison.Ordinal)))
            (part.TryGetProperty("description", out _) || part.TryGetProperty("$ref", out _)).ShouldBeTrue($"{file}{path} has no description");
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_example_in_a_schema_is_valid(string file)
    {
        foreach (var (part, path) in JsonSchemas.SubschemasOf(Contract.SchemaFiles[file], ""))
            if (part.TryGetProperty("examples", out var examples))
                foreach (var example in examples.EnumerateArray())
                    Contract.Schemas.Validate($"{Contract.SchemaBase}{file}#{path}", example).ShouldBeEmpty($"{file}#{path}");
    }

    [Theory, MemberData(nameof(Records))]
    public void A_record_and_its_schema_have_the_same_properties_of_the_same_types(Type type)
    {
        var inSchema = Contract.SchemaFiles[Contract.SchemaFileOf(type)].GetProperty("properties")
            .EnumerateObject().Select(p => $"{p.Name}: {TypeInSchema(p.Value)}");

        inSchema.ShouldBe(Contract.PropertiesOf(type).Select(p => $"{p.Name}: {TypeInCode(p)}"), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Records))]
    public void A_schema_requires_what_the_record_requires_and_what_is_written_even_when_null(Type type)
    {
        var required = Contract.SchemaFiles[Contract.SchemaFileOf(type)].TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!) : [];

        required.ShouldBe(
            Contract.PropertiesOf(type).Where(p => p.IsRequired || Contract.NullIsWritten(p)).Select(p => p.Name), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Enumerations))]
    public void An_enumeration_and_its_schema_have_the_same_values_in_snake_case(Type type)
    {
        var written = Enum.GetValuesAsUnderlyingType(type).Cast<object>()
            .Select(value => JsonSerializer.Serialize(Enum.ToObject(type, value), Contract.Metadata(type)).Trim('"')).ToList();

        written.ShouldAllBe(value => value == JsonNamingPolicy.SnakeCaseLower.ConvertName(value));
        Contract.SchemaFiles["common.v1.json"].GetProperty("$defs").GetProperty(type.Name).GetProperty("enum")
            .EnumerateArray().Select(value => value.GetString()).ShouldBe(written);
    }

    [Fact]
    public void The_common_schema_defines_every_enumeration_and_the_instant_and_nothing_else() =>
        Contract.SchemaFiles["common.v1.json"].GetProperty("$defs").EnumerateObject().Select(definition => definition.Name)
            .ShouldBe(Contract.Enumerations.Select(type => type.Name).Append("Instant"), ignoreOrder: true);

    // One word for a type on both sides: a JSON type with its format, a definition of the common schema, a schema file, or an array of these.
    private static string TypeInSchema(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return reference.GetString()!.Replace("common.v1.json#/$defs/", "", StringComparison.Ordinal);
        if (!schema.TryGetProperty("type", out var type)) return "any";
        if (type.ValueKind == JsonValueKind.Array) return string.Join('|', type.EnumerateArray());
        return type.GetString() switch
        {
            "array" => $"array of {TypeInSchema(schema.GetProperty("items"))}",
            "string" when schema.TryGetProperty("format", out var format) && format.GetString() != "uri" => format.GetString()!,
            var other => other!,
        };
    }

    private static string TypeInCode(JsonPropertyInfo property) =>
        TypeInCode(property.PropertyType) + (Contract.NullIsWritten(property) ? "|null" : "");

    private static string TypeInCode(Type type) => Contract.IsList(type) ? $"array of {TypeInCode(Contract.Inner(type))}" : Contract.Inner(type) switch
    {
        var t when t == typeof(string) => "string",
        var t when t == typeof(Guid) => "uuid",
        var t when t == typeof(DateOnly) => "date",
        var t when t == typeof(DateTimeOffset) => "Instant",
        var t when t == typeof(bool) => "boolean",
        var t when t == typeof(int) || t == typeof(long) => "integer",
        var t when t == typeof(double) => "number",
        var t when t == typeof(JsonElement) => "any",
        { IsEnum: true } t => t.Name,
        var t when Contract.IsRecord(t) => Contract.SchemaFileOf(t),
        var t => throw new NotSupportedException($"No JSON type is agreed for {t}."),
    };
}
