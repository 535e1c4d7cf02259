using System.Diagnostics;
using System.Threading.Channels;

namespace Platform.Projection.Incidents;

/// <summary>
/// Makes one transaction of the batches that wait. A transaction costs by itself as much as some ten reports in it, so after each the
/// next gathers for as long as that one took: under load half of the time at most is spent in transactions, and they grow until
/// they are cheap; what comes alone waits for nothing.
/// </summary>
public sealed class DetectionGroup : IAsyncDisposable
{
    /// <summary>Detections past which a group takes no more.</summary>
    private const int Most = 200;

    /// <summary>Longest time to gather.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);

    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IncidentProjector projector;
    private readonly Task loop;

    /// <summary>Starts to work.</summary>
    public DetectionGroup(IncidentProjector projector)
    {
        this.projector = projector;
        // Otherwise every transaction would belong to the trace of whichever message came first.
        using (ExecutionContext.SuppressFlow())
            loop = Task.Run(RunAsync);
    }

    /// <summary>Completes when they are committed, as <see cref="IncidentProjector.ApplyAsync"/> does; what others sent along with them changes nothing in that.</summary>
    public async Task ApplyAsync(IReadOnlyList<Detection> detections, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(detections, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(waiting, cancellationToken);
        await waiting.Done.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task RunAsync()
    {
        var group = new List<Waiting>();
        var (ended, took, count) = (Stopwatch.GetTimestamp(), TimeSpan.Zero, 0);
        while (await queue.Reader.WaitToReadAsync())
        {
            do
            {
                while (count < Most && queue.Reader.TryRead(out var next))
                {
                    group.Add(next);
                    count += next.Detections.Count;
                }
            }
            while (count < Most && await MoreComesAsync((took < LongestPause ? took : LongestPause) - Stopwatch.GetElapsedTime(ended)));
            var began = Stopwatch.GetTimestamp();
            await ApplyAsync(group);
            (ended, took, count) = (Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(began), 0);
            group.Clear();
        }
    }

    private async Task<bool> MoreComesAsync(TimeSpan within)
    {
        if (within <= TimeSpan.Zero)
            return false;
        using var pause = new CancellationTokenSource(within);
        try
        {
            return await queue.Reader.WaitToReadAsync(pause.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task ApplyAsync(List<Waiting> group)
    {
        try
        {
            await projector.ApplyAsync([.. group.SelectMany(w => w.Detections)], CancellationToken.None);
            group.ForEach(w => w.Done.TrySetResult());
        }
        catch (Exception e) when (group.Count == 1 || Bus.EndpointSetup.IsOutage(e))
        {
            group.ForEach(w => w.Done.TrySetException(e));
        }
        catch (Exception)
        {
            // Something in one of them; by itself each gets its own answer.
            foreach (var waiting in group)
                await ApplyAsync([waiting]);
        }
    }

    private sealed record Waiting(IReadOnlyList<Detection> Detections, TaskCompletionSource Done);
}
