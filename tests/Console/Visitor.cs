using System.Collections.Concurrent;
using Microsoft.Playwright;
using Platform.Tests.Harness;

namespace Platform.Tests.WebConsole;

/// <summary>Somebody at a browser, with a window of their own; what runs there that should not is noted.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> wrongs = [];

    private Visitor(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Exceptions of the page, dialogs of the browser, and what the content security policy stopped.</summary>
    public IReadOnlyCollection<string> Wrongs => wrongs;

    internal static async Task<Visitor> ArriveAsync(IBrowser browser, Uri address, BrowserNewContextOptions? options)
    {
        var context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout((float)Eventually.Patience.TotalMilliseconds);
        var visitor = new Visitor(context, await context.NewPageAsync());
        await visitor.Page.ExposeFunctionAsync("violated", (string what) => visitor.wrongs.Enqueue(what));
        await visitor.Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => violated(`${e.violatedDirective}: ${e.blockedURI} ${e.sample}`))");
        visitor.Page.PageError += (_, error) => visitor.wrongs.Enqueue("exception: " + error);
        visitor.Page.Dialog += (_, dialog) =>
        {
            visitor.wrongs.Enqueue("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        await visitor.Page.GotoAsync(address.ToString());
        return visitor;
    }

    /// <summary>Goes to another page of the console, as a link does.</summary>
    public Task GoAsync(string page) => Page.EvaluateAsync("page => { location.hash = page; }", page);

    /// <summary>Drops an article as text, and waits until the drop box tells what came of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="title">The headline.</param>
    /// <param name="day">When it was published.</param>
    public async Task DropAsync(string text, string title, string day)
    {
        await GoAsync("#/drop");
        await Page.GetByLabel("Text", new() { Exact = true }).FillAsync(text);
        await Page.GetByLabel("Headline").FillAsync(title);
        await Page.GetByLabel("Outlet").FillAsync("Example Wire");
        await Page.GetByLabel("Published").FillAsync(day);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".sent")).ToContainTextAsync("Read:");
    }

    /// <summary>Says who they are, when the console asks.</summary>
    public async Task SayNameAsync(string name)
    {
        await Page.GetByLabel("Name (only where").FillAsync(name);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Use", Exact = true }).ClickAsync();
    }

    /// <summary>Shows a key, when the console asks.</summary>
    public async Task ShowKeyAsync(string key)
    {
        await Page.GetByLabel("API key or token").FillAsync(key);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Use", Exact = true }).ClickAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => context.DisposeAsync();
}
