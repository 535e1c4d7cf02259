using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Platform.Telemetry;

/// <summary>Who builds, starts and disposes the providers: OpenTelemetry.Extensions.Hosting, by a hosted service of its own.</summary>
internal static class Providers
{
    public static void Add(IServiceCollection services, Action<IOpenTelemetryBuilder> configure) => configure(services.AddOpenTelemetry());

    public static void Start(IServiceProvider services)
    {
    }
}
