using System.Text.Json.Nodes;

namespace Platform.Tests.Measure;

/// <summary>What is wrong in a MUC-4 document, in one line: templates by type, and the entities that only one side has.</summary>
internal static class MucErrors
{
    private static readonly string[] Roles = ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"];

    /// <summary>The line, or null when all is right.</summary>
    public static string? Line(JsonNode document, JsonNode predicted)
    {
        var id = (string)document["docid"]!;
        var gold = document["templates"]!.AsArray();
        var said = predicted[id]!["pred_templates"]!.AsArray();
        var wrong = new List<string>();
        var (wanted, found) = (Types(gold), Types(said));
        if (wanted != found) wrong.Add($"templates {found} for {wanted}");
        foreach (var role in Roles)
        {
            var accepted = Entities(gold, role);
            var given = Entities(said, role).Select(entity => entity[0]).ToList();
            var extra = given.Where(mention => !accepted.Any(entity => entity.Contains(mention))).ToList();
            var missing = accepted.Where(entity => !entity.Any(given.Contains)).Select(entity => entity[0]).ToList();
            if (extra.Count > 0) wrong.Add($"{role} extra {string.Join(", ", extra.Distinct())}");
            if (missing.Count > 0) wrong.Add($"{role} missing {string.Join(", ", missing.Distinct())}");
        }
        return wrong.Count == 0 ? null : $"{id}  {string.Join(" | ", wrong)}";
    }

    private static string Types(JsonArray templates) =>
        templates.Count == 0 ? "none" : string.Join('+', templates.Select(template => (string)template!["incident_type"]!).Order(StringComparer.Ordinal));

    private static List<List<string>> Entities(JsonArray templates, string role) =>
        [.. templates.SelectMany(template => template![role]!.AsArray()).Select(entity => entity!.AsArray().Select(Mention).ToList())];

    private static string Mention(JsonNode? mention) => (mention is JsonArray withOffset ? (string)withOffset[0]! : (string)mention!).ToLowerInvariant();
}
