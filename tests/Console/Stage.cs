using Microsoft.Playwright;
using Platform.Tests.Harness;

namespace Platform.Tests.WebConsole;

/// <summary>A real browser, and a platform without keys that all tests here share.</summary>
public sealed class Stage : IAsyncLifetime
{
    private IPlaywright? playwright;

    /// <summary>Where broker and database are.</summary>
    public Infrastructure Infrastructure { get; } = new();

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The platform without keys.</summary>
    public TestPlatform Platform { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Eventually.Patience.TotalMilliseconds);
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(playwright, Eventually.Patience);
        await Infrastructure.InitializeAsync();
        Platform = await TestPlatform.StartAsync(Infrastructure);
    }

    /// <summary>Somebody opens a page of the console in a tab of their own.</summary>
    /// <param name="page">Such as <c>#/incidents</c>.</param>
    /// <param name="platform">Another platform than the one without keys.</param>
    /// <param name="options">Size and colours of the window.</param>
    public Task<Visitor> ArriveAsync(string page, TestPlatform? platform = null, BrowserNewContextOptions? options = null) =>
        Visitor.ArriveAsync(Browser, new Uri((platform ?? Platform).Projection.Address, "console/" + page), options);

    /// <summary>An article of shots at a checkpoint comes in and is read; gives its incident.</summary>
    /// <param name="town">A town whose incidents no other test looks for.</param>
    /// <param name="year">The year; the day is 4 May.</param>
    public async Task<(Guid Id, long Version)> ShootingAsync(string town, int year)
    {
        var posted = await Platform.PostAsync(new { title = $"Shootings in {town}", text = $"Gunmen on motorcycles shot dead two policemen at a checkpoint in {town} on 4 May {year}, an officer said.", publishedAt = $"{year}-05-05", outlet = "Example Wire" });
        var incident = (await Platform.ExtractedAsync(posted.GetProperty("articleId").GetGuid())).GetProperty("incidents")[0];
        return (incident.GetProperty("id").GetGuid(), incident.GetProperty("version").GetInt64());
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (Platform is not null)
            await Platform.DisposeAsync();
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        await Infrastructure.DisposeAsync();
    }
}

/// <summary>All tests here share one stage, one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Collection : ICollectionFixture<Stage>
{
    /// <summary>Its name.</summary>
    public const string Name = "real browser";
}
