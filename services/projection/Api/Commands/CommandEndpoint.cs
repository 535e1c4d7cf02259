using System.Net.Mime;
using System.Text.Json.Serialization.Metadata;
using Platform.Access;
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
        PostCommands.Map(app);
    }

    /// <summary>Reads the body of each command by the last part of its path; null with errors.</summary>
    internal static readonly Dictionary<string, Func<byte[], Guid, Dictionary<string, string[]>, Command?>> Readers = [];

    /// <summary>POST /incidents/{id}/<paramref name="name"/>.</summary>
    public static void MapCommand<T>(this IEndpointRouteBuilder app, string name, JsonTypeInfo<T> json, string summary, string description)
        where T : Command
    {
        Readers[name] = (body, incidentId, errors) => CommandBody.Parse(body, json, (command, found) => command.Check(incidentId, found), errors);
        app.MapPost($"/incidents/{{id}}/{name}", (string id, HttpContext http, CommandDesk desk) => HandleAsync(id, http, desk, Readers[name]))
        .WithName(name + "Incident").WithSummary(summary).WithDescription(description)
        .Produces<Incident>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(413)
        .ProducesProblem(415).ProducesProblem(422).ProducesProblem(428).ProducesProblem(500).ProducesProblem(503)
        .DescribeCommand<T>();
    }

    /// <summary>The path of a command, as it is part of what a repetition must share.</summary>
    internal static string PathOf(Guid incidentId, string name) => $"/incidents/{incidentId}/{name}";

    /// <summary>A command that was checked.</summary>
    internal static Order Order(HttpContext http, string? key, string path, byte[] body, Guid incidentId, long version, string actor, Command command) => new(
        key is null ? Guid.NewGuid() : DeterministicId.Create(DeterministicId.Namespace, "command\n" + key),
        CommandHeaders.Hash($"{path.ToLowerInvariant()} {http.User.CallerName()}", body), incidentId, version, actor, command);

    /// <summary>The present ETag of the incident a stale command was for; null for another refusal.</summary>
    internal static string? PresentETag(RefusedException e, Order order) =>
        e is { Why: Refusal.Stale, Version: { } present } && e.IncidentId == order.IncidentId ? CommandProblems.ETag(present) : null;

    private static async Task<IResult> HandleAsync(string id, HttpContext http, CommandDesk desk, Func<byte[], Guid, Dictionary<string, string[]>, Command?> read)
    {
        if (!Guid.TryParse(id, out var incidentId))
            return Problems.UnknownIncident(id);
        var (version, noVersion) = CommandHeaders.Version(http.Request.Headers.IfMatch);
        var (key, noKey) = CommandHeaders.Key(http.Request);
        if ((noVersion ?? noKey) is { } refused)
            return refused;
        if (!http.Request.HasJsonContentType())
            return CommandProblems.UnsupportedMediaType(http.Request.ContentType);
        if (await CommandBody.ReadAsync(http.Request) is not { } body)
            return CommandProblems.BodyTooLarge();
        var errors = new Dictionary<string, string[]>();
        if (read(body, incidentId, errors) is not { } command)
            return CommandProblems.InvalidBody(errors);
        var actor = command.ActorOf(http.User.CallerName(), errors);
        if (errors.Count > 0)
            return CommandProblems.InvalidBody(errors);
        return await AnswerAsync(http, desk, Order(http, key, http.Request.Path.Value!, body, incidentId, version, actor, command));
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
            if (PresentETag(e, order) is { } present)
                http.Response.Headers.ETag = present;
            return CommandProblems.Of(e);
        }
        catch (KeyReusedException)
        {
            return CommandProblems.KeyReused();
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            return Problems.StoreUnavailable(http);
        }
    }
}
