using System.Diagnostics;

/// <summary>
/// Makes one message poison for a service, without a door for it in the service: the runtime calls <see cref="Initialize"/>
/// before its Main when DOTNET_STARTUP_HOOKS names this assembly. PLATFORM_POISON is the message's id and what it does, when the
/// work on it begins: <c>kill</c> ends the process as kill -9 does, <c>throw</c> throws an exception of 200,000 characters.
/// </summary>
internal static class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("PLATFORM_POISON")?.Split('=') is not [var messageId, var effect])
            return;
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name is "MassTransit" or "Platform",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity =>
            {
                if (activity.OperationName != "extract article" || !IsOf(activity, messageId))
                    return;
                if (effect != "kill")
                    throw new InvalidOperationException(new string('x', 200_000));
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite); // the end is on its way
            },
        });
    }

    private static bool IsOf(Activity? activity, string messageId)
    {
        for (; activity is not null; activity = activity.Parent)
            if (activity.TagObjects.Any(tag => tag.Value?.ToString() == messageId))
                return true;
        return false;
    }
}
