namespace Platform.Words;

/// <summary>Texts cut to a length.</summary>
public static class Cutting
{
    /// <summary>At most so many characters, never half of a surrogate pair: alone it is no text, and PostgreSQL takes none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Characters, UTF-16 code units; at least 1.</param>
    public static string CutTo(this string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
