using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.EventStore;

/// <summary>
/// Collects waiting commits into groups, writes one group at a time, answers each. While one group is being made durable the
/// next one gathers, so the group grows with the load and a lone commit never waits for company.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    /// <summary>Commits a group may hold: past some hundreds a transaction gains nothing and latency grows.</summary>
    private const int LargestGroup = 512;

    /// <summary>Characters of JSON after which a group takes no more: the parameters of one statement are held in memory at once.</summary>
    private const int LargestSize = 8_000_000;

    /// <summary>Commits that may wait; further callers wait to hand over.</summary>
    private const int Capacity = 4096;

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly Func<IReadOnlyList<Commit>, CancellationToken, Task<CommitResult[]>> write;
    private readonly ILogger log;
    private readonly Task writer;

    public GroupCommit(Func<IReadOnlyList<Commit>, CancellationToken, Task<CommitResult[]>> write, ILogger log)
    {
        this.write = write;
        this.log = log;
        // Otherwise every write would belong to the trace of whichever request came first.
        using (ExecutionContext.SuppressFlow())
            writer = Task.Run(RunAsync);
    }

    public async Task<CommitResult> SubmitAsync(Commit commit, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(commit, new TaskCompletionSource<CommitResult>(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(waiting, cancellationToken);
        return await waiting.Result.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writer;
    }

    private async Task RunAsync()
    {
        var group = new List<Waiting>(LargestGroup);
        while (await queue.Reader.WaitToReadAsync())
        {
            for (var size = 0; group.Count < LargestGroup && size < LargestSize && queue.Reader.TryRead(out var next); size += next.Commit.Size)
                group.Add(next);
            await WriteAsync(group);
            group.Clear();
        }
    }

    private async Task WriteAsync(List<Waiting> group)
    {
        CommitResult[] results;
        try
        {
            results = await WriteAgainOnceAsync([.. group.Select(w => w.Commit)]);
        }
        catch (Exception e) when (!Faults.IsOutage(e) && group.Count > 1)
        {
            // One value in the group is refused, by the database or already by the driver; alone, each commit gets its own answer.
            log.LogWarning("A group of {Count} commits was refused ({Refusal}); writing them one by one.", group.Count, (e as PostgresException)?.SqlState ?? e.GetType().Name);
            foreach (var waiting in group)
                await WriteAsync([waiting]);
            return;
        }
        catch (Exception e)
        {
            var answer = Faults.IsOutage(e) ? new StoreUnavailableException(e) : e;
            foreach (var waiting in group)
                waiting.Result.TrySetException(answer);
            return;
        }
        // Out of the try: what goes wrong here must not write again what is stored.
        for (var i = 0; i < group.Count; i++)
            group[i].Result.SetResult(results[i]);
    }

    /// <summary>
    /// A pooled connection may have died unseen. Writing again is safe: if the first try was stored after all, the streams
    /// have moved, and the second is answered with that.
    /// </summary>
    private async Task<CommitResult[]> WriteAgainOnceAsync(Commit[] commits)
    {
        try
        {
            return await write(commits, CancellationToken.None);
        }
        catch (NpgsqlException e) when (e is not PostgresException && e.InnerException is IOException)
        {
            return await write(commits, CancellationToken.None);
        }
    }

    private sealed record Waiting(Commit Commit, TaskCompletionSource<CommitResult> Result);
}
