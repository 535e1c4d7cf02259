using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Platform.Projection.Api;

namespace Platform.Tests.Contracts.OpenApi;

public sealed class OpenApiTests
{
    public static TheoryData<string> Files => [.. OpenApiDocument.All.Keys];
    public static TheoryData<Type> Records => [.. Contract.Records.Where(record => Read.Components.TryGetProperty(record.Name, out _))];

    private static OpenApiDocument Read => OpenApiDocument.All["read-api.json"];

    [Theory, MemberData(nameof(Files))]
    public void The_committed_document_is_the_one_the_build_makes(string file)
    {
        var document = OpenApiDocument.All[file];

        var differences = Difference.Between(document.Committed, document.Generated).ToList();

        differences.ShouldBeEmpty($"""
            contracts/openapi/{file} is not what the build of services/{document.Project} makes:
            {string.Join("\n", differences.Take(30))}
            If the change of the API is meant, run deploy/openapi and commit what it writes.
            """);
    }

    [Fact]
    public void A_difference_is_told_with_its_place_and_both_values()
    {
        var old = JsonSerializer.SerializeToElement(new { a = new[] { 1, 2 }, b = "x", gone = 1, same = new { x = 1, y = 2 } });
        var now = JsonSerializer.SerializeToElement(new { same = new { y = 2, x = 1 }, b = "y", a = new[] { 1, 3 }, come = true });

        Difference.Between(old, now).ShouldBe(["! /a/1: 2 is now 3", "! /b: \"x\" is now \"y\"", "- /gone: 1", "+ /come: true"]);
    }

    [Fact]
    public void The_documents_describe_every_endpoint()
    {
        OpenApiDocument.All["ingest.json"].Operations.Select(o => o.Name)
            .ShouldBe(["post /articles", "post /articles/batch", "post /extractions", "get /extractions", "get /extractions/{id}", "delete /extractions/{id}", "get /health/live", "get /health/ready"], ignoreOrder: true);
        Read.Operations.Select(o => o.Name)
            .ShouldBe(["get /articles/{id}", "get /articles", "get /incidents/{id}/claims", "post /commands", "get /incidents", "get /incidents/{id}", "get /incidents/events", "post /webhooks", "get /webhooks", "get /webhooks/{id}", "delete /webhooks/{id}", "post /webhooks/{id}/enable", "post /webhooks/{id}/disable", "post /webhooks/{id}/secret",
                "get /webhooks/{id}/deliveries", "post /webhooks/{id}/deliveries/{messageId}/replay", "get /incidents/facets", "get /stats", "get /incidents.csv",
                "get /incidents.geojson", "get /incidents.ndjson", "get /incidents.atom", "get /incidents/{id}/history", "get /incidents/{id}/duplicates", "get /duplicates",
                "post /incidents/{id}/confirm", "post /incidents/{id}/reject", "post /incidents/{id}/reopen", "post /incidents/{id}/corrections", "post /incidents/{id}/merge",
                "post /incidents/{id}/split", "post /incidents/{id}/unlink", "post /incidents/{id}/keep-apart", "get /extractions/{id}/differences", "get /health/live", "get /health/ready", "get /health/serving",
                "get /dead-letters", "get /dead-letters/{id}", "post /dead-letters/{id}/replay", "post /dead-letters/replay", "post /dead-letters/{id}/discard",
                "get /rebuilds", "get /articles/{id}/trace", "get /traces/{traceId}", "get /traces/slowest", "get /traces/failed"], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Files))]
    public void A_document_is_OpenAPI_3_1_with_title_version_and_description_and_names_no_server(string file)
    {
        var document = OpenApiDocument.All[file].Committed;

        document.GetProperty("openapi").GetString().ShouldStartWith("3.1.");
        foreach (var name in new[] { "title", "version", "description" })
            document.GetProperty("info").GetProperty(name).GetString().ShouldNotBeNullOrWhiteSpace();
        document.TryGetProperty("servers", out _).ShouldBeFalse();
        document.GetRawText().ShouldNotContain("127.0.0.1");
        document.GetRawText().ShouldNotContain("localhost");
    }

    [Theory, MemberData(nameof(Files))]
    public void An_OpenAPI_reader_finds_no_fault_in_a_document(string file)
    {
        var (_, diagnostic) = Microsoft.OpenApi.OpenApiDocument.Parse(OpenApiDocument.All[file].Committed.GetRawText(), "json");

        diagnostic!.Errors.ShouldBeEmpty();
        diagnostic.Warnings.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_operation_parameter_header_answer_and_property_explains_itself(string file)
    {
        var document = OpenApiDocument.All[file];
        var mute = new List<string>();
        void Asks(JsonElement node, string path, params string[] names) =>
            mute.AddRange(names.Where(name => !node.TryGetProperty(name, out var text) || string.IsNullOrWhiteSpace(text.GetString())).Select(name => $"{path} has no {name}"));
        static IEnumerable<JsonProperty> In(JsonElement node, string name) => node.TryGetProperty(name, out var members) ? members.EnumerateObject() : [];

        foreach (var (name, operation) in document.Operations)
        {
            Asks(operation, name, "summary", "description", "operationId");
            operation.GetProperty("tags").EnumerateArray().ShouldHaveSingleItem(name);
            foreach (var parameter in operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [])
                Asks(parameter, $"{name} {parameter.GetProperty("name")}", "description");
            if (operation.TryGetProperty("requestBody", out var body)) Asks(body, $"{name} body", "description");
            foreach (var answer in operation.GetProperty("responses").EnumerateObject())
            {
                Asks(answer.Value, $"{name} {answer.Name}", "description");
                foreach (var header in In(answer.Value, "headers")) Asks(header.Value, $"{name} {answer.Name} {header.Name}", "description");
            }
        }
        foreach (var schema in document.Components.EnumerateObject())
        {
            Asks(schema.Value, schema.Name, "description");
            foreach (var property in In(schema.Value, "properties")) Asks(property.Value, $"{schema.Name}.{property.Name}", "description");
        }

        mute.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Files))]
    public void No_description_shows_names_of_the_code(string file) =>
        Regex.Matches(OpenApiDocument.All[file].Committed.GetRawText(), @"""description"": ""[^""]*\b[\w?]+ [A-Z]\w+\.[A-Z][^""]*""").Select(match => match.Value).ShouldBeEmpty();

    [Theory, MemberData(nameof(Records))]
    public void A_record_has_the_properties_and_requirements_of_its_JSON_Schema(Type record)
    {
        static IEnumerable<string> Required(JsonElement schema) =>
            schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
        static IEnumerable<string> Properties(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(p => $"{p.Name}: {Nullable(p.Value)}");
        static string Nullable(JsonElement schema) =>
            schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array ? "or null" : "never null";
        var component = Read.Components.GetProperty(record.Name);
        var schema = Contract.SchemaFiles[Contract.SchemaFileOf(record)];

        Properties(component).ShouldBe(Properties(schema), ignoreOrder: true);
        Required(component).ShouldBe(Required(schema), ignoreOrder: true);
    }

    [Fact]
    public void Every_enumeration_has_the_snake_case_values_of_the_contracts()
    {
        var common = Contract.SchemaFiles["common.v1.json"].GetProperty("$defs");

        foreach (var type in Contract.Enumerations)
            JsonElement.DeepEquals(Read.Components.GetProperty(type.Name).GetProperty("enum"), common.GetProperty(type.Name).GetProperty("enum")).ShouldBeTrue(type.Name);
    }

    [Fact]
    public void The_lists_filters_are_those_that_are_read()
    {
        var parameters = Read.Operations.Single(o => o.Name == "get /incidents").Operation.GetProperty("parameters").EnumerateArray();

        // The answer to an unknown parameter names all that are read.
        var read = IncidentQuery.Parse(new QueryCollection(new Dictionary<string, StringValues> { ["x"] = "y" })).Errors!["x"][0];
        parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString())
            .ShouldBe(read[(read.IndexOf("are ", StringComparison.Ordinal) + 4)..].TrimEnd('.').Split(", "), ignoreOrder: true);
    }

    [Theory]
    [InlineData("ingest.json", "post /articles", "202", "Location")]
    [InlineData("ingest.json", "post /articles", "202", "Idempotency-Replayed")]
    [InlineData("ingest.json", "post /articles", "415", "Accept-Post")]
    [InlineData("ingest.json", "post /articles", "503", "Retry-After")]
    [InlineData("ingest.json", "post /articles/batch", "503", "Retry-After")]
    [InlineData("ingest.json", "post /extractions", "202", "Location")]
    [InlineData("read-api.json", "get /incidents/{id}", "200", "ETag")]
    [InlineData("read-api.json", "get /incidents/{id}", "304", "ETag")]
    [InlineData("read-api.json", "get /incidents", "200", "ETag")]
    [InlineData("read-api.json", "get /incidents", "503", "Retry-After")]
    [InlineData("read-api.json", "post /dead-letters/{id}/replay", "503", "Retry-After")]
    [InlineData("read-api.json", "post /incidents/{id}/merge", "200", "ETag")]
    [InlineData("read-api.json", "post /incidents/{id}/merge", "200", "Idempotency-Replayed")]
    [InlineData("read-api.json", "post /incidents/{id}/merge", "412", "ETag")]
    public void A_header_that_matters_is_described(string file, string operation, string status, string header) =>
        OpenApiDocument.All[file].Operations.Single(o => o.Name == operation).Operation
            .GetProperty("responses").GetProperty(status).GetProperty("headers").TryGetProperty(header, out _).ShouldBeTrue();
}
