namespace Platform.Contracts;

/// <summary>How one report stands to the earlier reading of its article, when the article was read again because somebody asked for it.</summary>
public sealed record ReportDifference
{
    /// <summary>The request to read it again; see <see cref="ExtractionRequested"/>.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The article.</summary>
    public required Guid ArticleId { get; init; }

    /// <summary><c>added</c>, <c>gone</c>, <c>changed</c> or <c>same</c>.</summary>
    public required string Change { get; init; }

    /// <summary>The incident it belongs to.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>The report of the earlier reading; absent when added.</summary>
    public Guid? Before { get; init; }

    /// <summary>The report of the later reading; absent when gone.</summary>
    public Guid? After { get; init; }

    /// <summary>The fields whose values differ, when changed.</summary>
    public IReadOnlyList<string> Fields { get; init => field = value ?? []; } = [];
}
