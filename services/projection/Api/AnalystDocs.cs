using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Platform.ApiDocument;
using Platform.Contracts;
using Platform.Projection.Api.Commands;
using Platform.Projection.Incidents;
using Platform.Projection.Incidents.Analyst;

namespace Platform.Projection.Api;

/// <summary>What OpenAPI says of the analyst's commands, of histories and of possible duplicates.</summary>
internal static class AnalystDocs
{
    private const ParameterLocation InQuery = ParameterLocation.Query;
    private const ParameterLocation InHeader = ParameterLocation.Header;
    private static readonly Guid s_other = DeterministicId.Create(DeterministicId.Namespace, "other");
    private static readonly Actor s_person = new() { Kind = ActorKind.Person, Name = "M. Haddad" };

    public static RouteHandlerBuilder DescribeCommand<T>(this RouteHandlerBuilder endpoint)
        where T : Command => endpoint.WithTags("analyst").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        ReadApiDocs.DescribeId(operation, "The incident's id, as lists and messages give it.");
        operation.Parameter(InHeader, "If-Match", "Required: the ETag of the incident as it was looked at, its version in quotes. Neither `*` nor several.", Text(), "\"2\"");
        operation.Parameter(InHeader, CommandHeaders.IdempotencyKey, "Makes repeating safe: the same key with the same body gets the same answer; with another one 422. A refused command leaves its key free.",
            new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255, Pattern = "^[!-~]+$" }, "desk-3-0017");
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "What the person says.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = await context.ComponentAsync(typeof(T), stop), Example = JsonSerializer.SerializeToNode(Example(typeof(T)), typeof(T), CommandJson.Default) },
            },
        };
        operation.Answer(200, "The incident after it.").Header("ETag", "The new version, in quotes.", "\"2\"")
            .Header(CommandHeaders.Replayed, "`true` on the answer to a repeated request; otherwise absent.", "true").Example("incident", GoldenBodies.Incident);
        ReadApiDocs.Problems(operation, [.. Refusals()]);
        operation.Answer(412, "The incident has changed.").Header("ETag", "The present version, in quotes.", "\"3\"");
    });

    public static RouteHandlerBuilder DescribeCommands(this RouteHandlerBuilder endpoint) => endpoint.WithTags("analyst").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        operation.Parameter(InHeader, CommandHeaders.IdempotencyKey, "Makes repeating safe: under the same key what was done is not done again, and what was refused is tried again.",
            new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255, Pattern = "^[!-~]+$" }, "desk-3-0018");
        var (one, two) = (Incident(), s_other);
        var list = new CommandList
        {
            Actor = s_person.Name, Reason = "Went through the day's list.",
            Commands =
            [
                new ListedCommand { IncidentId = one.Id, Command = "confirm", IfMatch = "\"2\"" },
                new ListedCommand { IncidentId = two, Command = "reject", IfMatch = "\"1\"", Body = JsonSerializer.SerializeToElement(new { reason = "It was an exercise." }) },
            ],
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "What the person says.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = await context.ComponentAsync(typeof(CommandList), stop), Example = JsonSerializer.SerializeToNode(list, CommandJson.Default.CommandList) },
            },
        };
        var stale = ReadApiDocs.Body(CommandProblems.Of(new RefusedException(Refusal.Stale, two, $"Incident {two} has version 3, not 1. Read it again, and send the command with its ETag if it is still right.") { Version = 3 }));
        stale["traceId"] = OperationParts.TraceId;
        operation.Answer(200, "How each ended, also when all were refused.").Example("results", JsonSerializer.SerializeToNode(new CommandResults(1, 1,
        [
            new CommandResult { IncidentId = one.Id, Command = "confirm", Status = 200, ETag = "\"3\"", Incident = one },
            new CommandResult { IncidentId = two, Command = "reject", Status = 412, ETag = "\"3\"", Problem = JsonSerializer.SerializeToElement(stale) },
        ]), ApiJson.Default.CommandResults)!);
        ReadApiDocs.Problems(operation, CommandProblems.InvalidBody(new() { ["commands"] = [$"must be 1 to {CommandList.Most} commands"] }), CommandProblems.BodyTooLarge(), CommandProblems.UnsupportedMediaType("text/plain"));
    });

    public static RouteHandlerBuilder DescribeHistory(this RouteHandlerBuilder endpoint) => endpoint.WithTags("incidents").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        ReadApiDocs.DescribeId(operation, "The incident's id, as lists and messages give it.");
        operation.Parameter(InQuery, "after", "Only changes after this version: the `next` of the page before.", Whole(0, null, 0));
        operation.Parameter(InQuery, "limit", "Most changes of the page.", Whole(1, GetHistory.LargestLimit, GetHistory.DefaultLimit));
        operation.Parameter(InQuery, "asOf", "Only what had happened then: a time, or a version of the incident.", Text(), "2031-03-02T06:00:00Z");
        operation.Parameter(InHeader, "If-None-Match", "The ETag of an earlier answer.", Text(), "\"2\"");
        operation.Answer(200, "The changes.").Header("ETag", "The version, in quotes.", "\"2\"").Example("corrected", JsonSerializer.SerializeToNode(History(), ApiJson.Default.HistoryPage)!);
        operation.Answer(304, "It has still the version of If-None-Match.").Header("ETag", "The version, in quotes.", "\"2\"");
        var errors = GetHistory.Parse(Query("limit", "1000")).Errors;
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(errors), Problems.UnknownIncident(s_other.ToString()), Problems.UnknownThen(s_other.ToString()));
        return Task.CompletedTask;
    });

    public static RouteHandlerBuilder DescribeClaims(this RouteHandlerBuilder endpoint) => endpoint.WithTags("incidents").AddOpenApiOperationTransformer((operation, _, _) =>
    {
        ReadApiDocs.DescribeId(operation, "The incident's id, as lists and messages give it.");
        operation.Parameter(InQuery, "asOf", "As it was then: a time, or a version of the incident.", Text(), "1");
        operation.Parameter(InHeader, "If-None-Match", "The ETag of an earlier answer.", Text(), "\"2\"");
        operation.Answer(200, "The claims.").Header("ETag", "The version, in quotes.", "\"2\"")
            .Example("claims", JsonSerializer.SerializeToNode(IncidentClaims.Of(Incident(), new Dictionary<(Guid, int), string>()), ApiJson.Default.IncidentClaims)!);
        operation.Answer(304, "It has still the version of If-None-Match.").Header("ETag", "The version, in quotes.", "\"2\"");
        var (_, _, errors) = GetIncident.Parse(ReadApiDocs.Query(("asOf", "yesterday")));
        ReadApiDocs.Problems(operation, Problems.InvalidQuery(errors), Problems.UnknownIncident(s_other.ToString()), Problems.UnknownThen(s_other.ToString()), Problems.QueryTooLarge());
        return Task.CompletedTask;
    });

    public static RouteHandlerBuilder DescribeDuplicates(this RouteHandlerBuilder endpoint, bool ofOne) => endpoint.WithTags("analyst").AddOpenApiOperationTransformer(async (operation, context, stop) =>
    {
        if (ofOne)
            ReadApiDocs.DescribeId(operation, "The incident's id, as lists and messages give it.");
        static OpenApiSchema List(IOpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };
        operation.Parameter(InQuery, "type", "Only pairs of which one has one of these types; several by comma or repetition.", List(await context.ComponentAsync(typeof(EventType), stop)), new JsonArray("rocket_attack"));
        operation.Parameter(InQuery, "country", "Only pairs of which one is in one of these countries, ISO 3166-1 alpha-2; several by comma or repetition.",
            List(new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Za-z]{2}$" }), new JsonArray("IQ"));
        operation.Parameter(InQuery, "minScore", "Only pairs with this score or more.", new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "1" });
        operation.Parameter(InQuery, "asOf", $"The pairs as they stood then: a time, or {(ofOne ? "a version of the incident" : "a place in the log")}.", Text(), ofOne ? "1" : "2031-03-02T06:00:00Z");
        operation.Parameter(InQuery, "limit", "Most pairs of the page.", Whole(1, DuplicateQuery.LargestLimit, DuplicateQuery.DefaultLimit));
        operation.Parameter(InQuery, "cursor", "The `next` of the page before, as it was given; with the other parameters of that page.", Text(), new DuplicateCursor(0.41, Incident().Id, s_other).ToString());
        ListDocs.DescribeETag(operation, "The page is still that of If-None-Match.");
        operation.Answer(200, "The pairs.").Header("ETag", "Changes when any pair of the page or one of their incidents does.", ListDocs.ETagExample).Example("page", JsonSerializer.SerializeToNode(Duplicates(), ApiJson.Default.DuplicatePage)!);
        var errors = Problems.InvalidQuery(DuplicateQuery.Parse(Query("minScore", "2")).Errors!);
        ReadApiDocs.Problems(operation, [errors, Problems.QueryTooLarge(), .. ofOne ? [Problems.UnknownIncident(s_other.ToString()), Problems.UnknownThen(s_other.ToString())] : (IResult[])[]]);
    });

    private static IEnumerable<IResult> Refusals()
    {
        var id = Incident().Id;
        yield return CommandProblems.InvalidBody(new() { ["reason"] = ["is missing"] });
        yield return CommandProblems.InvalidHeader("If-Match", "Send the ETag of the incident as it was given, such as \"3\".");
        yield return Problems.UnknownIncident(s_other.ToString());
        foreach (var (why, text) in new[]
        {
            (Refusal.Merged, $"Incident {s_other} was merged into {id}. Send the command for that one, or take the merge back with a split of it."),
            (Refusal.Status, $"Incident {id} is rejected. Reopen it first if that was wrong."),
            (Refusal.Force, $"Incident {id} was rejected. Send \"force\": true if they are one event all the same."),
            (Refusal.Report, $"Report {s_other} is not in incident {id}. Its reports are those GET /incidents/{id} shows."),
            (Refusal.Empty, $"Incident {id} would be left without a report. Leave one in it, or reject it if it is none."),
            (Refusal.NotMergedHere, $"Incident {s_other} is not merged into {id}. Leave into out to make up a new incident."),
        })
            yield return CommandProblems.Of(new RefusedException(why, id, text) { Version = 3 });
        yield return CommandProblems.Of(new RefusedException(Refusal.Stale, id, $"Incident {id} has version 3, not 2. Read it again, and send the command with its ETag if it is still right.") { Version = 3 });
        yield return CommandProblems.BodyTooLarge();
        yield return CommandProblems.UnsupportedMediaType("text/plain");
        yield return CommandProblems.KeyReused();
        yield return CommandProblems.PreconditionRequired();
    }

    private static Command Example(Type type)
    {
        var (actor, report) = (s_person.Name, Incident().Reports[0].ReportId);
        return type.Name switch
        {
            nameof(ConfirmCommand) => new ConfirmCommand { Actor = actor, Reason = "Two outlets with reporters there." },
            nameof(RejectCommand) => new RejectCommand { Actor = actor, Reason = "It was an exercise." },
            nameof(ReopenCommand) => new ReopenCommand { Actor = actor, Reason = "The ministry took its denial back." },
            nameof(CorrectCommand) => new CorrectCommand { Actor = actor, Reason = "The hospital's list.", Field = "casualties.killed", Value = JsonSerializer.SerializeToElement(new { min = 4, max = 4 }) },
            nameof(MergeCommand) => new MergeCommand { Actor = actor, Reason = "The same attack, told a day later.", With = [new IncidentVersion(s_other, 3)] },
            nameof(SplitCommand) => new SplitCommand { Actor = actor, Reason = "That was the attack of the week before.", ReportIds = [report] },
            nameof(UnlinkCommand) => new UnlinkCommand { Actor = actor, Reason = "Another town of the same name.", ReportId = report },
            nameof(KeepApartCommand) => new KeepApartCommand { Actor = actor, Reason = "One was at noon, the other at night.", From = s_other, Version = 3 },
            _ => throw new InvalidOperationException($"There is no example of {type.Name}."),
        };
    }

    private static Incident Incident() => GoldenBodies.Incident.Deserialize(ContractJson.Default.Incident)!;

    private static HistoryPage History()
    {
        var incident = Incident();
        var report = incident.Reports[0];
        return new HistoryPage(
        [
            new HistoryEntry
            {
                Version = 1, At = incident.OpenedAt, Change = "opened", ReportIds = [report.ReportId], TraceId = OperationParts.TraceId,
                Article = new HistoryArticle(report.ArticleId, report.Revision, report.Title, report.Outlet, report.Url),
                Fields = [new FieldChange("eventType", null, JsonSerializer.SerializeToElement(incident.EventType, ContractJson.Default.EventType))],
            },
            new HistoryEntry { Version = 2, At = incident.ChangedAt, Change = "confirmed", Actor = s_person, Reason = "Two outlets with reporters there.", TraceId = OperationParts.TraceId },
        ], null);
    }

    private static DuplicatePage Duplicates()
    {
        var one = IncidentBrief.Of(Incident());
        return new DuplicatePage([new DuplicatePair(0.41, ["the same place", "a day apart"], Incident().ChangedAt, one, one with { Id = s_other })], null);
    }

    private static QueryCollection Query(string name, string value) => new(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { [name] = value });

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Whole(int least, int? most, int standard) =>
        new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = $"{least}", Maximum = most is null ? null : $"{most}", Default = standard };
}
