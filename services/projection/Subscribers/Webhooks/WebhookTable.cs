using Npgsql;
using NpgsqlTypes;

namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>The table <c>webhook</c>.</summary>
internal sealed class WebhookTable(NpgsqlDataSource database)
{
    private const string Table = Schema.Name + ".webhook";
    private const string Columns = "id, url, filter, description, enabled, disabled_reason, created_at";

    /// <summary>How long deliveries are signed with a secret that was replaced, too.</summary>
    public static readonly TimeSpan FormerSecretHolds = TimeSpan.FromHours(24);

    /// <summary>Registers one, for what happens from now on; null when there are so many already.</summary>
    public async Task<Webhook?> AddAsync(WebhookRequest request, string secret, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            insert into {Table} (id, url, filter, description, secret, enabled, position, created_at)
            select $1, $2, $3, $4, $5, true, (select coalesce(max(seq_id), 0) from {Schema.Name}.mt_events), now() where (select count(*) from {Table}) < $6
            returning {Columns}
            """);
        Add(command, Guid.CreateVersion7(), request.Url, request.Filter ?? "", request.Description, secret, (long)most);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>One, or all when no id is given; oldest first.</summary>
    public async Task<IReadOnlyList<Webhook>> ReadAsync(Guid? id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {Table} where $1 is null or id = $1 order by created_at, id");
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>Forgets one with its deliveries; false when there is none of that id.</summary>
    public async Task<bool> DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"delete from {Table} where id = $1");
        Add(command, id);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <summary>Enables one for what happens from now on, or disables it; null when there is none of that id.</summary>
    public async Task<Webhook?> SwitchAsync(Guid id, string? disabledReason, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            update {Table} set enabled = $2, disabled_reason = $3,
                position = case when $2 and not enabled then (select coalesce(max(seq_id), 0) from {Schema.Name}.mt_events) else position end
            where id = $1 returning {Columns}
            """);
        Add(command, id, disabledReason is null, disabledReason);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Gives one a new secret; the former one is used beside it for a day. Null when there is none of that id.</summary>
    public async Task<Webhook?> RenewSecretAsync(Guid id, string secret, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"update {Table} set former_secret = secret, former_until = now() + $3, secret = $2 where id = $1 returning {Columns}");
        Add(command, id, secret, FormerSecretHolds);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault() is { } webhook ? webhook with { Secret = secret } : null;
    }

    /// <summary>The enabled ones with their place in the log, for planning.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Filter, long Position)>> ReadEnabledAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select id, filter, position from {Table} where enabled", connection);
        var found = new List<(Guid, string, long)>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add((reader.GetGuid(0), reader.GetString(1), reader.GetInt64(2)));
        return found;
    }

    private static void Add(NpgsqlCommand command, params object?[] values)
    {
        foreach (var value in values)
            command.Parameters.Add(value is null ? new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text } : new() { Value = value });
    }

    private static async Task<List<Webhook>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var found = new List<Webhook>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new Webhook
            {
                Id = reader.GetGuid(0),
                Url = reader.GetString(1),
                Filter = reader.GetString(2),
                Description = reader.IsDBNull(3) ? null : reader.GetString(3),
                Enabled = reader.GetBoolean(4),
                DisabledReason = reader.IsDBNull(5) ? null : reader.GetString(5),
                CreatedAt = reader.GetFieldValue<DateTimeOffset>(6),
            });
        return found;
    }
}
