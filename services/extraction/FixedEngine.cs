using System.Buffers.Binary;
using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Extraction;

/// <summary>
/// One made-up report an article, without reading it, so that a benchmark shows what everything but the engine costs. Places and
/// days are spread by the article's id over a million cells: linking has its keys to write and to look up, and finds nothing to join.
/// </summary>
public static class FixedEngine
{
    /// <summary>Name and version.</summary>
    public const string Version = "fixed/1.0";

    private static readonly string[] Countries = ["IQ", "SY", "AF", "SO", "NG", "PK", "CO", "LY", "UA", "YE"];
    private static readonly DateOnly FirstDay = new(2000, 1, 1);

    /// <summary>The report of an article; the same for the same id.</summary>
    public static ExtractionResult Extract(Article article)
    {
        Span<byte> id = stackalloc byte[16];
        article.ArticleId.TryWriteBytes(id);
        var spread = BinaryPrimitives.ReadUInt64LittleEndian(id[8..]);
        var day = FirstDay.AddDays((int)(spread % 9000));
        var row = (int)(spread / 9000 % 120);
        var quote = article.Text.Length > 40 ? article.Text[..40] : article.Text;
        var report = new IncidentReport
        {
            ReportId = DeterministicId.Report(article.ArticleId, 0, Version, article.Revision),
            ArticleId = article.ArticleId,
            Ordinal = 0,
            IsMain = true,
            EventType = EventType.Bombing,
            Date = new EventDate { Start = day, End = day, Precision = DatePrecision.Day, Text = quote },
            Place = new Place
            {
                Name = $"Place {row}",
                Country = Countries[row % Countries.Length],
                Lat = row / 2.0,
                Lon = row / 2.0,
                Precision = PlacePrecision.Settlement,
                Text = quote,
            },
            Evidence = [new Evidence { Field = "eventType", Start = 0, End = quote.Length }],
            Confidence = 0.5,
            Extractor = Version,
        };
        return new ExtractionResult([report], [], [new ReportClues()]);
    }
}
