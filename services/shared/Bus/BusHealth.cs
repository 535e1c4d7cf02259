using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Platform.Telemetry;

namespace Platform.Bus;

/// <summary>Health of all buses of the process: well only when each is connected and every endpoint has its consumer.</summary>
public sealed class BusHealth : IHealthCheck
{
    private readonly IBusControl[] buses;
    private readonly BrokerProbe broker;
    private readonly Publisher publisher;
    private readonly AlarmProbe alarms;

    /// <summary>
    /// Finds the buses, and reports each endpoint as a gauge, 1 while it has its consumer. Of a process that is being stopped nothing: that its
    /// consumers are gone is in order, and a last 0 would be taken for its state for minutes after it.
    /// </summary>
    public BusHealth(IServiceProvider services, BrokerProbe broker, Publisher publisher, AlarmProbe alarms)
    {
        this.alarms = alarms;
        this.broker = broker;
        this.publisher = publisher;
        buses = [.. new object?[] { services.GetService<IBus>(), services.GetService<IPublishBus>() }.OfType<IBusControl>()];
        var stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        Instruments.Meter.CreateObservableGauge(Names.Metrics.EndpointUp, () => buses.TakeWhile(_ => !stopping.IsCancellationRequested).SelectMany(b => b.CheckHealth().Endpoints)
            .Select(e => new System.Diagnostics.Metrics.Measurement<int>(
                e.Value.Status == BusHealthStatus.Healthy ? 1 : 0, new KeyValuePair<string, object?>(Names.Attributes.Endpoint, QueueOf(e.Key)))));
    }

    /// <summary>What is wrong, null when nothing is.</summary>
    public string? Trouble => Unwell is { } unwell ? Describe(unwell) : publisher.Trouble;

    private BusHealthResult? Unwell => buses.Select(b => b.CheckHealth()).FirstOrDefault(h => h.Status != BusHealthStatus.Healthy);

    /// <summary>
    /// True when something went wrong after a moment, or still does: that a publish failed stays known until one succeeds, which in a process
    /// that has nothing to publish is never.
    /// </summary>
    /// <param name="timestamp">The moment, as <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/> gives it.</param>
    internal bool IsUnwellSince(long timestamp) => Unwell is not null || publisher.FailedAt > timestamp;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // The cause before what follows from it.
        var cause = await broker.TakesConnectionsAsync(cancellationToken) ? await AlarmAsync(cancellationToken) : "Nobody answers at the broker's address.";
        string[] troubles = [.. new[] { cause, Trouble }.OfType<string>()];
        if (troubles.Length > 0)
            return new HealthCheckResult(context.Registration.FailureStatus, string.Join(' ', troubles));
        // Another service is missing, not this one.
        return publisher.Unroutable is { } unroutable ? HealthCheckResult.Degraded(unroutable) : HealthCheckResult.Healthy();
    }

    /// <summary>What the broker lacks and what to do, when that is why it takes no messages; null otherwise.</summary>
    internal async Task<string?> AlarmAsync(CancellationToken cancellationToken) =>
        publisher.Trouble is not null && await alarms.ReasonAsync(cancellationToken) is { } reason
            ? $"The broker takes no messages: {reason}. Free memory or disk there, or raise its limit; everything waits meanwhile and nothing is lost."
            : null;

    private static string Describe(BusHealthResult health)
    {
        var unwell = health.Endpoints.Where(e => e.Value.Status != BusHealthStatus.Healthy).Select(e => $"{QueueOf(e.Key)} has no consumer");
        return $"The bus is {health.Status}: {string.Join("; ", unwell.DefaultIfEmpty(health.Description))}.";
    }

    private static string QueueOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsolutePath.Trim('/').Split('/')[^1] : address;
}
