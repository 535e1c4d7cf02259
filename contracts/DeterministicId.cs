using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Contracts;

/// <summary>
/// Name-based ids (UUIDv5, RFC 9562 section 5.5): the same cause gives the same id, so whatever is repeated is recognised.
/// </summary>
public static class DeterministicId
{
    /// <summary>Namespace of all ids that do not hang on another id.</summary>
    public static readonly Guid Namespace = new("6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70");

    /// <summary>
    /// Id of an article: by source and external id; else by source and URL; else by title and text.
    /// </summary>
    public static Guid Article(string? source, string? externalId, string? url, string? title, string text) =>
        externalId is not null ? Create(Namespace, $"external\n{source}\n{externalId}")
        : url is not null ? Create(Namespace, $"url\n{source}\n{url}")
        : Create(Namespace, $"content\n{title}\n{text}");

    /// <summary>
    /// Id of a report. A later revision of an article is another text, so its reports need other ids;
    /// the first revision keeps the plain form of the format, (article, ordinal, extractor).
    /// </summary>
    public static Guid Report(Guid articleId, int ordinal, string extractor, int revision = 1) =>
        Create(articleId, revision <= 1 ? $"{ordinal}/{extractor}" : $"{ordinal}/{extractor}/{revision}");

    /// <summary>Id of an event or message that follows from another one.</summary>
    public static Guid Event(Guid cause, string type, int n = 0) => Create(cause, $"{type}/{n}");

    /// <summary>UUIDv5 of a name in a namespace.</summary>
    public static Guid Create(Guid nameSpace, string name)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 + Encoding.UTF8.GetMaxByteCount(name.Length));
        try
        {
            nameSpace.TryWriteBytes(buffer, bigEndian: true, out _);
            var length = 16 + Encoding.UTF8.GetBytes(name, buffer.AsSpan(16));
            Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // UUIDv5 is defined with SHA-1; nothing here rests on its strength.
            SHA1.HashData(buffer.AsSpan(0, length), hash);
#pragma warning restore CA5350
            hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
            hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
            return new Guid(hash[..16], bigEndian: true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
