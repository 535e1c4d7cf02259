using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Platform.Access;

/// <summary>Ends the start of a service whose doors are not in order, and says in the log when there are none.</summary>
internal sealed class AccessCheck(
    IOptions<AccessOptions> options, IConfiguration configuration, EndpointDataSource endpoints, IServer server, ILogger<AccessCheck> log) : IHostedLifecycleService
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Says what is not in order and the cure.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Check(endpoints.Endpoints, server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [], options.Value, AccessSetup.HasTokens(configuration));
        if (options.Value.Keyless)
            log.LogWarning("Access:Keyless is set: whoever is on this machine may do everything, without a key. For development alone.");
        return Task.CompletedTask;
    }

    internal static void Check(IEnumerable<Endpoint> endpoints, IEnumerable<string> addresses, AccessOptions options, bool tokens)
    {
        var mapped = endpoints.OfType<RouteEndpoint>().ToList();
        if (mapped.FirstOrDefault(e => e.Metadata.GetMetadata<ScopeMetadata>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null) is { } forgotten)
            throw new InvalidOperationException($"{forgotten.DisplayName} has neither a scope nor is it open: put RequireScope or AllowAnonymous on it.");
        if (mapped.All(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null))
            return;
        if (options is { Keyless: false, Keys.Count: 0 } && !tokens)
            throw new InvalidOperationException(
                "Nothing says who may use this service. Configure keys (deploy/key add NAME --scope SCOPE prints the settings) or an issuer of tokens "
                + "(Authentication__Schemes__Bearer__Authority and …__ValidAudiences__0); or, for development on this machine alone, set Access__Keyless=true.");
        if (options is { Keyless: true, PublishedOnLoopback: false } && addresses.FirstOrDefault(a => !IsLoopback(a)) is { } open)
            throw new InvalidOperationException($"Access:Keyless is set, and the service listens on {open}, which others can reach. Listen on 127.0.0.1, or configure keys (deploy/key).");
    }

    /// <summary>An address as the server tells it: a wildcard such as <c>http://+:80</c> or <c>http://*:80</c> is none of this machine alone.</summary>
    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && KeylessHandler.IsLoopback(uri.Host);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
