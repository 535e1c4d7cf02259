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

    /// <summary>Each article that is read at once takes memory, and how many are is the number of processors.</summary>
    [Fact]
    public void The_extraction_counts_no_more_processors_than_its_memory_is_for() =>
        Of("extraction", "environment")!["DOTNET_PROCESSOR_COUNT"]!.GetValue<string>().ShouldBe("4");

    [Theory]
    [InlineData("postgres")]
    [InlineData("rabbitmq")]
    public void What_keeps_our_data_has_time_to_close_it(string name) => Of(name, "stop_grace_period")!.GetValue<string>().ShouldBe("60s");

    [Theory]
    [InlineData("postgres")]
    [InlineData("rabbitmq")]
    [InlineData("ingest")]
    [InlineData("extraction")]
    [InlineData("projection")]
    [InlineData("migrate-ingest")]
    [InlineData("migrate-projection")]
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

    /// <summary>What a container got in its environment can be read there as long as it lives, whatever its first process does.</summary>
    [Fact]
    public void Only_what_makes_the_schemas_and_ends_is_told_the_owners_password()
    {
        var told = Services.Where(s => s.Key != "postgres" && (Of(s.Key, "environment")?.ToJsonString().Contains("OWNER", StringComparison.OrdinalIgnoreCase) ?? false)).Select(s => s.Key).ToList();

        told.ShouldBe(["migrate-ingest", "migrate-projection"], ignoreOrder: true);
        foreach (var name in told)
        {
            Of(name, "command")!.ToJsonString().ShouldBe("""["migrate"]""");
            Of(name, "restart")!.GetValue<string>().ShouldBe("no");
            Of(name, "image")!.GetValue<string>().ShouldBe(Of(name["migrate-".Length..], "image")!.GetValue<string>());
            // "up --wait" takes one that ended for failed, unless another waits for its end.
            Of(name["migrate-".Length..], "depends_on")![name]!["condition"]!.GetValue<string>().ShouldBe("service_completed_successfully");
        }
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("extraction")]
    [InlineData("projection")]
    public void What_says_where_telemetry_goes_and_how_often_is_handed_on(string name)
    {
        var environment = Of(name, "environment")!.AsObject()["<<"]!.AsObject();
        var read = Variable().Matches(File.ReadAllText(Path.Combine(Repository.Root, "services", "shared", "Telemetry", "TelemetrySetup.cs"))).Select(m => m.Value).ToList();
        read.ShouldContain("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT");

        foreach (var variable in read.Concat(["OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_METRIC_EXPORT_INTERVAL", "OTEL_TRACES_SAMPLER", "OTEL_BSP_SCHEDULE_DELAY"]))
            environment.ContainsKey(variable).ShouldBeTrue(variable);
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

    [GeneratedRegex(@"OTEL_[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex("<Version>(.*)</Version>")]
    private static partial Regex Version();
}
