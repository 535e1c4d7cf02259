using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Platform.ApiDocument;
using Platform.Projection.Api;
using Platform.Projection.Incidents;

namespace Platform.Projection.Subscribers;

/// <summary>What OpenAPI says of subscribing.</summary>
internal static class SubscriberDocs
{
    public static RouteHandlerBuilder DescribeEvents(this RouteHandlerBuilder endpoint) => endpoint.WithTags("subscribers").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        await ListDocs.DescribeStateFilterAsync(operation, context, stop);
        operation.Parameter(ParameterLocation.Query, "incident", "Only these incidents, whatever becomes of them; several by comma or repetition.", ListDocs.List(ReadApiDocs.Text("uuid")));
        operation.Parameter(ParameterLocation.Query, "change", "Only these changes; several by comma or repetition.",
            ListDocs.List(new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. IncidentStream.Changes.Values.Select(c => (JsonNode)c)] }), new JsonArray("opened", "corrected"));
        operation.Parameter(ParameterLocation.Query, "lastEventId", "Goes on after this event, where the header cannot be set; 0 for the beginning of the log.", ReadApiDocs.Text(), "1021");
        operation.Parameter(ParameterLocation.Header, GetEvents.LastEventId, "Goes on after this event; wins over the parameter.", ReadApiDocs.Text(), "1021");
        operation.Answer(200, "The stream; it ends with the token it was opened with, else not by itself.").Example("events", Encoding.UTF8.GetString(
            [.. ServerSentEvents.Retry(TimeSpan.FromSeconds(2)), .. ServerSentEvents.Position(1021), .. ServerSentEvents.Event(1022, JsonSerializer.SerializeToUtf8Bytes(GoldenBodies.Change))]));
        var (_, _, errors) = GetEvents.Parse(ReadApiDocs.Query(("change", "vanished")), "yesterday");
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(errors), SubscriberProblems.TooManySubscribers(10_000));
    });
}
