using MassTransit;
using Npgsql;
using Platform.Bus;
using Platform.Contracts;
using RabbitMQ.Client;

namespace Platform.Projection.Repeating;

/// <summary>The message of an article as ingest published it: under the same id, so what it brings about is not brought about twice.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="MessageId">Id of its event and message.</param>
/// <param name="TraceParent">The trace its way is told in.</param>
/// <param name="Body">The contract <see cref="ArticleReceived"/> as JSON.</param>
internal sealed record LateArticle(Guid ArticleId, Guid MessageId, string? TraceParent, byte[] Body)
{
    private static readonly string[] ArticleQueues = [Topology.Queues.ArticleReceived, Topology.Queues.SuspectsOf(Topology.Queues.ArticleReceived)];

    /// <summary>The ids of articles that the broker has confirmed and nothing has come back of, the oldest first, then those of some others of which that is still so.</summary>
    /// <param name="connection">Where to ask.</param>
    /// <param name="most">How many at most, without the others.</param>
    /// <param name="others">Articles that are not to take the place of one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<List<Guid>> FindAsync(NpgsqlConnection connection, int most, Guid[] others, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"""
            (select id from {Schema.Name}.article
             where pending and id <> all($1) and seq_id <= (select last_seq_id from {Schema.Ingest.Name}.mt_event_progression where name = '{Relay.Checkpoint}')
             order by received_at limit {most})
            union all select id from {Schema.Name}.article where id = any($1) and pending
            """, connection) { Parameters = { new() { Value = others } } };
        var ids = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));
        return ids;
    }

    /// <summary>
    /// Their messages, without those that died: a message that kills its process is not to be sent again by anybody but a person,
    /// and a report that could not be taken in is not late.
    /// </summary>
    public static async Task<List<LateArticle>> ReadAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"""
            select a.id, e.id, e.headers->>'traceparent', coalesce(e.data->'article', e.data)::text
            from {Schema.Name}.article a join {Schema.Ingest.Name}.mt_events e using (seq_id)
            where a.id = any($1) and a.pending
                and not exists (select from {Schema.Name}.dead_letter d where d.message_id = e.id::text and d.at >= a.received_at)
                -- A report names its article in its body. The articles that died may be thousands, and are found above by their ids.
                and not exists (
                    select from {Schema.Name}.dead_letter d
                    where d.queue <> all($2) and d.at >= a.received_at and position(convert_to(a.id::text, 'UTF8') in d.body) > 0)
            """, connection) { Parameters = { new() { Value = ids }, new() { Value = ArticleQueues } } };
        var late = new List<LateArticle>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            late.Add(new LateArticle(reader.GetGuid(0), reader.GetGuid(1), reader.IsDBNull(2) ? null : reader.GetString(2), System.Text.Encoding.UTF8.GetBytes(reader.GetString(3))));
        return late;
    }

    /// <summary>What is published to the extraction's queue alone.</summary>
    public (string Queue, BasicProperties Properties, byte[] Body) ToMessage()
    {
        var headers = new Dictionary<string, object?> { [MessageHeaders.MessageType] = MessageUrn.ForTypeString<ArticleReceived>() };
        if (TraceParent is not null)
            headers[ContractSerializer.TraceParent] = TraceParent;
        return (Topology.Queues.ArticleReceived, new BasicProperties
        {
            MessageId = MessageId.ToString(),
            Type = Topology.Exchanges.ArticleReceived,
            ContentType = "application/json",
            Persistent = true,
            Headers = headers,
        }, Body);
    }
}
