using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using Platform.EventStore;

namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>The table <c>webhook</c>.</summary>
internal sealed class WebhookTable(NpgsqlDataSource database, WebhookSecrets secrets)
{
    private const string Table = Schema.Name + ".webhook";
    private const string Columns = "id, url, filter, description, enabled, disabled_reason, created_at";

    /// <summary>How long deliveries are signed with a secret that was replaced, too.</summary>
    public static readonly TimeSpan FormerSecretHolds = TimeSpan.FromHours(24);

    /// <summary>Registers one, for what happens from now on; null when there are so many already.</summary>
    public Task<Webhook?> AddAsync(WebhookRequest request, string secret, int most, CancellationToken cancellationToken) => database.WriteAsync(async connection =>
    {
        await using var command = new NpgsqlCommand($"""
            insert into {Table} (id, url, filter, description, secret, enabled, position, created_at)
            select $1, $2, $3, $4, $5, true, (select coalesce(max(seq_id), 0) from {Schema.Name}.mt_events), now() where (select count(*) from {Table}) < $6
            returning {Columns}
            """, connection);
        var id = Guid.CreateVersion7();
        Add(command, id, request.Url, request.Filter ?? "", request.Description, secrets.Seal(id, secret), (long)most);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }, cancellationToken);

    /// <summary>One, or all when no id is given; oldest first.</summary>
    public async Task<IReadOnlyList<Webhook>> ReadAsync(Guid? id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select {Columns} from {Table} where $1 is null or id = $1 order by created_at, id");
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>Forgets one with its deliveries; false when there is none of that id.</summary>
    public Task<bool> DeleteAsync(Guid id, CancellationToken cancellationToken) => database.WriteAsync(async connection =>
    {
        await using var command = new NpgsqlCommand($"delete from {Table} where id = $1", connection);
        Add(command, id);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }, cancellationToken);

    /// <summary>Enables one for what happens from now on, or disables it; null when there is none of that id.</summary>
    public Task<Webhook?> SwitchAsync(Guid id, string? disabledReason, CancellationToken cancellationToken) => database.WriteAsync(async connection =>
    {
        await using var command = new NpgsqlCommand($"""
            update {Table} set enabled = $2, disabled_reason = $3,
                position = case when $2 and not enabled then (select coalesce(max(seq_id), 0) from {Schema.Name}.mt_events) else position end
            where id = $1 returning {Columns}
            """, connection);
        Add(command, id, disabledReason is null, disabledReason);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }, cancellationToken);

    /// <summary>Gives one a new secret; the former one is used beside it for a day. Null when there is none of that id.</summary>
    public Task<Webhook?> RenewSecretAsync(Guid id, string secret, CancellationToken cancellationToken) => database.WriteAsync(async connection =>
    {
        await using var command = new NpgsqlCommand($"update {Table} set former_secret = secret, former_until = now() + $3, secret = $2 where id = $1 returning {Columns}", connection);
        Add(command, id, secrets.Seal(id, secret), FormerSecretHolds);
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault() is { } webhook ? webhook with { Secret = secret } : null;
    }, cancellationToken);

    /// <summary>Has every secret stand there as the configured keys want it; gives the webhooks whose secret none of them opens. Done again it changes nothing.</summary>
    public async Task<IReadOnlySet<Guid>> SealAsync(CancellationToken cancellationToken)
    {
        var found = new List<(Guid Id, string Secret, string? Former)>();
        await using (var command = database.CreateCommand($"select id, secret, former_secret from {Table}"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                found.Add((reader.GetGuid(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        var unreadable = new HashSet<Guid>();
        foreach (var (id, secret, former) in found.Where(w => !secrets.IsSealed(w.Id, w.Secret) || (w.Former is { } old && !secrets.IsSealed(w.Id, old))))
        {
            try
            {
                // Only while it is the same still: a new secret that somebody asks for meanwhile stays.
                await using var command = database.CreateCommand($"update {Table} set secret = $2, former_secret = $3 where id = $1 and secret = $4");
                Add(command, id, secrets.Seal(id, secrets.Open(id, secret)), former is { } old && secrets.TryOpen(id, old) is { } readable ? secrets.Seal(id, readable) : null, secret);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (CryptographicException e)
            {
                unreadable.Add(id);
                secrets.Trouble = e.Message;
            }
        }
        if (unreadable.Count == 0)
            secrets.Trouble = null;
        return unreadable;
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
