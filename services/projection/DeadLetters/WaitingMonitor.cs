using Npgsql;
using Platform.Bus;
using Platform.EventStore;
using Platform.Telemetry;

namespace Platform.Projection.DeadLetters;

/// <summary>How many dead letters wait for a decision, and for how long the oldest has.</summary>
internal sealed class WaitingMonitor : LagQuery
{
    public WaitingMonitor(NpgsqlDataSource database, ILogger<WaitingMonitor> logger)
        : base(database, logger) => OutboxLag.Report(this, Names.Metrics.DeadLettersWaiting, Names.Metrics.DeadLettersWaitingSeconds, Schema.Name);

    protected override NpgsqlCommand CreateCommand(NpgsqlDataSource database) => database.CreateCommand(
        $"select count(*), coalesce(extract(epoch from now() - min(at)), 0)::float8 from {Schema.Name}.dead_letter where state = 'waiting'");
}
