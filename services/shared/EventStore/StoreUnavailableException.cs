namespace Platform.EventStore;

/// <summary>The database does not answer or refuses work for now; trying again later can succeed.</summary>
public sealed class StoreUnavailableException(Exception inner)
    : Exception("The event store does not answer. Try again in a few seconds.", inner);
