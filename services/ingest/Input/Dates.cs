using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Ingest.Input;

/// <summary>Reads the dates that senders and feeds write. Results are UTC; what has no zone is taken as UTC.</summary>
public static partial class Dates
{
    /// <summary>No date is longer, and on long runs of white space the patterns would take quadratic time.</summary>
    private const int MaxChars = 100;

    private static readonly FrozenDictionary<string, int> s_months =
        new[] { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" }
            .Select((name, i) => (name, month: i + 1)).ToFrozenDictionary(m => m.name, m => m.month, StringComparer.OrdinalIgnoreCase);

    /// <summary>Hours east of UTC of the zones that RFC 822 names and of those that feeds use besides.</summary>
    private static readonly FrozenDictionary<string, double> s_zones = new Dictionary<string, double>
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1, ["CET"] = 1, ["CEST"] = 2, ["MEZ"] = 1,
        ["MESZ"] = 2, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3, ["TRT"] = 3, ["IDT"] = 3, ["IRST"] = 3.5, ["AFT"] = 4.5, ["PKT"] = 5,
        ["JST"] = 9, ["KST"] = 9, ["AEST"] = 10, ["AEDT"] = 11, ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7,
        ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// An ISO 8601 calendar date or date-time, extended or basic form, blank instead of T allowed, fractions beyond 100 ns cut.
    /// </summary>
    public static bool TryParseIso(string text, out DateTimeOffset utc)
    {
        utc = default;
        if (text.Length > MaxChars || Iso().Match(text) is not { Success: true } m) return false;
        var fraction = m.Groups["f"].ValueSpan;
        long ticks = 0;
        for (var i = 0; i < 7; i++) ticks = (ticks * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
        return TryOffset(m.Groups["z"].ValueSpan, out var offset)
            && TryMake(Int(m, "y"), Int(m, "M"), Int(m, "d"), Int(m, "h"), Int(m, "m"), Int(m, "s"), ticks, offset, out utc);
    }

    /// <summary>
    /// The date of a feed: RFC 822 and 2822 with two-digit years, missing seconds, wrong weekdays, named zones and forms such as
    /// <c>GMT+2</c>; an unknown zone name counts as UTC (RFC 2822, 4.3). Also whatever <see cref="TryParseIso"/> reads.
    /// </summary>
    public static bool TryParseFeed(string text, out DateTimeOffset utc)
    {
        text = text.Trim();
        if (TryParseIso(text, out utc)) return true;
        if (text.Length > MaxChars || Rfc822().Match(text) is not { Success: true } m || !s_months.TryGetValue(m.Groups["M"].Value[..3], out var month)) return false;
        var year = Int(m, "y");
        if (m.Groups["y"].Length <= 3) year += year < 50 ? 2000 : 1900;
        var zone = m.Groups["z"].ValueSpan.Trim().TrimEnd('.');
        TimeSpan offset;
        if (zone.IndexOfAny('+', '-') is var sign and >= 0)
        {
            if (!TryOffset(zone[sign..], out offset)) return false;
        }
        else
            offset = TimeSpan.FromHours(s_zones.GetValueOrDefault(zone.ToString()));
        return TryMake(year, month, Int(m, "d"), Int(m, "h"), Int(m, "m"), Int(m, "s"), 0, offset, out utc);
    }

    /// <summary>The form in which dates of documents go on to the rules.</summary>
    public static string ToIso(DateTimeOffset utc) => utc.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static bool TryMake(int year, int month, int day, int hour, int minute, int second, long fraction, TimeSpan offset, out DateTimeOffset utc)
    {
        utc = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 60)
        {
            return false;
        }
        // A leap second has no place of its own in .NET; it becomes the second before.
        var ticks = new DateTime(year, month, day, hour, minute, Math.Min(second, 59), DateTimeKind.Utc).Ticks + fraction - offset.Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        utc = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.IsEmpty || text is "Z" or "z") return true;
        var digits = text[1..].ToString().Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is < 1 or > 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        var (hours, minutes) = digits.Length <= 2 ? (number, 0) : (number / 100, number % 100);
        if (hours > 15 || minutes > 59) return false;
        offset = new TimeSpan(hours, minutes, 0);
        if (text[0] == '-') offset = -offset;
        return true;
    }

    private static int Int(Match match, string group) =>
        match.Groups[group] is { Success: true } g ? int.Parse(g.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\A(?<y>[0-9]{4})(?<dash>-?)(?<M>[0-9]{2})\k<dash>(?<d>[0-9]{2})(?:[Tt ](?<h>[0-9]{2}):?(?<m>[0-9]{2})(?::?(?<s>[0-9]{2})(?:[.,](?<f>[0-9]{1,18}))?)?\s?(?<z>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\A(?:[A-Za-z]{2,10}\.?\s*,?\s*)?(?<d>[0-9]{1,2})[\s-]+(?<M>[A-Za-z]{3,9})\.?,?[\s-]+(?<y>[0-9]{2,4})(?:,?\s+(?<h>[0-9]{1,2}):(?<m>[0-9]{2})(?::(?<s>[0-9]{2})(?:\.[0-9]{1,9})?)?\s*(?<z>(?:[A-Za-z]{1,6}\s?)?[+-][0-9]{1,2}(?::?[0-9]{2})?|[A-Za-z]{1,6})?(?:\s*\([^()]{0,40}\))?)?\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc822();
}
