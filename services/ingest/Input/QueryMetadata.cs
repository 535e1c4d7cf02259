namespace Platform.Ingest.Input;

/// <summary>Metadata in query parameters, for bodies that are not JSON. What is given here wins over what the document says.</summary>
public static class QueryMetadata
{
    private static readonly (string Name, Action<ArticleDraft, string?> Set)[] s_fields =
    [
        (Fields.Title, (d, v) => d.Title = v), (Fields.Url, (d, v) => d.Url = v), (Fields.Outlet, (d, v) => d.Outlet = v),
        (Fields.PublishedAt, (d, v) => d.PublishedAt = v), (Fields.Language, (d, v) => d.Language = v),
        (Fields.ExternalId, (d, v) => d.ExternalId = v), (Fields.Source, (d, v) => d.Source = v),
    ];

    /// <summary>Names that mean one article and so cannot be given for a feed.</summary>
    private static readonly string[] s_ofOneArticle = [Fields.Title, Fields.Url, Fields.PublishedAt, Fields.ExternalId];

    /// <summary>
    /// Puts the parameters over the draft. Other parameters are ignored; an empty one takes away what the document says.
    /// <c>tags</c> may be repeated or hold commas.
    /// </summary>
    public static void Apply(IQueryCollection query, ArticleDraft draft)
    {
        foreach (var (name, set) in s_fields)
        {
            if (!query.TryGetValue(name, out var values)) continue;
            if (values.Count > 1) draft.Errors.Add(name, "is given more than once in the query; give it once.");
            else set(draft, values[0]);
        }
        if (query.TryGetValue(Fields.Tags, out var tags))
            draft.Tags = [.. tags.SelectMany(t => (t ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
    }

    /// <summary>Refuses the parameters that would be the same for every item of a feed.</summary>
    /// <exception cref="ProblemException">422, naming them.</exception>
    public static void RefuseForFeed(IQueryCollection query)
    {
        var errors = new FieldErrors();
        foreach (var name in s_ofOneArticle.Where(query.ContainsKey))
            errors.Add(name, "cannot be given for a feed, it would be the same for every item; outlet, language, source and tags can.");
        if (errors.Any) throw new ProblemException(Problems.InvalidArticle(errors));
    }
}
