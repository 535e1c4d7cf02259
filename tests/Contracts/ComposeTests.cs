using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Platform.Tests.Contracts.AsyncApi;

namespace Platform.Tests.Contracts;

/// <summary>docker-compose.yml without Docker; <c>deploy/docker/check</c> tries it with.</summary>
public sealed partial class ComposeTests
{
    private static readonly JsonObject Services = Yaml.ReadFile(Path.Combine(Repository.Root, "docker-compose.yml"))["services"]!.AsObject();

    public static TheoryData<string> Names => [.. Services.Select(s => s.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_container_has_a_limit_of_memory_gains_no_privileges_and_is_open_to_this_machine_alone(string name)
    {
        Of(name, "mem_limit").ShouldNotBeNull();
        Of(name, "security_opt")!.AsArray().Select(o => o!.GetValue<string>()).ShouldContain("no-new-privileges:true");
        foreach (var port in Of(name, "ports")?.AsArray() ?? [])
            port!.GetValue<string>().ShouldStartWith("127.0.0.1:");
    }

    [Theory]
    [InlineData("postgres")]
    [InlineData("rabbitmq")]
    [InlineData("ingest")]
    [InlineData("extraction")]
    [InlineData("projection")]
    [InlineData("samples")]
    public void What_is_ours_and_what_keeps_our_data_runs_on_a_read_only_file_system(string name) => Of(name, "read_only")!.GetValue<bool>().ShouldBeTrue();

    [Fact]
    public void Images_carry_the_version_that_is_built()
    {
        var version = Version().Match(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props"))).Groups[1].Value;
        version.ShouldNotBeEmpty();
        foreach (var name in new[] { "ingest", "extraction", "projection" })
        {
            Of(name, "image")!.GetValue<string>().ShouldBe($"incident-platform/{name}:{version}");
            var args = Of(name, "build")!["args"]!.AsObject();
            args["SERVICE"]!.GetValue<string>().ShouldBe(name);
            (args["VERSION"] ?? args["<<"]!["VERSION"])!.GetValue<string>().ShouldBe(version);
        }
        Of("samples", "image")!.GetValue<string>().ShouldBe($"incident-platform/ingest:{version}");
    }

    [Fact]
    public void No_password_is_written_in_the_file_but_as_what_holds_without_a_setting()
    {
        foreach (var (name, service) in Services)
            foreach (var (variable, value) in service!["environment"] as JsonObject ?? [])
                if (variable.EndsWith("PASSWORD", StringComparison.Ordinal))
                    value!.GetValue<string>().ShouldMatch(@"^\$\{[A-Z_]+_PASSWORD:-only-on-loopback\}$", $"{name}: {variable}");
    }

    [Fact]
    public void Who_may_look_at_Grafana_without_a_name_cannot_come_in_by_its_first_password()
    {
        var settings = Of("grafana", "environment")!.AsObject();

        settings["GF_AUTH_DISABLE_LOGIN_FORM"]!.GetValue<string>().ShouldBe("true");
        settings["GF_AUTH_BASIC_ENABLED"]!.GetValue<string>().ShouldBe("false");
    }

    /// <summary>A setting of a service, its own or of what is merged into it.</summary>
    private static JsonNode? Of(string service, string setting) => Services[service]![setting] ?? Services[service]!["<<"]?[setting];

    [GeneratedRegex("<Version>(.*)</Version>")]
    private static partial Regex Version();
}
