namespace Platform.Contracts;

/// <summary>What kind of actor decided. In JSON snake_case.</summary>
public enum ActorKind
{
    /// <summary>The platform by itself.</summary>
    Rule,

    /// <summary>A person, whose word no rule overrides.</summary>
    Person,
}
