using Npgsql;
using Platform.EventStore;

namespace Platform.Projection.ReadModels;

/// <summary>Articles received and not yet read: what is under way between ingest's log and the incidents.</summary>
internal sealed class PendingMonitor(NpgsqlDataSource database, ILogger<PendingMonitor> logger) : LagQuery(database, logger)
{
    protected override NpgsqlCommand CreateCommand(NpgsqlDataSource database) => database.CreateCommand(
        $"select count(*), coalesce(extract(epoch from now() - min(received_at)), 0)::float8 from {Schema.Name}.article where pending");
}
