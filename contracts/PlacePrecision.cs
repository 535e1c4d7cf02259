namespace Platform.Contracts;

/// <summary>What coordinates stand for. In JSON snake_case.</summary>
public enum PlacePrecision
{
    /// <summary>A base, building or installation.</summary>
    Site,

    /// <summary>A town, village or district of one.</summary>
    Settlement,

    /// <summary>The middle of a first-level division.</summary>
    Admin1,

    /// <summary>The middle of a country.</summary>
    Country,

    /// <summary>No coordinates.</summary>
    Unknown,
}
