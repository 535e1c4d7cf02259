namespace Platform.Projection.Subscribers;

/// <summary>The ways to subscribe over HTTP.</summary>
internal static class SubscriberSetup
{
    public static void AddSubscribers(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<EventStreamOptions>(configuration.GetSection("EventStream"));
        services.AddSingleton<ChangeHistory>();
        services.AddSingleton<ChangeFeed>();
        services.AddHostedService(s => s.GetRequiredService<ChangeFeed>());
    }

    public static void MapSubscribers(this IEndpointRouteBuilder app) => GetEvents.Map(app);
}
