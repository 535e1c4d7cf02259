namespace Platform.Projection.Subscribers;

/// <summary>
/// Breaks the connection of a request, from another thread and only while the request runs: once it has ended its context is gone, which
/// would throw where nobody catches, or is that of the connection's next request.
/// </summary>
/// <param name="http">The request.</param>
internal sealed class ConnectionCutter(HttpContext http) : IThreadPoolWorkItem, IDisposable
{
    private readonly Lock gate = new();
    private bool isOver;

    /// <summary>Breaks it soon: not here, where the caller may hold what the end of the request waits for.</summary>
    public void Cut() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <inheritdoc/>
    public void Execute()
    {
        lock (gate)
            if (!isOver)
                http.Abort();
    }

    /// <summary>The request ends; from now on nothing is broken.</summary>
    public void Dispose()
    {
        lock (gate)
            isOver = true;
    }
}
