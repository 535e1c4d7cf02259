using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Platform.Words;

namespace Platform.Projection.Api;

/// <summary>An order of the list of articles: a key that every row has, then the id.</summary>
/// <param name="Name">As in the parameter <c>sort</c>; a minus sign in front turns it round.</param>
/// <param name="Key">SQL over the list's columns; there is an index of exactly this.</param>
/// <param name="Descending">True when the latest comes first.</param>
internal sealed record ArticleSort(string Name, string Key, bool Descending)
{
    private static readonly ArticleSort[] All = [new("received", "a.received_at", true), new("published", "coalesce(a.published_at, a.received_at)", true)];

    /// <summary>Every value of the parameter; the first is meant when there is none.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.SelectMany(s => new[] { "-" + s.Name, s.Name })];

    /// <summary>Reads the parameter <c>sort</c>.</summary>
    public static ArticleSort Read(QueryReader query)
    {
        var given = query.One("sort") ?? Names[0];
        if (Names.Contains(given))
            return All.Single(s => s.Name == given.TrimStart('-')) with { Descending = given.StartsWith('-') };
        query.Refuse("sort", $"'{QueryReader.Cut(given)}' is not an order. Known are: {string.Join(", ", Names)}.");
        return All[0];
    }

    /// <summary>The key of a cursor as a moment; null when it is none.</summary>
    public static object? Parse(string text) =>
        DateTime.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) && time.Kind == DateTimeKind.Utc ? time : null;
}

/// <summary>What GET /articles is asked for: read from the query string, checked field by field. A list is met by any of its values.</summary>
internal sealed record ArticleQuery
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 500;
    public static readonly string[] States = ["received", "extracted"];

    public string? Status { get; init; }
    public string[]? Outlets { get; init; }
    public string[]? Sources { get; init; }
    public string[]? Languages { get; init; }

    /// <summary>Words of the headline in the syntax of web searches, folded.</summary>
    public string? Title { get; init; }

    /// <summary>Words of headline or text in the syntax of web searches, folded.</summary>
    public string? Words { get; init; }

    public DateTimeOffset? PublishedFrom { get; init; }
    public DateTimeOffset? PublishedTo { get; init; }
    public DateTimeOffset? ReceivedFrom { get; init; }
    public DateTimeOffset? ReceivedTo { get; init; }
    public bool? Dated { get; init; }
    public bool? HasReports { get; init; }
    public AsOf? AsOf { get; init; }
    public required ArticleSort Sort { get; init; }
    public int Limit { get; init; }
    public Cursor? After { get; init; }
    public required string Question { get; init; }

    /// <summary>Reads the parameters.</summary>
    public static (ArticleQuery Query, Dictionary<string, string[]> Errors) Parse(IQueryCollection given)
    {
        var reader = new QueryReader(given);
        var question = Cursor.QuestionOf(given);
        var query = new ArticleQuery
        {
            Status = reader.Known("status", States, "a status") is { } states ? states.Length == 1 ? states[0] : null : null,
            Outlets = reader.Many("outlet", commas: false),
            Sources = reader.Many("source", commas: false),
            Languages = reader.Many("language"),
            Title = ReadTitle(reader),
            Words = IncidentFilter.ReadWords(reader),
            PublishedFrom = reader.Time("publishedFrom"),
            PublishedTo = reader.Time("publishedTo"),
            ReceivedFrom = reader.Time("receivedFrom"),
            ReceivedTo = reader.Time("receivedTo"),
            Dated = ReadBool(reader, "dated"),
            HasReports = ReadBool(reader, "hasReports"),
            AsOf = AsOf.Read(reader),
            Sort = ArticleSort.Read(reader),
            Limit = reader.Whole("limit", 1, LargestLimit) ?? DefaultLimit,
            After = Cursor.Read(reader, question, ArticleSort.Parse),
            Question = question,
        };
        if (query.PublishedFrom > query.PublishedTo)
            reader.Refuse("publishedFrom", "publishedFrom is after publishedTo.");
        if (query.ReceivedFrom > query.ReceivedTo)
            reader.Refuse("receivedFrom", "receivedFrom is after receivedTo.");
        reader.RefuseUnknown();
        return (query, reader.Errors);
    }

    /// <summary>The conditions over the rows <c>a</c>.</summary>
    /// <param name="parameters">Where their values go.</param>
    /// <param name="listed">True when the rows are of the table, whose index of outlets helps.</param>
    public string Where(NpgsqlParameterCollection parameters, bool listed)
    {
        var conditions = new List<string> { "a.revision is not null" };
        string Add(object value, NpgsqlDbType type)
        {
            parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = type });
            return "$" + parameters.Count;
        }
        void Any(string column, string[]? values, Func<string, string>? among = null)
        {
            if (values is null)
                return;
            var folded = values.Select(v => Folding.Fold(v)).ToArray();
            string IsOne(string text) => $"({FoldedSql.Of(text, folded, Add)}) = any({Add(folded, NpgsqlDbType.Array | NpgsqlDbType.Text)})";
            conditions.Add(among is null ? IsOne(column) : $"lower({column}) = any(array({among(IsOne("name"))}))");
        }
        void Time(string column, string sign, DateTimeOffset? moment)
        {
            if (moment is { } time)
                conditions.Add($"{column} {sign} {Add(time.UtcDateTime, NpgsqlDbType.TimestampTz)}");
        }
        if (Status is not null)
            conditions.Add(Status == States[0] ? "a.pending" : "not a.pending");
        Any("a.outlet", Outlets, listed ? OutletsThat : null);
        Any("a.source", Sources);
        Any("a.language", Languages);
        if (Title is not null)
            conditions.Add($"to_tsvector('simple', {FoldedSql.Of("a.title", [Title], Add, FoldedSql.Signs)}) @@ websearch_to_tsquery('simple', {Add(Title, NpgsqlDbType.Text)})");
        Time("a.published_at", ">=", PublishedFrom);
        Time("a.published_at", "<=", PublishedTo);
        Time("a.received_at", ">=", ReceivedFrom);
        Time("a.received_at", "<=", ReceivedTo);
        if (Dated is { } dated)
            conditions.Add($"a.published_at is {(dated ? "not " : "")}null");
        if (HasReports is { } has)
            conditions.Add(has ? "a.reports > 0" : "a.reports = 0");
        if (After is not null)
            conditions.Add($"({Sort.Key}, a.id) {(Sort.Descending ? "<" : ">")} ({Add(ArticleSort.Parse(After.Key)!, NpgsqlDbType.TimestampTz)}, {Add(After.Id, NpgsqlDbType.Uuid)})");
        return string.Join(" and ", conditions);
    }

    /// <summary>SQL of the outlets, each once, that meet a condition on their <c>name</c>: the index gives one after the other, without the articles between.</summary>
    private static string OutletsThat(string condition) => $"""
        with recursive outlets as (
            (select lower(outlet) as name from {Schema.Name}.article where lower(outlet) is not null order by lower(outlet) limit 1)
            union all
            select (select lower(outlet) from {Schema.Name}.article where lower(outlet) > o.name order by lower(outlet) limit 1) from outlets o where o.name is not null)
        select name from outlets where {condition}
        """;

    private static bool? ReadBool(QueryReader query, string name) =>
        query.Known(name, ["true", "false"], "true or false") is [var value] ? value == "true" : null;

    private static string? ReadTitle(QueryReader query)
    {
        var title = query.One("title");
        if (title?.Length > 500 || title?.Contains('\0') == true)
            query.Refuse("title", "At most 500 characters, none of them the null character.");
        return title is null ? null : Folding.Fold(title);
    }
}
