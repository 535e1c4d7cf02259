namespace Platform.Extraction.Engine;

/// <summary>What parts of speech a word can be; a word of no list has none.</summary>
[Flags]
internal enum WordClass : ushort
{
    None = 0,
    Noun = 1,
    Verb = 2,
    Adjective = 4,
    Adverb = 8,
    Name = 16,
    Function = 32,
}
