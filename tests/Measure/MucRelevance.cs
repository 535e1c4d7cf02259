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
    private static readonly HashSet<string> Open = ["other_attack", "shooting", "armed_clash", "assassination", "rocket_attack", "missile_attack", "grenade_attack", "suicide_bombing"];

    /// <summary>Copies what extract wrote without the reports that the rules leave out; an article keeps its line.</summary>
    /// <param name="articles">The articles, NDJSON.</param>
    /// <param name="output">What extract wrote for them, in the same order.</param>
    /// <param name="relevant">Is written.</param>
    public static void Write(string articles, string output, string relevant) =>
        File.WriteAllLines(relevant, File.ReadLines(articles).Zip(File.ReadLines(output), (article, line) =>
        {
            var document = JsonNode.Parse(article)!;
            var (published, text) = (Day(document["publishedAt"]), (string)document["text"]!);
            var read = JsonNode.Parse(line)!;
            if (read["incidents"] is JsonArray incidents) read["incidents"] = new JsonArray([.. incidents.Where(report => Is(report!, published, text)).Select(report => report!.DeepClone())]);
            return read.ToJsonString();
        }));

    private static bool Is(JsonNode report, DateOnly? published, string text)
    {
        var type = (string)report["eventType"]!;
        var targets = report["targets"]!.AsArray();
        var victims = Victims(report["casualties"]);
        var fighters = Fighters().IsMatch(victims);
        var civil = victims.Length > 0 && !fighters;
        var soft = Enumerable.Range(0, targets.Count).Any(index => IsSoft(report, index, text, fighters));
        var person = targets.Any(target => (string)target!["kind"]! == "person");
        // Armies at war: combat, and what they bomb, unless it is told whom it struck.
        if (type == "armed_clash" && !civil) return false;
        if (type is "airstrike" or "shelling" && !person && !civil) return false;
        // Dead beyond counting are those of a war or of years; a key is of one act.
        if (Uncounted().IsMatch(victims)) return false;
        // "Casualties", "deaths", and nobody and nothing told that was struck: a communique of a war.
        if (targets.Count == 0 && Unnamed().IsMatch(victims)) return false;
        if (targets.Count + victims.Length > 0 && !soft && !civil) return false;
        if (targets.Count == 0 && victims.Length == 0 && Open.Contains(type)) return false;
        return Day(report["date"]?["end"]) is not { } day || published is not { } now || now.DayNumber - day.DayNumber <= OldestDays;
    }

    /// <summary>Whether a target takes no part in the fighting: no base, no military convoy, no vehicle of fighters who were harmed, no one with a rank.</summary>
    private static bool IsSoft(JsonNode report, int index, string text, bool fighters)
    {
        var target = report["targets"]![index]!;
        var kind = (string)target["kind"]!;
        if (kind is "military_base" or "troops" || kind == "transport" && fighters) return false;
        if (kind != "person") return !Military().IsMatch(((string)target["text"]!).ToUpperInvariant());
        var start = report["evidence"]!.AsArray().Where(entry => (string)entry!["field"]! == $"targets[{index}]").Select(entry => (int)entry!["start"]!).FirstOrDefault();
        var before = text[Math.Max(0, start - 40)..start].ReplaceLineEndings(" ").ToUpperInvariant();
        return !Rank().IsMatch(before) || Former().IsMatch(before);
    }

    private static string Victims(JsonNode? casualties) => casualties is not JsonObject counts ? "" : string.Join(' ', counts.Select(count => count.Value)
        .SelectMany(count => (count!["groups"] is JsonArray groups ? groups.AsEnumerable() : []).Prepend(count)).Select(said => (string?)said!["text"])).ToUpperInvariant();

    private static DateOnly? Day(JsonNode? node) =>
        (string?)node is { Length: >= 10 } text && DateOnly.TryParse(text[..10], CultureInfo.InvariantCulture, out var day) ? day : null;

    /// <summary>Who takes part in the fighting.</summary>
    [GeneratedRegex(@"\b(GUERRILLAS?|SUBVERSIVES?|REBELS?|TERRORISTS?|INSURGENTS?|SOLDIERS?|TROOPS?|OFFICERS?|SERGEANT|LIEUTENANT|MILITARY|ENEMY|ARMY|MERCENARIES|COMBATANTS?|POLICEM[AE]N|GUARDSMEN|DRUG TRAFFICKERS|COLONEL|CAPTAIN|MAJOR|GENERAL|CORPORAL|SERGEANTS|CADETS?|MARINES?|POLICE)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Fighters();

    /// <summary>Words that make a vehicle, a house or a post the army's.</summary>
    [GeneratedRegex(@"\b(MILITARY|ARMY|TROOPS?|PATROLS?|CONVOY|BATTALION|GARRISON|BARRACKS|BRIGADE|INFANTRY|NAVAL|NAVY|AIR FORCE|GUARDSMEN|SOLDIERS?|COMBAT|TANKS?|ARMORED|NATIONAL GUARD)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Military();

    /// <summary>Words for a toll that nobody counted.</summary>
    [GeneratedRegex(@"\b(MANY|DOZENS|HUNDREDS|THOUSANDS)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Uncounted();

    /// <summary>Words for the dead and hurt that say nothing of who they were.</summary>
    [GeneratedRegex(@"\b(CASUALTIES|DEATHS|VICTIMS)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unnamed();

    /// <summary>A rank before a name.</summary>
    [GeneratedRegex(@"\b(LIEUTENANT|LT|COLONEL|COL|CAPTAIN|CAPT|MAJOR|MAJ|SERGEANT|SGT|CORPORAL|GENERAL|GEN|SOLDIER|COMRADE|COMMANDER|GUERRILLA|REBEL|SUBVERSIVE|PRIVATE|CADET|TROOPS|POLICEMAN|OFFICER)\b[^A-Z]*(?:[A-Z.]+ )?$", RegexOptions.CultureInvariant)]
    private static partial Regex Rank();

    /// <summary>Who has left the army, and generals of other kinds.</summary>
    [GeneratedRegex(@"ATTORNEY GENERAL|SECRETARY GENERAL|DIRECTOR GENERAL|RETIRED|FORMER", RegexOptions.CultureInvariant)]
    private static partial Regex Former();
}
