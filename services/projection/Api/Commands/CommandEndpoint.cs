using System.Net.Mime;
using System.Text.Json.Serialization.Metadata;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents.Analyst;

namespace Platform.Projection.Api.Commands;

/// <summary>What all commands have in common over HTTP.</summary>
internal static class CommandEndpoint
{
    public static void AddCommands(this IServiceCollection services) => services.AddSingleton<CommandDesk>();

    public static void MapCommands(this IEndpointRouteBuilder app)
    {
        Judgements.Map(app);
        PostCorrection.Map(app);
        PostMerge.Map(app);
        PostSplit.Map(app);
        PostKeepApart.Map(app);
    }

    /// <summary>POST /incidents/{id}/<paramref name="name"/>.</summary>
    public static void MapCommand<T>(this IEndpointRouteBuilder app, string name, JsonTypeInfo<T> json, string summary, string description)
        where T : Command => app
        .MapPost($"/incidents/{{id}}/{name}", (string id, HttpContext http, CommandDesk desk) => HandleAsync(id, http, desk, json))
        .WithName(name + "Incident").WithSummary(summary).WithDescription(description)
        .Produces<Incident>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(413)
        .ProducesProblem(415).ProducesProblem(422).ProducesProblem(428).ProducesProblem(500).ProducesProblem(503)
        .DescribeCommand<T>();

    private static async Task<IResult> HandleAsync<T>(string id, HttpContext http, CommandDesk desk, JsonTypeInfo<T> json)
        where T : Command
    {
        if (!Guid.TryParse(id, out var incidentId))
            return Problems.UnknownIncident(id);
        var (version, noVersion) = CommandHeaders.Version(http.Request);
        var (key, noKey) = CommandHeaders.Key(http.Request);
        if ((noVersion ?? noKey) is { } refused)
            return refused;
        if (!http.Request.HasJsonContentType())
            return CommandProblems.UnsupportedMediaType(http.Request.ContentType);
        if (await CommandBody.ReadAsync(http.Request) is not { } body)
            return CommandProblems.BodyTooLarge();
        var errors = new Dictionary<string, string[]>();
        if (CommandBody.Parse(body, json, c => c.Check(incidentId, errors), errors) is not { } command)
            return CommandProblems.InvalidBody(errors);
        var order = new Order(
            key is null ? Guid.NewGuid() : DeterministicId.Create(DeterministicId.Namespace, "command\n" + key),
            CommandHeaders.Hash(http.Request.Path.Value!.ToLowerInvariant(), body), incidentId, version, command);
        return await AnswerAsync(http, desk, order);
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, CommandDesk desk, Order order)
    {
        try
        {
            var (incident, replayed) = await desk.DoAsync(order, http.RequestAborted);
            http.Response.Headers.ETag = CommandProblems.ETag(incident.Version);
            if (replayed)
                http.Response.Headers[CommandHeaders.Replayed] = "true";
            return Results.Json(incident, ContractJson.Default.Incident, MediaTypeNames.Application.Json);
        }
        catch (RefusedException e)
        {
            if (e is { Why: Refusal.Stale, Version: { } present } && e.IncidentId == order.IncidentId)
                http.Response.Headers.ETag = CommandProblems.ETag(present);
            return CommandProblems.Of(e);
        }
        catch (KeyReusedException)
        {
            return CommandProblems.KeyReused();
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            http.Response.Headers.RetryAfter = "2";
            return Problems.StoreUnavailable();
        }
    }
}
