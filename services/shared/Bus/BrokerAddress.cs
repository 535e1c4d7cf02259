using RabbitMQ.Client;

namespace Platform.Bus;

/// <summary>The broker, for what needs the bare client.</summary>
/// <param name="address">Its address.</param>
/// <param name="service">Name of the service, shown at the broker.</param>
public sealed class BrokerAddress(Uri address, string service)
{
    /// <summary>Opens a connection that is not recovered when it breaks: its owner opens another.</summary>
    /// <param name="purpose">What it is for, shown at the broker.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RabbitMQ.Client.Exceptions.BrokerUnreachableException">Nobody answers there.</exception>
    public Task<IConnection> ConnectAsync(string purpose, CancellationToken cancellationToken) => new ConnectionFactory
    {
        Uri = address,
        ClientProvidedName = $"{service} {purpose}",
        AutomaticRecoveryEnabled = false,
        RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
    }.CreateConnectionAsync(cancellationToken);
}
