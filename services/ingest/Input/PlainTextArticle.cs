namespace Platform.Ingest.Input;

/// <summary>Reads <c>text/plain</c>: the body is the text, to the character; all else comes by query parameters.</summary>
public static class PlainTextArticle
{
    /// <summary>The draft of the body.</summary>
    /// <exception cref="ProblemException">The bytes are not in their charset.</exception>
    public static ArticleDraft Read(ReadOnlySpan<byte> body, string? charset) => new() { Text = Charsets.Decode(body, charset) };
}
