using Microsoft.Extensions.FileProviders;

namespace Platform.Projection.WebConsole;

/// <summary>
/// The web console for analysts and operators under <c>/console/</c>: static files without a build step, which ask the read API as
/// everybody does. The files are open; what they show is behind the API's doors.
/// </summary>
internal static class WebConsoleSetup
{
    /// <summary>
    /// Scripts, styles and data from here alone, no frame around it, and (where the browser knows trusted types) no text that becomes
    /// markup or script: whatever stands in an article, nothing of it runs.
    /// </summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'none'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public static void AddWebConsole(this IServiceCollection services)
    {
        services.AddOptions<WebConsoleOptions>().BindConfiguration(WebConsoleOptions.Section)
            .Validate(o => o.IsValid, "WebConsole:Ingest and WebConsole:Extraction must be absolute http or https addresses, WebConsole:AllowedNetworks networks such as 10.1.0.0/16, WebConsole:FeedSeconds above 0.")
            .ValidateOnStart();
        services.AddHttpForwarder();
        services.AddResponseCompression(o => o.EnableForHttps = true); // of public files alone, so no secret can be guessed from a size
        services.AddSingleton<ArticleForwarder>();
        services.AddSingleton<FeedFetcher>();
        services.AddSingleton<Figures>();
        services.AddSingleton<ServiceHealth>();
    }

    /// <summary>Serves the files. After the doors and limits; whatever is no file goes on to the endpoints.</summary>
    public static void UseWebConsole(this WebApplication app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "console"));
        app.UseWhen(http => http.GetEndpoint() is null && http.Request.Path.StartsWithSegments("/console"), console =>
        {
            console.UseResponseCompression();
            console.UseFileServer(new FileServerOptions
            {
                FileProvider = files,
                RequestPath = "/console",
                StaticFileOptions =
                {
                    OnPrepareResponse = context =>
                    {
                        context.Context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
                        context.Context.Response.Headers.CacheControl = "no-cache"; // asked for each time, sent again only when changed
                    },
                },
            });
        });
    }

    public static void MapWebConsole(this WebApplication app)
    {
        ArticleForwarder.Map(app);
        FeedFetcher.Map(app);
        Figures.Map(app);
        ServiceHealth.Map(app);
    }
}
