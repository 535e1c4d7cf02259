using System.Text.Json;
using Platform.Contracts;

namespace Platform.Tests.Contracts;

public sealed class EventTypeTableTests
{
    // Event and sub-event types of the ACLED codebook, 2024.
    private static readonly Dictionary<string, string[]> Acled = new()
    {
        ["Battles"] = ["Government regains territory", "Non-state actor overtakes territory", "Armed clash"],
        ["Protests"] = ["Excessive force against protesters", "Protest with intervention", "Peaceful protest"],
        ["Riots"] = ["Violent demonstration", "Mob violence"],
        ["Explosions/Remote violence"] =
        [
            "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
        ],
        ["Violence against civilians"] = ["Sexual violence", "Attack", "Abduction/forced disappearance"],
        ["Strategic developments"] =
        [
            "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
            "Looting/property destruction", "Non-violent transfer of territory", "Other",
        ],
    };

    // Modes of ASSAULT in the PLOVER manual, and aerial, which its authors' coder adds; the mode may be left empty.
    private static readonly string[] AssaultModes =
    [
        "", "abduct", "beat", "torture", "execute", "sexual", "assassinate", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "heavy-weapons", "cleansing", "massacre", "unconventional", "sideAB", "aerial",
    ];

    private static readonly string[] Muc4 = ["ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE"];

    private static readonly string[][] Lines =
        [.. File.ReadAllLines(Path.Combine(Repository.Contracts, "event-types.csv")).Select(line => line.Split(','))];

    private static readonly string[] Names =
        [.. Enum.GetValues<EventType>().Select(type => JsonSerializer.SerializeToElement(type, Contract.Metadata(typeof(EventType))).GetString()!)];

    public static TheoryData<string> EventTypes => [.. Names];

    [Fact]
    public void The_table_has_one_line_for_each_event_type_in_their_order()
    {
        Lines[0].ShouldBe(["eventType", "acledEventType", "acledSubEventType", "ploverEvent", "ploverMode", "muc4Type"]);
        Lines.ShouldAllBe(line => line.Length == 6);
        Lines.Skip(1).Select(line => line[0]).ShouldBe(Names);
    }

    [Fact]
    public void The_table_in_the_README_is_the_same()
    {
        var readme = File.ReadAllLines(Path.Combine(Repository.Contracts, "README.md")).SkipWhile(line => line != "## Event types elsewhere");

        readme.Where(line => line.StartsWith("| `", StringComparison.Ordinal) && !line.Contains("`eventType`", StringComparison.Ordinal)).ShouldBe(
            Lines.Skip(1).Select(l => $"| `{l[0]}` | {l[1]} → {l[2]} | {l[3]}{(l[4].Length > 0 ? ", " + l[4] : "")} | {l[5]} |"));
    }

    [Theory, MemberData(nameof(EventTypes))]
    public void An_event_type_maps_to_names_those_codebooks_have(string eventType)
    {
        var line = Lines.Single(l => l[0] == eventType);

        Acled.ShouldContainKey(line[1]);
        Acled[line[1]].ShouldContain(line[2]);
        line[3].ShouldBe("ASSAULT");
        AssaultModes.ShouldContain(line[4]);
        Muc4.ShouldContain(line[5]);
    }
}
