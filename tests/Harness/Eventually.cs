using System.Diagnostics;

namespace Platform.Tests.Harness;

/// <summary>Waits for a condition with a deadline; tests never sleep for a guessed time.</summary>
public static class Eventually
{
    /// <summary>How long a condition may take when the test does not say otherwise.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    /// <summary>Asks again and again until <paramref name="probe"/> gives a value that is not null.</summary>
    /// <exception cref="TimeoutException">Says what was waited for and what was last seen or thrown.</exception>
    public static async Task<T> Get<T>(string what, Func<Task<T?>> probe, TimeSpan? patience = null)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        string last = "nothing";
        while (true)
        {
            try
            {
                if (await probe() is { } value)
                    return value;
                last = "not yet";
            }
            catch (Exception e) when (e is not TimeoutException)
            {
                last = e.Message;
            }
            if (watch.Elapsed > (patience ?? Patience))
                throw new TimeoutException($"Waited {watch.Elapsed.TotalSeconds:F0} s for {what}; last seen: {last}");
            await Task.Delay(50);
        }
    }

    /// <summary>
    /// Lets some milliseconds pass where the passing itself is meant: the random moment of a kill, the pace of a load. Never to
    /// wait for something to happen.
    /// </summary>
    public static Task Moment(int milliseconds) => Task.Delay(milliseconds);

    /// <summary>Asks again and again until <paramref name="probe"/> says yes.</summary>
    public static Task Holds(string what, Func<Task<bool>> probe, TimeSpan? patience = null) =>
        Get(what, async () => await probe() ? "" : null, patience);

    /// <summary>Asks again and again until a number is the expected one; tells the last number when it never is.</summary>
    public static async Task Equals(long expected, string what, Func<Task<long>> probe, TimeSpan? patience = null)
    {
        long? last = null;
        try
        {
            await Holds(what, async () => (last = await probe()) == expected, patience);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{what}: expected {expected}, last seen {last}.", e);
        }
    }
}
