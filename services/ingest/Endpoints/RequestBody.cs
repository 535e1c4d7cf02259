using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RequestDecompression;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;
using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>Opens a request's body: decompresses it with the framework's providers and keeps the caps.</summary>
public sealed class RequestBody(IRequestDecompressionProvider decompression, Admission admission)
{
    /// <summary>What the framework's default providers understand.</summary>
    public static readonly string[] Codings = ["gzip", "br", "deflate"];

    /// <summary>Of each body so much is not counted: it is what most have, and bounded by how many requests there are.</summary>
    private const int FirstBytes = 64 * 1024;

    /// <summary>The whole body, at most <see cref="Limits.MaxBodyBytes"/> after decompression.</summary>
    /// <exception cref="ProblemException">413 or 415, or 400 for compressed bytes that are broken; 429 when the large bodies in memory are as many as there may be.</exception>
    public async Task<byte[]> ReadAllAsync(HttpContext http, Limits limits)
    {
        // More than the cap on purpose: a client that is a little over gets its 413 instead of a reset connection.
        SetMaxSize(http, 4L * limits.MaxBodyBytes);
        await using var body = Open(http, new Expansion(long.MaxValue, int.MaxValue));
        // Memory is for what has come, not for what was announced.
        var known = (int)Math.Min(http.Request.ContentLength ?? 0, FirstBytes);
        using var whole = new MemoryStream(known);
        var held = admission.Hold(http);
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (whole.Length + read > limits.MaxBodyBytes) throw new ProblemException(Problems.BodyTooLarge(limits.MaxBodyBytes));
            if (whole.Length + read > FirstBytes) held.Add(read);
            whole.Write(buffer, 0, read);
        }
        return whole.Length == whole.Capacity ? whole.GetBuffer() : whole.ToArray();
    }

    /// <summary>The body as a stream without end, with a cap on the expansion of compressed bytes.</summary>
    /// <exception cref="ProblemException">415 now, or 413 from a later read.</exception>
    public Stream OpenEndless(HttpContext http, Limits limits)
    {
        SetMaxSize(http, null);
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = null;
        return Open(http, new Expansion(limits.ExpansionFreeBytes, limits.MaxExpansion));
    }

    private Stream Open(HttpContext http, Expansion expansion)
    {
        var coding = http.Request.Headers.ContentEncoding;
        if (coding.Count == 1 && coding[0]!.Equals("identity", StringComparison.OrdinalIgnoreCase)) http.Request.Headers.Remove(HeaderNames.ContentEncoding);
        if (http.Request.Headers.ContentEncoding.Count == 0) return http.Request.Body;
        http.Request.Body = new WireStream(http.Request.Body, expansion);
        if (decompression.GetDecompressionStream(http) is { } plain) return new PlainStream(plain, expansion);
        // RFC 9110, 15.5.16: Accept-Encoding says that the coding was the reason.
        http.Response.Headers.AcceptEncoding = string.Join(", ", Codings);
        throw new ProblemException(Problems.UnsupportedCoding(coding.ToString(), Codings));
    }

    private static void SetMaxSize(HttpContext http, long? bytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = bytes;
    }
}
