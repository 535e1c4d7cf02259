using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Words;

namespace Platform.Projection.ReadModels;

/// <summary>
/// The table <c>article_text</c>, and the rows of incidents that wait for one of its texts: reports and texts come on two ways, and
/// whichever is later brings them together, so the order does not matter.
/// </summary>
public static class ArticleTextTable
{
    /// <summary>Characters of a text that are searched; more could be too large for the database's type.</summary>
    private const int Searched = 100_000;

    /// <summary>Writes the texts of some revisions and completes the rows that wait for them.</summary>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    /// <param name="articles">Articles, in log order.</param>
    public static IEnumerable<RowWrite> Upsert(string schema, IEnumerable<ArticleReceived> articles)
    {
        var rows = articles.GroupBy(a => (a.ArticleId, a.Revision)).Select(g => g.Last()).OrderBy(a => a.ArticleId).ThenBy(a => a.Revision).ToList();
        if (rows.Count == 0)
            yield break;
        const string words = "select id, revision, to_tsvector('english', words) from unnest($1, $2, $3) as n (id, revision, words)";
        NpgsqlParameter[] texts =
        [
            rows.Column(NpgsqlDbType.Uuid, a => a.ArticleId),
            rows.Column(NpgsqlDbType.Integer, a => a.Revision),
            rows.Column(NpgsqlDbType.Text, a => Searchable($"{a.Title}\n{a.Text}")),
        ];
        RowWrite Insert(string select, params NpgsqlParameter[] parameters) => new(
            $"insert into {schema}.article_text (article_id, revision, words) {select} on conflict (article_id, revision) do update set words = excluded.words", parameters);
        yield return Insert(words, texts) with
        {
            // To take a text apart takes longer than all else here. One follower at a time leads, so the table ahead is its own.
            Steps = (new RowWrite($"with old as (delete from {schema}.article_text_ahead) insert into {schema}.article_text_ahead {words}", texts),
                Insert($"select article_id, revision, words from {schema}.article_text_ahead where article_id = any($1)", new NpgsqlParameter { Value = rows.Select(a => a.ArticleId).ToArray() })),
        };
        foreach (var table in IncidentTables.Lists)
            yield return new RowWrite(
                $"update {schema}.{table} l set search = {Search(schema, "l")}, awaits = {Awaits(schema, "l")} where awaits and texts && $1",
                new NpgsqlParameter { Value = rows.Select(a => a.ArticleId).Distinct().ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
    }

    /// <summary>Text as it is searched: folded, and no longer than the database takes.</summary>
    public static string Searchable(string text)
    {
        var end = Math.Min(text.Length, Searched);
        return Folding.Fold(text.AsSpan(0, end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end));
    }

    /// <summary>SQL: what a row of an incident is searched by, its own words and the texts known so far.</summary>
    internal static string Search(string schema, string row) => $"""
        (select {schema}.add_words(part order by place) from (
            select 0 as place, to_tsvector('english', {row}.words) as part
            union all select k.place, t.words from {Texts(schema, row)}) as parts)
        """;

    /// <summary>SQL: whether one of its texts is not known yet.</summary>
    internal static string Awaits(string schema, string row) => $"(select count(*) from {Texts(schema, row)}) < cardinality({row}.texts)";

    private static string Texts(string schema, string row) => $"""
        unnest({row}.texts, {row}.revisions) with ordinality as k (article_id, revision, place)
            join {schema}.article_text t on t.article_id = k.article_id and t.revision = k.revision
        """;
}
