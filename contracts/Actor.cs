namespace Platform.Contracts;

/// <summary>Who decided something: a rule of the platform or a person.</summary>
public sealed record Actor
{
    /// <summary>Rule or person.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>Name and version of the rule, e.g. <c>linker/1.0</c>; or the name of the person, 1 to 200 characters.</summary>
    public required string Name { get; init; }
}
