using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Platform.Access;
using Platform.ApiDocument;
using Platform.Ingest.Input;

namespace Platform.Ingest.Endpoints;

/// <summary>The HTTP edge: what a <c>Program.cs</c> needs of it.</summary>
public static class ArticleEndpoints
{
    /// <summary>
    /// Registers everything behind the endpoints but the store: an <see cref="AcceptArticles"/> has to be registered too.
    /// Reads the sections <c>Limits</c>, <c>Admission</c> and <c>PublicUrls</c>; a limit out of its range stops the start.
    /// </summary>
    public static IServiceCollection AddArticleEndpoints(this IServiceCollection services)
    {
        services.AddOptions<Limits>().BindConfiguration(Limits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PublicUrls>().BindConfiguration(PublicUrls.Section)
            .Validate(urls => string.IsNullOrEmpty(urls.ReadApi) || (Uri.TryCreate(urls.ReadApi, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"),
                "PublicUrls:ReadApi must be an absolute http or https address.")
            .ValidateOnStart();
        // Without it .NET takes a compressed body that ends early for whole. It is read once, before the first decompression.
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);
        services.AddRequestDecompression();
        services.AddStrictNumbers();
        services.AddOpenApi(o => ArticleDocs.DescribeApi(o)); // a lambda: with a method group the doc comments are not woven in
        services.TryAddSingleton(TimeProvider.System);
        Admission.Add(services);
        services.AddSingleton<ArticleRules>();
        services.AddSingleton<RequestBody>();
        services.AddSingleton<PostArticle>();
        services.AddSingleton<PostBatch>();
        return services;
    }

    /// <summary>
    /// Maps the endpoints, and makes unknown routes, wrong methods and unforeseen exceptions of the whole application
    /// problem+json. Call it before other middleware that should see those answers.
    /// </summary>
    public static WebApplication MapArticleEndpoints(this WebApplication app)
    {
        ProblemAnswers.UseProblems(app);
        app.UseRateLimiter();
        var articles = app.MapGroup("").RequireScope(Scopes.Ingest);
        var post = articles.MapPost("/articles", static (HttpContext http, PostArticle endpoint, AcceptArticles accept) => endpoint.HandleAsync(http, accept));
        Admission.LimitArticles(post);
        ArticleDocs.Describe(post, app.Services.GetRequiredService<IOptions<Limits>>().Value);
        var batch = articles.MapPost("/articles/batch", static (HttpContext http, PostBatch endpoint, AcceptArticles accept) => endpoint.HandleAsync(http, accept));
        Admission.LimitBatches(batch);
        ArticleDocs.DescribeBatch(batch);
        return app;
    }
}
