namespace Platform.Extraction.Engine;

/// <summary>What is known of a folded word before it is read; together, as one look at the memory finds all of it.</summary>
/// <param name="Norm">Folded word, digits without separators, or the mark.</param>
/// <param name="Id">The norm's number in the vocabulary; negative when no lexicon knows it.</param>
/// <param name="Class">What parts of speech it can be.</param>
/// <param name="Cues">The bits of the <see cref="Cue"/>s the norm is in, and of the tries of which a form begins with it.</param>
internal readonly record struct KnownWord(string Norm, int Id, WordClass Class, ulong Cues);
