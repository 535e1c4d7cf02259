using System.Diagnostics.Metrics;

namespace Platform.Telemetry;

/// <summary>The platform's instruments; names in <see cref="Names.Metrics"/>.</summary>
public static class Instruments
{
    /// <summary>The one meter.</summary>
    public static readonly Meter Meter = new(Names.Source);

    /// <summary>Articles accepted, by outcome: stored, duplicate.</summary>
    public static readonly Counter<long> ArticlesAccepted = Meter.CreateCounter<long>(Names.Metrics.ArticlesAccepted, "{article}");

    /// <summary>Events confirmed by the broker, by stream.</summary>
    public static readonly Counter<long> EventsPublished = Meter.CreateCounter<long>(Names.Metrics.EventsPublished, "{event}");

    /// <summary>Articles read by the engine.</summary>
    public static readonly Counter<long> ArticlesExtracted = Meter.CreateCounter<long>(Names.Metrics.ArticlesExtracted, "{article}");

    /// <summary>Time of the engine for one article.</summary>
    public static readonly Histogram<double> ExtractionDuration = Meter.CreateHistogram<double>(Names.Metrics.ExtractionDuration, "s");

    /// <summary>Reports taken into incident streams.</summary>
    public static readonly Counter<long> ReportsProjected = Meter.CreateCounter<long>(Names.Metrics.ReportsProjected, "{report}");

    /// <summary>Time from an article's acceptance to its incident's row.</summary>
    public static readonly Histogram<double> ProjectionDelay = Meter.CreateHistogram<double>(Names.Metrics.ProjectionDelay, "s");

    /// <summary>Messages kept as dead letters, by endpoint and kind; one that dies again after a replay counts again.</summary>
    public static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>(Names.Metrics.DeadLetters, "{message}");

    /// <summary>Dead letters that somebody decided on, by action: replayed, discarded.</summary>
    public static readonly Counter<long> DeadLettersDecided = Meter.CreateCounter<long>(Names.Metrics.DeadLettersDecided, "{message}");

    /// <summary>Articles whose message was sent again because nothing of them had come back.</summary>
    public static readonly Counter<long> ArticlesRepeated = Meter.CreateCounter<long>(Names.Metrics.ArticlesRepeated, "{article}");
}
