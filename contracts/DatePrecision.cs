namespace Platform.Contracts;

/// <summary>How closely a date is known. In JSON snake_case.</summary>
public enum DatePrecision
{
    /// <summary>Day.</summary>
    Day,

    /// <summary>Week.</summary>
    Week,

    /// <summary>Month.</summary>
    Month,

    /// <summary>Year.</summary>
    Year,

    /// <summary>Unknown.</summary>
    Unknown,
}
