using System.Net;
using System.Net.Sockets;

namespace Platform.Projection;

/// <summary>
/// Where a URL that a user names may lead. Whoever can name one must not reach through us what only we can reach: the machine itself, its network, the
/// metadata service of its cloud. The address is checked when a connection is made, on what the name resolves to then, and that address is used.
/// </summary>
/// <param name="allowedNetworks">Networks (CIDR) that may be reached although they are not public, and without TLS.</param>
/// <param name="setting">The setting that names them, for who is refused.</param>
internal sealed class AddressPolicy(IEnumerable<string> allowedNetworks, string setting)
{
    /// <summary>IANA's special-purpose registries of IPv4, and multicast.</summary>
    private static readonly IPNetwork[] NotPublic = [.. ((string[])[
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // Of IPv6 what is not in 2000::/3 is not public; these are in it, and either no hosts or a way to an IPv4 address.
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]).Select(IPNetwork.Parse)];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private readonly IPNetwork[] allowed = [.. allowedNetworks.Select(IPNetwork.Parse)];

    /// <summary>Whether an address may be reached.</summary>
    /// <param name="address">The address.</param>
    /// <param name="tls">Whether the connection is encrypted; a public address needs it.</param>
    public bool Allows(IPAddress address, bool tls)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowed.Any(network => network.Contains(plain)) || (tls && IsPublic(plain));
    }

    /// <summary>The addresses of a host that may be reached.</summary>
    /// <exception cref="AddressRefusedException">It has none.</exception>
    /// <exception cref="SocketException">It has no address at all.</exception>
    public async Task<IPAddress[]> ResolveAsync(string host, bool tls, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        IPAddress[] good = [.. addresses.Where(a => Allows(a, tls))];
        return good.Length > 0 ? good : throw new AddressRefusedException(host, addresses.FirstOrDefault(), tls, setting);
    }

    /// <summary>Connects to an address that may be reached; for <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var tls = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttps;
        var addresses = await ResolveAsync(context.DnsEndPoint.Host, tls, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsPublic(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address)) && !NotPublic.Any(network => network.Contains(address));
}

/// <summary>A host may not be reached.</summary>
internal sealed class AddressRefusedException(string host, IPAddress? address, bool tls, string setting) : Exception(
    tls ? $"{host} is {address}, which is not a public address. Whoever runs the platform can allow its network in {setting}."
        : $"{host} is {address}: without https only the networks in {setting} are reached. Use https.");
