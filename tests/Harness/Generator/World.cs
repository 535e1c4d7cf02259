using System.Globalization;
using Platform.Contracts;

namespace Platform.Tests.Harness.Generator;

/// <summary>Where invented incidents can happen, who does them and who tells of them. Few of each are common, most are rare.</summary>
public sealed class World
{
    private const int Countries = 60;
    private static readonly string[] Syllables = ["ba", "dar", "el", "fa", "gor", "han", "ik", "jal", "kam", "lo", "mir", "na", "or", "pel", "qa", "ras", "sul", "tan", "ur", "vik", "wen", "yas", "zor"];
    private readonly (string Country, Place[] Places)[] countries;
    private readonly string[] words;
    private readonly string[] outlets;
    private readonly string[] groups;

    /// <summary>A world always the same, from the engine's gazetteer and word list.</summary>
    public World()
    {
        var lexicon = Path.Combine(Repository.Root, "services", "extraction", "Lexicon");
        countries = [.. Rows(lexicon, "gazetteer.tsv").Select(row => ToPlace(row[1], row[3]))
            .Where(place => place.Country is not null).GroupBy(place => place.Country!)
            .OrderByDescending(country => country.Count()).ThenBy(country => country.Key, StringComparer.Ordinal).Take(Countries)
            .Select(country => (country.Key, country.Take(400).ToArray()))];
        words = [.. Rows(lexicon, "words.tsv").SelectMany(row => row[2].Split('|')).Where(word => word.All(char.IsAsciiLetterLower)).Distinct()];
        var random = new Random(11);
        // The common and the rare words, towns and countries must not be those at the front of an alphabet.
        random.Shuffle(words);
        random.Shuffle(countries);
        foreach (var (_, places) in countries)
            random.Shuffle(places);
        outlets = [.. Enumerable.Range(0, 400).Select(_ => $"{Name(random)} {Pick(["Post", "Times", "Herald", "Radio", "Star", "Agency", "Observer"], random)}")];
        groups = [.. Enumerable.Range(0, 150).Select(_ => $"{Pick(["Front of", "Army of", "Brigade of", "Sons of", "Free Men of"], random)} {Name(random)}")];
    }

    /// <summary>A place; some countries and towns come up far more often than others.</summary>
    public Place Place(Random random)
    {
        var (_, places) = countries[Skewed(countries.Length, random)];
        return places[Skewed(places.Length, random)];
    }

    /// <summary>A news outlet.</summary>
    public string Outlet(Random random) => outlets[Skewed(outlets.Length, random)];

    /// <summary>An armed group.</summary>
    public string Group(Random random) => groups[Skewed(groups.Length, random)];

    /// <summary>A word, common ones often.</summary>
    public string Word(Random random) => words[Skewed(words.Length, random)];

    /// <summary>The full name of a person, seldom the same twice.</summary>
    public static string Person(Random random) => $"{Name(random)} {Name(random)}";

    /// <summary>One of some values, each as likely.</summary>
    public static T Pick<T>(T[] values, Random random) => values[random.Next(values.Length)];

    /// <summary>An index below <paramref name="count"/>; about as Zipf's law has it.</summary>
    public static int Skewed(int count, Random random) => (int)Math.Pow(count + 1, random.NextDouble()) - 1;

    private static string Name(Random random)
    {
        var name = string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => Pick(Syllables, random)));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static Place ToPlace(string name, string attributes)
    {
        var values = attributes.Split(';').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        double? Degrees(string key) => values.TryGetValue(key, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : null;
        return new Place
        {
            Name = name,
            Admin1 = values.GetValueOrDefault("admin1"),
            Country = values.GetValueOrDefault("country"),
            Lat = Degrees("lat"),
            Lon = Degrees("lon"),
            Precision = PlacePrecision.Settlement,
            Text = name,
        };
    }

    private static IEnumerable<string[]> Rows(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).Where(row => row.Length >= 3);
}
