using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Projection.Api;

/// <summary>
/// Where a page ended: the sort key of its last row, so that rows that come or go in between move nothing. It holds a mark of the
/// question it belongs to, since in another list the place means nothing.
/// </summary>
/// <param name="Key">The sort key.</param>
/// <param name="Id">The incident.</param>
/// <param name="Moment">UTC, to the microsecond: what the list's first page was a page of; null where lists keep to none.</param>
internal sealed record Cursor(string Key, Guid Id, DateTimeOffset? Moment = null)
{
    /// <summary>Parameters that may differ between the pages of one list.</summary>
    private static readonly string[] OfThePage = ["cursor", "limit", "fields"];

    /// <summary>The cursor as it is given to a client.</summary>
    public string For(string question) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{question}|{Key}|{Id:N}{Tail(Moment)}"));

    /// <summary>Reads the parameter <c>cursor</c>.</summary>
    public static Cursor? Read(QueryReader query, string question, Func<string, object?> parse)
    {
        if (query.One("cursor") is not { } given)
            return null;
        var parts = given.Length <= 200 && Base64Url.IsValid(given) ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(given)).Split('|') : [];
        // A cursor without a moment is one from before cursors had it.
        if (parts is not [var asked, var key, var id, .. var rest] || !Guid.TryParseExact(id, "N", out var guid))
            query.Refuse("cursor", "The cursor is not one of ours. Use the value of next as it was given, or leave it out to begin anew.");
        else if (asked != question)
            query.Refuse("cursor", "The cursor belongs to another filter or order. Use it with the parameters of the page it came from, or leave it out to begin anew.");
        else if (parse(key) is null || !TryMoment(rest, out var moment))
            query.Refuse("cursor", "The cursor is damaged. Leave it out to begin anew.");
        else
            return new Cursor(key, guid, moment);
        return null;
    }

    /// <summary>The end of a cursor that is of a moment.</summary>
    public static string Tail(DateTimeOffset? moment) => moment is { } at ? $"|{at.UtcTicks.ToString("x", CultureInfo.InvariantCulture)}" : "";

    /// <summary>Reads what <see cref="Tail"/> wrote, split at the bars; false when it is something else.</summary>
    public static bool TryMoment(string[] rest, out DateTimeOffset? moment)
    {
        moment = null;
        if (rest is [])
            return true;
        if (rest.Length > 1 || !long.TryParse(rest[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks) || ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            return false;
        moment = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>A mark of the filter and the order that a query string asks for.</summary>
    public static string QuestionOf(IQueryCollection query)
    {
        var asked = query.Where(p => !OfThePage.Contains(p.Key, StringComparer.OrdinalIgnoreCase)).OrderBy(p => p.Key, StringComparer.Ordinal)
            .SelectMany(p => p.Value.Where(v => !string.IsNullOrWhiteSpace(v)).Order(StringComparer.Ordinal).Select(v => $"{p.Key.ToLowerInvariant()}={v}"));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', asked))).AsSpan(0, 6));
    }
}
