using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>
/// How many people. 0/0: the text says there were none. <c>max</c> null: at least <c>min</c>.
/// Both null: said, but without a number ("several wounded").
/// </summary>
public sealed record CasualtyCount
{
    /// <summary>At least so many.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Min { get; init; }

    /// <summary>At most so many.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? Max { get; init; }

    /// <summary>The words it was read from.</summary>
    public required string Text { get; init; }

    /// <summary>The parts the text splits the count into.</summary>
    public IReadOnlyList<CasualtyGroup> Groups { get; init => field = value ?? []; } = [];
}
