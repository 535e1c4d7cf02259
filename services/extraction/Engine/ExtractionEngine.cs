using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Text in, reports out: deterministic, without state, safe for any number of threads.</summary>
public sealed class ExtractionEngine
{
    /// <summary>Name and version; part of every report id, so it grows with every change of the rules.</summary>
    public const string Version = "rules/0.1";

    /// <summary>Reads one article.</summary>
    public ExtractionResult Extract(Article article) => new([], []);
}
