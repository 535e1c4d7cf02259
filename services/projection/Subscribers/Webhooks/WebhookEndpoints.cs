using Microsoft.Extensions.Options;
using Platform.EventStore;
using Platform.Projection.Api;
using Platform.Projection.Api.Commands;

namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>/webhooks: registering, looking, changing; and the log of deliveries.</summary>
internal static class WebhookEndpoints
{
    private const int LongestUrl = 2000;
    private const int LongestFilter = 4000;
    private const int LongestDescription = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/webhooks", RegisterAsync).WithName("registerWebhook").WithSummary("Registers a webhook")
            .WithDescription("""
                From now on every change that meets the filter is posted to the URL as Standard Webhooks 1.0 has it: headers `webhook-id`, `webhook-timestamp`, `webhook-signature`; body `type`, `timestamp`, `data`.
                The answer tells the secret, this once. An answer of 2xx within 15 seconds is a receipt; else it is tried again, ten times over three days, with the same id and body. 410 disables the webhook.
                """)
            .Produces<Webhook>(201).ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(500).ProducesProblem(503).DescribeRegister();
        app.MapGet("/webhooks", (HttpContext http, WebhookTable table) => ReadModelAnswers.GuardAsync(http, async () =>
                Results.Json(new WebhookList(await table.ReadAsync(null, http.RequestAborted)), WebhookJson.Default.WebhookList)))
            .WithName("listWebhooks").WithSummary("All webhooks").WithDescription("Oldest first, without their secrets.")
            .Produces<WebhookList>().ProducesProblem(500).ProducesProblem(503).DescribeList();
        app.MapGet("/webhooks/{id}", (string id, HttpContext http, WebhookTable table) => OneAsync(http, id, async found => (await table.ReadAsync(found, http.RequestAborted)).SingleOrDefault()))
            .WithName("getWebhook").WithSummary("One webhook").WithDescription("Without its secret.").Produces<Webhook>().ProducesProblem(404).ProducesProblem(500).ProducesProblem(503).DescribeOne("enabled");
        app.MapDelete("/webhooks/{id}", (string id, HttpContext http, WebhookTable table) => ReadModelAnswers.GuardAsync(http, async () =>
                Guid.TryParse(id, out var found) && await table.DeleteAsync(found, http.RequestAborted) ? Results.NoContent() : SubscriberProblems.UnknownWebhook(id)))
            .WithName("deleteWebhook").WithSummary("Deletes a webhook").WithDescription("With its log; what is still to be delivered is not.").Produces(204).ProducesProblem(404).ProducesProblem(500).ProducesProblem(503).DescribeDelete();
        app.MapPost("/webhooks/{id}/enable", (string id, HttpContext http, WebhookTable table) => OneAsync(http, id, found => table.SwitchAsync(found, null, http.RequestAborted)))
            .WithName("enableWebhook").WithSummary("Enables a webhook").WithDescription("For what happens from now on and what was pending; what happened while it was disabled is not delivered (`GET /incidents/events` tells it).")
            .Produces<Webhook>().ProducesProblem(404).ProducesProblem(500).ProducesProblem(503).DescribeOne("enabled");
        app.MapPost("/webhooks/{id}/disable", (string id, HttpContext http, WebhookTable table) => OneAsync(http, id, found => table.SwitchAsync(found, "Disabled by a request.", http.RequestAborted)))
            .WithName("disableWebhook").WithSummary("Disables a webhook").WithDescription("Nothing is sent until it is enabled.")
            .Produces<Webhook>().ProducesProblem(404).ProducesProblem(500).ProducesProblem(503).DescribeOne("disabled");
        app.MapPost("/webhooks/{id}/secret", (string id, HttpContext http, WebhookTable table) => OneAsync(http, id, found => table.RenewSecretAsync(found, Signature.NewSecret(), http.RequestAborted)))
            .WithName("renewWebhookSecret").WithSummary("Gives a webhook a new secret").WithDescription("The answer tells it, this once. For 24 hours deliveries are signed with the former one as well.")
            .Produces<Webhook>().ProducesProblem(404).ProducesProblem(500).ProducesProblem(503).DescribeOne("secret");
        app.MapGet("/webhooks/{id}/deliveries", ListAsync).WithName("listWebhookDeliveries").WithSummary("What was delivered to a webhook, and what was not")
            .WithDescription("Newest first, with every attempt, for 30 days after it was finished.")
            .Produces<DeliveryPage>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(500).ProducesProblem(503).DescribeDeliveries();
        app.MapPost("/webhooks/{id}/deliveries/{messageId}/replay", ReplayAsync).WithName("replayWebhookDelivery").WithSummary("Delivers one message again")
            .WithDescription("Now, under the same `webhook-id`, and if it fails as often as the first time; whatever became of it before.")
            .Produces<Delivery>(202).ProducesProblem(404).ProducesProblem(409).ProducesProblem(500).ProducesProblem(503).DescribeReplay();
    }

    /// <summary>What is wrong with a registration, but for its address.</summary>
    internal static void Check(WebhookRequest request, Dictionary<string, string[]> errors)
    {
        if (request.Url.Length > LongestUrl || !Uri.TryCreate(request.Url, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            errors["url"] = [$"must be an https URL of at most {LongestUrl} characters"];
        else if (url.UserInfo.Length > 0 || url.Fragment.Length > 0)
            errors["url"] = ["must have neither user and password nor a fragment; deliveries are signed instead"];
        if (request.Filter?.Length > LongestFilter)
            errors["filter"] = [$"must have at most {LongestFilter} characters"];
        else if (request.Filter is { } filter)
        {
            WebhookPlanner.ParseFilter(filter, out var wrong);
            if (wrong.Count > 0)
                errors["filter"] = [.. wrong.SelectMany(w => w.Value.Select(why => $"{w.Key}: {why}"))];
        }
        if (request.Description?.Length > LongestDescription || request.Description?.Contains('\0') == true)
            errors["description"] = [$"must have at most {LongestDescription} characters"];
    }

    /// <summary>Reads the query of the log.</summary>
    internal static (string? Status, long Before, int Limit, Dictionary<string, string[]> Errors) ParseLog(IQueryCollection given)
    {
        var query = new QueryReader(given);
        var status = query.One("status");
        if (status is not (null or DeliveryTable.Pending or DeliveryTable.Delivered or DeliveryTable.Failed))
            query.Refuse("status", $"'{QueryReader.Cut(status)}' is not a status. Known are: {DeliveryTable.Pending}, {DeliveryTable.Delivered}, {DeliveryTable.Failed}.");
        var before = query.One("before") is not { } place ? long.MaxValue : long.TryParse(place, out var number) && number > 0 ? number : 0;
        if (before == 0)
            query.Refuse("before", "It is the `next` of the page before.");
        var limit = query.Whole("limit", 1, 500) ?? 50;
        query.RefuseUnknown();
        return (status, before, limit, query.Errors);
    }

    private static async Task<IResult> RegisterAsync(HttpContext http, WebhookTable table, AddressPolicy addresses, IOptions<WebhookOptions> options)
    {
        if (!http.Request.HasJsonContentType())
            return CommandProblems.UnsupportedMediaType(http.Request.ContentType);
        if (await CommandBody.ReadAsync(http.Request) is not { } body)
            return CommandProblems.BodyTooLarge();
        var errors = new Dictionary<string, string[]>();
        if (CommandBody.Parse(body, WebhookJson.Default.WebhookRequest, Check, errors) is not { } request)
            return CommandProblems.InvalidBody(errors);
        if (await RefusalAsync(addresses, new Uri(request.Url), http.RequestAborted) is { } why)
            return CommandProblems.InvalidBody(new() { ["url"] = [why] });
        return await ReadModelAnswers.GuardAsync(http, async () =>
        {
            var secret = Signature.NewSecret();
            if (await table.AddAsync(request, secret, options.Value.Most, http.RequestAborted) is not { } webhook)
                return SubscriberProblems.TooManyWebhooks(options.Value.Most);
            http.Response.Headers.Location = $"/webhooks/{webhook.Id}";
            http.Response.Headers.CacheControl = "no-store";
            return Results.Json(webhook with { Secret = secret }, WebhookJson.Default.Webhook, statusCode: 201);
        });
    }

    /// <summary>Says at once what every attempt would run into; the attempts look again.</summary>
    private static async Task<string?> RefusalAsync(AddressPolicy addresses, Uri url, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            await addresses.ResolveAsync(url.IdnHost.Trim('[', ']'), url.Scheme == Uri.UriSchemeHttps, patience.Token);
            return null;
        }
        catch (AddressRefusedException e)
        {
            return e.Message;
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return $"{url.Host} has no address that can be found.";
        }
    }

    private static async Task<IResult> ListAsync(string id, HttpContext http, WebhookTable table, DeliveryTable deliveries)
    {
        var (status, before, limit, errors) = ParseLog(http.Request.Query);
        if (errors.Count > 0)
            return Problems.InvalidQuery(errors);
        return await ReadModelAnswers.GuardAsync(http, async () =>
        {
            if (!Guid.TryParse(id, out var webhook) || (await table.ReadAsync(webhook, http.RequestAborted)).Count == 0)
                return SubscriberProblems.UnknownWebhook(id);
            var found = await deliveries.ReadAsync(webhook, status, before, limit + 1, http.RequestAborted);
            return Results.Json(new DeliveryPage([.. found.Take(limit)], found.Count > limit ? found[limit - 1].Position : null), WebhookJson.Default.DeliveryPage);
        });
    }

    private static Task<IResult> ReplayAsync(string id, string messageId, HttpContext http, WebhookTable table, DeliveryTable deliveries) => ReadModelAnswers.GuardAsync(http, async () =>
    {
        if (!Guid.TryParse(id, out var webhook) || (await table.ReadAsync(webhook, http.RequestAborted)) is not [var found])
            return SubscriberProblems.UnknownWebhook(id);
        if (!found.Enabled)
            return SubscriberProblems.WebhookDisabled();
        return Guid.TryParse(messageId, out var message) && await deliveries.ReplayAsync(webhook, message, http.RequestAborted) is { } delivery
            ? Results.Json(delivery, WebhookJson.Default.Delivery, statusCode: 202)
            : SubscriberProblems.UnknownDelivery(messageId);
    });

    private static Task<IResult> OneAsync(HttpContext http, string id, Func<Guid, Task<Webhook?>> act) => ReadModelAnswers.GuardAsync(http, async () =>
    {
        http.Response.Headers.CacheControl = "no-store";
        return Guid.TryParse(id, out var found) && await act(found) is { } webhook ? Results.Json(webhook, WebhookJson.Default.Webhook) : SubscriberProblems.UnknownWebhook(id);
    });
}
