using System.Net;
using System.Net.Sockets;
using Platform.Bus;

namespace Platform.Tests.Unit.Bus;

public sealed class BrokerProbeTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public BrokerProbeTests() => listener.Start();

    [Fact]
    public async Task A_broker_that_takes_connections_and_stays_silent_does_not_answer()
    {
        (await Probe().TakesConnectionsAsync(CancellationToken.None)).ShouldBeTrue();
        (await Probe().AnswersAsync(CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_hangs_up_without_a_word_does_not_answer()
    {
        var asked = Probe().AnswersAsync(CancellationToken.None);
        (await listener.AcceptTcpClientAsync()).Dispose();

        (await asked).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_begins_the_connection_answers()
    {
        var asked = Probe().AnswersAsync(CancellationToken.None);
        using var client = await listener.AcceptTcpClientAsync();
        var header = new byte[8];
        await client.GetStream().ReadExactlyAsync(header);
        await client.GetStream().WriteAsync(new byte[] { 1, 0, 0 });

        header.ShouldBe("AMQP\0\0\t\u0001"u8.ToArray());
        (await asked).ShouldBeTrue();
    }

    [Fact]
    public async Task Where_nobody_listens_nobody_answers()
    {
        var probe = Probe();
        listener.Stop();

        (await probe.TakesConnectionsAsync(CancellationToken.None)).ShouldBeFalse();
        (await probe.AnswersAsync(CancellationToken.None)).ShouldBeFalse();
    }

    public void Dispose() => listener.Dispose();

    private BrokerProbe Probe() => new(new Uri($"amqp://{listener.LocalEndpoint}/"));
}
