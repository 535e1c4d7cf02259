using System.Net.Sockets;

namespace Platform.Bus;

/// <summary>Asks whether anybody listens at the broker's address.</summary>
public sealed class BrokerProbe(Uri address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The port the address names, or the one its scheme stands for.</summary>
    public int Port { get; } = address.Port >= 0 ? address.Port : address.Scheme == "amqps" ? 5671 : 5672;

    /// <summary>True when a connection is taken within two seconds.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(address.Host, Port, patience.Token);
            return true;
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
