using Platform.Tests.Harness;
using Platform.Tests.Promises;

namespace Platform.Tests.Faults;

/// <summary>P7: a message that kills its process is set apart after some 25 deaths, and its neighbours, which die with it each time, go on.</summary>
[Collection(Lane.Broker)]
public sealed class Poison_messages(Infrastructure infrastructure)
{
    private const int Neighbours = 20;

    [Fact]
    public async Task One_that_kills_its_process_harms_no_neighbour_and_cured_it_is_replayed()
    {
        var bad = Guid.NewGuid();
        var poisoned = new Dictionary<string, string>
        {
            ["DOTNET_STARTUP_HOOKS"] = Path.Combine(Repository.Root, "tests", "Poison", "bin", Repository.Configuration, "net10.0", "Poison.dll"),
            ["PLATFORM_POISON"] = $"{bad}=kill",
        };
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        await using var extraction = new ServiceProcess("extraction", platform.Environment.Concat(poisoned).ToDictionary());
        await extraction.Start().ReadyAsync();
        await using var outsider = await Outsider.ConnectAsync(platform);
        var op = new Operator(platform);

        await Task.WhenAll(Enumerable.Range(0, Neighbours).Select(n =>
            outsider.PublishAsync("article-received.v1", Reports.Article(n), n == 7 ? bad.ToString() : Guid.NewGuid().ToString(), "ArticleReceived")));

        var letter = await op.OnlyAsync(patience: TimeSpan.FromMinutes(5));
        await Eventually.Equals(Neighbours - 1, "neighbours", () => ExtractedAsync(platform), TimeSpan.FromMinutes(3));
        extraction.Restarts.ShouldBeGreaterThan(0);
        letter.GetProperty("kind").GetString().ShouldBe("delivery_limit");
        letter.GetProperty("queue").GetString().ShouldBe("extraction.article-received.suspects");
        letter.GetProperty("reason").GetString()!.ShouldContain("process ended");
        letter.GetProperty("messageId").GetString().ShouldBe(bad.ToString());
        letter.GetProperty("body").GetBytesFromBase64().ShouldBe(Reports.Article(7));

        extraction.Kill();
        await platform.Extraction.Start().ReadyAsync();
        await op.ReplayAsync(letter);
        await op.ReplayAsync(letter);
        await Eventually.Equals(Neighbours, "the bad one too", () => ExtractedAsync(platform));
        (await op.OnlyAsync()).GetProperty("state").GetString().ShouldBe("replayed");
    }

    private static Task<long> ExtractedAsync(TestPlatform platform) => platform.CountAsync("select count(*) from incidents.mt_events where type = 'article_extracted'");
}
