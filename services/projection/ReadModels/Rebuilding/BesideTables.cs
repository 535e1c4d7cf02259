using Npgsql;
using Platform.Contracts;

namespace Platform.Projection.ReadModels;

/// <summary>How far a read model beside is.</summary>
/// <param name="Incidents">Last event of the projection's log in it.</param>
/// <param name="Articles">Last event of ingest's log in it.</param>
internal readonly record struct Position(long Incidents, long Articles);

/// <summary>
/// The tables a rebuild fills, in a schema of their own. Rows and position of a read model move in one transaction, so a rebuild that
/// was killed goes on where it was, when it was the same build of the same read models.
/// </summary>
internal sealed class BesideTables(NpgsqlDataSource database, IReadOnlyList<ReadModel> models, string purpose)
{
    /// <summary>Name of the schema.</summary>
    public const string Name = Schema.Name + "_rebuild";

    // Other code could make other rows, so only the same build goes on.
    private readonly string signature = string.Join(' ',
        [purpose, typeof(BesideTables).Module.ModuleVersionId.ToString(), typeof(Incident).Module.ModuleVersionId.ToString(), .. models.Select(m => m.Name)]);

    /// <summary>Makes the tables, without the indexes that can wait, or finds those of a rebuild that was killed.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (await IsOursAsync(cancellationToken))
            return;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.RunAsync($"""
            drop schema if exists {Name} cascade;
            {Schema.Incidents.Script(Name)};
            create table {Name}.build (signature text not null);
            insert into {Name}.build values ('{signature}');
            create table {Name}.position (model text primary key, incidents bigint not null, articles bigint not null);
            create table {Name}.later_index (name text primary key, definition text not null);
            """, cancellationToken);
        foreach (var model in models)
            await connection.RunAsync($"""
                insert into {Name}.position values ('{model.Name}', 0, 0);
                insert into {Name}.later_index
                select indexname, indexdef from pg_indexes i where schemaname = '{Name}' and tablename in ({Quoted(model.Tables)})
                    and indexname <> all (array[{Quoted(model.WorkingIndexes)}]::name[])
                    and not exists (select 1 from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname = '{Name}' and c.conname = i.indexname)
                union all select c.conname, format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
                from pg_constraint c where c.connamespace = '{Name}'::regnamespace and c.conname = any (array[{Quoted(model.WaitingKeys)}]::name[])
                """, cancellationToken);
        await connection.RunAsync($"""
            do $$ declare later record; begin
                for later in select l.name, c.conrelid::regclass as keyed from {Name}.later_index l left join pg_constraint c on c.connamespace = '{Name}'::regnamespace and c.conname = l.name loop
                    if later.keyed is null then execute format('drop index {Name}.%I', later.name);
                    else execute format('alter table %s drop constraint %I', later.keyed, later.name); end if;
                end loop;
            end $$
            """, cancellationToken);
        // Tables that grow all the time would be analysed over and over, and words are what that takes longest for.
        foreach (var table in models.SelectMany(m => m.Tables))
            await connection.RunAsync($"alter table {Name}.{table} set (autovacuum_enabled = false)", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>How far each read model is.</summary>
    public async Task<Dictionary<string, Position>> ReadPositionsAsync(CancellationToken cancellationToken)
    {
        var positions = new Dictionary<string, Position>();
        await using var command = database.CreateCommand($"select model, incidents, articles from {Name}.position");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            positions.Add(reader.GetString(0), new Position(reader.GetInt64(1), reader.GetInt64(2)));
        return positions;
    }

    /// <summary>Makes the indexes that waited for the rows, two at a time, and the statistics without which the first queries would crawl; from then on the server looks after the tables.</summary>
    public async Task IndexAsync(CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        await using (var command = database.CreateCommand(
            $"select definition from {Name}.later_index where name not in (select indexname from pg_indexes where schemaname = '{Name}') order by definition like '% gin %' desc"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                missing.Add(reader.GetString(0));
        missing.AddRange(models.SelectMany(m => m.Tables).Select(t => $"analyze {Name}.{t}; alter table {Name}.{t} reset (autovacuum_enabled)"));
        await Parallel.ForEachAsync(missing, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, async (statement, cancel) =>
        {
            await using var connection = await database.OpenConnectionAsync(cancel);
            await connection.RunAsync($"set maintenance_work_mem = '256MB'; set synchronous_commit = off; {statement}", cancel);
        });
    }

    /// <summary>Throws the tables away.</summary>
    public async Task DropAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.RunAsync($"drop schema if exists {Name} cascade", cancellationToken);
    }

    private async Task<bool> IsOursAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand($"select signature from {Name}.build");
            return (string?)await command.ExecuteScalarAsync(cancellationToken) == signature;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return false;
        }
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"'{n}'"));
}

/// <summary>Statements without parameters that may take long.</summary>
internal static class Statements
{
    /// <summary>Runs one or more statements, however long they take.</summary>
    public static async Task RunAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
