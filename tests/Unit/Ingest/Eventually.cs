using System.Diagnostics;

namespace Platform.Tests.Unit.Ingest;

/// <summary>Waits for conditions with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(30);

    public static async Task IsTrueAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(s_deadline, "the condition did not come true");
            await Task.Delay(10);
        }
    }

    /// <summary>Until a number has not changed for half a second.</summary>
    public static async Task IsStableAsync(Func<int> number)
    {
        var watch = Stopwatch.StartNew();
        for (var (last, since) = (number(), Stopwatch.StartNew()); since.ElapsedMilliseconds < 500; await Task.Delay(20))
        {
            watch.Elapsed.ShouldBeLessThan(s_deadline, "the number never came to rest");
            if (number() is var now && now == last) continue;
            (last, since) = (number(), Stopwatch.StartNew());
        }
    }
}
