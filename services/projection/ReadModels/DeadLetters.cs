using System.Security.Cryptography;
using System.Text.Json;
using MassTransit;
using Npgsql;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Telemetry;

namespace Platform.Projection.ReadModels;

/// <summary>The table <c>dead_letter</c>: messages of a batch that could not be taken in, with the reason.</summary>
public sealed class DeadLetters(NpgsqlDataSource database, TimeProvider clock, ILogger<DeadLetters> log)
{
    /// <summary>Keeps a message; keeping it twice under one id keeps it once.</summary>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    public async Task AddAsync(ReceiveContext message, string endpoint, string reason, CancellationToken cancellationToken)
    {
        log.LogError("A message of {Endpoint} was put aside: {Reason}", endpoint, reason);
        var id = message.GetMessageId() ?? DeterministicId.Create(DeterministicId.Namespace, Convert.ToHexString(SHA256.HashData(message.GetBody())));
        // A header can hold what jsonb cannot, and losing the message over that would be worse than losing the header.
        var headers = message.TransportHeaders.GetAll().ToDictionary(h => h.Key, h => h.Value?.ToString()?.Replace("\0", "", StringComparison.Ordinal));
        try
        {
            await using var command = database.CreateCommand($"""
                insert into {Schema.Name}.dead_letter (id, endpoint, reason, body, headers, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing
                """);
            command.Parameters.Add(new() { Value = id });
            command.Parameters.Add(new() { Value = endpoint });
            command.Parameters.Add(new() { Value = reason.Replace("\0", "", StringComparison.Ordinal) });
            command.Parameters.Add(new() { Value = message.GetBody() });
            command.Parameters.Add(new() { Value = JsonSerializer.Serialize(headers), NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.Add(new() { Value = clock.GetUtcNow() });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            throw new StoreUnavailableException(e);
        }
        Instruments.DeadLetters.Add(1, new KeyValuePair<string, object?>(Names.Attributes.Endpoint, endpoint));
    }
}
