using Npgsql;

namespace Platform.EventStore;

/// <summary>What is written together or not at all.</summary>
/// <param name="Streams">Events to append, each stream at most once.</param>
/// <param name="Keys">Keys that must be new: of the request or the messages whose effect this is.</param>
/// <param name="Rows">Statements on read models.</param>
public sealed record Commit(IReadOnlyList<StreamAppend> Streams, IReadOnlyList<InboxKey> Keys, IReadOnlyList<RowWrite> Rows)
{
    /// <summary>Streams the decision rests on without changing them, with the versions it was made on.</summary>
    public IReadOnlyList<(Guid StreamId, long Version)> Unmoved { get; init; } = [];

    /// <summary>Characters of event JSON, for bounds in size.</summary>
    internal int Size => Streams.Sum(s => s.Events.Sum(e => e.Json.Length));
}

/// <summary>Events for one stream.</summary>
/// <param name="StreamId">The stream.</param>
/// <param name="StreamType">Name of its <see cref="AggregateType"/>.</param>
/// <param name="ExpectedVersion">Version the decision was made on; 0 for a stream that must not exist yet.</param>
/// <param name="Events">One or more events, in order.</param>
/// <param name="Snapshot">JSON of the state after the events and the .NET type it is of.</param>
public sealed record StreamAppend(Guid StreamId, string StreamType, long ExpectedVersion, IReadOnlyList<NewEvent> Events, Snapshot Snapshot)
{
    /// <summary>Version after the events.</summary>
    public long NewVersion => ExpectedVersion + Events.Count;
}

/// <summary>State of an aggregate, as stored beside its stream.</summary>
/// <param name="Json">The state.</param>
/// <param name="DotnetType">Full name and assembly of its type.</param>
public sealed record Snapshot(string Json, string DotnetType);

/// <summary>A key that can be taken once.</summary>
/// <param name="Key">1 to 300 characters.</param>
/// <param name="At">When the effect happened, UTC.</param>
/// <param name="Value">JSON kept with it, such as the answer that was given.</param>
public sealed record InboxKey(string Key, DateTimeOffset At, string? Value = null);

/// <summary>A statement on a read model, in the transaction of the events it follows from.</summary>
/// <param name="Sql">One statement with positional parameters.</param>
/// <param name="Parameters">Their values.</param>
public sealed record RowWrite(string Sql, params NpgsqlParameter[] Parameters)
{
    /// <summary>
    /// The same in two steps, where most of the work needs no lock: the first may be run on its own, again and again; the second then
    /// does the rest in the transaction. Null for a statement that is no long work.
    /// </summary>
    public (RowWrite Ahead, RowWrite Then)? Steps { get; init; }

    /// <summary>The statement as a command; parameters cannot be shared between commands, so a new one each time.</summary>
    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(Sql);
        foreach (var parameter in Parameters)
            command.Parameters.Add(parameter.Clone());
        return command;
    }
}

/// <summary>How a commit ended.</summary>
public abstract record CommitResult
{
    private CommitResult()
    {
    }

    /// <summary>It is on disk.</summary>
    public sealed record Committed : CommitResult
    {
        /// <summary>The one instance.</summary>
        public static readonly Committed Instance = new();
    }

    /// <summary>A stream had moved on; nothing was written. Load again, decide again.</summary>
    /// <param name="StreamId">The stream.</param>
    /// <param name="ActualVersion">Where it stands.</param>
    public sealed record StreamMoved(Guid StreamId, long ActualVersion) : CommitResult;

    /// <summary>A key was taken before; nothing was written.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Value">What was kept with it.</param>
    public sealed record KeyTaken(string Key, string? Value) : CommitResult;
}
