using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Platform.Bus;

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

    public async ValueTask DisposeAsync()
    {
        await alarms.DisposeAsync();
        await services.DisposeAsync();
    }

    /// <summary>A bus that confirms nothing.</summary>
    public class Silent : DispatchProxy
    {
        protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => throw new TimeoutException();
    }
}
