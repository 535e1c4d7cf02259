using System.Text.Json;
using Platform.Contracts;

namespace Platform.Projection.Incidents;

/// <summary>One change of an incident: what, when, by whom or which article, and why.</summary>
public sealed record HistoryEntry
{
    /// <summary>Version of the incident after it; 1 or more.</summary>
    public required long Version { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened, as in messages of changes: <c>opened</c>, <c>report_linked</c>, <c>corrected</c> and so on.</summary>
    public required string Change { get; init; }

    /// <summary>The person or rule; absent when the reading of an article did it.</summary>
    public Actor? Actor { get; init; }

    /// <summary>The article that did it or that the report in question is of.</summary>
    public HistoryArticle? Article { get; init; }

    /// <summary>Why, in words for a person; absent when the article itself is the reason.</summary>
    public string? Reason { get; init; }

    /// <summary>0 to 1: how surely a rule linked or merged.</summary>
    public double? Score { get; init; }

    /// <summary>The other incident of a merge, a split or a keeping apart.</summary>
    public Guid? OtherId { get; init; }

    /// <summary>The reports it is about: those that came, left or were dated.</summary>
    public IReadOnlyList<Guid> ReportIds { get; init => field = value ?? []; } = [];

    /// <summary>Corrections of an incident that was merged into this one which gave way to this one's own of the same field; the other one keeps them.</summary>
    public IReadOnlyList<Correction> Overruled { get; init => field = value ?? []; } = [];

    /// <summary>The values that are others after it.</summary>
    public IReadOnlyList<FieldChange> Fields { get; init => field = value ?? []; } = [];

    /// <summary>W3C trace id of the work that did it, 32 hexadecimal digits.</summary>
    public string? TraceId { get; init; }
}

/// <summary>An article in the history of an incident.</summary>
/// <param name="ArticleId">Its id.</param>
/// <param name="Revision">The revision that was read, 1 or more.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Outlet">Its outlet.</param>
/// <param name="Url">Its address.</param>
public sealed record HistoryArticle(Guid ArticleId, int Revision, string? Title = null, string? Outlet = null, string? Url = null);

/// <summary>A value that became another.</summary>
/// <param name="Field">Name of the incident's property.</param>
/// <param name="Before">What it was; absent when it was not known.</param>
/// <param name="After">What it is; absent when it is not known any more.</param>
public sealed record FieldChange(string Field, JsonElement? Before = null, JsonElement? After = null);
