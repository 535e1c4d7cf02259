using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.EventStore;

namespace Platform.Tests.Promises;

/// <summary>Event stores without a service around them.</summary>
internal static class Stores
{
    /// <summary>Makes the schema, then opens a store on it.</summary>
    public static async Task<T> OpenAsync<T>(NpgsqlDataSource database, StoreSchema schema, Func<NpgsqlDataSource, StoreSchema, SchemaMigration, T> open)
        where T : IEventStore
    {
        var migration = new SchemaMigration(database, schema, NullLogger<SchemaMigration>.Instance);
        await migration.StartAsync(CancellationToken.None);
        await migration.Done;
        return open(database, schema, migration);
    }

    /// <summary>Rows as text, values apart by a bar.</summary>
    public static async Task<List<string>> RowsAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : reader.GetValue(i) switch
            {
                DateTime at => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                var value => Convert.ToString(value, CultureInfo.InvariantCulture),
            })));
        return rows;
    }
}
