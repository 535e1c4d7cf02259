namespace Platform.Bus;

/// <summary>A message that no repetition makes right; it goes to the error queue with this reason.</summary>
public sealed class InvalidMessageException(string reason) : Exception(reason);
