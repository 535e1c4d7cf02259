namespace Platform.Contracts;

/// <summary>When an incident happened, as closely as the text allows.</summary>
public sealed record EventDate
{
    /// <summary>First day it can have been.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day it can have been, inclusive; not before <c>start</c>.</summary>
    public required DateOnly End { get; init; }

    /// <summary>How closely the text dates it.</summary>
    public required DatePrecision Precision { get; init; }

    /// <summary><c>night</c>, <c>morning</c>, <c>afternoon</c>, <c>evening</c> or HH:mm, local time.</summary>
    public string? TimeOfDay { get; init; }

    /// <summary>The words it was read from.</summary>
    public required string Text { get; init; }
}
