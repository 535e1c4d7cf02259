using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Platform.Bus;
using Platform.EventStore;

namespace Platform.Ingest.Reextraction;

/// <summary>Settings of the reading again; configuration section <c>Reextraction</c>.</summary>
public sealed class ReextractionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Reextraction";

    /// <summary>
    /// Nothing more is requested while so much work waits in log and queues, new articles among it: what is new goes first, and a
    /// request for all fills no broker's disk.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxOutstanding { get; set; } = 1000;

    /// <summary>Articles that are looked at in one statement when a filter chooses some of them: some milliseconds, tenths of a second when read from disk.</summary>
    [Range(1, 1_000_000)]
    public int Window { get; set; } = 10_000;
}

/// <summary>What waits between ingest's log and the incidents.</summary>
internal sealed class Backlog(LagMonitor relay, QueueDepths queues, IOptions<ReextractionOptions> options)
{
    private static readonly string[] s_queues = [Topology.Queues.ArticleReceived, Topology.Queues.IncidentDetected, Topology.Queues.NoIncidentDetected];

    /// <summary>Articles that may be requested now.</summary>
    public async Task<int> RoomAsync(CancellationToken cancellationToken)
    {
        // The log first: what is published in between is then counted twice, never not at all.
        var waiting = (await relay.MeasureAsync(cancellationToken)).Events;
        foreach (var queue in s_queues)
            waiting += await queues.ReadyAsync(queue, cancellationToken);
        return (int)Math.Max(0, options.Value.MaxOutstanding - waiting);
    }
}
