using Microsoft.Extensions.Logging.Abstractions;
using Platform.EventStore;

namespace Platform.Tests.Unit.EventStore;

public class GroupCommitTests
{
    [Fact]
    public async Task A_value_that_the_driver_cannot_encode_fails_its_own_commit_and_no_strangers()
    {
        var (gate, sizes) = (new TaskCompletionSource(), new List<int>());
        await using var group = new GroupCommit(async (commits, _) =>
        {
            sizes.Add(commits.Count);
            if (sizes.Count == 1)
                await gate.Task;
            return commits.Any(c => c.Keys[0].Key == "bad") ? throw new ArgumentException("half of a surrogate pair")
                : [.. commits.Select(_ => CommitResult.Committed.Instance)];
        }, NullLogger.Instance);
        var first = group.SubmitAsync(Of("first"), CancellationToken.None);
        // While the first is being written the others gather. Handing over does not wait, there is room.
        var good = Enumerable.Range(0, 10).Select(i => group.SubmitAsync(Of($"good {i}"), CancellationToken.None)).ToList();
        var bad = group.SubmitAsync(Of("bad"), CancellationToken.None);
        gate.SetResult();

        (await first).ShouldBeOfType<CommitResult.Committed>();
        foreach (var commit in good)
            (await commit).ShouldBeOfType<CommitResult.Committed>();
        (await Should.ThrowAsync<ArgumentException>(bad)).Message.ShouldBe("half of a surrogate pair");
        sizes.ShouldContain(size => size > 1);
    }

    private static Commit Of(string key) => new([], [new InboxKey(key, DateTimeOffset.UnixEpoch)], []);
}
