using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Platform.ApiDocument;
using Platform.Contracts;
using Platform.Projection.Api;
using Platform.Projection.Api.Commands;

namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>What OpenAPI says of webhooks.</summary>
internal static class WebhookDocs
{
    private static readonly Guid s_id = DeterministicId.Create(DeterministicId.Namespace, "webhook");
    private static readonly Guid s_message = DeterministicId.Create(DeterministicId.Namespace, "message");
    private static readonly DateTimeOffset s_at = new(2031, 3, 16, 12, 0, 3, TimeSpan.Zero);
    private static readonly Webhook s_webhook = new() { Id = s_id, Url = "https://receiver.example/incidents", Filter = "country=IQ&type=rocket_attack", Description = "Night desk", Enabled = true, CreatedAt = s_at };

    public static RouteHandlerBuilder DescribeRegister(this RouteHandlerBuilder endpoint) => endpoint.WithTags("subscribers").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "What is to be registered.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType
                {
                    Schema = await context.ComponentAsync(typeof(WebhookRequest), stop),
                    Example = JsonSerializer.SerializeToNode(new WebhookRequest { Url = s_webhook.Url, Filter = s_webhook.Filter, Description = s_webhook.Description }, WebhookJson.Default.WebhookRequest),
                },
            },
        };
        operation.Answer(201, "Registered.").Header("Location", "Where it is.", $"/webhooks/{s_id}").Example("secret", Example("secret"));
        var errors = new Dictionary<string, string[]>();
        WebhookEndpoints.Check(new WebhookRequest { Url = "receiver.example", Filter = "contry=IQ" }, errors);
        ReadApiDocs.Problems(operation, CommandProblems.InvalidBody(errors), SubscriberProblems.TooManyWebhooks(1000), CommandProblems.BodyTooLarge(), CommandProblems.UnsupportedMediaType("text/plain"));
    });

    public static RouteHandlerBuilder DescribeList(this RouteHandlerBuilder endpoint) => endpoint.WithTags("subscribers").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Answer(200, "The webhooks.").Example("list", JsonSerializer.SerializeToNode(new WebhookList([s_webhook]), WebhookJson.Default.WebhookList)!);
        ReadApiDocs.Problems(operation);
        return Task.CompletedTask;
    });

    public static RouteHandlerBuilder DescribeOne(this RouteHandlerBuilder endpoint, string example) => endpoint.WithTags("subscribers").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        DescribeId(operation);
        operation.Answer(200, "The webhook.").Example(example, Example(example));
        ReadApiDocs.Problems(operation, SubscriberProblems.UnknownWebhook(s_id.ToString()));
        return Task.CompletedTask;
    });

    public static RouteHandlerBuilder DescribeDelete(this RouteHandlerBuilder endpoint) => endpoint.WithTags("subscribers").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        DescribeId(operation);
        operation.Answer(204, "Deleted.");
        ReadApiDocs.Problems(operation, SubscriberProblems.UnknownWebhook(s_id.ToString()));
        return Task.CompletedTask;
    });

    public static RouteHandlerBuilder DescribeDeliveries(this RouteHandlerBuilder endpoint) => endpoint.WithTags("subscribers").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        DescribeId(operation);
        operation.Parameter(ParameterLocation.Query, "status", "Only in this state.",
            new OpenApiSchema { Type = JsonSchemaType.String, Enum = [DeliveryTable.Pending, DeliveryTable.Delivered, DeliveryTable.Failed] }, DeliveryTable.Failed);
        operation.Parameter(ParameterLocation.Query, "before", "The `next` of the page before.", new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Minimum = "1" }, 1022);
        operation.Parameter(ParameterLocation.Query, "limit", "Most deliveries of the page.", ListDocs.Whole(1, 500, 50));
        operation.Answer(200, "A page.").Example("page", JsonSerializer.SerializeToNode(new DeliveryPage([Delivery()], null), WebhookJson.Default.DeliveryPage)!);
        var (_, _, _, errors) = WebhookEndpoints.ParseLog(ReadApiDocs.Query(("status", "lost")));
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(errors), SubscriberProblems.UnknownWebhook(s_id.ToString()));
        return Task.CompletedTask;
    });

    public static RouteHandlerBuilder DescribeReplay(this RouteHandlerBuilder endpoint) => endpoint.WithTags("subscribers").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        DescribeId(operation);
        var message = (OpenApiParameter)operation.Parameters!.Single(parameter => parameter.Name == "messageId");
        message.Description = "The message's id, as the log of deliveries gives it.";
        ((OpenApiSchema)message.Schema!).Format = "uuid";
        operation.Answer(202, "It is due now.").Example("again", JsonSerializer.SerializeToNode(Delivery(), WebhookJson.Default.Delivery)!);
        ReadApiDocs.Problems(operation, SubscriberProblems.UnknownWebhook(s_id.ToString()), SubscriberProblems.UnknownDelivery(s_message.ToString()), SubscriberProblems.WebhookDisabled());
        return Task.CompletedTask;
    });

    private static void DescribeId(OpenApiOperation operation)
    {
        var id = (OpenApiParameter)operation.Parameters!.Single(parameter => parameter.Name == "id");
        id.Description = "The webhook's id.";
        ((OpenApiSchema)id.Schema!).Format = "uuid";
    }

    private static JsonNode Example(string kind) => JsonSerializer.SerializeToNode(kind switch
    {
        "secret" => s_webhook with { Secret = "whsec_" + Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes("an example and nobody's secret..")) },
        "disabled" => s_webhook with { Enabled = false, DisabledReason = "Disabled by a request." },
        _ => s_webhook,
    }, WebhookJson.Default.Webhook)!;

    private static Delivery Delivery() => new()
    {
        MessageId = s_message, Type = "incident.opened", Position = 1022, Status = DeliveryTable.Pending, DueAt = s_at.AddSeconds(5.2),
        Attempts = [new Attempt { At = s_at, StatusCode = 503, Milliseconds = 41.7 }],
    };
}
