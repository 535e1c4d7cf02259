using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Bus;
using Platform.Telemetry;

namespace Platform.Tests.Unit.Bus;

public sealed class BusHealthTests : IAsyncDisposable
{
    private static readonly Uri Nowhere = new("amqp://127.0.0.1:1/");
    private readonly Publisher publisher = new(DispatchProxy.Create<IPublishBus, Silent>());
    private readonly AlarmProbe alarms = new(Nowhere, "tests");
    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();

    [Fact]
    public async Task A_publish_that_failed_before_the_broker_answered_again_ends_no_process()
    {
        var health = new BusHealth(services, new BrokerProbe(Nowhere), publisher, alarms);
        var before = Stopwatch.GetTimestamp();
        await Should.ThrowAsync<PublishFailedException>(() => publisher.PublishAsync(new Outgoing("body", Guid.NewGuid(), null, false), CancellationToken.None));
        var after = Stopwatch.GetTimestamp();

        health.Trouble.ShouldNotBeNull("it is known until one succeeds");
        health.IsUnwellSince(before).ShouldBeTrue();
        health.IsUnwellSince(after).ShouldBeFalse();
    }

    [Fact]
    public async Task Of_a_process_that_is_being_stopped_no_endpoint_is_told_to_be_down()
    {
        var queue = Guid.NewGuid().ToString();
        using var lifetime = new Stopping();
        var bus = DispatchProxy.Create<IBusControl, Down>();
        ((Down)bus).Queue = queue;
        await using var withBus = new ServiceCollection().AddSingleton<IBus>(bus).AddSingleton<IHostApplicationLifetime>(lifetime).BuildServiceProvider();
        _ = new BusHealth(withBus, new BrokerProbe(Nowhere), publisher, alarms);
        var told = new List<int>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Name == Names.Metrics.EndpointUp) l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => { if (tags[0].Value as string == queue) told.Add(value); });
        listener.Start();

        listener.RecordObservableInstruments();
        told.ShouldBe([0]);

        lifetime.StopApplication();
        listener.RecordObservableInstruments();
        told.ShouldBe([0]);
    }

    public async ValueTask DisposeAsync()
    {
        await alarms.DisposeAsync();
        await services.DisposeAsync();
    }

    /// <summary>A bus whose one endpoint has no consumer.</summary>
    public class Down : DispatchProxy
    {
        public string Queue { get; set; } = "";

        protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => BusHealthResult.Unhealthy("", null!,
            new Dictionary<string, EndpointHealthResult> { [$"rabbitmq://localhost/{Queue}"] = EndpointHealthResult.Unhealthy(DispatchProxy.Create<IReceiveEndpoint, Addressed>(), "", null!) });
    }

    /// <summary>An endpoint that has an address and nothing else.</summary>
    public class Addressed : DispatchProxy
    {
        protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => Nowhere;
    }

    private sealed class Stopping : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => stopping.Cancel();

        public void Dispose() => stopping.Dispose();
    }

    /// <summary>A bus that confirms nothing.</summary>
    public class Silent : DispatchProxy
    {
        protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => throw new TimeoutException();
    }
}
