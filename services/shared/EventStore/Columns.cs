using Npgsql;
using NpgsqlTypes;

namespace Platform.EventStore;

/// <summary>Rows as columns, for <c>unnest</c>: one statement and one plan however many rows.</summary>
public static class Columns
{
    /// <summary>One column of <paramref name="rows"/> as an array parameter.</summary>
    public static NpgsqlParameter Column<TRow, TValue>(this IReadOnlyList<TRow> rows, NpgsqlDbType type, Func<TRow, TValue> value)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = value(rows[i]);
        return new NpgsqlParameter { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
