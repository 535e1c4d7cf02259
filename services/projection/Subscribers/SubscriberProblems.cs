using Platform.Projection.Api;

namespace Platform.Projection.Subscribers;

/// <summary>Problems of subscribing. The types are a contract: never changed or reused.</summary>
internal static class SubscriberProblems
{
    public static IResult TooManySubscribers(int most) => Problems.Make(503, "too-many-subscribers", "Too many subscribers",
        $"{most} clients are connected to this instance, and it takes no more. Connect again later.");
}
