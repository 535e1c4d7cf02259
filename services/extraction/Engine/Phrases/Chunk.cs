namespace Platform.Extraction.Engine;

/// <summary>What a chunk is.</summary>
internal enum ChunkKind : byte
{
    Noun,
    Verb,
    Preposition,
    Conjunction,
    Comma,
    Relative,
    Subordinator,
    Time,
    Adverb,

    /// <summary>"[" or "(" and what it holds up to its end: an alias, a gloss.</summary>
    Bracket,

    /// <summary>Any other mark; it ends what came before it.</summary>
    Other,
}

/// <summary>What a verb group says beside its verb.</summary>
[Flags]
internal enum VerbForm : byte
{
    Active = 0,
    Passive = 1,
    Negated = 2,
    Modal = 4,

    /// <summary>"to attack".</summary>
    Infinitive = 8,

    /// <summary>"killing three", without an auxiliary.</summary>
    Ing = 16,

    /// <summary>A participle without an auxiliary: "the peasants kidnapped by terrorists".</summary>
    Reduced = 32,
}

/// <summary>Some tokens that belong together: a noun phrase, a verb group, or a word between them.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="First">First token; of a noun phrase the determiner.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Head">The token of the last noun or the verb.</param>
/// <param name="Form">Of a verb group: voice and reality.</param>
internal readonly record struct Chunk(ChunkKind Kind, int First, int End, int Head, VerbForm Form = VerbForm.Active)
{
    public bool IsPassive => (Form & VerbForm.Passive) != 0;
}
