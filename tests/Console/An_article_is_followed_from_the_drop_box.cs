using Microsoft.Playwright;
using Platform.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Platform.Tests.WebConsole;

[Collection(Collection.Name)]
public sealed class An_article_is_followed_from_the_drop_box(Stage stage)
{
    private const string Text = "Three Katyusha rockets hit the Balad air base north of Baghdad on 6 March 2021, wounding two soldiers, the military said.";

    [Fact]
    public async Task To_the_list_without_reload_to_its_words_to_a_correction_to_the_history_and_to_its_trace()
    {
        await using var reader = await stage.ArriveAsync("#/incidents");
        await Expect(reader.Page.Locator(".live.up")).ToBeVisibleAsync();
        await reader.Page.EvaluateAsync("() => { window.stayed = true; }");
        await using var sender = await stage.ArriveAsync("#/drop");

        await sender.DropAsync(Text, "Rockets hit Balad base", "2021-03-07");

        var row = reader.Page.Locator("tr[data-id]", new() { HasText = "Rockets hit Balad base" });
        await Expect(row).ToBeVisibleAsync();
        (await reader.Page.EvaluateAsync<bool>("() => window.stayed === true")).ShouldBeTrue("the list came to it without a reload");

        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Rockets hit Balad base");
        var wounded = reader.Page.Locator("[data-field='casualties.wounded']");
        var quote = wounded.Locator("button.quote");
        await quote.ClickAsync();
        var marked = reader.Page.Locator("mark.here");
        await Expect(marked.First).ToBeVisibleAsync();
        string.Concat(await marked.AllTextContentsAsync()).ShouldContain((await quote.TextContentAsync())!);
        Text.ShouldContain((await quote.TextContentAsync())!);
        (await reader.Page.Locator(".text").TextContentAsync()).ShouldBe(Text, "marks change nothing of the text");

        await wounded.GetByRole(AriaRole.Button, new() { Name = "Correct wounded" }).ClickAsync();
        await reader.SayNameAsync("Ann");
        var dialog = reader.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("min").FillAsync("4");
        await dialog.GetByLabel("max").FillAsync("4");
        await dialog.GetByLabel("Reason").FillAsync("The hospital counts four.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Correct" }).ClickAsync();

        var entry = reader.Page.Locator(".history li").First;
        await Expect(entry).ToContainTextAsync("corrected");
        await Expect(entry).ToContainTextAsync("by Ann");
        await Expect(entry).ToContainTextAsync("The hospital counts four.");
        await Expect(wounded.Locator("tr.best")).ToContainTextAsync("4");

        await reader.Page.Locator("details.article").GetByRole(AriaRole.Link, new() { Name = "Trace", Exact = true }).ClickAsync();
        var way = reader.Page.Locator("section[aria-label='The way']");
        foreach (var step in new[] { "ingest: ingest", "ingest: relay wait", "extraction: broker wait", "extraction: extraction", "projection: linking", "projection: commit" })
            await Expect(way).ToContainTextAsync(step);
        (await reader.Page.EvaluateAsync<bool>("() => window.stayed === true")).ShouldBeTrue("all of it in one page");
        reader.Wrongs.ShouldBeEmpty();
        sender.Wrongs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_dragged_there_is_taken_and_its_progress_shown_until_it_has_been_read()
    {
        await using var platform = await TestPlatform.StartAsync(stage.Infrastructure);
        platform.Extraction.Kill();
        await using var visitor = await stage.ArriveAsync("#/drop", platform);
        var dragged = await visitor.Page.EvaluateHandleAsync("""
            () => {
              const data = new DataTransfer();
              data.items.add(new File(['Gunmen shot dead two policemen in Samarra on 3 May 2019, police said.'], 'dragged.txt', { type: 'text/plain' }));
              return data;
            }
            """);

        await visitor.Page.Locator(".target").DispatchEventAsync("drop", new { dataTransfer = dragged });

        var sent = visitor.Page.Locator(".sent > li", new() { HasText = "dragged.txt" });
        await Expect(sent).ToContainTextAsync("Received; waits to be read");
        await visitor.GoAsync("#/system");
        var waiting = visitor.Page.Locator("section[aria-label='Lags'] tr", new() { HasText = "Articles received, not yet read" });
        await Expect(waiting.Locator("td").Nth(1)).ToHaveTextAsync("1");
        var services = visitor.Page.Locator("section[aria-label='Services']");
        await Expect(services.Locator("tr", new() { HasText = "extraction" }).First).ToContainTextAsync("unreachable");
        await Expect(visitor.Page.Locator("dl.facts", new() { HasText = "Articles a minute" })).ToBeVisibleAsync();

        await platform.Extraction.Start().ReadyAsync();

        await Expect(waiting.Locator("td").Nth(1)).ToHaveTextAsync("0");
        await Expect(services.Locator("tr", new() { HasText = "extraction" }).First).ToContainTextAsync("healthy");
        await Expect(visitor.Page.Locator("dl.facts div", new() { HasText = "Changes of incidents a minute" })).ToContainTextAsync("1", new() { UseInnerText = true });
        visitor.Wrongs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_of_each_kind_are_taken_and_a_bad_line_is_told()
    {
        await using var visitor = await stage.ArriveAsync("#/drop");
        var files = visitor.Page.GetByLabel("Drop files here");
        await files.SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "one.txt", MimeType = "text/plain", Buffer = "Gunmen shot dead two policemen in Kirkuk on 3 May 2020, police said."u8.ToArray() },
            new() { Name = "two.html", MimeType = "text/html", Buffer = "<html><head><title>Bomb in Mosul</title></head><body><article><p>A car bomb exploded outside a market in Mosul on 4 May 2020, police said. It killed six shoppers.</p></article></body></html>"u8.ToArray() },
            new() { Name = "three.ndjson", MimeType = "application/x-ndjson", Buffer = "{\"text\":\"A suicide bomber blew himself up inside a mosque in Basra on 5 May 2020; three worshippers died, a cleric said.\"}\nnot json\n"u8.ToArray() },
            new() { Name = "four.rss", MimeType = "application/rss+xml", Buffer = "<rss version=\"2.0\"><channel><title>F</title><link>https://example.org</link><description>d</description><item><title>Shells fall on Ramadi</title><link>https://example.org/4</link><description>Four mortar shells fell on a residential quarter of Ramadi on 6 May 2020. Doctors treated five children.</description></item></channel></rss>"u8.ToArray() },
            new() { Name = "five.pdf", MimeType = "application/pdf", Buffer = "%PDF"u8.ToArray() },
        });

        ILocator Sent(string name) => visitor.Page.Locator(".sent > li", new() { HasText = name });
        foreach (var name in new[] { "one.txt", "two.html", "three.ndjson", "four.rss" })
            await Expect(Sent(name)).ToContainTextAsync("Read: 1 incident");
        await Expect(Sent("three.ndjson")).ToContainTextAsync("1 of 2 stored");
        await Expect(Sent("three.ndjson").Locator(".trouble")).ToBeVisibleAsync();
        await Expect(Sent("five.pdf")).ToContainTextAsync("Not a kind of file");
        visitor.Wrongs.ShouldBeEmpty();
    }
}
