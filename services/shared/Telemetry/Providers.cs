using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Platform.Telemetry;

/// <summary>Who builds, starts and disposes the providers: here the core package, in builds with <c>-p:FullFeed=true</c> the hosting package (FullFeed/Providers.cs).</summary>
internal static class Providers
{
    public static void Add(IServiceCollection services, Action<IOpenTelemetryBuilder> configure) => services.AddSingleton(_ => OpenTelemetrySdk.Create(configure));

    public static void Start(IServiceProvider services) => _ = services.GetService<OpenTelemetrySdk>();
}
