namespace Platform.Contracts;

/// <summary>Where in the article's text a value was read; the substring is that value's <c>text</c>.</summary>
public sealed record Evidence
{
    /// <summary>Path of the value, e.g. <c>eventType</c>, <c>weapons[0]</c>, <c>casualties.killed.groups[1]</c>.</summary>
    public required string Field { get; init; }

    /// <summary>First UTF-16 code unit.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last UTF-16 code unit.</summary>
    public required int End { get; init; }
}
