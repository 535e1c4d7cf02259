namespace Platform.Extraction.Engine;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, or letters and digits.</summary>
    Word,

    /// <summary>Digits, with thousands separators or an ordinal ending.</summary>
    Number,

    /// <summary>One punctuation mark or symbol.</summary>
    Mark,
}

/// <summary>A token of the article's text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last UTF-16 code unit.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Norm">Folded word, digits without separators, or the mark.</param>
/// <param name="Id">The norm's number in the vocabulary; negative when no lexicon knows it.</param>
/// <param name="Capital">Its first letter is a capital.</param>
/// <param name="Upper">It has two letters or more, all capitals.</param>
/// <param name="Cues">The bits of the <see cref="Cue"/>s the norm is in.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, string Norm, int Id, bool Capital, bool Upper, ulong Cues);
