using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Tests.Contracts.AsyncApi;
using Platform.Tests.Contracts.Json;

namespace Platform.Tests.Promises;

/// <summary>Holds messages that really came against contracts/asyncapi.yaml.</summary>
internal static class Described
{
    private const string Base = "https://platform.example/schemas/";

    private static readonly JsonSchemas Bodies = new(Directory.EnumerateFiles(Contracts.Repository.Schemas).Select(Contracts.Repository.ReadJson));

    /// <summary>The body fits the schema of a message.</summary>
    /// <param name="message">Its name in the document.</param>
    /// <param name="body">What came.</param>
    public static void BodyShouldFit(string message, ReadOnlyMemory<byte> body)
    {
        var schema = AsyncApiDocument.Messages[message]["payload"]!["schema"]!["$ref"]!.GetValue<string>();
        Bodies.Validate(Base + Path.GetFileName(schema), JsonDocument.Parse(body).RootElement).ShouldBeEmpty(message);
    }

    /// <summary>The headers fit those of a message and of its traits.</summary>
    /// <param name="message">Its name in the document.</param>
    /// <param name="headers">What came.</param>
    public static void HeadersShouldFit(string message, IReadOnlyDictionary<string, string?> headers)
    {
        var described = AsyncApiDocument.Messages[message];
        var parts = (described["traits"]?.AsArray() ?? []).Select(AsyncApiDocument.Follow).Append(described).Select(part => part["headers"]?.AsObject()).OfType<JsonObject>().ToList();
        parts.ShouldNotBeEmpty(message);
        foreach (var part in parts)
        {
            var schema = part.DeepClone().AsObject();
            schema["$id"] = Base + "headers.json";
            new JsonSchemas([JsonSerializer.SerializeToElement(schema)]).Validate(Base + "headers.json", JsonSerializer.SerializeToElement(headers)).ShouldBeEmpty(message);
        }
    }
}
