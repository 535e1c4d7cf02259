using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Platform.Ingest.Input;

/// <summary>
/// Reads one article from JSON, in one pass and without a tree, so that a batch stays cheap and every wrong field is named
/// at once. Names count without regard to case. Properties that are not ours are ignored, whatever they hold.
/// </summary>
public static class JsonArticle
{
    private static readonly byte[][] s_names =
        [.. new[] { Fields.Title, Fields.Text, Fields.Url, Fields.Outlet, Fields.PublishedAt, Fields.Language, Fields.ExternalId, Fields.Id, Fields.Source, Fields.Tags }
            .Select(Encoding.UTF8.GetBytes)];

    private static ReadOnlySpan<byte> Bom => [0xEF, 0xBB, 0xBF];

    /// <summary>The article, or the problem: not UTF-8, not JSON, not an object, or wrong fields.</summary>
    /// <param name="utf8">The whole document; a byte order mark in front is skipped.</param>
    /// <param name="rules">The rules and limits.</param>
    public static Reading Read(ReadOnlySpan<byte> utf8, ArticleRules rules)
    {
        if (utf8.StartsWith(Bom)) utf8 = utf8[Bom.Length..];
        if (!Utf8.IsValid(utf8)) return Reading.Failed(Problems.NotInCharset("UTF-8", Charsets.FirstInvalid(utf8)));
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = rules.Limits.MaxJsonDepth });
        try
        {
            var draft = ReadObject(ref reader, rules.Limits);
            // Anything but white space after the object throws here.
            reader.Read();
            return rules.Check(draft);
        }
        catch (JsonException e)
        {
            return Reading.Failed(Malformed(e));
        }
    }

    /// <summary>The problem of a body that the parser refuses.</summary>
    internal static Problem Malformed(JsonException e) => Problems.MalformedJson(Why(e), (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);

    private static ArticleDraft ReadObject(ref Utf8JsonReader reader, Limits limits)
    {
        var draft = new ArticleDraft();
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            draft.Errors.Add("body", $"must be a JSON object, not {Kind(reader.TokenType)}. Several articles go to POST /articles/batch, one object a line.");
            draft.Errors.Add(Fields.Text, "is required; send the text of the article.");
            reader.Skip();
            return draft;
        }
        var values = new Values();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(ref reader);
            reader.Read();
            if (field < 0)
            {
                reader.Skip();
                continue;
            }
            values.Read(ref reader, field, draft.Errors, limits);
        }
        values.Fill(draft);
        return draft;
    }

    /// <summary>Index of one of our names, or -1.</summary>
    private static int FieldOf(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            for (var i = 0; i < s_names.Length; i++)
            {
                if (Ascii.EqualsIgnoreCase(reader.ValueSpan, s_names[i])) return i;
            }
            return -1;
        }
        if (!TryString(ref reader, out var name)) return -1;
        return Array.FindIndex(s_names, n => Ascii.EqualsIgnoreCase(n, name));
    }

    /// <summary>False when the string holds half a surrogate pair in an escape, which is no text.</summary>
    private static bool TryString(ref Utf8JsonReader reader, out string value)
    {
        try
        {
            value = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            value = "";
            return false;
        }
    }

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };

    /// <summary>The parser's message without its own account of the place, which counts from 0.</summary>
    private static string Why(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return Characters.Printable(end < 0 ? e.Message : e.Message[..end], 300);
    }

    /// <summary>The values as they come; the alias is sorted out when all are there.</summary>
    private struct Values()
    {
        private readonly string?[] _strings = new string?[s_names.Length];
        private List<string>? _tags;
        private uint _seen;
        private bool _badId;

        private const int IdIndex = 7, TagsIndex = 9;

        public void Read(ref Utf8JsonReader reader, int field, FieldErrors errors, Limits limits)
        {
            var name = Encoding.UTF8.GetString(s_names[field]);
            if ((_seen & (1u << field)) != 0) errors.Add(name, "is given more than once; give it once.");
            _seen |= 1u << field;
            if (reader.TokenType == JsonTokenType.Null) return;
            if (field == TagsIndex)
                ReadTags(ref reader, errors, limits);
            else if (ReadString(ref reader, name, "a string", errors) is { } value)
                _strings[field] = value;
            else if (field == IdIndex)
                _badId = true;
        }

        private void ReadTags(ref Utf8JsonReader reader, FieldErrors errors, Limits limits)
        {
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                errors.Add(Fields.Tags, $"must be an array of strings, not {Kind(reader.TokenType)}.");
                reader.Skip();
                return;
            }
            _tags = [];
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                if (i > limits.MaxTags + 1_000)
                    reader.Skip();
                else if (ReadString(ref reader, FormattableString.Invariant($"{Fields.Tags}[{i}]"), "a string", errors) is { } tag)
                    _tags.Add(tag);
            }
        }

        private static string? ReadString(ref Utf8JsonReader reader, string name, string expected, FieldErrors errors)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                errors.Add(name, $"must be {expected}, not {Kind(reader.TokenType)}.");
                reader.Skip();
                return null;
            }
            if (TryString(ref reader, out var value)) return value;
            errors.Add(name, "has half a surrogate pair in an escape (such as \\ud800); send whole characters.");
            return null;
        }

        public readonly void Fill(ArticleDraft draft)
        {
            draft.Title = _strings[0];
            draft.Text = _strings[1];
            draft.Url = _strings[2];
            draft.Outlet = _strings[3];
            draft.PublishedAt = _strings[4];
            draft.Language = _strings[5];
            draft.ExternalId = string.IsNullOrWhiteSpace(_strings[6]) && !_badId && _strings[IdIndex] is { } id ? id : _strings[6];
            draft.Source = _strings[8];
            draft.Tags = _tags ?? [];
        }
    }
}
