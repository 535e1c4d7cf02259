using System.Diagnostics;

namespace Platform.EventStore;

/// <summary>
/// Named points at which the tests of faults end a process as kill -9 does: with <c>PLATFORM_CRASH_AT=after-commit:3</c> it ends
/// the third time it comes to that point. Without the variable, which is read once at start, nothing is compared or counted.
/// </summary>
public static class CrashPoint
{
    /// <summary>Name of the variable.</summary>
    public const string Variable = "PLATFORM_CRASH_AT";

    /// <summary>A transaction is open and decided on, nothing of it is written.</summary>
    public const string BeforeCommit = "before-commit";

    /// <summary>The transaction is durable, nobody has been told.</summary>
    public const string AfterCommit = "after-commit";

    /// <summary>The broker has confirmed a window of the log, the checkpoint has not moved.</summary>
    public const string AfterPublish = "after-publish";

    /// <summary>A message has had its effect and is not acknowledged.</summary>
    public const string BeforeAck = "before-ack";

    /// <summary>A rebuild has written a part of the log to one read model.</summary>
    public const string RebuildPart = "rebuild-part";

    private static readonly string? s_point = Environment.GetEnvironmentVariable(Variable)?.Split(':')[0];
    private static int s_left = int.TryParse(Environment.GetEnvironmentVariable(Variable)?.Split(':')[^1], out var times) ? times : 1;

    /// <summary>Ends the process here if it is its time.</summary>
    public static void Reach(string point)
    {
        if (s_point is null || s_point != point || Interlocked.Decrement(ref s_left) != 0)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}
