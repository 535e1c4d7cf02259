using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Platform.Ingest.Input;

/// <summary>Bytes to text, strictly: a byte that does not belong is refused, never replaced.</summary>
public static class Charsets
{
    // Runs once, before the first use of the class.
    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the runtime know the code pages, for parsers that look encodings up themselves.</summary>
    public static void Register() { }

    /// <summary>Decodes a body; a byte order mark of the same encoding is dropped.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="charset">The charset parameter of Content-Type, or null for UTF-8.</param>
    /// <exception cref="ProblemException">The charset is not known, or the bytes are not in it.</exception>
    public static string Decode(ReadOnlySpan<byte> body, string? charset)
    {
        var encoding = Find(charset);
        if (encoding.CodePage == Encoding.UTF8.CodePage)
        {
            if (body.StartsWith(Encoding.UTF8.Preamble)) body = body[Encoding.UTF8.Preamble.Length..];
            if (!Utf8.IsValid(body)) throw new ProblemException(Problems.NotInCharset("UTF-8", FirstInvalid(body)));
            return Encoding.UTF8.GetString(body);
        }
        try
        {
            var text = encoding.GetString(body);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException e)
        {
            throw new ProblemException(Problems.NotInCharset(encoding.WebName, e.Index >= 0 ? e.Index : null));
        }
    }

    /// <summary>The encoding of a charset name, strict; UTF-8 for null.</summary>
    /// <exception cref="ProblemException">The name is not known.</exception>
    public static Encoding Find(string? charset)
    {
        if (string.IsNullOrEmpty(charset)) return Encoding.UTF8;
        // The web means windows-1252 when it says ISO 8859-1 (WHATWG Encoding, 4.2).
        if (charset.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)) charset = "windows-1252";
        try
        {
            return Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ProblemException(Problems.UnsupportedCharset(charset, ["utf-8", "utf-16", "windows-1250 to windows-1258", "iso-8859-1 to iso-8859-15", "koi8-r", "gb18030", "shift_jis", "euc-kr"]));
        }
    }

    /// <summary>Offset of the first byte that is not UTF-8; null when all are.</summary>
    public static long? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        Span<char> chars = stackalloc char[512];
        long offset = 0;
        while (!bytes.IsEmpty)
        {
            var status = Utf8.ToUtf16(bytes, chars, out var read, out _, replaceInvalidSequences: false);
            offset += read;
            if (status is OperationStatus.InvalidData or OperationStatus.NeedMoreData) return offset;
            bytes = bytes[read..];
        }
        return null;
    }
}
