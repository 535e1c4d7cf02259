using Platform.Extraction.Engine;

namespace Platform.Extraction;

/// <summary>What reads the articles: the engine, unless the configuration names another one.</summary>
/// <param name="Version">Name and version, part of every report id.</param>
/// <param name="Extract">Reads one article; for any number of threads.</param>
public sealed record Extractor(string Version, Func<Article, ExtractionResult> Extract)
{
    /// <summary>Setting that names it: <c>rules</c>, the default, or <c>fixed</c>, for measuring what lies around the engine.</summary>
    public const string Setting = "Engine";

    /// <summary>The one the setting names.</summary>
    /// <param name="name">Value of the setting; null for the default.</param>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static Extractor Named(string? name) => name switch
    {
        null or "rules" => new(ExtractionEngine.Version, new ExtractionEngine().Extract),
        "fixed" => new(FixedEngine.Version, FixedEngine.Extract),
        _ => throw new InvalidOperationException($"{Setting} is '{name}'; it must be 'rules', the default, or 'fixed', which reads nothing and is for benchmarks only."),
    };
}
