using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.EventStore;
using Platform.Telemetry;

namespace Platform.Bus;

/// <summary>How far the relay is behind the log, as metrics.</summary>
public static class OutboxLag
{
    /// <summary>Measures the lag of the service's relay every few seconds; the <see cref="LagMonitor"/> can be asked at other times too.</summary>
    public static IServiceCollection AddOutboxLag(this IServiceCollection services)
    {
        services.AddSingleton(s =>
        {
            var schema = s.GetRequiredService<StoreSchema>();
            var monitor = new LagMonitor(
                s.GetRequiredService<NpgsqlDataSource>(), schema, schema, Relay.Checkpoint, s.GetRequiredService<ILogger<LagMonitor>>());
            Report(monitor, Names.Metrics.OutboxLagEvents, Names.Metrics.OutboxLagSeconds, schema.Name);
            return monitor;
        });
        return services.AddHostedService(s => s.GetRequiredService<LagMonitor>());
    }

    /// <summary>Two gauges that show a monitor's last measurement.</summary>
    public static void Report(LagQuery monitor, string events, string seconds, string stream)
    {
        var tag = new KeyValuePair<string, object?>(Names.Attributes.Stream, stream);
        Instruments.Meter.CreateObservableGauge(events, () => new System.Diagnostics.Metrics.Measurement<long>(monitor.Current.Events, tag), "{event}");
        Instruments.Meter.CreateObservableGauge(seconds, () => new System.Diagnostics.Metrics.Measurement<double>(monitor.Current.Seconds, tag), "s");
    }
}
