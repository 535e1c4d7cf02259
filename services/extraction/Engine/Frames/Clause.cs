namespace Platform.Extraction.Engine;

/// <summary>A part of a sentence that tells one thing.</summary>
/// <param name="Sentence">The sentence's index.</param>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="IsAfter">It tells what the clause before it came after ("the raid comes days after …").</param>
internal readonly record struct Clause(int Sentence, int First, int End, bool IsAfter = false);
