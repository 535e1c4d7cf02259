using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Platform.Telemetry.Spans;

namespace Platform.Telemetry;

/// <summary>Traces, metrics and logs of a service. Only the standard <c>OTEL_*</c> variables configure the export.</summary>
public static class TelemetrySetup
{
    private static readonly string[] EndpointVariables =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    /// <summary>What says too much by itself; <c>Logging__LogLevel__&lt;category&gt;</c> says otherwise.</summary>
    private static readonly (string Category, LogLevel Level)[] Quiet =
    [
        ("Microsoft.AspNetCore", LogLevel.Warning),
        ("Npgsql", LogLevel.Warning),
        // What a consumer throws is logged with the message it was thrown on; the attempts before are not news.
        ("MassTransit", LogLevel.Warning),
        // Every failed probe would be an error in the log; who probes has the answer.
        ("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None),
    ];

    /// <summary>
    /// Logs as one JSON object a line with trace and span ids; spans, metrics and logs by OTLP when an endpoint is set.
    /// Without one, trace ids still run through the whole platform, only nothing is recorded.
    /// </summary>
    /// <param name="builder">The service being built.</param>
    /// <param name="service">One of <see cref="Names.Services"/>.</param>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        builder.Logging.Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(o =>
        {
            o.IncludeScopes = true;
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        foreach (var (category, level) in Quiet.Where(q => builder.Configuration["Logging:LogLevel:" + q.Category] is null))
            builder.Logging.AddFilter(category, level);

        var collected = EndpointVariables.Any(v => Environment.GetEnvironmentVariable(v) is { Length: > 0 });
        AddTraceStore(builder, service, decides: !collected);
        if (collected)
        {
            builder.Logging.AddOpenTelemetry(o =>
            {
                o.SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(service));
                o.IncludeScopes = true;
                o.AddOtlpExporter();
            });
            Providers.Add(builder.Services, sdk => Configure(sdk, service));
        }
        else
        {
            builder.Services.AddSingleton(_ => PropagateOnly());
        }
        builder.Services.AddHostedService<Lifetime>();
        return builder;
    }

    /// <summary>What is exported; the same whoever builds the providers.</summary>
    internal static void Configure(IOpenTelemetryBuilder telemetry, string service) => telemetry
        .ConfigureResource(resource => resource.AddService(service, serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3)))
        .WithTracing(tracing => tracing.AddSource(Names.Source).AddSource(Names.LibrarySources).AddOtlpExporter())
        .WithMetrics(metrics => metrics.AddMeter(Names.Source).AddMeter(Names.LibraryMeters).AddOtlpExporter());

    /// <summary>What hears the spans for the store of traces; <c>AddTraceExport</c> of the bus sends them there.</summary>
    private static void AddTraceStore(WebApplicationBuilder builder, string service, bool decides)
    {
        var options = builder.Configuration.GetSection(TraceStoreOptions.Section).Get<TraceStoreOptions>() ?? new TraceStoreOptions();
        if (options.Fault() is { } fault)
            throw new InvalidOperationException(fault);
        builder.Services.AddSingleton(options);
        if (options.Store)
            builder.Services.AddSingleton(_ => new SpanCollector(service, options, decides));
    }

    private static ActivityListener PropagateOnly()
    {
        var sources = Names.LibrarySources.Append(Names.Source).ToHashSet();
        var listener = new ActivityListener
        {
            ShouldListenTo = source => sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>Makes the container build what was registered above, and dispose it after the last span has ended.</summary>
    private sealed class Lifetime(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            Providers.Start(services);
            _ = services.GetService<ActivityListener>();
            _ = services.GetService<SpanCollector>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
