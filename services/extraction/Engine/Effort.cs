using System.Runtime.CompilerServices;

namespace Platform.Extraction.Engine;

/// <summary>
/// Counts looks at tokens, so that a test can show that they grow no faster than the text. Counts only when the process is
/// started with the switch Platform.Extraction.Effort; else the compiler leaves nothing of it.
/// </summary>
internal static class Effort
{
    private static readonly bool IsCounted = AppContext.TryGetSwitch("Platform.Extraction.Effort", out var on) && on;

    [ThreadStatic]
    private static long looks;

    /// <summary>Looks of this thread since it began; 0 when none are counted.</summary>
    public static long Looks => looks;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Look()
    {
        if (IsCounted) looks++;
    }
}
