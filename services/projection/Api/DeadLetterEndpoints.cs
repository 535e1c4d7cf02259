using System.Text.Json.Serialization.Metadata;
using Npgsql;
using Platform.Access;
using Platform.EventStore;
using Platform.Projection.Api.Commands;
using Platform.Projection.DeadLetters;

namespace Platform.Projection.Api;

/// <summary>/dead-letters: messages that could not be taken in, and what a person decides of them.</summary>
internal static class DeadLetterEndpoints
{
    /// <summary>Letters that cannot be sent which one request goes past, so that it ends.</summary>
    private const int MostUnsendable = 5000;

    public static void Map(IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("").RequireScope(Scopes.Read);
        var operate = app.MapGroup("").RequireScope(Scopes.Operate);
        read.MapGet("/dead-letters", (HttpContext http, NpgsqlDataSource database, CancellationToken stop) => ReadModelAnswers.GuardAsync(http, async () =>
            DeadLetterQuery.Parse(http.Request.Query) is var (query, errors) && query is null
                ? Problems.InvalidQuery(errors)
                : Results.Json(await query.ReadAsync(database, stop), ApiJson.Default.DeadLetterPage)))
            .WithName("listDeadLetters").WithSummary("Messages that could not be taken in")
            .WithDescription("The last that died first. From every queue of the platform: what a consumer threw on, what no consumer takes, one bad message of a batch, what the broker gave up on.")
            .Produces<DeadLetterPage>().ProducesProblem(400).ProducesProblem(500).ProducesProblem(503).DescribeDeadLetters();
        read.MapGet("/dead-letters/{id}", (string id, HttpContext http, NpgsqlDataSource database, CancellationToken stop) => ReadModelAnswers.GuardAsync(http, async () =>
            Guid.TryParse(id, out var letter) && await DeadLetterQuery.FindAsync(database, letter, stop) is { } found
                ? Results.Json(found, ApiJson.Default.DeadLetterView)
                : DeadLetterProblems.Unknown(id)))
            .WithName("getDeadLetter").WithSummary("One dead letter, whole")
            .WithDescription("With its reason, headers, trace, its body byte for byte, and what was decided of it by whom and why.")
            .Produces<DeadLetterView>().ProducesProblem(404).ProducesProblem(500).ProducesProblem(503).DescribeDeadLetter();
        operate.MapPost("/dead-letters/{id}/replay", (string id, HttpContext http, DeadLetterDesk desk, NpgsqlDataSource database) =>
            DecideAsync(id, http, database, (letter, actor, decision) => desk.ReplayAsync(letter, actor, decision.Reason.Trim(), http.RequestAborted)))
            .WithName("replayDeadLetter").WithSummary("Have one tried again")
            .WithDescription("""
                Sends the message to the queue it died in, with its id, trace and body as they were; the answer comes after the broker has confirmed it. Replayed twice it has one effect, since the id is the same.
                A message that came without a usable id gets that of the dead letter. If it dies again, the letter waits again, with the new reason.
                """)
            .Produces<DeadLetterView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(500).ProducesProblem(503)
            .DescribeDecision("The letter after it.", "replayed");
        operate.MapPost("/dead-letters/{id}/discard", (string id, HttpContext http, DeadLetterDesk desk, NpgsqlDataSource database) =>
            DecideAsync(id, http, database, (letter, actor, decision) => desk.DiscardAsync(letter, actor, decision.Reason.Trim(), http.RequestAborted)))
            .WithName("discardDeadLetter").WithSummary("Say that one is not wanted")
            .WithDescription("It is kept, with who said so and why, and is not replayed any more.")
            .Produces<DeadLetterView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(500).ProducesProblem(503)
            .DescribeDecision("The letter after it.", "discarded");
        operate.MapPost("/dead-letters/replay", (HttpContext http, DeadLetterDesk desk, NpgsqlDataSource database) => ReadModelAnswers.GuardAsync(http, () => ReplayAsync(http, desk, database)))
            .WithName("replayDeadLetters").WithSummary("Have those of a filter tried again")
            .WithDescription("Those that wait and meet the filter, the oldest first, up to `limit`. The answer tells how many were sent, and how many remain; one that cannot be sent for its own sake counts as failed and stops no other. Send the same again for the rest.")
            .Produces<ReplayAnswer>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(500).ProducesProblem(503)
            .DescribeReplay();
    }

    private static Task<IResult> DecideAsync(string id, HttpContext http, NpgsqlDataSource database, Func<Guid, string, DeadLetterDecision, Task<Outcome>> decide) => ReadModelAnswers.GuardAsync(http, async () =>
    {
        if (!Guid.TryParse(id, out var letter))
            return DeadLetterProblems.Unknown(id);
        var (decision, actor, refused) = await ReadAsync(http, DeadLetterJson.Default.DeadLetterDecision);
        if (decision is null)
            return refused!;
        switch (await decide(letter, actor, decision))
        {
            case Outcome.Done:
                return Results.Json(await DeadLetterQuery.FindAsync(database, letter, http.RequestAborted), ApiJson.Default.DeadLetterView);
            case Outcome.Discarded:
                return DeadLetterProblems.Discarded(letter);
            case Outcome.NoQueue:
                return DeadLetterProblems.NoQueue();
            case Outcome.Unsendable:
                return DeadLetterProblems.Unsendable();
            case Outcome.NoBroker:
                http.Response.Headers.RetryAfter = "5";
                return DeadLetterProblems.NoBroker();
            default:
                return DeadLetterProblems.Unknown(id);
        }
    });

    private static async Task<IResult> ReplayAsync(HttpContext http, DeadLetterDesk desk, NpgsqlDataSource database)
    {
        var (request, actor, refused) = await ReadAsync(http, DeadLetterJson.Default.ReplayRequest);
        if (request is null)
            return refused!;
        var (limit, matched, tally, tried) = (request.Limit ?? 100, -1L, new Dictionary<Outcome, int>(), new List<Guid>());
        int Of(Outcome outcome) => tally.GetValueOrDefault(outcome);
        do
        {
            var (found, ids) = await DeadLetterQuery.MatchAsync(database, request.Filter, tried, limit - Of(Outcome.Done), http.RequestAborted);
            matched = matched < 0 ? found : matched;
            if (ids.Count == 0)
                break;
            tried.AddRange(ids);
            foreach (var (outcome, count) in await desk.ReplayWaitingAsync(ids, actor, request.Reason.Trim(), http.RequestAborted))
                tally[outcome] = Of(outcome) + count;
        }
        // In place of those that cannot be sent others are: the oldest would bar the way of all behind them.
        while (Of(Outcome.Unsendable) > 0 && Of(Outcome.Done) < limit && Of(Outcome.NoBroker) == 0 && tried.Count < limit + MostUnsendable);
        if (Of(Outcome.NoBroker) > 0 && Of(Outcome.Done) == 0)
        {
            http.Response.Headers.RetryAfter = "5";
            return DeadLetterProblems.NoBroker();
        }
        var failed = Of(Outcome.NoBroker) + Of(Outcome.NoQueue) + Of(Outcome.Unsendable);
        return Results.Json(new ReplayAnswer(matched, Of(Outcome.Done), failed, matched - Of(Outcome.Done) - failed), ApiJson.Default.ReplayAnswer);
    }

    private static async Task<(T? Decision, string Actor, IResult? Refused)> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> json)
        where T : DeadLetterDecision
    {
        if (!http.Request.HasJsonContentType())
            return (null, "", CommandProblems.UnsupportedMediaType(http.Request.ContentType));
        if (await CommandBody.ReadAsync(http.Request) is not { } body)
            return (null, "", CommandProblems.BodyTooLarge());
        var errors = new Dictionary<string, string[]>();
        if (CommandBody.Parse(body, json, (decision, found) => decision.Check(found), errors) is not { } decision)
            return (null, "", CommandProblems.InvalidBody(errors));
        var actor = Command.ActorOf(decision.Actor, http.User.CallerName(), errors);
        return errors.Count > 0 ? (null, "", CommandProblems.InvalidBody(errors)) : (decision, actor, null);
    }
}

/// <summary>Problems of dead letters beside those of the read API.</summary>
internal static class DeadLetterProblems
{
    public static IResult Unknown(string id) => Problems.Make(404, "unknown-dead-letter", "No such dead letter", $"No dead letter '{QueryReader.Cut(id)}' is known. Ids are the UUIDs of GET /dead-letters.");

    public static IResult Discarded(Guid id) => Problems.Make(409, "dead-letter-discarded", "The dead letter was discarded", $"Somebody has discarded {id}; GET /dead-letters/{id} tells who and why.");

    public static IResult NoQueue() => Problems.Make(409, "queue-gone", "The queue is not there", "Nothing was sent. Start the service that consumes the queue, which declares it, then replay the letter.");

    public static IResult Unsendable() => Problems.Make(409, "dead-letter-unsendable", "The dead letter cannot be sent", "The broker answers, but this letter cannot be sent to it as it is, or is refused: its headers do not fit into a frame, say. The log of the projection tells why. Nothing was sent; what it tells can be sent anew by its sender, and the letter be discarded.");

    public static IResult NoBroker() => Problems.Make(503, "broker-unavailable", "The broker does not answer", "The message was not confirmed and waits as before; it may have arrived all the same. Replaying it again does no harm.");
}
