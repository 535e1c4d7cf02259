namespace Platform.Telemetry.Spans;

/// <summary>So many a second on average, and so many at once after a quiet time (a token bucket). For any number of threads.</summary>
/// <param name="perSecond">On average; 0 or more.</param>
/// <param name="burst">At once; 1 or more.</param>
/// <param name="clock">The time.</param>
public sealed class Budget(double perSecond, double burst, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly double most = burst;
    private double left = burst;
    private long last = clock.GetTimestamp();

    /// <summary>True when there is room for one more, which it takes.</summary>
    public bool Take()
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            left = Math.Min(most, left + (perSecond * clock.GetElapsedTime(last, now).TotalSeconds));
            last = now;
            if (left < 1 || perSecond <= 0)
                return false;
            left--;
            return true;
        }
    }
}
