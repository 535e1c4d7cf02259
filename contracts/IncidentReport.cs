namespace Platform.Contracts;

/// <summary>One incident as one article tells it. Not sealed for <see cref="LinkedReport"/> alone, which is a report with its article.</summary>
public record IncidentReport
{
    /// <summary>UUIDv5 of article, ordinal and extractor version; see <c>DeterministicId.Report</c>.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>The article it was read from.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary>Order of first mention in the article, from 0.</summary>
    public required int Ordinal { get; init; }

    /// <summary>True when the article was written to report this incident; false when it is told as background.</summary>
    public required bool IsMain { get; init; }

    /// <summary>Kind of attack.</summary>
    public required EventType EventType { get; init; }

    /// <summary>When it happened; absent when the text does not say.</summary>
    public EventDate? Date { get; init; }

    /// <summary>Where it happened; absent when the text does not say.</summary>
    public Place? Place { get; init; }

    /// <summary>What it was done with.</summary>
    public IReadOnlyList<Weapon> Weapons { get; init => field = value ?? []; } = [];

    /// <summary>What or who was attacked.</summary>
    public IReadOnlyList<Target> Targets { get; init => field = value ?? []; } = [];

    /// <summary>People killed, wounded, missing, kidnapped; absent when the text says nothing of any.</summary>
    public Casualties? Casualties { get; init; }

    /// <summary>What was damaged.</summary>
    public IReadOnlyList<Damage> Damage { get; init => field = value ?? []; } = [];

    /// <summary>Who did it, and who says so.</summary>
    public IReadOnlyList<Perpetrator> Perpetrators { get; init => field = value ?? []; } = [];

    /// <summary>Whom the article cites for it.</summary>
    public IReadOnlyList<CitedSource> Sources { get; init => field = value ?? []; } = [];

    /// <summary>For every filled value the place in the article's text it was read from.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init => field = value ?? []; } = [];

    /// <summary>0 to 1, calibrated: of the reports with 0.8 about 80 % are right.</summary>
    public required double Confidence { get; init; }

    /// <summary>Name and version of the extractor, e.g. <c>rules/1.0</c>.</summary>
    public required string Extractor { get; init; }
}
