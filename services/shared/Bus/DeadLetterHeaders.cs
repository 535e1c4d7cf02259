namespace Platform.Bus;

/// <summary>Headers a dead letter carries to <see cref="Topology.Queues.DeadLetter"/>, beside those it came with.</summary>
public static class DeadLetterHeaders
{
    /// <summary>What the names of all of them begin with; a replayed message keeps none but <see cref="Replay"/>.</summary>
    public const string Prefix = "dead-letter-";

    /// <summary>The queue whose consumer could not take it.</summary>
    public const string Queue = Prefix + "queue";

    /// <summary>One of <see cref="DeadLetterKinds"/>.</summary>
    public const string Kind = Prefix + "kind";

    /// <summary>What is wrong with it, in a line.</summary>
    public const string Reason = Prefix + "reason";

    /// <summary>Type, message and stack of what was thrown, cut.</summary>
    public const string Exception = Prefix + "exception";

    /// <summary>Which of its headers were cut or dropped because not all fit into a frame; absent when none were.</summary>
    public const string LeftOut = Prefix + "left-out";

    /// <summary>When it was put aside, UTC, ISO 8601.</summary>
    public const string At = Prefix + "at";

    /// <summary>How often it had been replayed when it was sent to its queue: tells a death after a replay from a second copy of the one before.</summary>
    public const string Replay = Prefix + "replay";
}

/// <summary>Why a message became a dead letter. What the broker gave up on has the reason of its <c>x-death</c> instead: delivery_limit, rejected, expired.</summary>
public static class DeadLetterKinds
{
    /// <summary>Its consumer threw.</summary>
    public const string Error = "error";

    /// <summary>No consumer of the queue takes its type.</summary>
    public const string Skipped = "skipped";

    /// <summary>It was one of a batch and could not be taken in, alone or with the others.</summary>
    public const string Refused = "refused";
}
