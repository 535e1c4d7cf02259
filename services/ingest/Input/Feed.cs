using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Platform.Ingest.Input;

/// <summary>Reads a whole RSS 2.0 or Atom feed: an article an item, in the order of the feed. No DTDs, nothing is fetched.</summary>
public static partial class Feed
{
    internal static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>A reading for each item. A bad item is a reading with a problem and does not harm the others.</summary>
    /// <param name="body">The XML.</param>
    /// <param name="charset">The charset parameter of Content-Type; it wins over the XML declaration (RFC 7303).</param>
    /// <param name="query">Parameters that win over what the feed says: outlet, language, source, tags.</param>
    /// <param name="rules">The rules and limits.</param>
    /// <exception cref="ProblemException">Not well-formed, not a feed, too large, or without items.</exception>
    public static IReadOnlyList<Reading> Read(byte[] body, string? charset, IQueryCollection query, ArticleRules rules)
    {
        Charsets.Register();
        QueryMetadata.RefuseForFeed(query);
        var decoded = (charset ?? Declared(body)) is { } name ? Charsets.Decode(body, name) : null;
        XElement root;
        try
        {
            using (var survey = Open(body, decoded)) Survey(survey, rules.Limits);
            using var reader = Open(body, decoded);
            root = XElement.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetBaseUri);
        }
        catch (XmlException e)
        {
            throw new ProblemException(Problems.MalformedXml(Why(e)));
        }
        var budget = new MarkupBudget(rules.Limits);
        var drafts = root.Name.LocalName == "rss" && root.Element("channel") is { } channel ? RssItem.ReadAll(channel, budget)
            : root.Name == Atom + "feed" ? AtomEntry.ReadAll(root, budget)
            : throw new ProblemException(Problems.NotAFeed(root.Name.LocalName));
        var readings = drafts.Select(draft => Check(draft, query, rules)).ToList();
        return readings.Count > 0 ? readings : throw new ProblemException(Problems.NoUsableItem("The feed has no items. Send it again when it has."));
    }

    private static Reading Check(Func<ArticleDraft> read, IQueryCollection query, ArticleRules rules)
    {
        try
        {
            var draft = read();
            rules.LeaveOutBadMetadata(draft);
            QueryMetadata.Apply(query, draft);
            return rules.Check(draft);
        }
        catch (ProblemException e)
        {
            return Reading.Failed(e.Problem);
        }
    }

    /// <summary>
    /// The encoding that the XML declaration names, where it is another than those the XML reader reads strictly; null then. Of others it would
    /// replace what does not belong.
    /// </summary>
    private static string? Declared(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith("<?xml"u8)) return null;
        var declaration = Encoding.Latin1.GetString(body[..Math.Min(body.Length, LongestDeclaration)]);
        var match = EncodingName().Match(declaration);
        return !match.Success || match.Groups[1].Value.StartsWith("utf-", StringComparison.OrdinalIgnoreCase) ? null : match.Groups[1].Value;
    }

    private const int LongestDeclaration = 256;

    [GeneratedRegex("""^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")]
    private static partial Regex EncodingName();

    private static XmlReader Open(byte[] body, string? decoded)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        return decoded is null ? XmlReader.Create(new MemoryStream(body, writable: false), settings) : XmlReader.Create(new StringReader(decoded), settings);
    }

    /// <summary>Reads to the end without keeping anything, so that the tree built afterwards is known to be well-formed and small.</summary>
    private static void Survey(XmlReader reader, Limits limits)
    {
        var (nodes, items) = (0, 0);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            nodes += 1 + reader.AttributeCount;
            if (nodes > limits.MaxMarkupNodes) throw new ProblemException(MarkupBudget.TooManyNodes(limits));
            if (reader.Depth >= limits.MaxMarkupDepth)
                throw new ProblemException(Problems.DocumentTooComplex(FormattableString.Invariant($"Elements may be nested {limits.MaxMarkupDepth} deep.")));
            if (reader.Depth <= 2 && reader.LocalName is "item" or "entry" && ++items > limits.MaxFeedItems)
                throw new ProblemException(Problems.DocumentTooComplex(FormattableString.Invariant($"A feed may have {limits.MaxFeedItems:N0} items. Split it, or send the articles as NDJSON to POST /articles/batch.")));
        }
    }

    private static string Why(XmlException e)
    {
        var end = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
        var what = Characters.Printable(end > 0 ? e.Message[..end] : e.Message, 300);
        var place = FormattableString.Invariant($"Line {e.LineNumber}, position {e.LinePosition}: ");
        return e.Message.Contains("DTD", StringComparison.Ordinal)
            ? place + "A DTD (DOCTYPE) is not accepted. Send the feed without it."
            : $"{place}{what} Send well-formed XML without a DTD; named entities of HTML are not XML.";
    }
}
