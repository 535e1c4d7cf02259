using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Platform.Ingest.Input;

/// <summary>
/// What an article must be like, whatever it came as. What the sender says himself (JSON, query parameters) is refused when it
/// is wrong; metadata that a document carries is left out with a warning, since the sender often did not write it.
/// </summary>
public sealed partial class ArticleRules(IOptions<Limits> options, TimeProvider clock)
{
    private readonly Limits _limits = options.Value;

    /// <summary>The sizes and ranges in force.</summary>
    public Limits Limits => _limits;

    /// <summary>Checks and cleans a draft. Names every field at fault at once.</summary>
    public Reading Check(ArticleDraft draft)
    {
        var errors = draft.Errors;
        var text = Text(draft.Text, errors);
        var title = Line(Fields.Title, draft.Title, _limits.MaxTitleChars, errors);
        var url = Url(draft.Url, errors);
        var outlet = Line(Fields.Outlet, draft.Outlet, _limits.MaxOutletChars, errors);
        var publishedAt = PublishedAt(draft.PublishedAt, errors);
        var language = Language(draft.Language, errors);
        var externalId = Line(Fields.ExternalId, draft.ExternalId, _limits.MaxExternalIdChars, errors);
        var source = Line(Fields.Source, draft.Source, _limits.MaxSourceChars, errors);
        var tags = Tags(draft.Tags, errors);
        if (errors.Any || text is null) return new Reading(null, Problems.InvalidArticle(errors), draft.Warnings);
        return new Reading(new ArticleInput
        {
            Title = title,
            Text = text,
            Url = url,
            Outlet = outlet,
            PublishedAt = publishedAt,
            Language = language,
            ExternalId = externalId,
            Source = source,
            Tags = tags,
        }, null, draft.Warnings);
    }

    /// <summary>Takes out of a draft read from a document the metadata that the rules would refuse, with a warning for each.</summary>
    public void LeaveOutBadMetadata(ArticleDraft draft)
    {
        draft.Title = Keep(draft, draft.Title, e => Line(Fields.Title, draft.Title, _limits.MaxTitleChars, e));
        draft.Url = Keep(draft, draft.Url, e => Url(draft.Url, e));
        draft.Outlet = Keep(draft, draft.Outlet, e => Line(Fields.Outlet, draft.Outlet, _limits.MaxOutletChars, e));
        draft.PublishedAt = Keep(draft, draft.PublishedAt, e => PublishedAt(draft.PublishedAt, e));
        draft.Language = Keep(draft, draft.Language, e => Language(draft.Language, e));
        draft.ExternalId = Keep(draft, draft.ExternalId, e => Line(Fields.ExternalId, draft.ExternalId, _limits.MaxExternalIdChars, e));
        draft.Source = Keep(draft, draft.Source, e => Line(Fields.Source, draft.Source, _limits.MaxSourceChars, e));
        List<string> tags = [];
        foreach (var tag in draft.Tags.Distinct(StringComparer.Ordinal).Take(_limits.MaxTags))
        {
            if (Keep(draft, tag, e => Line(Fields.Tags, tag, _limits.MaxTagChars, e)) is { } kept) tags.Add(kept);
        }
        if (draft.Tags.Count > _limits.MaxTags) draft.Warnings.Add($"tags: only the first {Number(_limits.MaxTags)} were kept.");
        draft.Tags = tags;
    }

    private static string? Keep<T>(ArticleDraft draft, string? value, Func<FieldErrors, T?> check)
    {
        if (value is null) return null;
        var errors = new FieldErrors();
        check(errors);
        if (!errors.Any) return value;
        draft.Warnings.AddRange(errors.Lines.Select(line => line + " It was left out."));
        return null;
    }

    private string? Text(string? value, FieldErrors errors)
    {
        if (errors.Has(Fields.Text)) return null;
        if (value is null)
            errors.Add(Fields.Text, "is required; send the text of the article.");
        else if (value.Length > _limits.MaxTextChars)
            errors.Add(Fields.Text, TooLong(value.Length, _limits.MaxTextChars));
        else if (Characters.Refuse(value) is { } refusal)
            errors.Add(Fields.Text, refusal);
        else if (Characters.IsBlank(value))
            errors.Add(Fields.Text, "is empty or blank; send the text of the article.");
        else
            return Characters.CleanText(value);
        return null;
    }

    /// <summary>A value of one line, cleaned; null when it is absent, blank or refused.</summary>
    internal static string? Line(string field, string? value, int most, FieldErrors errors)
    {
        if (value is null) return null;
        if (value.Length > most)
            errors.Add(field, TooLong(value.Length, most));
        else if (Characters.Refuse(value) is { } refusal)
            errors.Add(field, refusal);
        else
            return Characters.CleanLine(value);
        return null;
    }

    private string? Url(string? value, FieldErrors errors)
    {
        if (Line(Fields.Url, value, _limits.MaxUrlChars, errors) is not { } url) return null;
        if (!url.Any(char.IsWhiteSpace) && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0)
            return url;
        errors.Add(Fields.Url, "is not an absolute http or https address, such as https://example.org/news/1.");
        return null;
    }

    private DateTimeOffset? PublishedAt(string? value, FieldErrors errors)
    {
        if (Line(Fields.PublishedAt, value, 100, errors) is not { } text) return null;
        var latest = clock.GetUtcNow() + _limits.LatestPublishedAfterNow;
        if (!Dates.TryParseIso(text, out var at))
            errors.Add(Fields.PublishedAt, "is not an ISO 8601 date or date-time, such as 2024-05-01 or 2024-05-01T10:15:00+03:00; without an offset UTC is assumed.");
        else if (at < _limits.EarliestPublishedAt || at > latest)
            errors.Add(Fields.PublishedAt, $"is outside the accepted range, {Iso(_limits.EarliestPublishedAt)} to {Iso(latest)} (now and a little more).");
        else
            return at;
        return null;
    }

    private string? Language(string? value, FieldErrors errors)
    {
        if (Line(Fields.Language, value, _limits.MaxLanguageChars, errors) is not { } tag) return null;
        if (LanguageTag().IsMatch(tag)) return tag;
        errors.Add(Fields.Language, "is not a BCP 47 language tag, such as en, ar or pt-BR.");
        return null;
    }

    private List<string> Tags(IReadOnlyList<string> values, FieldErrors errors)
    {
        if (values.Count == 0) return [];
        if (values.Count > _limits.MaxTags)
        {
            errors.Add(Fields.Tags, $"has too many entries; at most {Number(_limits.MaxTags)} are accepted.");
            return [];
        }
        List<string> tags = [];
        for (var i = 0; i < values.Count; i++)
        {
            if (Line($"{Fields.Tags}[{i.ToString(CultureInfo.InvariantCulture)}]", values[i], _limits.MaxTagChars, errors) is { } tag && !tags.Contains(tag))
                tags.Add(tag);
        }
        return tags;
    }

    private static string TooLong(int length, int most) => $"has {Number(length)} characters; at most {Number(most)} are accepted.";

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?:[A-Za-z]{2,3}|[A-Za-z]{4,8}|[xXiI](?=-))(?:-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex LanguageTag();
}
