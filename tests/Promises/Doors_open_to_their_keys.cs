using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>Every door of the real services, tried with no key, wrong ones, and keys and tokens that reach too short.</summary>
[Collection(Collection.Name)]
public sealed class Doors_open_to_their_keys(Infrastructure infrastructure)
{
    private static readonly string[] Scopes = ["ingest", "read", "analyst", "operate"];

    /// <summary>What is open to everybody; all else has a scope.</summary>
    private static readonly string[] Open = ["get /health/live", "get /health/ready", "get /health/serving"];

    [Fact]
    public async Task Two_senders_that_number_their_requests_alike_are_both_heard()
    {
        var keys = await Keys.MakeAsync(("ann", ["ingest"]), ("bob", ["ingest"]));
        await using var platform = await TestPlatform.CreateAsync(infrastructure, keys.Environment);
        await platform.Ingest.Start().ReadyAsync();

        async Task<bool> IsReplayedAsync(string sender, string text)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "articles") { Content = JsonContent.Create(new { text }), Headers = { { "X-Api-Key", keys[sender] }, { "Idempotency-Key", "1" } } };
            using var answer = await platform.Ingest.Http.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
            return answer.Headers.Contains("Idempotency-Replayed");
        }

        (await IsReplayedAsync("ann", "Ann's article.")).ShouldBeFalse();
        (await IsReplayedAsync("bob", "Bob's article.")).ShouldBeFalse();
        (await IsReplayedAsync("ann", "Ann's article.")).ShouldBeTrue();
        (await platform.CountAsync("select count(*) from ingest.mt_events")).ShouldBe(2);
    }

    [Fact]
    public async Task Every_endpoint_refuses_no_key_a_wrong_key_and_all_scopes_but_its_own()
    {
        // A holder for each scope that has all the others, and one that has it.
        var keys = await Keys.MakeAsync([.. Scopes.Select(s => ("all_but_" + s, Scopes.Where(o => o != s).ToArray())), .. Scopes.Select(s => ("only_" + s, new[] { s }))]);
        await using var platform = await TestPlatform.CreateAsync(infrastructure, keys.Environment);
        foreach (var service in new[] { platform.Ingest, platform.Projection })
            await service.Start().ReadyAsync();
        var tried = 0;

        foreach (var (file, service) in new[] { ("ingest.json", platform.Ingest), ("read-api.json", platform.Projection) })
        {
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "contracts", "openapi", file)));
            using (var served = await service.Http.GetAsync("openapi/v1.json"))
                served.StatusCode.ShouldBe(HttpStatusCode.OK, "the API document is open");
            foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
                foreach (var operation in path.Value.EnumerateObject())
                {
                    var name = $"{operation.Name} {path.Name}";
                    if (Open.Contains(name))
                    {
                        using var open = await SendAsync(service, name);
                        open.StatusCode.ShouldBe(HttpStatusCode.OK, name);
                        continue;
                    }
                    var scope = operation.Value.GetProperty("security")[0].GetProperty("bearer")[0].GetString()!;
                    await RefusedAsync(service, name, 401, "credentials-required");
                    await RefusedAsync(service, name, 401, "credentials-invalid", ("X-Api-Key", "ipk_wrong"));
                    await RefusedAsync(service, name, 401, "credentials-invalid", ("X-Api-Key", keys["only_" + scope][..^1]));
                    await RefusedAsync(service, name, 401, "credentials-invalid", ("Authorization", "Bearer ipk_wrong"));
                    await RefusedAsync(service, name, 401, "credentials-invalid", ("Authorization", "Basic dXNlcjpwYXNzd29yZA=="));
                    await RefusedAsync(service, name, 403, "scope-missing", ("Authorization", "Bearer " + keys["all_but_" + scope]));
                    foreach (var header in new[] { ("X-Api-Key", keys["only_" + scope]), ("Authorization", "Bearer " + keys["only_" + scope]) })
                    {
                        using var answer = await SendAsync(service, name, header);
                        ((int)answer.StatusCode).ShouldNotBeOneOf(401, 403, 500);
                        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
                        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("default-src 'none'");
                        answer.Headers.Contains("Server").ShouldBeFalse();
                    }
                    tried++;
                }
            using var nowhere = await service.Http.GetAsync("no-such-path");
            nowhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        tried.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task A_token_opens_with_its_scopes_until_it_expires_and_only_one_for_us_of_our_issuer()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string>(issuer.Environment) { ["Access__Keyless"] = "false" });
        await platform.Projection.Start().ReadyAsync();
        Task Refused(int status, string problem, string token, string detail) => RefusedAsync(platform.Projection, "get /incidents", status, problem, detail, ("Authorization", "Bearer " + token));

        using (var answer = await SendAsync(platform.Projection, "get /incidents", ("Authorization", "Bearer " + issuer.Token("read"))))
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Refused(403, "scope-missing", issuer.Token("ingest analyst operate"), "read");
        await Refused(401, "credentials-invalid", issuer.Token("read", expires: TimeSpan.FromMinutes(-5)), "expired");
        await Refused(401, "credentials-invalid", issuer.Token("read", audience: "another-platform"), "audience");
        await Refused(401, "credentials-invalid", issuer.Token("read", issuer: "https://issuer.example"), "issuer");
        await Refused(401, "credentials-invalid", issuer.Token("read", signed: false), "not");
        await Refused(401, "credentials-invalid", issuer.Token("read", other: true), "signed");
        await Refused(401, "credentials-invalid", issuer.Token("read", critical: "b64x"), "critical");
        await Refused(401, "credentials-invalid", issuer.Token("read") + "x", "");
        await Refused(401, "credentials-invalid", "no.token.atall", "");
    }

    [Fact]
    public async Task A_token_whose_issuer_does_not_answer_is_neither_taken_nor_refused()
    {
        await using var issuer = await TokenIssuer.StartAsync();
        var token = issuer.Token("read");
        await using var platform = await TestPlatform.CreateAsync(infrastructure, new Dictionary<string, string>(issuer.Environment) { ["Access__Keyless"] = "false" });
        await issuer.DisposeAsync();
        await platform.Projection.Start().ReadyAsync();

        using var answer = await SendAsync(platform.Projection, "get /incidents", ("Authorization", "Bearer " + token));

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await answer.Content.ReadAsStringAsync()).ShouldContain("issuer-unavailable");
    }

    [Fact]
    public async Task The_holder_of_the_key_is_the_actor_of_a_command_and_nobody_can_speak_for_another()
    {
        var keys = await Keys.MakeAsync(("sender", ["ingest"]), ("ann", ["read", "analyst"]), ("bob", ["operate"]));
        await using var platform = await TestPlatform.StartAsync(infrastructure, keys.Environment);
        platform.Ingest.Http.DefaultRequestHeaders.Add("X-Api-Key", keys["sender"]);
        platform.Projection.Http.DefaultRequestHeaders.Add("X-Api-Key", keys["ann"]);
        var id = await platform.TellOneAsync(Analyst.Attack(0));

        var (status, refusal, _) = await platform.CommandAsync(id, "confirm", "\"1\""); // says that it is of A. Analyst
        using var done = await SendCommandAsync(platform, id, new { reason = "Seen." });

        status.ShouldBe(HttpStatusCode.BadRequest);
        refusal.GetProperty("errors").GetProperty("actor")[0].GetString()!.ShouldContain("ann");
        done.StatusCode.ShouldBe(HttpStatusCode.OK, await done.Content.ReadAsStringAsync());
        (await platform.HistoryAsync(id))[^1].GetProperty("actor").GetProperty("name").GetString().ShouldBe("ann");
        using var reread = await SendAsync(platform.Ingest, "post /extractions", JsonContent.Create(new { reason = "New rules.", all = true }), ("X-Api-Key", keys["bob"]));
        reread.StatusCode.ShouldBe(HttpStatusCode.Accepted, await reread.Content.ReadAsStringAsync());
        await Eventually.Equals(1, "a request to read again in the log, by bob", () => platform.CountAsync(
            "select count(*) from ingest.mt_events where type = 'extraction_requested' and data->'actor'->>'name' = 'bob'"));
    }

    [Fact]
    public async Task Nothing_secret_is_in_logs_traces_or_answers()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var issuer = await TokenIssuer.StartAsync();
        var keys = await Keys.MakeAsync(("all", Scopes));
        var environment = new Dictionary<string, string>(keys.Environment.Concat(receiver.Environment).Concat(issuer.Environment)) { ["Logging__LogLevel__Default"] = "Debug" };
        foreach (var quiet in new[] { "Microsoft.AspNetCore", "Npgsql", "MassTransit" })
            environment["Logging__LogLevel__" + quiet] = "Debug";
        await using var platform = await TestPlatform.StartAsync(infrastructure, environment);
        var (expired, good) = (issuer.Token("read", expires: TimeSpan.FromMinutes(-5)), issuer.Token("read"));
        var answers = "";
        foreach (var shown in new[] { keys["all"], "ipk_a-wrong-key-nobody-has", expired, good })
            foreach (var service in new[] { platform.Ingest, platform.Projection })
            {
                using var answer = await SendAsync(service, service == platform.Ingest ? "get /extractions" : "get /incidents", ("Authorization", "Bearer " + shown));
                answers += answer.Headers.ToString() + await answer.Content.ReadAsStringAsync();
            }
        platform.Ingest.Http.DefaultRequestHeaders.Add("X-Api-Key", keys["all"]);
        platform.Projection.Http.DefaultRequestHeaders.Add("X-Api-Key", keys["all"]);
        await platform.TellOneAsync(Analyst.Attack(0));
        await Eventually.Holds("traces of all services to be exported", () => Task.FromResult(receiver.Spans.Select(s => s.Service).Distinct().Count() == 3));

        var passwords = platform.Services.SelectMany(s => new[]
        {
            new Npgsql.NpgsqlConnectionStringBuilder(platform.EnvironmentOf(s.Name).GetValueOrDefault("ConnectionStrings__Postgres", "")).Password,
            new Uri(platform.EnvironmentOf(s.Name)["ConnectionStrings__RabbitMq"]).UserInfo.Split(':')[1],
        }).OfType<string>().Distinct().ToList();
        passwords.Count.ShouldBeGreaterThanOrEqualTo(3); // a service may have one for both, as in containers
        foreach (var secret in passwords.Concat([keys["all"], "ipk_a-wrong-key-nobody-has", expired, good, good.Split('.')[2]]))
        {
            foreach (var service in platform.Services)
                service.Log.ShouldNotContain(line => line.Contains(secret), $"{service.Name} logged a secret");
            receiver.Saw(secret).ShouldBeFalse("a secret was exported");
            answers.ShouldNotContain(secret);
        }
        receiver.Saw("GET /incidents").ShouldBeTrue("the export is looked at where it would stand");
        platform.Ingest.Log.Count.ShouldBeGreaterThan(20, "the services log much at this level");
    }

    [Fact]
    public async Task Without_keys_a_page_of_another_site_is_refused_and_a_service_that_others_can_reach_does_not_start()
    {
        await using var platform = await TestPlatform.CreateAsync(infrastructure);
        await platform.Projection.Start().ReadyAsync();
        platform.Projection.Log.ShouldContain(line => line.Contains("Access:Keyless is set"), "it is said in the log");
        using (var here = await SendAsync(platform.Projection, "get /incidents"))
            here.StatusCode.ShouldBe(HttpStatusCode.OK);
        await RefusedAsync(platform.Projection, "get /incidents", 401, "credentials-invalid", ("Origin", "https://site.example"));
        await RefusedAsync(platform.Projection, "get /incidents", 401, "credentials-invalid", ("Host", "site.example"));
        await RefusedAsync(platform.Projection, "get /incidents", 401, "credentials-invalid", ("X-Api-Key", "ipk_wrong"));

        await using var open = new ServiceProcess("projection", new Dictionary<string, string>(platform.EnvironmentOf("projection")) { ["Kestrel__Endpoints__All__Url"] = $"http://0.0.0.0:{Ports.Free(1)}" });
        open.Start();

        await Eventually.Holds("the service to end", () => Task.FromResult(open.Restarts > 0));
        open.Log.ShouldContain(line => line.Contains("which others can reach"));
    }

    private static async Task RefusedAsync(ServiceProcess service, string operation, int status, string problem, params (string, string)[] headers) =>
        await RefusedAsync(service, operation, status, problem, "", headers);

    private static async Task RefusedAsync(ServiceProcess service, string operation, int status, string problem, string detail, params (string, string)[] headers)
    {
        using var answer = await SendAsync(service, operation, headers);
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, $"{operation}: {text}");
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        var body = JsonDocument.Parse(text).RootElement;
        body.GetProperty("type").GetString().ShouldBe("urn:incident-platform:problem:" + problem);
        body.GetProperty("detail").GetString()!.ShouldContain(detail);
        body.GetProperty("traceId").GetString()!.Length.ShouldBe(32);
    }

    private static Task<HttpResponseMessage> SendAsync(ServiceProcess service, string operation, params (string Name, string Value)[] headers) => SendAsync(service, operation, null, headers);

    private static async Task<HttpResponseMessage> SendAsync(ServiceProcess service, string operation, HttpContent? body, params (string Name, string Value)[] headers)
    {
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1].Replace("{id}", Guid.NewGuid().ToString()));
        using var message = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path.TrimStart('/')) { Content = body };
        foreach (var (name, value) in headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return await service.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead); // a stream of events has no end
    }

    private static async Task<HttpResponseMessage> SendCommandAsync(TestPlatform platform, Guid incidentId, object body)
    {
        var version = (await platform.IncidentAsync(incidentId)).Version;
        using var message = new HttpRequestMessage(HttpMethod.Post, $"incidents/{incidentId}/confirm") { Content = JsonContent.Create(body) };
        message.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        return await platform.Projection.Http.SendAsync(message);
    }
}
