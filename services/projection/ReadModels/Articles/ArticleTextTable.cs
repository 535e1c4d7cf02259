using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>
/// The table <c>article_text</c>, and the rows of incidents that wait for one of its texts: reports and texts come on two ways, and
/// whichever is later brings them together, so the order does not matter.
/// </summary>
public static class ArticleTextTable
{
    /// <summary>Writes the texts of some revisions and completes the rows that wait for them.</summary>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    /// <param name="articles">Articles, in log order.</param>
    public static IEnumerable<RowWrite> Upsert(string schema, IEnumerable<ArticleReceived> articles)
    {
        var rows = articles.GroupBy(a => (a.ArticleId, a.Revision)).Select(g => g.Last()).OrderBy(a => a.ArticleId).ThenBy(a => a.Revision).ToList();
        if (rows.Count == 0)
            yield break;
        var texts = rows.Select(a => (a.ArticleId, a.Revision, Words: Words(a))).Select(t => (t.ArticleId, t.Revision, t.Words, Vector: Lexemes.Vector(t.Words))).ToList();
        if (texts.Where(t => t.Vector is not null).ToList() is { Count: > 0 } known)
            yield return Insert(schema, "select id, revision, vector::tsvector from unnest($1, $2, $3) as n (id, revision, vector)",
                known.Column(NpgsqlDbType.Uuid, t => t.ArticleId), known.Column(NpgsqlDbType.Integer, t => t.Revision), known.Column(NpgsqlDbType.Text, t => t.Vector));
        if (texts.Where(t => t.Vector is null).ToList() is { Count: > 0 } unknown)
            yield return TakeApart(schema, [.. unknown.Select(t => t.ArticleId)],
                unknown.Column(NpgsqlDbType.Uuid, t => t.ArticleId), unknown.Column(NpgsqlDbType.Integer, t => t.Revision), unknown.Column(NpgsqlDbType.Text, t => t.Words));
        foreach (var table in IncidentTables.Lists)
            yield return new RowWrite(
                $"update {schema}.{table} l set search = {Search(schema, "l")}, awaits = {Awaits(schema, "l")} where awaits and texts && $1",
                new NpgsqlParameter { Value = rows.Select(a => a.ArticleId).Distinct().ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
    }

    /// <summary>What is searched of an article.</summary>
    private static string Words(ArticleReceived article) => SearchText.Of($"{article.Title}\n{article.Text}");

    /// <summary>To take texts apart takes longer than all else here, so that is done ahead. One follower at a time leads: the table ahead is its own.</summary>
    private static RowWrite TakeApart(string schema, Guid[] articles, params NpgsqlParameter[] texts)
    {
        const string words = "select id, revision, to_tsvector('english', words) from unnest($1, $2, $3) as n (id, revision, words)";
        return Insert(schema, words, texts) with
        {
            Steps = (new RowWrite($"with old as (delete from {schema}.article_text_ahead) insert into {schema}.article_text_ahead {words}", texts),
                Insert(schema, $"select article_id, revision, words from {schema}.article_text_ahead where article_id = any($1)", new NpgsqlParameter { Value = articles })),
        };
    }

    private static RowWrite Insert(string schema, string select, params NpgsqlParameter[] parameters) => new(
        $"insert into {schema}.article_text (article_id, revision, words) {select} on conflict (article_id, revision) do update set words = excluded.words", parameters);

    /// <summary>SQL: what a row of an incident is searched by, its own words and the texts known so far.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="row">Name of the row.</param>
    /// <param name="own">SQL of the vector of its own words, where it is at hand.</param>
    internal static string Search(string schema, string row, string? own = null)
    {
        own ??= $"to_tsvector('english', {row}.words)";
        // One text at most, the common case, always fits.
        return $"""
            case when cardinality({row}.texts) < 2
                then {own} || coalesce((select t.words from {schema}.article_text t where t.article_id = {row}.texts[1] and t.revision = {row}.revisions[1]), '')
                else (select {schema}.add_words(part order by place) from (
                    select 0 as place, {own} as part
                    union all select k.place, t.words from {Texts(schema, row)}) as parts) end
            """;
    }

    /// <summary>SQL: whether one of its texts is not known yet.</summary>
    internal static string Awaits(string schema, string row) => $"""
        case when cardinality({row}.texts) < 2
            then cardinality({row}.texts) = 1 and not exists (select from {schema}.article_text t where t.article_id = {row}.texts[1] and t.revision = {row}.revisions[1])
            else (select count(*) from {Texts(schema, row)}) < cardinality({row}.texts) end
        """;

    private static string Texts(string schema, string row) => $"""
        unnest({row}.texts, {row}.revisions) with ordinality as k (article_id, revision, place)
            join {schema}.article_text t on t.article_id = k.article_id and t.revision = k.revision
        """;
}
