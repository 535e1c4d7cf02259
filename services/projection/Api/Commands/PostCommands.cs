using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Access;
using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents.Analyst;

namespace Platform.Projection.Api.Commands;

/// <summary>Many commands in one request.</summary>
public sealed record CommandList
{
    /// <summary>Most commands of one request.</summary>
    internal const int Most = 500;

    /// <summary>Name of the person for every command that names none, 1 to 200 characters.</summary>
    public string? Actor { get; init; }

    /// <summary>Why, for every command that says nothing of it; 1 to 2000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>The commands, 1 to 500, done in this order and each on its own.</summary>
    public required IReadOnlyList<ListedCommand> Commands { get; init; }
}

/// <summary>One command of many.</summary>
public sealed record ListedCommand
{
    /// <summary>The incident it is for.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>Which, by the last part of its path: <c>confirm</c>, <c>merge</c>, <c>keep-apart</c> …</summary>
    public required string Command { get; init; }

    /// <summary>The ETag of the incident as it was looked at, its version in quotes.</summary>
    public required string IfMatch { get; init; }

    /// <summary>The body it would have alone; absent when actor and reason say it all.</summary>
    public JsonElement? Body { get; init; }
}

/// <summary>How many commands ended, in the order they were given.</summary>
/// <param name="Done">How many were done, now or by an earlier request under the same key.</param>
/// <param name="Refused">How many were not; nothing of them was written.</param>
/// <param name="Results">One for each.</param>
public sealed record CommandResults(int Done, int Refused, IReadOnlyList<CommandResult> Results);

/// <summary>How one of many commands ended.</summary>
public sealed record CommandResult
{
    /// <summary>The incident it was for.</summary>
    public required Guid IncidentId { get; init; }

    /// <summary>Which it was.</summary>
    public required string Command { get; init; }

    /// <summary>The HTTP status it would have had alone.</summary>
    public required int Status { get; init; }

    /// <summary>The ETag of the incident after it; of a stale one the present one.</summary>
    public string? ETag { get; init; }

    /// <summary>True when an earlier request under the same key had done it.</summary>
    public bool? Replayed { get; init; }

    /// <summary>The incident after it; absent when it was refused.</summary>
    public Incident? Incident { get; init; }

    /// <summary>Why it was refused, as its own path would say it (RFC 9457).</summary>
    public JsonElement? Problem { get; init; }
}

/// <summary>POST /commands: many commands, each done or refused on its own.</summary>
internal static class PostCommands
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/commands", HandleAsync)
        .WithName("runCommands")
        .WithSummary("A person says many things at once")
        .WithDescription("""
            Merges, confirmations, rejections and all other commands, up to 500 in one request, done in the order given and each as if it had come alone: with its own If-Match, its own
            effect or refusal, and its own status in the answer. One that is refused stops none of the others. A command on an incident that an earlier one of the same request changed
            needs the version after that. With an Idempotency-Key the whole request can be repeated: what was done is not done again.
            """)
        .Produces<CommandResults>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(500).ProducesProblem(503)
        .DescribeCommands();

    private static async Task<IResult> HandleAsync(HttpContext http, CommandDesk desk)
    {
        var (key, noKey) = CommandHeaders.Key(http.Request);
        if (noKey is not null)
            return noKey;
        if (!http.Request.HasJsonContentType())
            return CommandProblems.UnsupportedMediaType(http.Request.ContentType);
        if (await CommandBody.ReadAsync(http.Request) is not { } body)
            return CommandProblems.BodyTooLarge();
        var errors = new Dictionary<string, string[]>();
        if (CommandBody.Parse(body, CommandJson.Default.CommandList, Check, errors) is not { } list)
            return CommandProblems.InvalidBody(errors);
        var results = new List<CommandResult>();
        foreach (var (listed, n) in list.Commands.Select((c, n) => (c, n)))
            results.Add(await DoAsync(http, desk, list, listed, key is null ? null : $"{key}\n{n}"));
        var done = results.Count(r => r.Status == 200);
        return Results.Json(new CommandResults(done, results.Count - done, results), ApiJson.Default.CommandResults, MediaTypeNames.Application.Json);
    }

    /// <summary>Says what is wrong with the list itself.</summary>
    public static void Check(CommandList list, Dictionary<string, string[]> errors)
    {
        if (list.Commands.Count is 0 or > CommandList.Most)
            errors["commands"] = [$"must be 1 to {CommandList.Most} commands"];
        else if (list.Commands.Any(c => c is null))
            errors["commands"] = ["must not hold null"];
    }

    private static async Task<CommandResult> DoAsync(HttpContext http, CommandDesk desk, CommandList list, ListedCommand listed, string? key)
    {
        var result = new CommandResult { IncidentId = listed.IncidentId, Command = listed.Command, Status = 200 };
        var (version, noVersion) = CommandHeaders.Version(listed.IfMatch);
        if (noVersion is not null)
            return Refused(result, noVersion);
        if (!CommandEndpoint.Readers.TryGetValue(listed.Command, out var read))
            return Refused(result, CommandProblems.InvalidBody(new() { ["command"] = [$"must be one of {string.Join(", ", CommandEndpoint.Readers.Keys)}"] }));
        var errors = new Dictionary<string, string[]>();
        var body = BodyOf(list, listed);
        if (read(body, listed.IncidentId, errors) is not { } command)
            return Refused(result, CommandProblems.InvalidBody(errors));
        var actor = command.ActorOf(http.User.CallerName(), errors);
        if (errors.Count > 0)
            return Refused(result, CommandProblems.InvalidBody(errors));
        var order = CommandEndpoint.Order(http, key, CommandEndpoint.PathOf(listed.IncidentId, listed.Command), body, listed.IncidentId, version, actor, command);
        try
        {
            var (incident, replayed) = await desk.DoAsync(order, http.RequestAborted);
            return result with { ETag = CommandProblems.ETag(incident.Version), Replayed = replayed ? true : null, Incident = incident };
        }
        catch (RefusedException e)
        {
            return Refused(result, CommandProblems.Of(e)) with { ETag = CommandEndpoint.PresentETag(e, order) };
        }
        catch (KeyReusedException)
        {
            return Refused(result, CommandProblems.KeyReused());
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            // Those before it are done: the answer must say so.
            return Refused(result, Problems.StoreUnavailable());
        }
    }

    /// <summary>The body it would have alone.</summary>
    private static byte[] BodyOf(CommandList list, ListedCommand listed)
    {
        if (listed.Body is { ValueKind: not JsonValueKind.Object } other)
            return JsonSerializer.SerializeToUtf8Bytes(other, CommandJson.Default.JsonElement);
        var body = listed.Body is { } given ? JsonObject.Create(given)! : [];
        if (list.Actor is not null && !body.ContainsKey("actor"))
            body["actor"] = list.Actor;
        if (list.Reason is not null && !body.ContainsKey("reason"))
            body["reason"] = list.Reason;
        return JsonSerializer.SerializeToUtf8Bytes(body, CommandJson.Default.JsonObject);
    }

    private static CommandResult Refused(CommandResult result, IResult problem)
    {
        var details = ((ProblemHttpResult)problem).ProblemDetails;
        return result with { Status = details.Status!.Value, Problem = JsonSerializer.SerializeToElement(details, JsonSerializerOptions.Web) };
    }
}
