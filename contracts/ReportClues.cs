namespace Platform.Contracts;

/// <summary>
/// What helps to tell whether two reports speak of the same event, beside what the report says: for linking only, no fact.
/// </summary>
public sealed record ReportClues
{
    /// <summary>Names that tell the event: of people the article names as harmed or as having done it, without titles, and of streets; lower-case, at most 32.</summary>
    public IReadOnlyList<string> People { get; init => field = value ?? []; } = [];

    /// <summary>Telling words and numbers of what the article says of the incident, lower-case, most telling first; at most 96.</summary>
    public IReadOnlyList<string> Terms { get; init => field = value ?? []; } = [];

    /// <summary>The words that date it relative to an unknown day of writing; absent when the date needs none.</summary>
    public RelativeDate? Relative { get; init; }

    /// <summary>First day the article can have been written, when something in it says so and no publication date was given.</summary>
    public DateOnly? WrittenFrom { get; init; }

    /// <summary>Last day the article can have been written, inclusive.</summary>
    public DateOnly? WrittenTo { get; init; }

    /// <summary>What in the article says when it was written, in words for a person.</summary>
    public string? WrittenReason { get; init; }
}
