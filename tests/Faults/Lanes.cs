using Platform.Tests.Harness;

namespace Platform.Tests.Faults;

/// <summary>
/// Three lanes that FAULT_LANES=3 deploy/test --faults runs side by side, each with a broker and a database server of its own, for most of the time is waiting: for connections to be
/// given up, queues to drain, processes to start. In a lane one test follows the other. The classes are dealt out by an estimate of how long each takes.
/// </summary>
internal static class Lane
{
    /// <summary>Faults of processes, and a cluster of brokers.</summary>
    public const string Processes = "processes";

    /// <summary>Faults of the broker and of the network.</summary>
    public const string Broker = "broker";

    /// <summary>Faults of the database, and crashes around its commits.</summary>
    public const string Database = "database";
}

/// <summary>The servers of <see cref="Lane.Processes"/>.</summary>
[CollectionDefinition(Lane.Processes)]
public sealed class ProcessesLane : ICollectionFixture<Infrastructure>;

/// <summary>The servers of <see cref="Lane.Broker"/>.</summary>
[CollectionDefinition(Lane.Broker)]
public sealed class BrokerLane : ICollectionFixture<Infrastructure>;

/// <summary>The servers of <see cref="Lane.Database"/>.</summary>
[CollectionDefinition(Lane.Database)]
public sealed class DatabaseLane : ICollectionFixture<Infrastructure>;
