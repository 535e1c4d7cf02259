using System.Text;
using System.Text.Json;
using Microsoft.OpenApi;
using Platform.ApiDocument;
using Platform.Bus;
using Platform.Contracts;

namespace Platform.Projection.Api;

/// <summary>What OpenAPI says of dead letters.</summary>
internal static class DeadLetterDocs
{
    private const ParameterLocation InQuery = ParameterLocation.Query;
    private static readonly Guid s_id = DeterministicId.Create(DeterministicId.Namespace, "dead-letter");
    private static readonly DateTimeOffset s_at = new(2031, 3, 1, 5, 42, 0, TimeSpan.Zero);
    private static readonly DeadLetterDecision s_decision = new() { Actor = "O. Operator", Reason = "The rule that refused it is gone." };

    public static void DescribeDeadLetters(this RouteHandlerBuilder endpoint) => endpoint.WithTags("dead-letters").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        static OpenApiSchema Text(string? format = null) => ReadApiDocs.Text(format);
        operation.Parameter(InQuery, "state", "Only those in one of these states; several by comma or repetition.", new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. DeadLetterQuery.AllStates.Select(s => System.Text.Json.Nodes.JsonValue.Create(s))] },
        }, new System.Text.Json.Nodes.JsonArray("waiting"));
        operation.Parameter(InQuery, "queue", "Only those of a queue and its lane of suspects.", Text(), Topology.Queues.IncidentDetected);
        operation.Parameter(InQuery, "kind", "Only those that were put aside so: error, skipped, refused, delivery_limit, rejected, expired.", Text(), DeadLetterKinds.Error);
        operation.Parameter(InQuery, "messageType", "Only messages of a type.", Text(), "IncidentDetected");
        operation.Parameter(InQuery, "messageId", "Only the message with this id.", Text());
        operation.Parameter(InQuery, "traceId", "Only messages of a trace.", Text(), OperationParts.TraceId);
        operation.Parameter(InQuery, "reason", "Only those whose reason has this in it, in any case.", Text(), "confidence");
        operation.Parameter(InQuery, "from", "Only those that died then or later.", Text(), "2031-03-01T00:00:00Z");
        operation.Parameter(InQuery, "to", "Only those that died before.", Text(), "2031-03-02T00:00:00Z");
        operation.Parameter(InQuery, "limit", "Most letters of the page.",
            new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = $"{DeadLetterQuery.LargestLimit}", Default = DeadLetterQuery.DefaultLimit });
        operation.Parameter(InQuery, "cursor", "The `next` of the page before, as it was given; with the other parameters of that page.", Text());
        var view = View("waiting");
        var item = new DeadLetterItem
        {
            Id = view.Id, Queue = view.Queue, Kind = view.Kind, Reason = view.Reason, MessageId = view.MessageId, MessageType = view.MessageType, TraceId = view.TraceId,
            At = view.At, State = view.State, Replays = view.Replays, Size = view.Size,
        };
        operation.Answer(200, "The letters.").Example("page", JsonSerializer.SerializeToNode(new DeadLetterPage([item], null), ApiJson.Default.DeadLetterPage)!);
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(DeadLetterQuery.Parse(ReadApiDocs.Query(("state", "dead"))).Errors));
        return Task.CompletedTask;
    });

    public static void DescribeDeadLetter(this RouteHandlerBuilder endpoint) => endpoint.WithTags("dead-letters").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        ReadApiDocs.DescribeId(operation, "The dead letter's id, as the list gives it.");
        operation.Answer(200, "The letter.").Example("waiting", Json(View("waiting")));
        ReadApiDocs.Problems(operation, DeadLetterProblems.Unknown(s_id.ToString()));
        return Task.CompletedTask;
    });

    public static void DescribeDecision(this RouteHandlerBuilder endpoint, string answer, string state) => endpoint.WithTags("dead-letters").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        ReadApiDocs.DescribeId(operation, "The dead letter's id, as the list gives it.");
        operation.RequestBody = Body("Who decides, and why.", await context.ComponentAsync(typeof(DeadLetterDecision), stop), JsonSerializer.SerializeToNode(s_decision, DeadLetterJson.Default.DeadLetterDecision)!);
        operation.Answer(200, answer).Example(state, Json(View(state)));
        IResult[] ofReplay = state == "replayed" ? [DeadLetterProblems.NoQueue(), DeadLetterProblems.Unsendable(), DeadLetterProblems.NoBroker()] : [];
        ReadApiDocs.Problems(operation, [.. Refusals("is missing"), DeadLetterProblems.Unknown(s_id.ToString()), DeadLetterProblems.Discarded(s_id), .. ofReplay]);
    });

    public static void DescribeReplay(this RouteHandlerBuilder endpoint) => endpoint.WithTags("dead-letters").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        var request = new ReplayRequest { Actor = s_decision.Actor, Reason = s_decision.Reason, Limit = 500, Filter = new DeadLetterFilter { Queue = Topology.Queues.IncidentDetected, Reason = "22P05" } };
        operation.RequestBody = Body("Which, who decides, and why.", await context.ComponentAsync(typeof(ReplayRequest), stop), JsonSerializer.SerializeToNode(request, DeadLetterJson.Default.ReplayRequest)!);
        operation.Answer(200, "What it came to.").Example("done", JsonSerializer.SerializeToNode(new ReplayAnswer(612, 500, 0, 112), ApiJson.Default.ReplayAnswer)!);
        ReadApiDocs.Problems(operation, [.. Refusals("is missing"), DeadLetterProblems.NoBroker()]);
    });

    private static IEnumerable<IResult> Refusals(string what) =>
        [Commands.CommandProblems.InvalidBody(new() { ["reason"] = [what] }), Commands.CommandProblems.BodyTooLarge(), Commands.CommandProblems.UnsupportedMediaType("text/plain")];

    private static OpenApiRequestBody Body(string description, IOpenApiSchema schema, System.Text.Json.Nodes.JsonNode example) => new()
    {
        Required = true,
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = schema, Example = example } },
    };

    private static System.Text.Json.Nodes.JsonNode Json(DeadLetterView view) => JsonSerializer.SerializeToNode(view, ApiJson.Default.DeadLetterView)!;

    private static DeadLetterView View(string state)
    {
        var body = Encoding.UTF8.GetBytes("""{"report": {"confidence": 7}}""");
        var died = new DeadLetterAction("died", "report.confidence is not between 0 and 1.", s_at);
        return new DeadLetterView
        {
            Id = s_id, Queue = Topology.Queues.IncidentDetected, Kind = DeadLetterKinds.Refused, Reason = died.Reason,
            MessageId = DeterministicId.Create(DeterministicId.Namespace, "message").ToString(), MessageType = "IncidentDetected", TraceId = OperationParts.TraceId,
            At = s_at, State = state, Replays = state == "replayed" ? 1 : 0, Size = body.Length,
            Headers = JsonSerializer.SerializeToElement(new Dictionary<string, string>
            {
                ["MT-MessageType"] = "urn:message:Platform.Contracts:IncidentDetected", [ContractSerializer.TraceParent] = $"00-{OperationParts.TraceId}-00f067aa0ba902b7-01",
            }),
            Properties = JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["content_type"] = "application/json", ["exchange"] = Topology.Exchanges.IncidentDetected }),
            Text = Encoding.UTF8.GetString(body), Body = body,
            Actions = state == "waiting" ? [died] : [died, new DeadLetterAction(state, s_decision.Reason, s_at.AddHours(2), s_decision.Actor)],
        };
    }
}
