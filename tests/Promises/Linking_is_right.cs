using System.Text.Json;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Reports of one event become one incident, whoever comes first and however many consumers there are; others stay apart.</summary>
[Collection(Collection.Name)]
public sealed class Linking_is_right(Infrastructure infrastructure)
{
    [Fact]
    public async Task Every_order_of_arrival_gives_the_same_incidents()
    {
        var partitions = new List<string>();
        foreach (var order in new int[][] { [0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 4, 0, 3, 1] })
        {
            await using var platform = await TestPlatform.StartAsync(infrastructure);
            var told = Told("Mosul", new DateOnly(2019, 5, 4)).ToList();
            var ids = new Dictionary<Guid, int>();
            foreach (var n in order)
            {
                var article = (await platform.PostAsync(told[n])).GetProperty("articleId").GetGuid();
                ids[article] = n;
                await platform.ExtractedAsync(article);
            }
            partitions.Add(await PartitionAsync(platform, ids));
        }
        // Three tell of the fourth of May, one of a week later, one of both.
        partitions[0].ShouldBe("0 1 2 4 | 3 4");
        partitions.ShouldAllBe(p => p == partitions[0]);
    }

    [Fact]
    public async Task Two_consumers_at_once_open_each_incident_once()
    {
        await using var platform = await TestPlatform.StartAsync(infrastructure);
        await using var second = new ServiceProcess("projection", platform.EnvironmentOf("projection"));
        await second.Start().ReadyAsync();
        string[] towns = ["Mosul", "Kirkuk", "Basra", "Erbil", "Ramadi", "Tikrit", "Najaf", "Fallujah"];
        var articles = towns.SelectMany((town, t) => Enumerable.Range(0, 5).SelectMany(k => Told(town, new DateOnly(2015, 3, 1).AddDays(40 * k + 3 * t)).Take(3))).ToArray();
        Random.Shared.Shuffle(articles);

        await Task.WhenAll(articles.Select(platform.PostAsync));

        await Eventually.Equals(articles.Length, "articles extracted", () => platform.CountAsync("select count(*) from incidents.article where not pending and revision is not null"));
        (await platform.CountAsync("select count(*) from incidents.incident_list where status = 'open'")).ShouldBe(40);
        (await platform.CountAsync("select count(*) from incidents.report_link")).ShouldBe(articles.Length);
        (await platform.CountAsync("select count(*) from (select 1 from incidents.report_link group by incident_id having count(*) = 3) as threes")).ShouldBe(40);
    }

    /// <summary>Five articles: three outlets on one attack, one on an attack a week later, one that tells of both.</summary>
    private static IEnumerable<object> Told(string town, DateOnly day)
    {
        object Article(string outlet, int after, string title, string text) => new
        {
            externalId = $"{town}-{day:yyyyMMdd}-{outlet}",
            source = "tests",
            outlet,
            publishedAt = day.AddDays(after).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            title,
            text,
        };
        string Day(int after) => day.AddDays(after).ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
        yield return Article("First Wire", 1, $"Car bomb kills seven at a market in {town}",
            $"A car bomb killed seven people and wounded 19 at a market in {town} on {Day(0)}, police said. No group claimed the attack.");
        yield return Article("Second Daily", 1, $"Seven dead in {town} blast",
            $"At least seven people were killed and 19 others wounded when a car bomb exploded near the market of {town} on {Day(0)}. A hospital official gave the toll.");
        yield return Article("Third Channel", 2, $"Toll of {town} bombing rises",
            $"The death toll of the car bombing at a market in {town} on {Day(0)} has risen to nine, with 19 wounded, doctors said.");
        yield return Article("Fourth Post", 8, $"Gunmen kill two policemen in {town}",
            $"Gunmen shot dead two policemen at a checkpoint in {town} on {Day(7)}, the interior ministry said.");
        yield return Article("Fifth Review", 9, $"A bloody week in {town}",
            $"Gunmen shot dead two policemen at a checkpoint in {town} on {Day(7)}. On {Day(0)}, a car bomb killed seven people and wounded 19 at a market in {town}.");
    }

    private static async Task<string> PartitionAsync(TestPlatform platform, Dictionary<Guid, int> articles)
    {
        var groups = new List<string>();
        using var page = JsonDocument.Parse(await platform.Projection.Http.GetStringAsync("incidents?limit=100"));
        foreach (var incident in page.RootElement.GetProperty("items").EnumerateArray())
            groups.Add(string.Join(' ', incident.GetProperty("reports").EnumerateArray().Select(r => articles[r.GetProperty("articleId").GetGuid()]).Order()));
        return string.Join(" | ", groups.Order(StringComparer.Ordinal));
    }
}
