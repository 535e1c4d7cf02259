using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Platform.Access;
using Platform.EventStore;
using Platform.Projection.Subscribers.Webhooks;
using Platform.Telemetry;

namespace Platform.Projection.Subscribers;

/// <summary>The ways to subscribe over HTTP.</summary>
internal static class SubscriberSetup
{
    public static void AddSubscribers(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<EventStreamOptions>(configuration.GetSection("EventStream"));
        services.AddHostedService<StreamDeclaration>();
        services.AddSingleton<ChangeHistory>();
        services.AddSingleton<ChangeFeed>();
        services.AddHostedService(s => s.GetRequiredService<ChangeFeed>());
        services.Configure<WebhookOptions>(configuration.GetSection("Webhooks"));
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, WebhookJson.Default));
        services.AddSingleton(s => new AddressPolicy(s.GetRequiredService<IOptions<WebhookOptions>>().Value.AllowedNetworks, "Webhooks:AllowedNetworks"));
        services.AddSingleton<WebhookSecrets>();
        services.AddHealthChecks().AddCheck<WebhookSecrets>("webhook-secrets", HealthStatus.Degraded, [HealthEndpoints.Ready]);
        services.AddSingleton<WebhookTable>();
        services.AddSingleton<DeliveryTable>();
        services.AddSingleton<WebhookClient>();
        services.AddFollower<WebhookPlanner>();
        services.AddHostedService<WebhookSender>();
        services.AddHostedService<DeliveryUpkeep>();
    }

    public static void MapSubscribers(this IEndpointRouteBuilder app)
    {
        GetEvents.Map(app.MapGroup("").RequireScope(Scopes.Read));
        // A webhook has the service send what it knows to an address, and has a secret: not for everybody who may read.
        WebhookEndpoints.Map(app.MapGroup("").RequireScope(Scopes.Operate));
    }
}
