using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>The projection alone, started once for all questions of a class that need no incidents.</summary>
public sealed class ReadApiAlone(Infrastructure infrastructure) : IAsyncLifetime
{
    /// <summary>The platform; only its projection runs.</summary>
    internal TestPlatform Platform { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Platform = await TestPlatform.CreateAsync(infrastructure);
        await Platform.Projection.Start().ReadyAsync();
    }

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Platform.DisposeAsync();
}
