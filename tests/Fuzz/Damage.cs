using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Tests.Fuzz;

/// <summary>Damages sound input: where it knows the grammar, by it; else letter by letter and byte by byte.</summary>
internal static class Damage
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "\u0001", "a\0b", "\uFFFF", "\u202Eabc", "İ", "ﬁ", "🚀", "ß", "الهجوم", "攻撃", "'; drop table x; --", "%00", "%", "{}", "[]", "null", "true", "NaN", "Infinity", "-Infinity", "1e999", "0x10",
        "0001-01-01", "9999-12-31", "9999-12-31T23:59:59.9999999+14:00", "0001-01-01T00:00:00-14:00", "2021-02-30", "2021-13-01T25:61:61Z", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "urn:x", "../../etc/passwd", "http://", "*", "\"", "\\", "\\u0000", "|", "||", ",", ",,,", "IQ,XX", "-1", "0", "2147483648", "-2147483649", "9223372036854775808", "1e308", "-0", "0.1", "1,2,3,4", "999,999", "nan,nan",
    ];

    private static readonly string[] Raw =
    [
        "1e400", "-1", "0", "9223372036854775808", "1.5", "-0.0", "true", "null", "[]", "{}", "[[[[[[[[]]]]]]]]", "{\"a\":{\"a\":{\"a\":1}}}", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"0001-01-01T00:00:00+14:00\"",
        "\"9999-12-31T23:59:59.9999999-14:00\"", "\"not one of them\"", "12345678901234567890123456789012345678901234567890", "[null]", "[1,\"a\",null,{}]", "2147483648", "\"🚀\"",
    ];

    /// <summary>A damaged piece of text, such as the value of a parameter.</summary>
    public static string Text(string sound, Random dice) => dice.Next(8) switch
    {
        0 or 1 => dice.Of(Texts),
        2 => sound + dice.Of(Texts),
        3 => sound.Length == 0 ? "x" : sound.Remove(dice.Next(sound.Length), 1),
        4 => sound.Insert(dice.Next(sound.Length + 1), ((char)dice.Next(1, 0xD800)).ToString()),
        5 => new string((char)dice.Next('!', '~'), dice.Next(1, 3000)),
        6 => string.Join(',', Enumerable.Repeat(sound, dice.Next(2, 150))),
        _ => new string([.. sound.Select(c => dice.Hits(0.2) ? (char)dice.Next(' ', 0x250) : c)]),
    };

    /// <summary>A damaged JSON document, as bytes.</summary>
    public static byte[] Json(JsonNode sound, Random dice)
    {
        var document = sound.DeepClone();
        var placeholders = new Dictionary<string, string>();
        for (var rounds = dice.Next(1, 4); rounds > 0; rounds--)
            Turn(document, dice, placeholders);
        var text = document.ToJsonString();
        foreach (var (placeholder, raw) in placeholders)
            text = text.Replace($"\"{placeholder}\"", raw, StringComparison.Ordinal);
        return dice.Hits(0.25) ? Bytes(Encoding.UTF8.GetBytes(text), dice) : Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Damaged bytes.</summary>
    public static byte[] Bytes(byte[] sound, Random dice)
    {
        var bytes = new List<byte>(sound);
        for (var rounds = dice.Next(1, 6); rounds > 0; rounds--)
        {
            var at = dice.Next(bytes.Count + 1);
            var length = Math.Min(bytes.Count - at, dice.Next(40));
            switch (dice.Next(7))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, Enumerable.Range(0, dice.Next(1, 10)).Select(_ => (byte)dice.Next(256)).ToArray());
                    break;
                case 2:
                    for (var i = at; i < at + length; i++) bytes[i] = (byte)(bytes[i] ^ 1 << dice.Next(8));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, length).ToArray());
                    break;
                case 5:
                    bytes.InsertRange(0, "\uFEFF"u8.ToArray());
                    break;
                default:
                    bytes.InsertRange(at, dice.Of<byte[]>([[0xC3, 0x28], [0xED, 0xA0, 0x80], [0xFF], [0xF4, 0x90, 0x80, 0x80], [0], [.. "\",\""u8], [.. "}{"u8], [.. "/* */"u8], [.. "\r\n"u8]]));
                    break;
            }
        }
        return [.. bytes];
    }

    /// <summary>One change at one place. What JsonNode cannot hold is put in as a placeholder, and its text for it afterwards.</summary>
    private static void Turn(JsonNode document, Random dice, Dictionary<string, string> placeholders)
    {
        var parents = Inside(document).Where(n => n is JsonObject { Count: > 0 } or JsonArray { Count: > 0 }).ToList();
        if (parents.Count == 0)
            return;
        var parent = dice.Of(parents);
        var key = parent is JsonObject o ? dice.Of([.. o.Select(p => p.Key)]) : null;
        var index = parent is JsonArray a ? dice.Next(a.Count) : 0;
        var old = key is null ? parent[index] : parent[key];
        switch (dice.Next(7))
        {
            case 0 when parent is JsonObject holder:
                holder.Remove(key!);
                break;
            case 1 when parent is JsonObject renamed:
                renamed.Remove(key!);
                renamed[Text(key!, dice)] = old;
                break;
            case 2 when parent is JsonArray list:
                for (var i = dice.Next(1, 300); i > 0; i--) list.Add(old?.DeepClone());
                break;
            case 3 when old is JsonValue value && value.GetValueKind() == JsonValueKind.String:
                Set(JsonValue.Create(Text(value.GetValue<string>(), dice)));
                break;
            case 4 when parent is JsonObject doubled:
                var twin = $"twin-{dice.Next(1_000_000)}";
                placeholders[twin] = $"1,{JsonSerializer.Serialize(key)}:{old?.ToJsonString() ?? "null"}";
                doubled[key!] = twin;
                break;
            case 5 when dice.Hits(0.2):
                Put(new string('[', 300) + new string(']', 300));
                break;
            default:
                Put(dice.Of(Raw));
                break;
        }

        void Put(string raw)
        {
            var placeholder = $"raw-{dice.Next(1_000_000)}";
            placeholders[placeholder] = raw;
            Set(placeholder);
        }

        void Set(JsonNode? value)
        {
            if (key is null)
                parent[index] = value;
            else
                parent[key] = value;
        }
    }

    private static IEnumerable<JsonNode> Inside(JsonNode node) => node switch
    {
        JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().SelectMany(Inside).Prepend(o),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Inside).Prepend(a),
        _ => [node],
    };
}
