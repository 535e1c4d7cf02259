using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Platform.Ingest.Input;

namespace Platform.Ingest.Reextraction;

/// <summary>
/// Reads a request from JSON and names every wrong field at once. A property that is not ours is refused: a filter with a
/// typing error must not choose more than was meant.
/// </summary>
public static class RequestReader
{
    private static readonly string[] s_request = ["reason", "actor", "ratePerSecond", "articleIds", "filter", "all"];
    private static readonly string[] s_filter = ["source", "outlet", "language", "tag", "receivedFrom", "receivedTo", "publishedFrom", "publishedTo"];
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>The request, or the problem: not UTF-8, not JSON, or wrong fields.</summary>
    /// <param name="utf8">The whole body.</param>
    /// <param name="limits">The lengths of what articles are chosen by.</param>
    /// <param name="caller">Name of who sent it; null when nobody knows, so that the body must say.</param>
    public static (ReextractionRequest? Request, Problem? Problem) Read(ReadOnlyMemory<byte> utf8, Limits limits, string? caller = null)
    {
        if (!Utf8.IsValid(utf8.Span)) return (null, Problems.NotInCharset("UTF-8", Charsets.FirstInvalid(utf8.Span)));
        try
        {
            using var body = JsonDocument.Parse(utf8, s_options);
            var errors = new FieldErrors();
            var request = Read(body.RootElement, limits, caller, errors);
            return errors.Any ? (null, Problems.InvalidExtractionRequest(errors)) : (request, null);
        }
        catch (JsonException e)
        {
            return (null, JsonArticle.Malformed(e));
        }
        catch (InvalidOperationException)
        {
            var errors = new FieldErrors(); // thrown while names given twice are looked for
            errors.Add("body", "has a property whose name has half a surrogate pair in it.");
            return (null, Problems.InvalidExtractionRequest(errors));
        }
    }

    private static ReextractionRequest? Read(JsonElement body, Limits limits, string? caller, FieldErrors errors)
    {
        if (!IsObject(body, "body", "", s_request, errors)) return null;
        var reason = Required(body, "reason", ReextractionRequest.MaxReasonChars, "say why, e.g. \"rules/1.1 knows more towns\".", errors);
        var actor = ActorOf(body, caller, errors);
        var rate = Rate(body, errors);
        var ids = ArticleIds(body, errors);
        var filter = Filter(body, limits, errors);
        var all = All(body, errors);
        if (new[] { "articleIds", "filter", "all" }.Count(name => Given(body, name) is not null) != 1)
            errors.Add("body", "must have exactly one of articleIds, filter and all.");
        return new ReextractionRequest { Reason = reason ?? "", Actor = actor ?? "", RatePerSecond = rate, ArticleIds = ids, Filter = filter, All = all };
    }

    private static string? ActorOf(JsonElement body, string? caller, FieldErrors errors)
    {
        if (caller is null) return Required(body, "actor", ReextractionRequest.MaxActorChars, "give the name of the person who asks.", errors);
        if (Line(body, "actor", "actor", ReextractionRequest.MaxActorChars, errors) is { } given && given != caller)
            errors.Add("actor", $"must be left out, or be '{caller}', the holder of the key or token.");
        return caller;
    }

    private static int Rate(JsonElement body, FieldErrors errors)
    {
        if (Given(body, "ratePerSecond") is not { } value) return ReextractionRequest.DefaultRate;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var rate) && rate is >= 1 and <= ReextractionRequest.HighestRate) return rate;
        errors.Add("ratePerSecond", $"must be a whole number from 1 to {ReextractionRequest.HighestRate}.");
        return 0;
    }

    private static IReadOnlyList<Guid>? ArticleIds(JsonElement body, FieldErrors errors)
    {
        if (Given(body, "articleIds") is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is 0 or > ReextractionRequest.MostIds)
        {
            errors.Add("articleIds", $"must be an array of 1 to {ReextractionRequest.MostIds} article ids; choose more articles by a filter.");
            return null;
        }
        var ids = new List<Guid>();
        foreach (var (i, item) in value.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.String && item.TryGetGuid(out var id)) ids.Add(id);
            else errors.Add(FormattableString.Invariant($"articleIds[{i}]"), "is not an article id, a UUID as POST /articles answers it.");
        }
        return [.. ids.Distinct()];
    }

    private static ArticleFilter? Filter(JsonElement body, Limits limits, FieldErrors errors)
    {
        if (Given(body, "filter") is not { } filter || !IsObject(filter, "filter", "filter.", s_filter, errors)) return null;
        if (!s_filter.Any(name => Given(filter, name) is not null))
            errors.Add("filter", "has no condition; send \"all\": true for every article.");
        string? Text(string name, int most) => Line(filter, name, "filter." + name, most, errors);
        DateTimeOffset? Time(string name) => Moment(filter, name, errors);
        var read = new ArticleFilter
        {
            Source = Text("source", limits.MaxSourceChars),
            Outlet = Text("outlet", limits.MaxOutletChars),
            Language = Text("language", limits.MaxLanguageChars),
            Tag = Text("tag", limits.MaxTagChars),
            ReceivedFrom = Time("receivedFrom"),
            ReceivedTo = Time("receivedTo"),
            PublishedFrom = Time("publishedFrom"),
            PublishedTo = Time("publishedTo"),
        };
        if (read.ReceivedFrom >= read.ReceivedTo) errors.Add("filter.receivedFrom", "must be before receivedTo, which is not part of the range.");
        if (read.PublishedFrom >= read.PublishedTo) errors.Add("filter.publishedFrom", "must be before publishedTo, which is not part of the range.");
        return read;
    }

    private static bool? All(JsonElement body, FieldErrors errors)
    {
        if (Given(body, "all") is not { } value) return null;
        if (value.ValueKind == JsonValueKind.True) return true;
        errors.Add("all", "must be true, or left out.");
        return null;
    }

    private static string? Required(JsonElement body, string name, int most, string advice, FieldErrors errors)
    {
        var value = Line(body, name, name, most, errors);
        if (value is null && !errors.Has(name)) errors.Add(name, "is required; " + advice);
        return value;
    }

    private static string? Line(JsonElement parent, string name, string field, int most, FieldErrors errors)
    {
        if (Given(parent, name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String || !TryString(value, out var text))
        {
            errors.Add(field, "must be a string of whole characters.");
            return null;
        }
        if (ArticleRules.Line(field, text, most, errors) is { } line) return line;
        if (!errors.Has(field)) errors.Add(field, "is empty or blank; give a value or leave it out.");
        return null;
    }

    private static DateTimeOffset? Moment(JsonElement filter, string name, FieldErrors errors)
    {
        if (Line(filter, name, "filter." + name, 100, errors) is not { } text) return null;
        if (Dates.TryParseIso(text, out var at)) return at;
        errors.Add("filter." + name, "is not an ISO 8601 date or date-time, such as 2024-05-01 or 2024-05-01T10:15:00+03:00; without an offset UTC is assumed.");
        return null;
    }

    private static bool IsObject(JsonElement value, string field, string prefix, string[] known, FieldErrors errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(field, "must be a JSON object.");
            return false;
        }
        foreach (var property in value.EnumerateObject().Where(p => !known.Contains(p.Name)))
            errors.Add(prefix + Characters.Printable(property.Name, 100), string.Create(CultureInfo.InvariantCulture, $"is not known. Known are {string.Join(", ", known)}."));
        return true;
    }

    /// <summary>A property; null counts as absent.</summary>
    private static JsonElement? Given(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>False when the string holds half a surrogate pair in an escape.</summary>
    private static bool TryString(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }
}
