using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Platform.EventStore;

/// <summary>A schema that holds one service's event store, and how to make it.</summary>
/// <param name="Name">Name of the PostgreSQL schema, e.g. <c>ingest</c>.</param>
/// <param name="Aggregates">The kinds of streams it holds; each has a snapshot table.</param>
/// <param name="ReadModels">SQL of the tables beside the store, <c>{schema}</c> for the schema's name; every statement can be run again.</param>
public sealed record StoreSchema(string Name, IReadOnlyList<AggregateType> Aggregates, string ReadModels = "")
{
    // How long a change of a table waits for those who use it, with new writers behind it; past the second after which an autovacuum gives way.
    private const string LockTimeout = "3s";
    private const int CommandSeconds = 600;

    // One lock for all schemas: "create schema if not exists" itself is not safe against itself.
    private static readonly long MigrationLock = StableHash("migrate");

    /// <summary>Role of the service that writes here, where the database has it; it appends to the log and cannot change it.</summary>
    public string Writer { get; init; } = "";

    /// <summary>Roles of services that read here and write nothing.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>Channel on which every commit to the log is announced.</summary>
    public string Channel => $"{Name}_log";

    /// <summary>
    /// Advisory lock that every writer of the log holds from before its first sequence number to its commit: rows become
    /// visible in the order of their numbers, so a reader of <c>seq_id &gt; checkpoint</c> never passes over one.
    /// </summary>
    public long WriterLock => StableHash("writer:" + Name);

    /// <summary>Advisory lock of the one reader called <paramref name="reader"/> that may work at a time.</summary>
    public long LeaderLock(string reader) => StableHash($"leader:{Name}:{reader}");

    /// <summary>The SQL that makes the schema.</summary>
    /// <param name="name">Another name, to build read models beside the live ones.</param>
    public string Script(string? name = null)
    {
        var script = Resource("Schema.sql") + string.Concat(Aggregates.Select(a => Resource("Snapshot.sql").Replace("{name}", a.Name, StringComparison.Ordinal)))
            + ReadModels;
        return script.Replace("{schema}", name ?? Name, StringComparison.Ordinal);
    }

    /// <summary>The SQL that gives the services' roles their rights, to be run by who owns the schema; after new tables again. Empty without a <see cref="Writer"/>.</summary>
    public string GrantScript() => Writer.Length == 0 ? "" : Resource("Grants.sql").Replace("{schema}", Name, StringComparison.Ordinal)
        .Replace("{writer}", Writer, StringComparison.Ordinal).Replace("{readers}", string.Join(',', Readers), StringComparison.Ordinal);

    /// <summary>True when the schema was made by this version's script, by whomever.</summary>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public async Task<bool> IsThereAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand($"select exists (select from {Name}.schema_script where hash = $1)");
            command.Parameters.Add(new() { Value = Hash() });
            return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }
    }

    /// <summary>
    /// What <see cref="Script"/> cannot do because it only makes what is missing: changes of what earlier releases made, numbered from 1
    /// without a gap. Each is done once, in order, and changes nothing where it was done before; none is ever edited after its release.
    /// </summary>
    public static IReadOnlyList<(int Number, string Sql)> Migrations { get; } =
    [
        .. typeof(StoreSchema).Assembly.GetManifestResourceNames().Where(n => n.Contains(".Migrations.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select((name, i) => (i + 1, Resource(name[(typeof(StoreSchema).Namespace!.Length + 1)..]))),
    ];

    /// <summary>
    /// Makes what is missing and changes what is old; safe to run from several processes at once. Where this version's script was the last to run
    /// it only gives the roles their rights, which locks no table: beside a backup, whose locks last as long as it does, everybody would wait behind one that does.
    /// </summary>
    /// <param name="database">The database, as the schema's owner.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="complete">False when more is to be made: services that wait for the schema go on waiting until <see cref="CompleteAsync"/>.</param>
    /// <exception cref="NpgsqlException">The database does not answer or refuses.</exception>
    public async Task MigrateAsync(NpgsqlDataSource database, CancellationToken cancellationToken, bool complete = true)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync($"select pg_advisory_xact_lock({MigrationLock}); set local lock_timeout = '{LockTimeout}'");
        if (!await IsCurrentAsync())
        {
            await RunAsync(Script());
            foreach (var (number, sql) in Migrations.Skip((int)(await AskAsync($"select coalesce(max(number), 0) from {Name}.migration"))!))
                await RunAsync($"{sql.Replace("{schema}", Name, StringComparison.Ordinal)}; insert into {Name}.migration (number) values ({number})");
            if (complete)
                await RunAsync(Completion());
        }
        else if (complete && GrantScript() is { Length: > 0 } grants)
        {
            await RunAsync(grants);
        }
        await transaction.CommitAsync(cancellationToken);

        // The last to run: an older version's rebuild makes tables as that version knows them.
        async Task<bool> IsCurrentAsync() => await AskAsync($"select to_regclass('{Name}.schema_script') is not null") is true
            && await AskAsync($"select hash from {Name}.schema_script order by at desc limit 1") as string == Hash();

        async Task<object?> AskAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            return await command.ExecuteScalarAsync(cancellationToken);
        }

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = CommandSeconds };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Gives the services' roles their rights, and lets the services that wait for the schema begin.</summary>
    /// <exception cref="NpgsqlException">The database does not answer or refuses.</exception>
    public async Task CompleteAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        // Without parameters it is one message to the server, and so one transaction.
        await using var command = database.CreateCommand($"select pg_advisory_xact_lock({MigrationLock}); {Completion()}");
        command.CommandTimeout = CommandSeconds;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private string Completion() => $"""
        create table if not exists {Name}.schema_script (hash text not null, at timestamptz not null default now(), constraint pk_schema_script primary key (hash));
        insert into {Name}.schema_script (hash) values ('{Hash()}') on conflict (hash) do update set at = excluded.at;
        {GrantScript()}
        """;

    private string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Script() + string.Concat(Migrations.Select(m => m.Sql)) + GrantScript())));

    /// <summary>FNV-1a, 64 bits: the same number in every process and release, which <c>GetHashCode</c> is not.</summary>
    private static long StableHash(string text) =>
        unchecked((long)text.Aggregate(14695981039346656037UL, (hash, c) => (hash ^ c) * 1099511628211UL));

    private static string Resource(string name)
    {
        using var stream = typeof(StoreSchema).Assembly.GetManifestResourceStream($"{typeof(StoreSchema).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
