using System.Globalization;
using Platform.Contracts;
using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

public sealed class LexiconTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.tsv", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Lexicon");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_of_every_lexicon_is_in_the_format_and_means_something(string file)
    {
        var lines = LexiconFile.Read(Path.Combine(Folder, file)).ToList();
        lines.ShouldNotBeEmpty();
        lines.Where(line => !IsSound(line)).Select(line => $"{line.Entry.Kind} {line.Entry.Value}").ShouldBeEmpty();
    }

    private static bool IsSound(LexiconLine line) =>
        IsKnown(line.Entry)
        && line.Forms.All(form => form == form.Trim() && Tokenizer.Split(form.TrimStart('=')).Any(token => token.Kind != TokenKind.Mark))
        && line.Entry.Attribute("country") is null or { Length: 2 }
        && IsWithin(line.Entry.Attribute("lat"), 90)
        && IsWithin(line.Entry.Attribute("lon"), 180);

    private static bool IsWithin(string? degrees, double limit) =>
        degrees is null || (double.TryParse(degrees, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= limit);

    private static bool IsKnown(LexiconEntry entry) => entry.Kind switch
    {
        Kinds.Event => (entry.Value == "attack" || EnumNames<EventType>.Find(entry.Value) is not null)
            && entry.Attribute("pos") is "noun" or "verb" or "agent"
            && (!entry.Has("weapon") || EnumNames<WeaponType>.Find(entry.Attribute("weapon")) is not null),
        Kinds.Weapon => EnumNames<WeaponType>.Find(entry.Value) is not null && EnumNames<EventType>.Find(entry.Attribute("event")) is not null,
        Kinds.Person or Kinds.Object => EnumNames<TargetKind>.Find(entry.Value) is not null && entry.Attribute("number") is "singular" or "plural",
        Kinds.Actor => EnumNames<PerpetratorKind>.Find(entry.Attribute("kind")) is not null,
        Kinds.Site => EnumNames<TargetKind>.Find(entry.Attribute("kind")) is not null && entry.Has("country") && entry.Has("lat") && entry.Has("lon"),
        Kinds.Settlement or Kinds.City or Kinds.Admin1 or Kinds.County => entry.Has("country") && entry.Has("lat") && entry.Has("lon"),
        Kinds.Outlet => entry.Has("admin1") && entry.Has("lat") && entry.Has("lon"),
        Kinds.Country or Kinds.Demonym => entry.Has("country"),
        Kinds.Harm => entry.Value is "killed" or "wounded" or "shot" or "missing" or "kidnapped" && entry.Attribute("form") is "pp" or "ing" or "present" or "state" or "died" or "of" or "toll" or "subject",
        Kinds.NoHarm => entry.Value.Split(',').All(what => what is "killed" or "wounded"),
        Kinds.Holiday => DateOnly.TryParseExact($"2020-{entry.Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || entry.Value.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray() is [>= 1 and <= 12, >= 1 and <= 7, >= 1 and <= 5],
        Kinds.Number or Kinds.Month or Kinds.Weekday or Kinds.DayWord => int.TryParse(entry.Value, CultureInfo.InvariantCulture, out _),
        Kinds.Claim => entry.Value is "claimed" or "claimedby" or "unclaimed" or "accused" or "suspected" or "denied" or "behind" or "suspectedof" or "workof",
        Kinds.Context => entry.Value is "irrealis" or "negated" or "statistic" or "generic" or "other" or "legal" or "mishap" or "play" or "sport" or "work" or "release" or "story" or "court" or "aftermath" or "accident" or "neutral",
        Kinds.Support => entry.Value is "do" or "suffer" or "happen",
        Kinds.Anchor or Kinds.Office or Kinds.Toll => IsSoundAnchor(entry),
        Kinds.Word => WordClasses.Parse(entry.Value) is not null,
        _ => true,
    };

    /// <summary>Its days and counts are in order and within the days an article can have; words its sentence needs are written as texts are folded.</summary>
    private static bool IsSoundAnchor(LexiconEntry entry)
    {
        var anchor = Anchor.Of(entry);
        var days = entry.Kind == Kinds.Toll ? anchor.Counts.Select(count => (From: count.Day, To: count.Day)).ToArray() : anchor.Days;
        return entry.Has("what")
            && days.Length > (entry.Kind == Kinds.Toll ? 1 : 0)
            && days.All(day => day.From >= DaySet.Oldest && day.From <= day.To && day.To <= DaySet.Youngest)
            && days.Zip(days.Skip(1)).All(pair => pair.First.To < pair.Second.From)
            && anchor.Counts.Zip(anchor.Counts.Skip(1)).All(pair => pair.First.Count < pair.Second.Count)
            && anchor.Needed.SelectMany(group => group).All(word => Tokenizer.Split(word).Select(token => token.Norm).SequenceEqual([word]));
    }

    [Fact]
    public void A_bad_line_is_refused_with_file_and_line()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tsv");
        File.WriteAllText(path, "# fine\nweapon\trocket\trocket\tevent=rocket_attack\nnonsense\tx\ty\n");
        try
        {
            Should.Throw<FormatException>(() => LexiconFile.Read(path).ToList()).Message.ShouldStartWith($"{Path.GetFileName(path)}:3:");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_longest_form_wins_and_names_need_capitals()
    {
        var matches = Lexicon.Shared.Match(Tokenizer.Split("US Central Command and us: a rocket propelled grenade"));
        matches.Select(match => match.Entries[0].Value).ShouldBe(["United States", "grenade"]);
    }
}
