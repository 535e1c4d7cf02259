using System.Globalization;

namespace Platform.Tests.Harness;

/// <summary>Articles in our own words.</summary>
public static class Articles
{
    // Far from each other, and known to the engine.
    private static readonly string[] Towns = ["Balad", "Mosul", "Kirkuk", "Basra", "Erbil", "Fallujah", "Ramadi", "Tikrit", "Najaf", "Rutba"];

    private static readonly string[] Numbers = ["Two", "Three", "Four", "Five", "Six", "Seven", "Eight"];

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
