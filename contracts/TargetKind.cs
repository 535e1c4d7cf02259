namespace Platform.Contracts;

/// <summary>Kind of target. In JSON snake_case.</summary>
public enum TargetKind
{
    /// <summary>Military base.</summary>
    MilitaryBase,

    /// <summary>Troops.</summary>
    Troops,

    /// <summary>Police.</summary>
    Police,

    /// <summary>Government.</summary>
    Government,

    /// <summary>Diplomatic.</summary>
    Diplomatic,

    /// <summary>Civilians.</summary>
    Civilians,

    /// <summary>Infrastructure.</summary>
    Infrastructure,

    /// <summary>Company.</summary>
    Company,

    /// <summary>Transport.</summary>
    Transport,

    /// <summary>Religious.</summary>
    Religious,

    /// <summary>Media.</summary>
    Media,

    /// <summary>Person.</summary>
    Person,

    /// <summary>Other.</summary>
    Other,
}
