using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>
/// Tests of what deploy/local does, or of what this machine's own tools do to a server of their version: where the shared servers are
/// containers, such a class has private servers of its own.
/// </summary>
/// <param name="shared">The servers of the assembly.</param>
public abstract class PrivateServers(Infrastructure shared) : IAsyncLifetime
{
    private readonly bool own = !shared.IsLocal;

    /// <summary>Made by deploy/local; the shared ones where they are that.</summary>
    protected Infrastructure Servers { get; } = shared.IsLocal ? shared : Infrastructure.Local();

    /// <inheritdoc/>
    public virtual Task InitializeAsync() => own ? Servers.InitializeAsync() : Task.CompletedTask;

    /// <inheritdoc/>
    public virtual Task DisposeAsync() => own ? Servers.DisposeAsync() : Task.CompletedTask;
}
