namespace Platform.Extraction.Engine;

/// <summary>A sentence as a range of tokens.</summary>
/// <param name="Index">Its number in the text, from 0.</param>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
internal readonly record struct Sentence(int Index, int First, int End);
