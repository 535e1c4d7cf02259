using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Platform.Contracts;

namespace Platform.Tests.Fuzz;

/// <summary>A request of a number.</summary>
/// <param name="Document">The service it goes to.</param>
/// <param name="Operation">What it was made of.</param>
/// <param name="Bytes">The whole of it.</param>
/// <param name="CutShort">True when it may end before it says it does.</param>
/// <param name="IsHttp">False when it is so damaged that the server refuses it before any of our code.</param>
/// <param name="Neighbours">Articles in it that are sound and must be stored whatever is around them.</param>
internal sealed record Request(string Document, string Operation, byte[] Bytes, bool CutShort, bool IsHttp, IReadOnlyList<Guid> Neighbours);

/// <summary>Makes requests of the OpenAPI documents: sound ones, and sound ones that were damaged.</summary>
/// <param name="ids">Ids of things that are there, by what stands before them in a path.</param>
internal sealed class Requests(IReadOnlyDictionary<string, IReadOnlyList<Guid>> ids)
{
    private const string Source = "fuzz";

    /// <summary>The request of a number.</summary>
    public Request Make(int number)
    {
        var dice = Inputs.Dice(number);
        var operation = Operation.All[number % Operation.All.Count];
        var (method, damaged) = (operation.Method, dice.Hits(0.85));
        if (damaged && dice.Hits(0.03))
            method = dice.Of(["PUT", "PATCH", "OPTIONS", "TRACE", "DELETE", "POST", "GET", "FOO"]);
        var path = Path(operation, dice, damaged) + Query(operation, dice, damaged);
        var headers = Headers(operation, dice, damaged);
        var (type, body, neighbours) = Body(operation, number, dice, damaged);
        if (body is not null)
        {
            headers.Add(("Content-Type", damaged && dice.Hits(0.08) ? Header(Damage.Text(type!, dice)) : type!));
            if (damaged && neighbours.Count == 0 && dice.Hits(0.05))
                body = Compress(body, dice, headers);
        }
        var chunked = body is not null && dice.Hits(0.2);
        if (chunked)
            headers.Add(("Transfer-Encoding", "chunked"));
        else if (body is not null)
            headers.Add(("Content-Length", $"{body.Length}"));
        if (damaged && dice.Hits(0.01))
            headers.AddRange(Enumerable.Range(0, dice.Next(1, 200)).Select(i => ($"X-Many-{i}", new string('y', dice.Next(600)))));

        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        foreach (var (name, value) in headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        byte[] bytes = [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body is null ? [] : chunked ? Chunks(body, dice) : body];
        if (!damaged || neighbours.Count > 0 || !dice.Hits(0.03))
            return new Request(operation.Document, $"{method} {operation.Path}", bytes, false, true, neighbours);
        return new Request(operation.Document, $"{method} {operation.Path}", Damage.Bytes(bytes, dice), true, false, []);
    }

    private string Path(Operation operation, Random dice, bool damaged)
    {
        var path = operation.Path;
        if (path.Contains("{id}", StringComparison.Ordinal))
        {
            var known = ids.GetValueOrDefault(path.Split('/')[1]) ?? [];
            var id = known.Count > 0 && dice.Hits(0.8) ? dice.Of(known).ToString() : Guid.Empty.ToString();
            path = path.Replace("{id}", Uri.EscapeDataString(damaged && dice.Hits(0.2) ? Damage.Text(id, dice) : id), StringComparison.Ordinal);
        }
        return damaged && dice.Hits(0.02) ? "/" + Uri.EscapeDataString(Damage.Text(path, dice)).Replace("%2F", "/", StringComparison.Ordinal) : path;
    }

    private static string Query(Operation operation, Random dice, bool damaged)
    {
        var parts = new List<string>();
        var share = dice.NextDouble() * 0.5;
        foreach (var parameter in operation.Parameters.Where(p => p.Place == "query" && dice.Hits(share)))
            for (var times = damaged && dice.Hits(0.05) ? 2 : 1; times > 0; times--)
            {
                var value = parameter.Sound(dice);
                if (damaged && dice.Hits(0.35))
                    value = Damage.Text(value, dice);
                parts.Add(parameter.Name + "=" + (damaged && dice.Hits(0.02) ? "%FF%00%" : Uri.EscapeDataString(Whole(value))));
            }
        if (damaged && dice.Hits(0.04))
            parts.Add(Uri.EscapeDataString(Whole(Damage.Text("unknown", dice))) + "=1");
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static List<(string Name, string Value)> Headers(Operation operation, Random dice, bool damaged)
    {
        var headers = new List<(string, string)>();
        foreach (var parameter in operation.Parameters.Where(p => p.Place == "header" && dice.Hits(0.7)))
        {
            var value = parameter.Name == "If-Match" ? $"\"{dice.Next(1, 4)}\"" : parameter.Name == "Idempotency-Key" ? $"k{dice.Next(500)}" : parameter.Sound(dice);
            headers.Add((parameter.Name, damaged && dice.Hits(0.2) ? Header(Damage.Text(value, dice)) : value));
        }
        if (damaged && dice.Hits(0.1))
            headers.Add((dice.Of(["Accept", "Accept-Encoding", "traceparent", "tracestate", "baggage", "If-Modified-Since", "Range", "Expect", "Cookie", "X-Forwarded-For", "Accept-Language", "If-Match", "If-None-Match", "Idempotency-Key"]),
                Header(Damage.Text("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", dice))));
        return headers;
    }

    private static (string? Type, byte[]? Body, IReadOnlyList<Guid> Neighbours) Body(Operation operation, int number, Random dice, bool damaged)
    {
        if (operation.Bodies.Count == 0)
            return damaged && dice.Hits(0.02) ? ("application/json", Damage.Bytes("{}"u8.ToArray(), dice), []) : (null, null, []);
        var (type, example) = dice.Of(operation.Bodies);
        if (operation.Path == "/articles/batch")
            return Batch(type, example, number, dice);
        if (damaged && dice.Hits(0.02))
            return (type, [], []);
        if (example is JsonObject json)
        {
            // The same article a thousand times is one article.
            if (operation.Path == "/articles" && dice.Hits(0.7))
                (json = (JsonObject)json.DeepClone())["externalId"] = $"fuzz-{number}";
            // Nor should each of them have everything read again.
            if (json["filter"] is JsonObject && operation.Path == "/extractions")
                (json = (JsonObject)json.DeepClone())["filter"]!["outlet"] = "Nowhere Wire";
            return (type, damaged ? Damage.Json(json, dice) : Encoding.UTF8.GetBytes(json.ToJsonString()), []);
        }
        var text = Encoding.UTF8.GetBytes(example.ToString());
        return (type, damaged ? Damage.Bytes(text, dice) : text, []);
    }

    /// <summary>Sound lines with damaged ones between them.</summary>
    private static (string, byte[], IReadOnlyList<Guid>) Batch(string type, JsonNode example, int number, Random dice)
    {
        using var body = new MemoryStream();
        var neighbours = new List<Guid>();
        for (var line = 0; line < dice.Next(2, 8); line++)
        {
            if (dice.Hits(0.4))
            {
                var (externalId, text) = ($"neighbour-{Inputs.Seed}-{number}-{line}", "Farmers expect a good harvest.");
                body.Write(Encoding.UTF8.GetBytes(new JsonObject { ["text"] = text, ["externalId"] = externalId, ["source"] = Source }.ToJsonString()));
                neighbours.Add(DeterministicId.Article(Source, externalId, null, null, text));
            }
            else
                body.Write([.. Damage.Json(example, dice).Select(b => b == '\n' ? (byte)' ' : b)]);
            body.Write("\n"u8);
        }
        return (type, body.ToArray(), neighbours);
    }

    private static byte[] Compress(byte[] body, Random dice, List<(string, string)> headers)
    {
        var coding = dice.Of(["gzip", "br", "deflate", "zstd", "gzip, gzip", "x"]);
        headers.Add(("Content-Encoding", coding));
        using var to = new MemoryStream();
        using (Stream stream = coding == "br" ? new BrotliStream(to, CompressionLevel.Fastest) : coding == "deflate" ? new ZLibStream(to, CompressionLevel.Fastest) : new GZipStream(to, CompressionLevel.Fastest))
            stream.Write(body);
        return dice.Hits(0.5) ? Damage.Bytes(to.ToArray(), dice) : to.ToArray();
    }

    private static byte[] Chunks(byte[] body, Random dice)
    {
        using var chunks = new MemoryStream();
        for (var at = 0; at < body.Length;)
        {
            var length = Math.Min(body.Length - at, dice.Next(1, 4000));
            chunks.Write(Encoding.ASCII.GetBytes($"{length:X}\r\n"));
            chunks.Write(body, at, length);
            chunks.Write("\r\n"u8);
            at += length;
        }
        chunks.Write("0\r\n\r\n"u8);
        return chunks.ToArray();
    }

    /// <summary>What can stand in a header without ending it; the server may still refuse it.</summary>
    private static string Header(string value) => new([.. Whole(value).Where(c => c is not ('\r' or '\n' or '\0') && c >= ' ').Take(2000)]);

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
