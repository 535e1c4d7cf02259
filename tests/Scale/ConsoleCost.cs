using System.Globalization;
using Microsoft.Playwright;
using Platform.Tests.Harness;
using Platform.Tests.WebConsole;

namespace Platform.Tests.Scale;

/// <summary>How long the console's first page takes in a real browser until it can be used, beside the same list as bare JSON in the same browser.</summary>
internal static class ConsoleCost
{
    private const int Warmup = 3, Measured = 25;

    // Each visit is a visitor's first: a context of its own, so nothing is cached. The clock begins with the navigation.
    private const string WhenUsable = "new MutationObserver((_, watch) => { if (document.querySelector('tr[data-id]')) { window.usable = performance.now(); watch.disconnect(); } }).observe(document, { childList: true, subtree: true });";

    private const string List = "incidents?fields=id%2Cversion%2Cstatus%2Ctitle%2CeventType%2Cdate%2Cplace%2Ccasualties%2Cconflicts%2Coutlets%2Cconfidence%2CchangedAt&limit=50";

    /// <summary>Adds the rows.</summary>
    public static async Task MeasureAsync(Infrastructure infrastructure, string connectionString, int incidents, CostTable table)
    {
        if (Chromium.Path is null)
        {
            await Console.Error.WriteLineAsync($"{Chromium.Missing} The console is not measured.");
            return;
        }
        var broker = await infrastructure.NewVirtualHostAsync();
        await using (var service = new ServiceProcess("projection", new Dictionary<string, string> { ["ConnectionStrings__Postgres"] = connectionString, ["ConnectionStrings__RabbitMq"] = broker.ToString() }))
        {
            await service.Start().ReadyAsync();
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await Chromium.LaunchAsync(playwright, Eventually.Patience);
            var (bare, usable) = (new List<double>(), new List<double>());
            for (var n = 0; n < Warmup + Measured; n++)
            {
                var json = await VisitAsync(browser, new Uri(service.Address, List), "() => performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart", null);
                var page = await VisitAsync(browser, new Uri(service.Address, "console/"), "() => window.usable", "tr[data-id]");
                if (n < Warmup)
                    continue;
                bare.Add(json);
                usable.Add(page);
            }
            table.Add("console: the list as bare JSON in the browser", incidents, bare);
            table.Add("console: first page until it can be used", incidents, usable);
            var ratio = Median(usable) / Median(bare);
            table.Add("console: the page as so many times the bare list", incidents, ratio.ToString("N1", CultureInfo.InvariantCulture), ratio);
        }
        await infrastructure.DeleteVirtualHostAsync(broker);
    }

    private static async Task<double> VisitAsync(IBrowser browser, Uri address, string clock, string? until)
    {
        await using var context = await browser.NewContextAsync();
        await context.AddInitScriptAsync(WhenUsable);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        if (until is not null)
            await page.Locator(until).First.WaitForAsync();
        return await page.EvaluateAsync<double>(clock);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
