using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Platform.Contracts;
using Platform.Ingest.Endpoints;
using Platform.Ingest.Input;
using Platform.Projection.Api;
using Platform.Telemetry;

namespace Platform.Tests.Contracts.OpenApi;

public sealed class ExampleTests
{
    private static readonly JsonSerializerOptions s_json = Json();

    public static IEnumerable<object[]> Examples => OpenApiDocument.All.Values.SelectMany(d => d.Examples.Select(e => new object[] { d.File, e.Path }));
    public static TheoryData<string> Bodies => [.. RequestMedia.OfArticles];

    [Fact]
    public void Every_body_and_every_answer_with_one_has_an_example_but_for_faults_nobody_foresaw()
    {
        var without =
            from document in OpenApiDocument.All.Values
            from operation in document.Operations
            from answer in operation.Operation.GetProperty("responses").EnumerateObject()
            where answer.Value.TryGetProperty("content", out _)
            let path = $"{operation.Name} responses {answer.Name}"
            where !document.Examples.Any(example => example.Path.StartsWith(path + " content", StringComparison.Ordinal))
            select answer.Name;

        without.Distinct().ShouldBe(["500"]);
    }

    [Theory, MemberData(nameof(Examples))]
    public void An_example_is_valid(string file, string path)
    {
        var document = OpenApiDocument.All[file];
        var example = document.Examples.Single(one => one.Path == path);

        document.Validate(example.Schema, example.Value).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Examples))]
    public void An_example_of_a_record_is_read_as_that_record_and_written_the_same_again(string file, string path)
    {
        var example = OpenApiDocument.All[file].Examples.Single(one => one.Path == path);
        var types = example.Components.Select(TypeOf).OfType<Type>().Where(type => !type.IsEnum).ToList();

        if (types.Count == 0)
            example.Value.ValueKind.ShouldNotBe(JsonValueKind.Object);
        else
            types.ShouldContain(type => IsReadAs(type, example.Value));
    }

    [Theory, MemberData(nameof(Bodies))]
    public void The_example_of_a_body_is_an_article_that_is_accepted(string mediaType)
    {
        var content = OpenApiDocument.All["ingest.json"].Operations.Single(o => o.Name == "post /articles").Operation.GetProperty("requestBody").GetProperty("content");
        var example = content.GetProperty(mediaType).GetProperty("example");
        var body = Encoding.UTF8.GetBytes(example.ValueKind == JsonValueKind.String ? example.GetString()! : example.GetRawText());
        var rules = new ArticleRules(Options.Create(new Limits()), TimeProvider.System);

        var reading = mediaType switch
        {
            "application/json" => JsonArticle.Read(body, rules),
            "text/plain" => rules.Check(PlainTextArticle.Read(body, "utf-8")),
            "text/html" or "application/xhtml+xml" => rules.Check(HtmlArticle.Read(body, "utf-8", rules)),
            _ => Feed.Read(body, "utf-8", new QueryCollection(), rules).ShouldHaveSingleItem(),
        };

        reading.Problem.ShouldBeNull();
        reading.Warnings.ShouldBeEmpty();
        reading.Article!.Text.ShouldContain("Three people were killed");
    }

    private static Type? TypeOf(string component) =>
        component == nameof(ProblemDetails) ? typeof(ProblemDetails)
        : new[] { typeof(Incident), typeof(ArticleAnswer), typeof(ArticleView), typeof(HealthAnswer) }
            .SelectMany(known => known.Assembly.GetExportedTypes()).Single(type => type.Name == component);

    private static bool IsReadAs(Type type, JsonElement value)
    {
        try
        {
            return JsonElement.DeepEquals(JsonSerializer.SerializeToElement(JsonSerializer.Deserialize(value, type, s_json), type, s_json), value);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonSerializerOptions Json()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ContractJson.Configure(options);
        return options;
    }
}
