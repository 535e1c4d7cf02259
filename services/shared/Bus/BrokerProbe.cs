using System.Net.Sockets;

namespace Platform.Bus;

/// <summary>
/// Asks whether the broker answers at its address. The kernel takes connections for a process that hangs, so where something hangs on it
/// only the broker's own first word counts.
/// </summary>
public sealed class BrokerProbe(Uri address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What opens AMQP 0-9-1; the broker answers with Connection.Start.</summary>
    private static readonly byte[] ProtocolHeader = [(byte)'A', (byte)'M', (byte)'Q', (byte)'P', 0, 0, 9, 1];

    /// <summary>The port the address names, or the one its scheme stands for.</summary>
    public int Port { get; } = address.Port >= 0 ? address.Port : address.Scheme == "amqps" ? 5671 : 5672;

    /// <summary>True when a connection is taken within two seconds: for who asks every few seconds, as the broker's log tells nothing of it.</summary>
    public Task<bool> TakesConnectionsAsync(CancellationToken cancellationToken) => AskAsync(forWord: false, cancellationToken);

    /// <summary>True when the broker says a first word within two seconds; over TLS, when it takes a connection. Its log has a warning of each.</summary>
    public Task<bool> AnswersAsync(CancellationToken cancellationToken) => AskAsync(forWord: address.Scheme != "amqps", cancellationToken);

    private async Task<bool> AskAsync(bool forWord, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(address.Host, Port, patience.Token);
            if (!forWord)
                return true;
            var stream = socket.GetStream();
            await stream.WriteAsync(ProtocolHeader, patience.Token);
            return await stream.ReadAsync(new byte[1], patience.Token) > 0;
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
