using System.Net;
using System.Text;

namespace Platform.Tests.Unit.Ingest;

/// <summary>Random damage to good input. Whatever comes in, the answer is never a 5xx and what is stored keeps the rules.</summary>
public class MutationTests
{
    private static readonly (string Path, string Type, string Body)[] s_seeds =
    [
        ("/articles", "application/json", """{"title":"Räketen","text":"Three rockets \ud83d\ude80 hit.","url":"https://n.example/1","publishedAt":"2024-05-01T10:15:00+03:00","language":"en","id":"1","tags":["a","b"]}"""),
        ("/articles?title=x&publishedAt=2024-05-01", "text/plain", "Three rockets hit.\r\nثلاثة صواريخ"),
        ("/articles", "text/html", "<html lang=en><head><meta charset=utf-8><meta property='article:published_time' content='2024-05-01'><script type='application/ld+json'>{\"datePublished\":\"2024\"}</script></head><body><article><h1>T</h1><p>Three &amp; rockets<br>hit.</p><table><tr><td>x</table></article>"),
        ("/articles", "application/rss+xml", "<rss><channel><title>T</title><item><guid>1</guid><pubDate>Wed, 01 May 2024 10:15:30 GMT</pubDate><description><![CDATA[<p>One</p>]]></description></item></channel></rss>"),
        ("/articles", "application/atom+xml", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title type='html'>&lt;b&gt;</title><content type='xhtml'><p>One</p></content><updated>2024-05-01T00:00:00Z</updated></entry></feed>"),
        ("/articles/batch", "application/x-ndjson", "{\"id\":\"1\",\"text\":\"a\"}\n\n{\"text\":\"b\",\"tags\":[\"x\"]}\r\n{\"text\":\"\\u0041\",\"publishedAt\":null}"),
    ];

    private static readonly byte[][] s_splinters =
    [
        [0], [0xFF], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(), "\""u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), "["u8.ToArray(), "<"u8.ToArray(),
        ">"u8.ToArray(), "&#0;"u8.ToArray(), "&#xD800;"u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "1e999"u8.ToArray(), "null"u8.ToArray(), "<!DOCTYPE x [<!ENTITY a 'b'>]>"u8.ToArray(),
        "<template><table><svg>"u8.ToArray(), "9999-12-31"u8.ToArray(), "\u202E\u0007"u8.ToArray(), "]]>"u8.ToArray(), "<!--"u8.ToArray(), "</p></article>"u8.ToArray(),
    ];

    [Fact]
    public async Task Thousands_of_damaged_inputs_never_give_a_5xx_and_never_store_what_the_rules_forbid()
    {
        await using var host = await IngestHost.StartAsync();
        var random = new Random(20260301);
        var seen = new Dictionary<HttpStatusCode, int>();
        for (var round = 0; round < 4_000; round++)
        {
            var (path, type, body) = s_seeds[round % s_seeds.Length];
            var bytes = Damage(Encoding.UTF8.GetBytes(body), random);
            using var response = await host.PostAsync(path, bytes, random.Next(20) == 0 ? s_seeds[random.Next(5)].Type : type);
            var answer = await response.Content.ReadAsStringAsync();
            ((int)response.StatusCode).ShouldBeLessThan(500, $"round {round}: {Convert.ToBase64String(bytes)} gave {answer}");
            answer.ShouldNotContain("\"status\":500", Case.Sensitive, $"round {round}: {Convert.ToBase64String(bytes)}");
            seen[response.StatusCode] = seen.GetValueOrDefault(response.StatusCode) + 1;
        }
        seen.Keys.ShouldBe([HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnprocessableEntity], ignoreOrder: true, customMessage: string.Join(", ", seen));
        foreach (var (article, _) in host.Stored)
        {
            string?[] values = [article.Title, article.Text, article.Url, article.Outlet, article.Language, article.ExternalId, article.Source, .. article.Tags];
            values.ShouldAllBe(v => v == null || (v.Length > 0 && !v.Contains('\0') && new UTF8Encoding(false, true).GetByteCount(v) > 0));
            article.Text.ShouldNotBeNullOrWhiteSpace();
        }
    }

    private static byte[] Damage(byte[] body, Random random)
    {
        var bytes = body.ToList();
        for (var n = random.Next(1, 5); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var most = bytes.Count - at;
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, random.Next(1, Math.Min(most, 20) + 1)); break;
                case 2: bytes.InsertRange(at, s_splinters[random.Next(s_splinters.Length)]); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at, random.Next(1, most + 1))); break;
                case 4: bytes.RemoveRange(at, most); break;
                default: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }
        return [.. bytes];
    }
}
