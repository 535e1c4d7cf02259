namespace Platform.EventStore;

/// <summary>
/// A newer version wrote an event this one does not know. Passing over it would move the checkpoint and lose it; so a relay stops
/// here, says so in its health, and leaves the lead to the newer process.
/// </summary>
public sealed class UnknownEventException(StoredEvent stored)
    : Exception($"Event {stored.Sequence} is of type {stored.Type}, which this version does not know. Run the newer version of this service.");
