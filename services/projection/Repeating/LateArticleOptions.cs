namespace Platform.Projection.Repeating;

/// <summary>When an article is late; configuration section <c>LateArticles</c>.</summary>
public sealed class LateArticleOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "LateArticles";

    /// <summary>
    /// An article that was handed to the extraction and of which nothing has come back for this long, while the queues are empty or a
    /// thousand others came through, is sent again; then after twice as long, and so on, five times in all. At least a second; more
    /// than a crashed service needs to come back.
    /// </summary>
    public TimeSpan After { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Articles looked after at once, 1 or more: the oldest without those that died or were sent again five times, so that all have their turn.</summary>
    public int Most { get; set; } = 1000;
}
