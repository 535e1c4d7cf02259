namespace Platform.Ingest.Input;

/// <summary>A problem as RFC 9457 has it, with our extensions.</summary>
public sealed record Problem
{
    /// <summary>Stable URI of the kind of problem, <c>urn:incident-platform:problem:</c> and a name that never changes its meaning.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words; the same for every occurrence.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status, 400 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>What happened here and what to do about it.</summary>
    public required string Detail { get; init; }

    /// <summary>Field name to what is wrong with it, when fields are at fault.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>What would have been accepted, e.g. media types.</summary>
    public IReadOnlyList<string>? Accepted { get; init; }

    /// <summary>Seconds after which trying again makes sense; also in the header <c>Retry-After</c>.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>W3C trace id of the request, for the logs.</summary>
    public string? TraceId { get; init; }
}

/// <summary>Ends the reading of a request with a problem that becomes its answer.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    /// <summary>The answer.</summary>
    public Problem Problem { get; } = problem;
}
