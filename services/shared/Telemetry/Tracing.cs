using System.Diagnostics;

namespace Platform.Telemetry;

/// <summary>The platform's own spans.</summary>
public static class Tracing
{
    /// <summary>Source of all of them.</summary>
    public static readonly ActivitySource Source = new(Names.Source);

    /// <summary>The W3C traceparent of the work at hand, sampled or not; null outside of any.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;

    /// <summary>Starts a span under a parent that lives elsewhere, e.g. in an event's headers.</summary>
    /// <param name="name">One of <see cref="Names.Spans"/>.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="traceParent">W3C traceparent; null or malformed: a new trace begins.</param>
    /// <param name="startedAt">When the work began, if that was before now.</param>
    public static Activity? StartUnder(string name, ActivityKind kind, string? traceParent, DateTimeOffset startedAt = default)
    {
        // Without this the span would hang on whatever work is current, for a loop that serves many traces a wrong one.
        Activity.Current = null;
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent);
        return Source.StartActivity(name, kind, parent, startTime: startedAt);
    }

    /// <summary>Starts a trace of its own that is linked to the work it comes from.</summary>
    /// <param name="name">One of <see cref="Names.Spans"/>.</param>
    /// <param name="origin">The work it comes from.</param>
    public static Activity? StartLinked(string name, ActivityContext origin)
    {
        Activity.Current = null;
        return Source.StartActivity(name, ActivityKind.Internal, parentContext: default, links: [new ActivityLink(origin)]);
    }

    /// <summary>Notes a moment in each span that is recorded.</summary>
    /// <param name="activities">The spans.</param>
    /// <param name="moment">One of <see cref="Names.Moments"/>.</param>
    public static void Mark(ReadOnlySpan<Activity?> activities, string moment)
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var activity in activities)
            if (activity is { IsAllDataRequested: true })
                activity.AddEvent(new ActivityEvent(moment, now));
    }

    /// <summary>Marks a span as failed, without the stack: attributes are no place for kilobytes.</summary>
    public static void Fail(this Activity? activity, Exception e)
    {
        activity?.SetStatus(ActivityStatusCode.Error, e.Message.Length > 500 ? e.Message[..500] : e.Message);
        activity?.SetTag("error.type", e.GetType().FullName);
    }
}
