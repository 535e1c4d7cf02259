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
/// <param name="Word">What is known of the folded word.</param>
/// <param name="Capital">Its first letter is a capital.</param>
/// <param name="Upper">It has two letters or more, all capitals.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, KnownWord Word, bool Capital, bool Upper)
{
    /// <inheritdoc cref="KnownWord.Norm"/>
    public string Norm => Word.Norm;

    /// <inheritdoc cref="KnownWord.Id"/>
    public int Id => Word.Id;

    /// <inheritdoc cref="KnownWord.Cues"/>
    public ulong Cues => Word.Cues;
}
