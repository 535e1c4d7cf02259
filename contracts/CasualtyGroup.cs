using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>One group of people within a count, e.g. "two of them officers".</summary>
public sealed record CasualtyGroup
{
    /// <summary>Who they were, as the text says.</summary>
    public required string Who { get; init; }

    /// <summary>At least so many; null when said without a number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Min { get; init; }

    /// <summary>At most so many; null when there is no upper bound.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Max { get; init; }

    /// <summary>The words it was read from.</summary>
    public required string Text { get; init; }
}
