using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using Platform.Tests.Harness;

namespace Platform.Tests.Promises;

/// <summary>The blocks of deploy/RUNBOOK.md, run word for word on a platform with the trouble they are for.</summary>
[Collection(Collection.Name)]
public sealed partial class The_runbook_does_what_it_says(Infrastructure shared) : PrivateServers(shared)
{
    private static readonly string[] Troubles = Trouble().Split(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "RUNBOOK.md")));
    private TestPlatform platform = null!;

    /// <summary>The database that the runbook names, which deploy/local makes.</summary>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        platform = await TestPlatform.CreateAsync(Servers, new Dictionary<string, string> { ["Webhooks__AllowedNetworks__0"] = "127.0.0.0/8" }, database: await Servers.DatabaseAsync("platform"));
        await platform.ExecuteAsync("truncate incidents.dead_letter, incidents.webhook cascade");
        await platform.ReadyAsync();
    }

    public override async Task DisposeAsync()
    {
        await platform.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task What_is_looked_at_first_tells_how_the_platform_is()
    {
        var look = Blocks(0);

        foreach (var command in look[0].Split('\n').SelectMany(line => line.Split('#')[0].Split(';')).Select(c => c.Trim()).Where(c => c.Length > 0))
            JsonDocument.Parse(await RunAsync(command)).RootElement.ValueKind.ShouldBe(JsonValueKind.Object, command);
        var (sql, rabbit, export, verify) = look[1].Split('\n') is [var a, var b, var c, var d] ? (a, b, c, d) : throw new InvalidOperationException(look[1]);
        (await RunAsync($"{sql} -Atc 'select count(*) from incidents.webhook'")).Trim().ShouldBe("0");
        (await RunAsync(rabbit)).ShouldContain("Listing queues"); // the tests have theirs in virtual hosts of their own
        (await RunAsync($"{export}\n{verify}")).ShouldContain("incident_list");
    }

    [Fact]
    public async Task What_holds_the_database_is_found_and_ended()
    {
        var statements = Blocks(3)[0].Split('\n');
        var psql = Blocks(0)[1].Split('\n')[0];
        await using var holder = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(platform.ConnectionString) { ApplicationName = "somebody", Pooling = false }.ConnectionString);
        await holder.OpenAsync();
        await using (var hold = new NpgsqlCommand("begin; lock table ingest.mt_events in access exclusive mode", holder))
            await hold.ExecuteNonQueryAsync();
        var waiting = platform.PostAsync(Articles.Attack(1));

        var found = await RunAsync($"{psql} -At -c \"{statements[0]}\"");
        var pid = found.Split('\n').Select(line => line.Split('|')).Single(row => row is [_, "somebody", ..])[0];
        (await RunAsync($"{psql} -At -c \"{statements[1].Replace("PID", pid)}\"")).Trim().ShouldBe("t");

        await platform.ExtractedAsync((await waiting).GetProperty("articleId").GetGuid());
    }

    [Fact]
    public async Task A_dead_letter_is_looked_at_and_replayed()
    {
        await platform.ExecuteAsync("alter table incidents.incident_list add constraint no_reports check (false) not valid");
        await platform.PostAsync(Articles.Attack(2));
        var op = new Operator(platform);
        var letter = await op.OnlyAsync();
        await platform.ExecuteAsync("alter table incidents.incident_list drop constraint no_reports");
        var (id, trace) = (letter.GetProperty("id").GetGuid(), letter.GetProperty("traceId").GetString()!);
        await Eventually.Holds("its trace", async () => (await platform.Projection.Http.GetAsync("traces/" + trace)) is { IsSuccessStatusCode: true } answer
            && (await answer.Content.ReadAsStringAsync()).Contains("dead_letter", StringComparison.Ordinal)); // spans come with the next second's others

        var answers = new List<JsonElement>();
        foreach (var command in Blocks(6)[0].Split('\n'))
            answers.Add(JsonDocument.Parse(await RunAsync(command.Replace("TRACEID", trace).Replace("/ID", $"/{id}"))).RootElement);

        answers[0].GetProperty("exception").GetString()!.ShouldContain("no_reports");
        answers[1].GetProperty("stages").EnumerateArray().ShouldContain(s => s.GetProperty("name").GetString() == "dead_letter");
        (await op.GetAsync(id)).GetProperty("state").GetString().ShouldBe("replayed");
        await Eventually.Equals(1, "the incident", () => platform.CountAsync("select least(1, count(*)) from incidents.incident_list where title like '%report 2'"));
    }

    [Fact]
    public async Task A_webhook_that_was_disabled_is_enabled_and_sent_what_it_missed()
    {
        var gone = true;
        await using var receiver = await WebhookReceiver.StartAsync(WebhookReceiver.Status(_ => Volatile.Read(ref gone) ? 410 : 204));
        using var registered = await platform.Projection.Http.PostAsJsonAsync("webhooks", new { url = receiver.Address.ToString() });
        var id = (await registered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await platform.PostAsync(Articles.Attack(3));
        await Eventually.Holds("it to be disabled", async () => !(await platform.Projection.Http.GetFromJsonAsync<JsonElement>($"webhooks/{id}")).GetProperty("enabled").GetBoolean());
        Volatile.Write(ref gone, false);

        var message = "";
        foreach (var command in Blocks(8)[0].Split('\n'))
        {
            var answer = JsonDocument.Parse(await RunAsync(command.Replace("/ID", $"/{id}").Replace("MESSAGE", message))).RootElement;
            if (answer.TryGetProperty("items", out var items))
                message = items[0].GetProperty("messageId").GetGuid().ToString();
        }

        await Eventually.Holds("it to be delivered", () => Task.FromResult(receiver.Received.Count(r => r.Id == message) == 2));
    }

    /// <summary>The code blocks of a trouble; of 0, what stands before the first.</summary>
    private static string[] Blocks(int trouble) => [.. Block().Matches(Troubles[trouble]).Select(m => m.Groups[1].Value.Trim())];

    /// <summary>Runs lines as a person would, on this platform instead of deploy/run's.</summary>
    private async Task<string> RunAsync(string lines)
    {
        string Address(ServiceProcess service) => service.Address.ToString().TrimEnd('/');
        var here = lines.Replace("INGEST", Address(platform.Ingest)).Replace("READ", Address(platform.Projection)).Replace("EXTRACTION", Address(platform.Extraction))
            .Replace("7110", new NpgsqlConnectionStringBuilder(platform.ConnectionString).Port.ToString()).Replace("7104", platform.Broker.Port.ToString()).Replace(".data/", Servers.Folder + "/");
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", here]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.WaitForExitAsync();
        bash.ExitCode.ShouldBe(0, $"{here}: {said[0]}{said[1]}");
        return said[0];
    }

    [GeneratedRegex(@"^\*\*\d+\. ", RegexOptions.Multiline)]
    private static partial Regex Trouble();

    [GeneratedRegex(@"^```\w*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
