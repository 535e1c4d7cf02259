using System.Globalization;

namespace Platform.Tests.Harness;

/// <summary>Articles in our own words.</summary>
public static class Articles
{
    // Far from each other, and known to the engine.
    private static readonly string[] Towns = ["Balad", "Mosul", "Kirkuk", "Basra", "Erbil", "Fallujah", "Ramadi", "Tikrit", "Najaf", "Rutba"];

    private static readonly string[] Numbers = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight"];

    // Kinds of attack, in words that have little in common.
    private static readonly string[] Attacks =
    [
        "{0} Katyusha rockets hit {1} on {2}, the military said. {3} soldiers were wounded.",
        "A car bomb exploded outside a market in {1} on {2}, police said. It killed {3} shoppers.",
        "Gunmen on motorcycles shot dead {3} policemen at a checkpoint in {1} on {2}, an officer said.",
        "{0} mortar shells fell on a residential quarter of {1} on {2}. Doctors treated {3} children.",
        "Kidnappers seized {3} engineers from a bus near {1} on {2}, the company said.",
        "A suicide bomber blew himself up inside a mosque in {1} on {2}; {3} worshippers died, a cleric said.",
        "Arsonists set fire to the town hall of {1} on {2}. {3} clerks were burnt, the mayor said.",
    ];

    private static readonly string[] FarTowns =
    [
        "Kabul", "Kandahar", "Herat", "Peshawar", "Quetta", "Karachi", "Lima", "Bogota", "Medellin", "Cali",
        "Maiduguri", "Kano", "Mogadishu", "Nairobi", "Beirut", "Tripoli", "Aden", "Manila", "Belfast", "Bilbao",
    ];

    private static readonly string[] Syllables = ["ba", "dar", "el", "fa", "gor", "han", "ik", "jal", "kam", "lo", "mir", "na", "or", "pel", "qa", "ras", "sul", "tan", "ur", "vik"];

    /// <summary>One of very many reports, spread over the world, the days, the kinds of attack and the words, so that few are near each other.</summary>
    public static object OfMany(int n, string source)
    {
        var (town, day) = (Towns.Concat(FarTowns).ElementAt(n % 30), new DateOnly(1985, 1, 1).AddDays(40 * (n / 30)));
        var random = new Random(n);
        string Word() => string.Concat(Enumerable.Range(0, 4).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return new
        {
            title = $"{town}, report {n}",
            text = string.Format(CultureInfo.InvariantCulture, Attacks[n % Attacks.Length], Numbers[n % 7], town, day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), Numbers[n % 11 % 7].ToLowerInvariant())
                + $" The {string.Join(' ', Enumerable.Range(0, 30).Select(_ => Word()))} was not reached. Report number {n}.",
            outlet = $"{Word()} Wire",
            publishedAt = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            externalId = $"attack-{n}",
            source,
        };
    }

    /// <summary>A report of one attack, another attack for every <paramref name="n"/>: the next town, or the same one nine days later.</summary>
    public static object Attack(int n, string source = "tests")
    {
        var (town, day) = (Towns[n % Towns.Length], new DateOnly(1985, 1, 1).AddDays(9 * (n / Towns.Length)));
        return new
        {
            title = $"Rockets hit {town}, report {n}",
            text = $"{Numbers[n % 7]} Katyusha rockets hit {town} on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, the military said. {Numbers[n % 11 % 7]} soldiers were wounded. Report number {n}.",
            outlet = "Example Wire",
            publishedAt = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            externalId = $"attack-{n}",
            source,
        };
    }

    /// <summary>A second revision of <see cref="Attack"/>, with another toll.</summary>
    public static object Revised(int n, string source = "tests") => new
    {
        title = $"Rockets hit Balad air base, report {n}",
        text = $"Three Katyusha rockets hit the Balad air base north of Baghdad on Saturday evening, the Iraqi military said. Four soldiers were wounded. Report number {n}.",
        outlet = "Example Wire",
        publishedAt = "2021-03-07",
        externalId = $"attack-{n}",
        source,
    };

    /// <summary>An article that tells of no attack.</summary>
    public static object Peaceful(int n, string source = "tests") => new
    {
        title = $"Wheat harvest, report {n}",
        text = $"Farmers in the south expect a good wheat harvest this year, the ministry of agriculture said. Report number {n}.",
        outlet = "Example Wire",
        publishedAt = "2021-03-07",
        externalId = $"peaceful-{n}",
        source,
    };
}
