using System.Text;
using System.Text.Json;
using Platform.Contracts;
using Platform.Extraction;

namespace Platform.Tests.Unit.Extraction;

public sealed class ExtractCommandTests
{
    private static async Task<(int Status, JsonElement[] Lines, string Output)> Run(string input)
    {
        using var output = new MemoryStream();
        var status = await ExtractCommand.RunAsync(new StringReader(input), output, workers: 2);
        var text = Encoding.UTF8.GetString(output.ToArray());
        return (status, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray(), text);
    }

    [Fact]
    public async Task One_line_an_article_in_input_order()
    {
        var input = string.Concat(Enumerable.Range(0, 200).Select(i => $$"""{"id":"a{{i}}","text":"{{new string('x', i * 37 % 500)}} Two rockets hit Balad air base on Sunday.","publishedAt":"2021-04-04"}""" + "\n"));
        var (status, lines, _) = await Run(input);
        status.ShouldBe(0);
        lines.Select(line => line.GetProperty("id").GetString()).ShouldBe(Enumerable.Range(0, 200).Select(i => $"a{i}"));
        lines.ShouldAllBe(line => line.EnumerateObject().Select(property => property.Name).SequenceEqual(new[] { "id", "incidents", "aggregates" }));
        lines[7].GetProperty("incidents")[0].GetProperty("eventType").GetString().ShouldBe("rocket_attack");
    }

    [Fact]
    public async Task A_bad_line_gets_an_error_in_its_place_and_status_1_and_the_others_are_done()
    {
        var (status, lines, _) = await Run("""
            {"id":"one","text":"fine"}
            not json
            {"id":"two"}
            {"id":"three","text":"x","publishedAt":"soon"}

            [1]
            {"id":5,"text":"x"}
            {"id":"four","text":"x \ud800 y"}
            {"id":"last","text":"fine","title":null,"publishedAt":null}
            """);
        status.ShouldBe(1);
        lines.Select(line => line.GetProperty("id").GetString()).ShouldBe(["one", null, "two", "three", null, null, null, "four", "last"]);
        lines.Select(line => line.TryGetProperty("error", out _)).ShouldBe([false, true, true, true, true, true, true, true, false]);
    }

    [Fact]
    public async Task An_id_that_is_a_uuid_is_the_article_id_and_any_other_gives_a_deterministic_one()
    {
        const string uuid = "0b5f4a4e-6d0e-4d53-8f0c-2f6a1b9d3c77";
        var (_, lines, _) = await Run($$"""
            {"id":"{{uuid}}","text":"Two rockets hit Balad air base on Sunday.","publishedAt":"2021-04-04T10:00:00Z"}
            {"id":"seven","text":"Two rockets hit Balad air base on Sunday.","publishedAt":"2021-04-04"}
            """);
        lines[0].GetProperty("incidents")[0].GetProperty("articleId").GetGuid().ShouldBe(Guid.Parse(uuid));
        lines[1].GetProperty("incidents")[0].GetProperty("articleId").GetGuid().ShouldBe(DeterministicId.Create(DeterministicId.Namespace, "extract\nseven"));
    }

    [Fact]
    public async Task The_program_runs_the_command_without_a_server_and_writes_nothing_but_results()
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Extraction.dll"), "extract"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = System.Diagnostics.Process.Start(start).ShouldNotBeNull();
        await process.StandardInput.WriteAsync("{\"id\":\"a\",\"text\":\"x\"}\nbad\n");
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var output = await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        process.ExitCode.ShouldBe(1);
        var lines = output.Split('\n');
        lines.Length.ShouldBe(3);
        lines[0].ShouldBe("{\"id\":\"a\",\"incidents\":[],\"aggregates\":[]}");
        lines[1].ShouldStartWith("{\"id\":null,\"error\":");
    }

    [Fact]
    public async Task Two_runs_give_the_same_bytes()
    {
        const string input = """{"id":"a","text":"Gunmen killed four people in Quetta on Monday.","publishedAt":"2022-06-15"}""";
        (await Run(input)).Output.ShouldBe((await Run(input)).Output);
    }

    [Fact]
    public async Task A_line_beyond_the_limit_is_an_error_and_the_next_is_done()
    {
        var (status, lines, _) = await Run("{\"id\":\"long\",\"text\":\"" + new string('x', ExtractCommand.MaxLine) + "\"}\n{\"id\":\"next\",\"text\":\"x\"}\n");
        status.ShouldBe(1);
        lines.Length.ShouldBe(2);
        lines[0].GetProperty("error").GetString().ShouldNotBeNull().ShouldContain("longer than");
        lines[1].GetProperty("id").GetString().ShouldBe("next");
    }
}
