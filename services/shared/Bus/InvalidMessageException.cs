namespace Platform.Bus;

/// <summary>A message that no repetition makes right; it becomes a dead letter with this reason.</summary>
public sealed class InvalidMessageException(string reason) : Exception(reason);
