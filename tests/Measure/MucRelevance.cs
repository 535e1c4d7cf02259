using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Platform.Tests.Measure;

/// <summary>
/// MUC-4's rules of relevance, which are narrower than what the platform reports: its keys hold acts against people and things
/// that take no part in the fighting, of the last two months, told with whom or what they struck. The engine knows none of this.
/// </summary>
internal static partial class MucRelevance
{
    private const int OldestDays = 60;

    /// <summary>Types that say too little alone; a bombing or a kidnapping is one without its victim, too.</summary>
    private static readonly HashSet<string> Open = ["other_attack", "shooting", "armed_clash", "assassination"];

    /// <summary>Copies what extract wrote without the reports that the rules leave out; an article keeps its line.</summary>
    /// <param name="articles">The articles, NDJSON.</param>
    /// <param name="output">What extract wrote for them, in the same order.</param>
    /// <param name="relevant">Is written.</param>
    public static void Write(string articles, string output, string relevant) =>
        File.WriteAllLines(relevant, File.ReadLines(articles).Zip(File.ReadLines(output), (article, line) =>
        {
            var published = Day(JsonNode.Parse(article)!["publishedAt"]);
            var read = JsonNode.Parse(line)!;
            if (read["incidents"] is JsonArray incidents) read["incidents"] = new JsonArray([.. incidents.Where(report => Is(report!, published)).Select(report => report!.DeepClone())]);
            return read.ToJsonString();
        }));

    private static bool Is(JsonNode report, DateOnly? published)
    {
        var type = (string)report["eventType"]!;
        var targets = report["targets"]!.AsArray().Select(target => (string)target!["kind"]!).ToList();
        var victims = Victims(report["casualties"]);
        var civil = victims.Length > 0 && !Fighters().IsMatch(victims);
        var soft = targets.Exists(kind => kind is not ("military_base" or "troops"));
        var person = targets.Contains("person");
        if (type == "armed_clash" && !person) return false;
        if (type is "airstrike" or "shelling" && !person && !civil) return false;
        if ((targets.Count > 0 || Fighters().IsMatch(victims)) && !soft && !civil) return false;
        if (targets.Count == 0 && victims.Length == 0 && Open.Contains(type)) return false;
        return Day(report["date"]?["end"]) is not { } day || published is not { } now || now.DayNumber - day.DayNumber <= OldestDays;
    }

    private static string Victims(JsonNode? casualties) => casualties is not JsonObject counts ? "" : string.Join(' ', counts.Select(count => count.Value)
        .SelectMany(count => (count!["groups"] is JsonArray groups ? groups.AsEnumerable() : []).Prepend(count)).Select(said => (string?)said!["text"])).ToUpperInvariant();

    private static DateOnly? Day(JsonNode? node) =>
        (string?)node is { Length: >= 10 } text && DateOnly.TryParse(text[..10], CultureInfo.InvariantCulture, out var day) ? day : null;

    /// <summary>Who takes part in the fighting.</summary>
    [GeneratedRegex(@"\b(GUERRILLAS?|SUBVERSIVES?|REBELS?|TERRORISTS?|INSURGENTS?|SOLDIERS?|TROOPS?|OFFICERS?|SERGEANT|LIEUTENANT|MILITARY|ENEMY|ARMY|MERCENARIES|COMBATANTS?|POLICEM[AE]N|GUARDSMEN|DRUG TRAFFICKERS)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Fighters();
}
