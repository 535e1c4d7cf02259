using System.Buffers.Binary;
using System.Diagnostics;

namespace Platform.Telemetry.Spans;

/// <summary>
/// Where a collector's sampler records more than the store shall hold: keeps a share of the traces, chosen by their ids, that halves while there are too many
/// spans and doubles when there is room again. The same traces in every service: what a smaller share keeps is in every larger one.
/// </summary>
/// <param name="spansPerSecond">Spans kept, on average.</param>
/// <param name="burst">Spans kept at once after a quiet time.</param>
/// <param name="clock">The time.</param>
public sealed class Thinning(double spansPerSecond, double burst, TimeProvider clock)
{
    private const int Most = 15;
    private readonly Budget budget = new(spansPerSecond, Math.Max(1, burst), clock);
    private readonly Lock gate = new();
    private int halvings;
    private bool wasShort;
    private long since = clock.GetTimestamp();

    /// <summary>True when a span of this trace is to be kept.</summary>
    public bool Keeps(ActivityTraceId trace)
    {
        Span<byte> id = stackalloc byte[16];
        trace.CopyTo(id);
        lock (gate)
        {
            if (clock.GetElapsedTime(since) >= TimeSpan.FromSeconds(1))
            {
                halvings = Math.Clamp(halvings + (wasShort ? 1 : -1), 0, Most);
                (wasShort, since) = (false, clock.GetTimestamp());
            }
            if ((BinaryPrimitives.ReadUInt16BigEndian(id[14..]) & ((1 << halvings) - 1)) != 0)
                return false;
            if (budget.Take())
                return true;
            wasShort = true;
            return false;
        }
    }
}
