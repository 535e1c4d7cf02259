using System.ComponentModel.DataAnnotations;

namespace Platform.Ingest.Input;

/// <summary>
/// Every size and range the HTTP edge enforces. Bound from the configuration section <c>Limits</c>; what is not
/// configured keeps the value given here. "Characters" are UTF-16 code units.
/// </summary>
public sealed class Limits
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Limits";

    /// <summary>Largest body of <c>POST /articles</c> in bytes, after decompression.</summary>
    [Range(1_024, 268_435_456)]
    public int MaxBodyBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Longest line of a batch in bytes, without its line end.</summary>
    [Range(1_024, 67_108_864)]
    public int MaxLineBytes { get; set; } = 1024 * 1024;

    /// <summary>Longest <c>title</c> in characters.</summary>
    [Range(1, 100_000)]
    public int MaxTitleChars { get; set; } = 1_000;

    /// <summary>Longest <c>text</c> in characters.</summary>
    [Range(1, 50_000_000)]
    public int MaxTextChars { get; set; } = 500_000;

    /// <summary>Longest <c>url</c> in characters.</summary>
    [Range(1, 100_000)]
    public int MaxUrlChars { get; set; } = 2_048;

    /// <summary>Longest <c>outlet</c> in characters.</summary>
    [Range(1, 100_000)]
    public int MaxOutletChars { get; set; } = 200;

    /// <summary>Longest <c>language</c> in characters; RFC 5646 asks for 35.</summary>
    [Range(2, 255)]
    public int MaxLanguageChars { get; set; } = 35;

    /// <summary>Longest <c>externalId</c> in characters; long enough for an id that is an address.</summary>
    [Range(1, 100_000)]
    public int MaxExternalIdChars { get; set; } = 2_048;

    /// <summary>Longest <c>source</c> in characters; long enough for the address of a feed.</summary>
    [Range(1, 100_000)]
    public int MaxSourceChars { get; set; } = 2_048;

    /// <summary>Most <c>tags</c> of one article.</summary>
    [Range(0, 10_000)]
    public int MaxTags { get; set; } = 50;

    /// <summary>Longest tag in characters.</summary>
    [Range(1, 10_000)]
    public int MaxTagChars { get; set; } = 100;

    /// <summary>Earliest <c>publishedAt</c>, UTC, inclusive.</summary>
    public DateTimeOffset EarliestPublishedAt { get; set; } = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far after now <c>publishedAt</c> may lie; covers wrong zones and clocks.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "3650.00:00:00")]
    public TimeSpan LatestPublishedAfterNow { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Deepest nesting of JSON.</summary>
    [Range(2, 1_000)]
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>Most items of one feed.</summary>
    [Range(1, 100_000)]
    public int MaxFeedItems { get; set; } = 1_000;

    /// <summary>Most elements of one HTML document; most elements and attributes together of one feed.</summary>
    [Range(100, 10_000_000)]
    public int MaxMarkupNodes { get; set; } = 100_000;

    /// <summary>Deepest nesting of XML; deeper HTML is flattened at this depth, as browsers do.</summary>
    [Range(10, 1_000)]
    public int MaxMarkupDepth { get; set; } = 256;

    /// <summary>Longest time the HTML of one request may take to be read; a page of the usual kind takes some milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan MaxHtmlTime { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Places in the window of a batch. A line takes one place for each begun 64 KiB, so 256 places are at most
    /// 256 articles or 16 MiB that wait for their commit.
    /// </summary>
    [Range(1, 65_536)]
    public int BatchWindow { get; set; } = 256;

    /// <summary>
    /// Bytes of answers kept for a client that sends without reading. When they are full, reading the batch pauses
    /// until the client takes answers; sooner when those of all batches are too many (<see cref="AdmissionOptions.AnswerMegabytes"/>).
    /// </summary>
    [Range(65_536, 1_073_741_824)]
    public int BatchAnswerBufferBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Longest silence inside a batch: no byte in, or none taken of a full answer buffer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan BatchIdle { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Decompressed bytes of a batch before <see cref="MaxExpansion"/> is looked at.</summary>
    [Range(0, long.MaxValue)]
    public long ExpansionFreeBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Most decompressed bytes a compressed byte of a batch may give, on the whole.</summary>
    [Range(1, 10_000)]
    public int MaxExpansion { get; set; } = 100;

    /// <summary>Seconds a sender is asked to wait when the store does not answer.</summary>
    [Range(1, 3_600)]
    public int RetryAfterSeconds { get; set; } = 5;
}
