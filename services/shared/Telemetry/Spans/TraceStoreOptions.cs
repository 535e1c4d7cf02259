namespace Platform.Telemetry.Spans;

/// <summary>The store of traces, section <c>Traces</c>: what is recorded for it, and for how long it is kept.</summary>
public sealed record TraceStoreOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Traces";

    /// <summary>False: no service records or sends spans for it, and nothing is taken in. A collector (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>) gets its spans all the same.</summary>
    public bool Store { get; init; } = true;

    /// <summary>
    /// Traces a process begins to record a second, on average; 0 or more. An article is some fifteen spans: this bounds what the store costs and holds,
    /// whatever the load, and each trace that is recorded is whole. With a collector its sampler (<c>OTEL_TRACES_SAMPLER</c>) says which are recorded,
    /// and of these as many are kept.
    /// </summary>
    public double PerSecond { get; init; } = 20;

    /// <summary>Traces it may begin at once after a quiet time; 1 or more.</summary>
    public double Burst { get; init; } = 500;

    /// <summary>Days a trace is kept from its beginning, parts of days too; above 0.</summary>
    public double KeepDays { get; init; } = 7;

    /// <summary>What is wrong with the settings; null when nothing is.</summary>
    public string? Fault() =>
        !(PerSecond >= 0) ? $"{Section}__{nameof(PerSecond)} is {PerSecond}; it must be 0 or more."
        : !(Burst >= 1) ? $"{Section}__{nameof(Burst)} is {Burst}; it must be 1 or more."
        : !(KeepDays > 0 && KeepDays < 36_500) ? $"{Section}__{nameof(KeepDays)} is {KeepDays}; it must be above 0 and below 36500."
        : null;
}
