using System.Globalization;
using System.Text;
using System.Text.Json;
using Platform.Extraction.Engine;

namespace Platform.Tests.Benchmarks;

/// <summary>Articles to measure on: made from sentences of our own, or read from NDJSON files of the shared evaluation data.</summary>
public static class ArticleSource
{
    private static readonly string[] Openings =
    [
        "{Place}, {Day} – {Count} people were killed and {Count2} others wounded when a {Weapon} exploded outside a {Target} in {Place} on {Day}, {Official} said.",
        "At least {Count} {Weapon}s hit a {Target} near {Place} late on {Day}, wounding {Count2} soldiers, {Official} told reporters.",
        "A gunman opened fire at a {Target} in {Place} on {Day} evening, leaving {Count} people dead, according to {Official}.",
        "Fighters attacked a {Target} on the outskirts of {Place} at dawn on {Day}, and {Count} guards were injured in the clash.",
    ];

    private static readonly string[] Body =
    [
        "No group has claimed responsibility for the attack, but {Official} blamed militants who have been active in the area since last October.",
        "{Group} said in a statement that its fighters carried out the operation in response to a raid the week before.",
        "Witnesses described a loud blast followed by smoke over the market, and shops along the main road stayed shut for the rest of the day.",
        "The wounded were taken to two hospitals in {Place}, where doctors said that {Count2} of them were in a serious condition.",
        "It was the third such incident in a month; {Count} attacks of this kind were recorded in the province last year.",
        "Two days earlier, a roadside bomb near {Place} had killed {Count2} policemen and destroyed their vehicle.",
        "\"We heard the first explosion and ran,\" said a shopkeeper who asked not to be named because he feared for his family.",
        "The ministry promised an investigation and warned that it would strengthen the protection of the {Target} if the threats went on.",
        "Talks between the parties are to resume next week in a neighbouring country, diplomats said, although nobody expects an agreement soon.",
        "The road is used by lorries that bring fuel, food and spare parts to the towns of the north, and traffic was turned back for hours.",
        "Residents have asked the governor for more lights, more patrols and a clinic that is open at night, so far without an answer.",
        "Of the {Count} {Weapon}s that were fired, most fell on open ground about 12 km north of {Place} and caused only slight damage.",
        "The army later shelled the hills from which the {Weapon}s had come; {Official} could not say whether anyone was hit there.",
    ];

    private static readonly (string Name, string[] Words)[] Slots =
    [
        ("{Place}", ["Baghdad", "Erbil", "Kandahar", "Aleppo", "Mogadishu", "Maiduguri", "Quetta", "Bogota", "Tripoli", "Donetsk"]),
        ("{Day}", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
        ("{Count}", ["four", "12", "at least seven", "two dozen", "three", "more than 20"]),
        ("{Count2}", ["five", "nine", "two", "16", "several"]),
        ("{Weapon}", ["car bomb", "rocket", "mortar shell", "drone", "Katyusha rocket", "missile"]),
        ("{Target}", ["police station", "military base", "checkpoint", "market", "school", "government building", "hotel"]),
        ("{Official}", ["a police spokesman", "the interior ministry", "a security source", "the provincial governor", "an army officer"]),
        ("{Group}", ["Al-Shabaab", "The Taliban", "Islamic State", "A group that calls itself the Front of the North"]),
    ];

    /// <summary>Articles of about so many characters each, always the same for the same arguments.</summary>
    public static Article[] Generate(int count, int length)
    {
        var random = new Random(20240101);
        var articles = new Article[count];
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder(Fill(Openings[random.Next(Openings.Length)], random));
            while (text.Length < length) text.Append(random.Next(4) == 0 ? "\n\n" : " ").Append(Fill(Body[random.Next(Body.Length)], random));
            articles[i] = Of(text.ToString(), new DateTimeOffset(2022, 6, 15, 0, 0, 0, TimeSpan.Zero));
        }
        return articles;
    }

    /// <summary>The articles of an NDJSON file, each as it is.</summary>
    public static Article[] Read(string path) => Read(path, null);

    /// <summary>The articles of an NDJSON file; texts shorter than <paramref name="length"/> are joined until they have it.</summary>
    public static Article[] Read(string path, int? length)
    {
        var articles = new List<Article>();
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            if (text.Length > 0) text.Append("\n\n");
            text.Append(json.RootElement.GetProperty("text").GetString());
            if (text.Length < length) continue;
            DateTimeOffset? published = json.RootElement.TryGetProperty("publishedAt", out var at) && at.GetString() is { } written
                ? DateTimeOffset.Parse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                : null;
            articles.Add(Of(text.ToString(0, Math.Min(text.Length, length ?? int.MaxValue)), published));
            text.Clear();
        }
        return [.. articles];
    }

    private static Article Of(string text, DateTimeOffset? published) => new(Guid.Empty, 1, null, text, published, null);

    private static string Fill(string sentence, Random random)
    {
        foreach (var (name, words) in Slots) sentence = sentence.Replace(name, words[random.Next(words.Length)], StringComparison.Ordinal);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }
}
