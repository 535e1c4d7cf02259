using System.Globalization;

namespace Platform.Projection.Api;

/// <summary>Reads a query string field by field and keeps what is wrong with it. An empty value counts as absent.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parameter name to what is wrong with it.</summary>
    public Dictionary<string, string[]> Errors { get; } = [];

    /// <summary>A parameter that is given once.</summary>
    public string? One(string name)
    {
        var given = Given(name);
        if (given.Count > 1)
            Refuse(name, "Give it once.");
        return given.FirstOrDefault();
    }

    /// <summary>A list: by repetition, and by comma when its values have none.</summary>
    public string[]? Many(string name, bool commas = true)
    {
        var values = Given(name).SelectMany(v => commas ? v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [v.Trim()]).Distinct().ToArray();
        if (values.Length > 100)
            Refuse(name, "At most 100 values.");
        if (values.FirstOrDefault(v => v.Length > 200) is not null)
            Refuse(name, "A value has at most 200 characters.");
        return values.Length > 0 ? values : null;
    }

    /// <summary>A list of which every value is one of some.</summary>
    public string[]? Known(string name, IReadOnlyCollection<string> all, string what)
    {
        var values = Many(name);
        if (values?.FirstOrDefault(v => !all.Contains(v)) is { } unknown)
            Refuse(name, $"'{Cut(unknown)}' is not {what}. Known are: {string.Join(", ", all)}.");
        return values;
    }

    /// <summary>A list of ids.</summary>
    public Guid[]? Ids(string name, string what)
    {
        var values = Many(name);
        if (values?.FirstOrDefault(v => !Guid.TryParse(v, out _)) is not { } wrong)
            return values?.Select(Guid.Parse).ToArray();
        Refuse(name, $"'{Cut(wrong)}' is not the id of {what}.");
        return null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Whole(string name, int least, int most)
    {
        if (One(name) is not { } given)
            return null;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse(name, most == int.MaxValue ? $"'{Cut(given)}' is not a whole number of {least} or more." : $"'{Cut(given)}' is not a number from {least} to {most}.");
        return null;
    }

    /// <summary>A number within bounds.</summary>
    public double? Number(string name, double least, double most)
    {
        if (One(name) is not { } given)
            return null;
        if (TryNumber(given, out var number) && number >= least && number <= most)
            return number;
        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"'{Cut(given)}' is not a number from {least} to {most}."));
        return null;
    }

    /// <summary>Numbers with commas between.</summary>
    public double[]? Numbers(string name, int count, string what)
    {
        if (One(name) is not { } given)
            return null;
        var numbers = given.Split(',').Select(part => TryNumber(part, out var number) ? number : double.NaN).ToArray();
        if (numbers.Length == count && !numbers.Any(double.IsNaN))
            return numbers;
        Refuse(name, $"'{Cut(given)}' is not {what}.");
        return null;
    }

    /// <summary>A day.</summary>
    public DateOnly? Day(string name)
    {
        if (One(name) is not { } given)
            return null;
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Refuse(name, $"'{Cut(given)}' is not a date; use yyyy-MM-dd.");
        return null;
    }

    /// <summary>A moment: ISO 8601 with its offset, or a day for its beginning.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (One(name) is not { } given)
            return null;
        if (TryTime(given, out var time))
            return time;
        Refuse(name, $"'{Cut(given)}' is not a time; use 2031-03-01T12:00:00Z, or a date for its first moment.");
        return null;
    }

    /// <summary>A moment, UTC; a plus sign that the query string made a space of is one again.</summary>
    public static bool TryTime(string given, out DateTimeOffset time)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];
        return DateTimeOffset.TryParseExact(given.Replace(' ', '+'), forms, CultureInfo.InvariantCulture, Utc, out time);
    }

    /// <summary>Notes what is wrong with a parameter; the first word on it stands.</summary>
    public void Refuse(string name, string why) => Errors.TryAdd(name, [why]);

    /// <summary>Refuses every parameter nobody has asked for, so that a filter with a typing error does not pass for none.</summary>
    public void RefuseUnknown()
    {
        foreach (var name in query.Keys.Where(k => !known.Contains(k)))
            Refuse(name, known.Count == 0 ? "There are no parameters here." : $"There is no such parameter. Known are {string.Join(", ", known)}.");
    }

    /// <summary>What is wrong with a query where there are no parameters: any that is given.</summary>
    public static Dictionary<string, string[]> None(IQueryCollection query)
    {
        var reader = new QueryReader(query);
        reader.RefuseUnknown();
        return reader.Errors;
    }

    /// <summary>What was given, short enough for an answer.</summary>
    public static string Cut(string text) => text.Length <= 100 ? text : text[..100] + "…";

    private List<string> Given(string name)
    {
        known.Add(name);
        if (query[name].Any(v => v?.Contains('\0', StringComparison.Ordinal) == true))
        {
            Refuse(name, "The character NUL is in no text here."); // PostgreSQL has none
            return [];
        }
        return [.. query[name].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!)];
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
