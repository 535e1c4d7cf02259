using Platform.Projection.Api;

namespace Platform.Projection.Subscribers;

/// <summary>Problems of subscribing. The types are a contract: never changed or reused.</summary>
internal static class SubscriberProblems
{
    public static IResult TooManySubscribers(int most) => Problems.Make(503, "too-many-subscribers", "Too many subscribers",
        $"{most} clients are connected to this instance, and it takes no more. Connect again later.");

    public static IResult UnknownWebhook(string id) => Problems.Make(404, "unknown-webhook", "No such webhook",
        $"No webhook '{QueryReader.Cut(id)}' is registered. GET /webhooks lists all of them.");

    public static IResult UnknownDelivery(string id) => Problems.Make(404, "unknown-delivery", "No such delivery",
        $"Nothing '{QueryReader.Cut(id)}' was to be delivered to this webhook, or it is so long ago that it was forgotten.");

    public static IResult WebhookDisabled() => Problems.Make(409, "webhook-disabled", "The webhook is disabled",
        "Enable it first: POST /webhooks/{id}/enable.");

    public static IResult TooManyWebhooks(int most) => Problems.Make(409, "too-many-webhooks", "Too many webhooks",
        $"{most} webhooks are registered, and no more can be. Delete one that is not needed.");
}
