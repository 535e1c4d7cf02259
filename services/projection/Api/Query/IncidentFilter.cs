using Platform.Contracts;
using Platform.Projection.ReadModels;
using Platform.Words;

namespace Platform.Projection.Api;

/// <summary>A box on the map, degrees; it crosses the date line when the west is greater than the east.</summary>
internal sealed record Box(double West, double South, double East, double North);

/// <summary>A circle on the map.</summary>
internal sealed record Circle(double Lat, double Lon, double Km);

/// <summary>Which incidents are asked for: the same for lists, facets, statistics and exports. A list is met by any of its values.</summary>
internal sealed record IncidentFilter
{
    /// <summary>Half way round the Earth: no place is farther.</summary>
    public const double EarthKm = 20_038;

    private static readonly string[] Listed = [IncidentTables.Snake(IncidentStatus.Open), IncidentTables.Snake(IncidentStatus.Confirmed)];
    private static readonly Dictionary<string, string> Acleds = AcledTypes.Names.ToDictionary(n => Folding.Fold(n));

    public string[]? Types { get; init; }
    public string[]? Acled { get; init; }
    public string[]? Countries { get; init; }
    public string[]? Admin1 { get; init; }
    public Box? Box { get; init; }
    public Circle? Near { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public int? KilledMin { get; init; }
    public int? KilledMax { get; init; }
    public int? WoundedMin { get; init; }
    public int? WoundedMax { get; init; }
    public string[]? Perpetrators { get; init; }
    public string[]? Stances { get; init; }
    public string[]? Weapons { get; init; }
    public string[]? Outlets { get; init; }
    public double? ConfidenceMin { get; init; }
    public string[] Statuses { get; init; } = Listed;
    public DateTimeOffset? ChangedSince { get; init; }
    public Guid[]? Articles { get; init; }

    /// <summary>Words in the syntax of web searches, folded.</summary>
    public string? Words { get; init; }

    public AsOf? AsOf { get; init; }

    /// <summary>True when it asks for nothing but statuses.</summary>
    public bool IsWhole => this == new IncidentFilter { Statuses = Statuses };

    /// <summary>Reads the parameters of the filter; what is wrong goes to the reader's errors.</summary>
    public static IncidentFilter Read(QueryReader query) => ReadState(query, Listed) with
    {
        ChangedSince = query.Time("changedSince"),
        Words = ReadWords(query),
        AsOf = AsOf.Read(query),
    };

    /// <summary>Reads those parameters that a single state of an incident meets or not, without looking anything up.</summary>
    /// <param name="query">Where they are; what is wrong goes to its errors.</param>
    /// <param name="statuses">The states that are meant when none is given.</param>
    public static IncidentFilter ReadState(QueryReader query, string[] statuses)
    {
        var filter = new IncidentFilter
        {
            Types = query.Known("type", Names<EventType>(), "an event type"),
            Acled = ReadAcled(query),
            Countries = ReadCountries(query),
            Admin1 = query.Many("admin1", commas: false),
            Box = ReadBox(query),
            Near = ReadCircle(query),
            From = query.Day("from"),
            To = query.Day("to"),
            KilledMin = query.Whole("killedMin", 0, int.MaxValue),
            KilledMax = query.Whole("killedMax", 0, int.MaxValue),
            WoundedMin = query.Whole("woundedMin", 0, int.MaxValue),
            WoundedMax = query.Whole("woundedMax", 0, int.MaxValue),
            Perpetrators = query.Many("perpetrator", commas: false),
            Stances = query.Known("stance", Names<Stance>(), "a stance"),
            Weapons = query.Known("weapon", Names<WeaponType>(), "a kind of weapon"),
            Outlets = query.Many("outlet", commas: false),
            ConfidenceMin = query.Number("confidenceMin", 0, 1),
            Statuses = query.Known("status", Names<IncidentStatus>(), "a status") ?? statuses,
            Articles = query.Ids("article", "an article"),
        };
        foreach (var (low, high, name, other) in new[] { (filter.KilledMin, filter.KilledMax, "killedMin", "killedMax"), (filter.WoundedMin, filter.WoundedMax, "woundedMin", "woundedMax") })
            if (low > high)
                query.Refuse(name, $"{name} is above {other}.");
        if (filter.From > filter.To)
            query.Refuse("from", "from is after to.");
        return filter;
    }

    /// <summary>Lists of keys; an incident of the filter has at least one key of each list.</summary>
    public IEnumerable<IEnumerable<string>> Keys() => new[]
    {
        Types?.Select(IncidentKeys.Type), Acled?.Select(IncidentKeys.Acled), Countries?.Select(IncidentKeys.Country), Articles?.Select(IncidentKeys.Article),
    }.OfType<IEnumerable<string>>().Concat(SignedKeys());

    /// <summary>Those of them that an incident's signature tells of.</summary>
    public IEnumerable<IEnumerable<string>> SignedKeys()
    {
        var perpetrators = Perpetrators is not { } names ? Stances?.Select(IncidentKeys.Stance)
            : Stances is not { } stances ? names.Select(IncidentKeys.Perpetrator)
            : from name in names from stance in stances select IncidentKeys.Perpetrator(name, stance);
        return new[] { Admin1?.Select(IncidentKeys.Admin1), perpetrators, Weapons?.Select(IncidentKeys.Weapon), Outlets?.Select(IncidentKeys.Outlet) }.OfType<IEnumerable<string>>();
    }

    /// <summary>The values of an enumeration as they stand in JSON.</summary>
    public static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(IncidentTables.Snake)];

    /// <summary>Reads the parameter <c>country</c>.</summary>
    public static string[]? ReadCountries(QueryReader query)
    {
        var countries = query.Many("country")?.Select(c => c.ToUpperInvariant()).ToArray();
        if (countries?.FirstOrDefault(c => c.Length != 2 || !c.All(char.IsAsciiLetter)) is { } country)
            query.Refuse("country", $"'{QueryReader.Cut(country)}' is not an ISO 3166-1 alpha-2 code such as IQ.");
        return countries;
    }

    /// <summary>Reads the parameter <c>q</c>: words in the syntax of web searches, folded.</summary>
    public static string? ReadWords(QueryReader query)
    {
        var words = query.One("q");
        if (words?.Length > 500)
            query.Refuse("q", "At most 500 characters.");
        if (words?.Contains('\0') == true)
            query.Refuse("q", "It contains a character that no text has.");
        return words is null ? null : SearchText.Question(words);
    }

    private static string[]? ReadAcled(QueryReader query)
    {
        var given = query.Many("acled");
        if (given?.FirstOrDefault(a => !Acleds.ContainsKey(Folding.Fold(a))) is { } unknown)
            query.Refuse("acled", $"'{QueryReader.Cut(unknown)}' is neither an event type nor a sub-event type of ACLED that occurs here. Known are: {string.Join(", ", AcledTypes.Names)}.");
        return given;
    }

    private static Box? ReadBox(QueryReader query)
    {
        const string What = "a box: minLon,minLat,maxLon,maxLat in degrees, minLat not above maxLat";
        if (query.Numbers("bbox", 4, What) is not [var west, var south, var east, var north])
            return null;
        if (Math.Abs(west) <= 180 && Math.Abs(east) <= 180 && Math.Abs(south) <= 90 && Math.Abs(north) <= 90 && south <= north)
            return new Box(west, south, east, north);
        query.Refuse("bbox", $"This is not {What}.");
        return null;
    }

    private static Circle? ReadCircle(QueryReader query)
    {
        const string What = "a point: lat,lon in degrees";
        var point = query.Numbers("near", 2, What);
        var radius = query.Number("radiusKm", 0, EarthKm);
        if (point is [var lat, var lon] && (Math.Abs(lat) > 90 || Math.Abs(lon) > 180))
            query.Refuse("near", $"This is not {What}.");
        if (point is null != radius is null && query.Errors.Count == 0)
            query.Refuse(point is null ? "near" : "radiusKm", "near and radiusKm go together.");
        return point is not null && radius is { } km ? new Circle(point[0], point[1], km) : null;
    }
}
