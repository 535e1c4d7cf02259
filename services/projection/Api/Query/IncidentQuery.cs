namespace Platform.Projection.Api;

/// <summary>What GET /incidents is asked for: read from the query string, checked field by field.</summary>
internal sealed record IncidentQuery(IncidentFilter Filter, IncidentSort Sort, int Limit, Cursor? After, FieldSelection? Fields, string Question)
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 500;

    /// <summary>Reads the parameters of a page.</summary>
    public static (IncidentQuery? Query, Dictionary<string, string[]>? Errors) Parse(IQueryCollection query) => Parse(query, IncidentSort.Newest, paged: true, fields: true);

    /// <summary>Reads the parameters of a page or of a whole export.</summary>
    public static (IncidentQuery? Query, Dictionary<string, string[]>? Errors) Parse(IQueryCollection query, IncidentSort otherwise, bool paged, bool fields)
    {
        var reader = new QueryReader(query);
        var filter = IncidentFilter.Read(reader);
        var sort = IncidentSort.Read(reader, otherwise);
        var question = Cursor.QuestionOf(query);
        var limit = paged ? reader.Whole("limit", 1, LargestLimit) ?? DefaultLimit : 0;
        var after = paged ? Cursor.Read(reader, question, sort.Parse) : null;
        var selection = fields ? FieldSelection.Read(reader) : null;
        reader.RefuseUnknown();
        return reader.Errors.Count > 0 ? (null, reader.Errors) : (new IncidentQuery(filter, sort, limit, after, selection, question), null);
    }
}
