using Npgsql;

namespace Platform.Projection.ReadModels;

/// <summary>What a table holds, as one number.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Hash">
/// Follows from every byte of every row as text and from nothing else; the order of rows does not count. 32 hexadecimal digits. Of a snapshot without its
/// date and its type: Marten takes the one from the database's clock and leaves the assembly out of the other, a fold of the log cannot know either. Of a listed
/// incident without its signature, which rows that an earlier release wrote lack.
/// </param>
public sealed record Checksum(string Table, long Rows, string Hash);

/// <summary>Checksums of read models, computed by the server.</summary>
public static class Checksums
{
    /// <summary>The checksum of every table of some read models, all of one moment when the connection is in a transaction that sees one.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    /// <param name="models">The read models.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<Checksum>> ReadAsync(NpgsqlConnection connection, string schema, IEnumerable<ReadModel> models, CancellationToken cancellationToken)
    {
        // A row as text depends on the session.
        await connection.RunAsync("set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set extra_float_digits = 1; set bytea_output = 'hex'", cancellationToken);
        var checksums = new List<Checksum>();
        foreach (var table in models.SelectMany(m => m.Tables))
        {
            // Two sums of 64-bit hashes with different seeds: order plays no part, and nothing has to be sorted.
            await using var command = new NpgsqlCommand($"""
                select count(*), md5(concat_ws(' ', count(*), sum(hashtextextended(r::text, 1)), sum(hashtextextended(r::text, 2)))) from {RowsOf(schema, table)} t
                """, connection) { CommandTimeout = 0 };
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            checksums.Add(new Checksum(table, reader.GetInt64(0), reader.GetString(1)));
        }
        return checksums;
    }

    /// <summary>The first few rows that one of two tables has and the other has not, as text, with + for the live one and - for the other.</summary>
    public static async Task<IReadOnlyList<string>> ReadDifferencesAsync(NpgsqlConnection connection, string table, string other, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"""
            (select '+ ' || t from (select r::text as t from {RowsOf(Schema.Name, table)} t except all select r::text from {RowsOf(other, table)} t) as a limit 3)
            union all
            (select '- ' || t from (select r::text as t from {RowsOf(other, table)} t except all select r::text from {RowsOf(Schema.Name, table)} t) as b limit 3)
            """, connection) { CommandTimeout = 0 };
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(reader.GetString(0));
        return rows;
    }

    private static string RowsOf(string schema, string table) => table.StartsWith("mt_doc_", StringComparison.Ordinal)
        ? $"(select (id, data, mt_version) as r from {schema}.{table})"
        : table == IncidentTables.Lists[0] ? $"(select ({string.Join(", ", IncidentRow.Columns)}, search, awaits) as r from {schema}.{table})"
        : $"(select t as r from {schema}.{table} t)";
}
