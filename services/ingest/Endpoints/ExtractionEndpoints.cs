using System.Globalization;
using Microsoft.Extensions.Options;
using Platform.Access;
using Platform.Ingest.Input;
using Platform.Ingest.Reextraction;

namespace Platform.Ingest.Endpoints;

/// <summary><c>/extractions</c>: articles that are to be read again after a rule change.</summary>
public static class ExtractionEndpoints
{
    /// <summary>Accepted by <c>POST /extractions</c>.</summary>
    public static readonly string[] Media = ["application/json"];

    /// <summary>Most requests a page lists.</summary>
    public const int LargestPage = 500;

    /// <summary>Requests a page lists when nothing is said.</summary>
    public const int DefaultPage = 50;

    /// <summary>Registers what is behind the endpoints. Reads the section <c>Reextraction</c>.</summary>
    public static IServiceCollection AddExtractionEndpoints(this IServiceCollection services)
    {
        services.AddOptions<ReextractionOptions>().BindConfiguration(ReextractionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Reextractions>();
        services.AddSingleton<Backlog>();
        services.AddHostedService<Reextractor>();
        return services;
    }

    /// <summary>Maps the endpoints.</summary>
    public static WebApplication MapExtractionEndpoints(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<IOptions<Limits>>().Value;
        Task Guarded(HttpContext http, Func<Task> answer) => ProblemAnswers.Guard(http, limits, answer);
        var group = app.MapGroup("").RequireScope(Scopes.Operate);
        group.MapPost("/extractions", (HttpContext http, Reextractions requests, RequestBody bodies) => Guarded(http, () => PostAsync(http, requests, bodies, limits)))
            .DescribePost(limits);
        group.MapGet("/extractions", (HttpContext http, Reextractions requests) => Guarded(http, () => ListAsync(http, requests))).DescribeList(limits);
        group.MapGet("/extractions/{id}", (string id, HttpContext http, Reextractions requests) => Guarded(http, () => OneAsync(id, http, requests.FindAsync))).DescribeGet(limits);
        group.MapDelete("/extractions/{id}", (string id, HttpContext http, Reextractions requests) => Guarded(http, () => OneAsync(id, http, requests.CancelAsync))).DescribeDelete(limits);
        return app;
    }

    private static async Task PostAsync(HttpContext http, Reextractions requests, RequestBody bodies, Limits limits)
    {
        var key = IdempotencyHeader.Read(http.Request);
        var media = RequestMedia.Read(http, Media);
        var body = await bodies.ReadAllAsync(http, limits);
        var (request, problem) = RequestReader.Read(body, limits, http.User.CallerName());
        if (request is null) throw new ProblemException(problem!);
        // Keys are shared with the articles; the path keeps the same body for another use apart, the actor that of another person.
        var accepted = await requests.AcceptAsync(request, key is null ? null : IdempotencyHeader.Bind(key, http.User.CallerName(), media, "/extractions " + request.Actor, body), http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        if (accepted.Replayed) http.Response.Headers[IdempotencyHeader.Replayed] = "true";
        http.Response.Headers.Location = $"/extractions/{accepted.Id}";
        await http.Response.WriteAsJsonAsync(new ExtractionAnswer(accepted.Id, accepted.Articles), AnswerJson.Readable.ExtractionAnswer, cancellationToken: http.RequestAborted);
    }

    private static async Task ListAsync(HttpContext http, Reextractions requests)
    {
        var (limit, after) = ReadPage(http.Request.Query);
        var found = await requests.ListAsync(limit + 1, after, http.RequestAborted);
        var page = new ExtractionPage([.. found.Take(limit)], found.Count > limit ? found[limit - 1].Id : null);
        await http.Response.WriteAsJsonAsync(page, AnswerJson.Readable.ExtractionPage, cancellationToken: http.RequestAborted);
    }

    private static async Task OneAsync(string id, HttpContext http, Func<Guid, CancellationToken, Task<ExtractionProgress?>> act)
    {
        if (!Guid.TryParse(id, out var request) || await act(request, http.RequestAborted) is not { } progress)
            throw new ProblemException(Problems.UnknownExtraction(id));
        await http.Response.WriteAsJsonAsync(progress, AnswerJson.Readable.ExtractionProgress, cancellationToken: http.RequestAborted);
    }

    private static (int Limit, Guid? After) ReadPage(IQueryCollection query)
    {
        var errors = new FieldErrors();
        var limit = DefaultPage;
        if (query["limit"] is [{ } given, ..] && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > LargestPage))
            errors.Add("limit", $"is not a number from 1 to {LargestPage}.");
        Guid? after = null;
        if (query["after"] is [{ } place, ..] && (after = Guid.TryParse(place, out var id) ? id : null) is null)
            errors.Add("after", "is not the id of a request; use the value of next as it was given.");
        foreach (var name in query.Keys.Except(["limit", "after"]))
            errors.Add(Characters.Printable(name, 100), "is not a parameter here. Known are limit and after.");
        return errors.Any ? throw new ProblemException(Problems.InvalidQuery(errors)) : (limit, after);
    }
}

/// <summary>Answer to a request to read articles again, after its commit.</summary>
/// <param name="Id">Id of the request; <c>GET /extractions/{id}</c> tells how far it is.</param>
/// <param name="Articles">Articles it matched.</param>
public sealed record ExtractionAnswer(Guid Id, long Articles);

/// <summary>Requests to read articles again, newest first.</summary>
/// <param name="Items">The requests.</param>
/// <param name="Next">Value of <c>after</c> for the next page; absent on the last one.</param>
public sealed record ExtractionPage(IReadOnlyList<ExtractionProgress> Items, Guid? Next = null);
