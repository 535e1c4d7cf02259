namespace Platform.Extraction.Engine;

/// <summary>The part of speech of a token where it stands.</summary>
internal enum Tag : byte
{
    Mark,
    Determiner,
    Number,
    Adjective,
    Noun,
    Name,
    Pronoun,
    Possessive,
    Preposition,
    To,
    Conjunction,
    Subordinator,
    Relative,
    Modal,
    Be,
    Have,
    Do,
    Negation,
    Adverb,

    /// <summary>Base or third person: "attack", "attacks".</summary>
    Verb,
    Past,

    /// <summary>Past participle as a verb; one that describes a noun is an <see cref="Adjective"/>.</summary>
    Participle,
    Ing,

    /// <summary>A word for a time: "yesterday", "3 May". It stands anywhere and ends phrases.</summary>
    Time,
}
