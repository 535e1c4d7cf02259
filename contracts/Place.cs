namespace Platform.Contracts;

/// <summary>Where an incident happened.</summary>
public sealed record Place
{
    /// <summary>Canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the first-level administrative division.</summary>
    public string? Admin1 { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country.</summary>
    public string? Country { get; init; }

    /// <summary>Latitude, WGS 84 degrees, -90 to 90.</summary>
    public double? Lat { get; init; }

    /// <summary>Longitude, WGS 84 degrees, -180 to 180.</summary>
    public double? Lon { get; init; }

    /// <summary>What the coordinates stand for.</summary>
    public required PlacePrecision Precision { get; init; }

    /// <summary>How the incident lies to the named place: <c>at</c>, <c>near</c>, <c>north_of</c>, <c>south_east_of</c> …</summary>
    public string? Relation { get; init; }

    /// <summary>Distance from the named place in kilometres, with <c>relation</c>.</summary>
    public double? DistanceKm { get; init; }

    /// <summary>The words it was read from.</summary>
    public required string Text { get; init; }
}
