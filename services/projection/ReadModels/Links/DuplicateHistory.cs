using System.Text.Json;
using NpgsqlTypes;
using Platform.Contracts;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>
/// The table <c>possible_duplicate_history</c>: pairs that were taken for one event until a time. Its rows follow from the order of
/// the events alone, however they are split over transactions, so that a rebuild gives the same rows.
/// </summary>
internal static class DuplicateHistory
{
    /// <summary>Writes pairs that began and ended in the same events; one that ended as it began was never to be seen.</summary>
    public static IEnumerable<RowWrite> Insert(string schema, IReadOnlyList<PastPair> pairs)
    {
        if (pairs.Count > 0)
            yield return new RowWrite(
                $"""
                insert into {schema}.possible_duplicate_history (incident_id, other_id, score, reasons, found_at, valid_to)
                select * from unnest($1, $2, $3, $4, $5, $6) as n (incident_id, other_id, score, reasons, found_at, valid_to) where found_at < valid_to
                on conflict do nothing
                """,
                pairs.Column(NpgsqlDbType.Uuid, p => p.Pair.IncidentId),
                pairs.Column(NpgsqlDbType.Uuid, p => p.Pair.OtherId),
                pairs.Column(NpgsqlDbType.Double, p => p.Pair.Score),
                pairs.Column(NpgsqlDbType.Jsonb, p => JsonSerializer.Serialize(p.Pair.Reasons, ContractJson.Default.IReadOnlyListString)),
                pairs.Column(NpgsqlDbType.TimestampTz, p => p.Pair.FoundAt.UtcDateTime),
                pairs.Column(NpgsqlDbType.TimestampTz, p => p.EndedAt.UtcDateTime));
    }

    /// <summary>Writes pairs that stand in <c>possible_duplicate</c> and end now, before they are changed there.</summary>
    /// <param name="schema">The live schema, or the one a rebuild writes to.</param>
    /// <param name="ofPairs">What ends single pairs.</param>
    /// <param name="ofIncidents">What ends all pairs of an incident.</param>
    public static IEnumerable<RowWrite> Retire(string schema, IReadOnlyDictionary<(Guid, Guid), PairEnd> ofPairs, IReadOnlyDictionary<Guid, PairEnd> ofIncidents)
    {
        if (ofPairs.Count + ofIncidents.Count == 0)
            yield break;
        var (pairs, incidents) = (ofPairs.ToList(), ofIncidents.ToList());
        yield return new RowWrite(
            $"""
            with ended as (
                select p.*, e.at, e.place from unnest($1, $2, $3, $4) as e (one, other, at, place) join {schema}.possible_duplicate p on p.incident_id = e.one and p.other_id = e.other
                union all select p.*, e.at, e.place from unnest($5, $6, $7) as e (id, at, place) join {schema}.possible_duplicate p on p.incident_id = e.id
                union all select p.*, e.at, e.place from unnest($5, $6, $7) as e (id, at, place) join {schema}.possible_duplicate p on p.other_id = e.id),
            first as (select distinct on (incident_id, other_id) * from ended order by incident_id, other_id, place)
            insert into {schema}.possible_duplicate_history (incident_id, other_id, score, reasons, found_at, valid_to)
            select incident_id, other_id, score, reasons, found_at, at from first where found_at < at
            on conflict do nothing
            """,
            pairs.Column(NpgsqlDbType.Uuid, p => p.Key.Item1),
            pairs.Column(NpgsqlDbType.Uuid, p => p.Key.Item2),
            pairs.Column(NpgsqlDbType.TimestampTz, p => p.Value.At.UtcDateTime),
            pairs.Column(NpgsqlDbType.Integer, p => p.Value.Place),
            incidents.Column(NpgsqlDbType.Uuid, i => i.Key),
            incidents.Column(NpgsqlDbType.TimestampTz, i => i.Value.At.UtcDateTime),
            incidents.Column(NpgsqlDbType.Integer, i => i.Value.Place));
    }
}

/// <summary>A pair that was found and ended in the same events.</summary>
/// <param name="Pair">The pair as it was found.</param>
/// <param name="EndedAt">When it was found anew, decided, or fell with an incident; UTC.</param>
internal sealed record PastPair(Suspected Pair, DateTimeOffset EndedAt);

/// <summary>What ends pairs that were found before.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Place">Its place among all ends: the first in the log counts, whatever the clocks said.</param>
internal readonly record struct PairEnd(DateTimeOffset At, int Place);
