using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>A place the text names.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Name">Canonical name, or the text's own for a place that no lexicon knows.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, or null.</param>
/// <param name="Precision">What it is.</param>
internal sealed record PlaceMention(int First, int End, string Name, string? Country, PlacePrecision Precision) : IMention
{
    public string? Admin1 { get; init; }

    public double? Lat { get; init; }

    public double? Lon { get; init; }

    /// <summary>The coordinates are those of its state or of the outlet's home: no lexicon knows the place itself.</summary>
    public bool IsRough { get; init; }

    /// <summary>The text says that something was there ("in", "at", "near" before it, "city" after it).</summary>
    public bool IsLocative { get; init; }

    /// <summary>The town of a dateline: where the article was written, often far from what it tells.</summary>
    public bool IsDateline { get; init; }

    public string? Relation { get; init; }

    public double? DistanceKm { get; init; }

    /// <summary>The known place it lies in, whose coordinates it has; null when its own are known.</summary>
    public string? Within { get; init; }

    /// <summary>What kind of target the place itself is, for sites.</summary>
    public string? TargetKind { get; init; }

    /// <summary>Great-circle distance to another place in kilometres; null when one has no coordinates.</summary>
    public double? DistanceTo(PlaceMention other)
    {
        if (Lat is not { } lat1 || Lon is not { } lon1 || other.Lat is not { } lat2 || other.Lon is not { } lon2) return null;
        return Kilometres(lat1, lon1, lat2, lon2);
    }

    /// <summary>Great-circle distance in kilometres between two points in degrees.</summary>
    public static double Kilometres(double lat1, double lon1, double lat2, double lon2)
    {
        const double radians = Math.PI / 180;
        var h = Math.Pow(Math.Sin((lat2 - lat1) * radians / 2), 2)
            + Math.Cos(lat1 * radians) * Math.Cos(lat2 * radians) * Math.Pow(Math.Sin((lon2 - lon1) * radians / 2), 2);
        return 12742 * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
