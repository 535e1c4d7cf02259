using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Platform.Contracts;
using Platform.Telemetry;

namespace Platform.Bus;

/// <summary>MassTransit on RabbitMQ, the way every service here uses it.</summary>
public static class BusSetup
{
    /// <summary>The bus for publishing alone.</summary>
    /// <param name="services">The service's container.</param>
    /// <param name="configuration">Has <c>ConnectionStrings:RabbitMq</c>.</param>
    /// <param name="service">The service's name, shown at the broker.</param>
    public static IServiceCollection AddPublishBus(this IServiceCollection services, IConfiguration configuration, string service)
    {
        var address = Address(configuration);
        AddHostOptions(services, address);
        services.AddSingleton<Publisher>();
        services.AddSingleton(_ => new QueueDepths(address, service));
        services.AddSingleton(new BrokerAddress(address, service));
        services.AddSingleton(_ => new AlarmProbe(address, service));
        services.AddHostedService<BusWatchdog>();
        services.AddMassTransit<IPublishBus>(x =>
        {
            x.DisableUsageTelemetry();
            x.ConfigureHealthCheckOptions(o => o.Tags.Clear()); // BusHealth answers instead
            // Not started by itself (AutoStart): its endpoint would be one more that can fail to come back after an outage, and take
            // the publishing with it. Such a bus calls itself healthy in an outage, so BrokerProbe asks the broker's port.
            x.UsingRabbitMq((_, bus) => Configure(bus, address, service, "publish"));
        });
        return services;
    }

    /// <summary>The bus for consuming.</summary>
    /// <param name="services">The service's container.</param>
    /// <param name="configuration">Has <c>ConnectionStrings:RabbitMq</c>.</param>
    /// <param name="service">The service's name, shown at the broker.</param>
    /// <param name="consumers">Adds the consumers.</param>
    /// <param name="endpoints">Declares the endpoints, with <see cref="EndpointSetup.Endpoint"/>.</param>
    public static IServiceCollection AddConsumeBus(
        this IServiceCollection services, IConfiguration configuration, string service,
        Action<IBusRegistrationConfigurator> consumers, Action<IBusRegistrationContext, IRabbitMqBusFactoryConfigurator> endpoints)
    {
        var address = Address(configuration);
        AddHostOptions(services, address);
        services.AddReceiveEndpointObserver<EndpointObserver>();
        services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            x.ConfigureHealthCheckOptions(o => o.Tags.Clear());
            consumers(x);
            x.UsingRabbitMq((context, bus) =>
            {
                Configure(bus, address, service, "consume");
                endpoints(context, bus);
            });
        });
        return services;
    }

    /// <summary>Readiness of the buses; <paramref name="failure"/> is what a bus that is not well makes of the service.</summary>
    public static IHealthChecksBuilder AddBusCheck(this IHealthChecksBuilder checks, HealthStatus failure) =>
        checks.AddCheck<BusHealth>("bus", failure, [HealthEndpoints.Ready]);

    private static void Configure(IRabbitMqBusFactoryConfigurator bus, Uri address, string service, string purpose)
    {
        var user = address.UserInfo.Split(':', 2);
        bus.Host(new UriBuilder(address) { UserName = "", Password = "", Scheme = "rabbitmq" + (address.Scheme == "amqps" ? "s" : "") }.Uri, host =>
        {
            host.Username(Uri.UnescapeDataString(user[0]));
            host.Password(Uri.UnescapeDataString(user.Length > 1 ? user[1] : ""));
            host.Heartbeat(TimeSpan.FromSeconds(10));
            host.RequestedConnectionTimeout(TimeSpan.FromSeconds(5));
            host.ConnectionName($"{service} {purpose}");
        });
        ContractSerializer.Use(bus);
        bus.DeployPublishTopology = true;
        bus.Message<ArticleReceived>(m => m.SetEntityName(Topology.Exchanges.ArticleReceived));
        bus.Message<IncidentDetected>(m => m.SetEntityName(Topology.Exchanges.IncidentDetected));
        bus.Message<NoIncidentDetected>(m => m.SetEntityName(Topology.Exchanges.NoIncidentDetected));
        bus.Message<IncidentChanged>(m => m.SetEntityName(Topology.Exchanges.IncidentChanged));
        // Only for who publishes or consumes it: a service may declare no other exchange, and MassTransit declares each that is named here.
        if (service != Names.Services.Ingest)
            bus.Publish<IncidentDetected>(p => p.ExchangeType = "topic");
        if (service == Names.Services.Projection)
            bus.Publish<IncidentChanged>(p => p.ExchangeType = "topic");
    }

    private static void AddHostOptions(IServiceCollection services, Uri address)
    {
        services.TryAddSingleton(new BrokerProbe(address));
        services.TryAddSingleton<BusHealth>();
        services.Configure<MassTransitHostOptions>(o =>
        {
            o.WaitUntilStarted = false; // a service starts without its broker and says so in /health/ready
            o.StopTimeout = TimeSpan.FromSeconds(8);
        });
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }

    private static Uri Address(IConfiguration configuration) =>
        Uri.TryCreate(configuration.GetConnectionString("RabbitMq"), UriKind.Absolute, out var address) && address.Scheme is "amqp" or "amqps"
            ? address
            : throw new InvalidOperationException("Set ConnectionStrings__RabbitMq to the broker's address, amqp://user:password@host:port/vhost.");
}
