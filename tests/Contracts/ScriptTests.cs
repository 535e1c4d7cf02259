using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Platform.Tests.Contracts;

/// <summary>What the scripts of deploy/ do where it takes no server to see it.</summary>
public sealed partial class ScriptTests : IDisposable
{
    private const string NobodyListens = "INGEST_PORT=1\nREAD_PORT=2\nEXTRACTION_PORT=3\nBROKER_PORT=11\nPOSTGRES_PORT=20\n";

    private readonly string folder = Directory.CreateTempSubdirectory("incident-platform-scripts-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_process_that_took_over_the_number_of_a_run_that_crashed_is_neither_stopped_nor_taken_for_it()
    {
        using var stranger = Stranger();
        File.WriteAllText(Path.Combine(folder, "settings"), NobodyListens);

        foreach (var left in new[] { $"{stranger.Id}", $"{stranger.Id} 1" })
        {
            File.WriteAllText(Path.Combine(folder, "run.pid"), left);
            (await RunAsync("deploy/stop", null, "--data", folder)).Said.ShouldContain("Stopped");
            stranger.HasExited.ShouldBeFalse();

            // It gets past that, to what it lacks here.
            File.WriteAllText(Path.Combine(folder, "run.pid"), left);
            (await RunAsync("deploy/run", PathWith("dotnet", ""), "--no-samples", "--data", folder)).Said.ShouldContain("SDK is missing");
        }
        stranger.Kill();
    }

    [Fact]
    public async Task The_run_that_goes_on_is_known_whatever_its_command_line_is_and_stopped()
    {
        using var run = Stranger();
        File.WriteAllText(Path.Combine(folder, "settings"), NobodyListens);
        var stamp = (await RunAsync("bash", null, "-c", $". deploy/local/common.sh; stamp {run.Id}")).Said;
        stamp.ShouldMatch($@"^{run.Id} \d+\n$");
        File.WriteAllText(Path.Combine(folder, "run.pid"), stamp);

        (await RunAsync("deploy/run", PathWith("dotnet", ""), "--no-samples", "--data", folder)).Said.ShouldContain($"it runs already, in another terminal (pid {run.Id})");
        (await RunAsync("deploy/stop", null, "--data", folder)).Said.ShouldContain("Stopped");
        run.WaitForExit(10_000).ShouldBeTrue();
    }

    [Fact]
    public async Task Services_that_run_with_other_keys_are_started_anew()
    {
        var keys = Path.Combine(folder, "keys");
        File.WriteAllText(keys, "Access__Keys__0__Hash=a\n");
        File.WriteAllText(Path.Combine(folder, "settings"), NobodyListens);
        Directory.CreateDirectory(Path.Combine(folder, "services"));
        string[] same = ["--data", folder, "--no-samples", "--ingest-port", "1", "--read-port", "2", "--extraction-port", "3", "--broker-port", "11", "--postgres-port", "20"];
        using var running = Stranger($"supervise ingest {folder}/services");
        File.WriteAllText(Path.Combine(folder, "services", "ingest.supervisor"), $"{running.Id}");
        File.WriteAllText(Path.Combine(folder, "access.sum"), (await RunAsync("bash", null, "-c", $". deploy/local/common.sh; . deploy/local/services.sh; keys={keys} access_sum")).Said);

        // Each gets past that, to what it lacks here.
        var (_, said) = await RunAsync("deploy/run", PathWith("dotnet", ""), [.. same, "--keys", keys]);
        said.ShouldContain("SDK is missing");
        said.ShouldNotContain("anew");
        running.HasExited.ShouldBeFalse();

        (await RunAsync("deploy/run", PathWith("dotnet", ""), same)).Said.ShouldContain("starting them anew, without keys, open to whoever is on this machine");
        running.WaitForExit(10_000).ShouldBeTrue();

        using var another = Stranger($"supervise ingest {folder}/services");
        File.WriteAllText(Path.Combine(folder, "services", "ingest.supervisor"), $"{another.Id}");
        File.WriteAllText(keys, "Access__Keys__0__Hash=b\n");
        (await RunAsync("deploy/run", PathWith("dotnet", ""), [.. same, "--keys", keys])).Said.ShouldContain("starting them anew, open to who shows one of these");
        another.WaitForExit(10_000).ShouldBeTrue();
    }

    [Fact]
    public async Task What_an_older_server_does_not_know_is_left_out_of_what_is_restored()
    {
        var log = InContainer();
        File.WriteAllText(Path.Combine(folder, "file"), "");
        var docker = PathWith("docker", $$"""
            case "$*" in
              container*) echo running; exit ;;
              *pg_restore*--file=-*) cat >/dev/null
                printf -- '--\n-- PostgreSQL database dump\n--\n\nSET statement_timeout = 0;\nSET transaction_timeout = 0;\nSET row_security = off;\n'
                for line in $(seq 40); do echo "-- $line"; done
                printf 'COPY words FROM stdin;\nSET transaction_timeout = 0;\n\\.\n' ;;
              *pg_restore*) cat >/dev/null ;;
              *server_version_num*) echo 150008 ;;
              *pg_roles*) ;;
              *psql*-c*) echo 0 ;;
              *psql*) cat >{{log}} ;;
            esac
            """);

        (await RunAsync("deploy/restore", docker, Path.Combine(folder, "file"), "--data", folder)).Code.ShouldBe(0);

        var put = File.ReadAllText(log);
        put.ShouldContain("SET statement_timeout = 0;\nSET row_security = off;\n");
        put.ShouldContain("COPY words FROM stdin;\nSET transaction_timeout = 0;\n", Case.Sensitive, "that is data");
        put.ShouldEndWith("\ncommit;\n");
    }

    [Fact]
    public async Task Of_a_file_that_cannot_be_read_pg_restore_says_why()
    {
        InContainer();
        File.WriteAllText(Path.Combine(folder, "file"), "");
        var docker = PathWith("docker", """
            case "$*" in
              container*) echo running ;;
              *pg_restore*) echo 'pg_restore: error: unsupported version (1.16) in file header' >&2; exit 1 ;;
              *psql*) echo 150008 ;;
            esac
            """);

        var (code, said) = await RunAsync("deploy/restore", docker, Path.Combine(folder, "file"), "--data", folder);

        code.ShouldBe(1);
        said.ShouldContain("unsupported version (1.16) in file header");
    }

    [Fact]
    public async Task Where_the_database_is_a_container_the_tools_in_it_make_the_backup()
    {
        var log = InContainer();
        (await RunAsync("deploy/backup", PathWith("docker", $$"""
            echo "$*" >>{{log}}
            if [ "$1" = container ]; then echo running; fi
            """), Path.Combine(folder, "file"), "--data", folder)).Code.ShouldBe(0);

        var called = File.ReadAllText(log);
        called.ShouldMatch(@"(?m)^exec -i -e PGUSER -e PGDATABASE -e PGPASSWORD platform-postgres-\d+ pg_dump --format=custom ");
        called.ShouldMatch(@"(?m)^exec -i .* platform-postgres-\d+ pg_restore ");
        called.ShouldNotContain("nobodys-business");
    }

    [Fact]
    public void Settings_of_Compose_are_read_by_no_shell() => Directory.GetFiles(Path.Combine(Repository.Root, "deploy"), "*", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}") && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
        .Where(f => Sourced().IsMatch(File.ReadAllText(f))).ShouldBeEmpty();

    [Fact]
    public void A_bill_of_materials_is_of_the_build_that_the_image_is()
    {
        var image = Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "docker", "Dockerfile")), "(?m)^ARG FULL_FEED=(.*)$").Groups[1].Value;
        image.ShouldNotBeEmpty();

        File.ReadAllText(Path.Combine(Repository.Root, "deploy", "sbom")).ShouldContain($"full=${{full:-{image}}}");
    }

    [Fact]
    public async Task Machine_code_is_put_beside_the_IL_where_the_feed_has_the_compiler_and_nothing_else_changes()
    {
        var dll = Path.Combine(folder, "Some.dll");
        File.Copy(typeof(ScriptTests).Assembly.Location, dll);
        var built = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(dll, built);
        MachineCode(dll).ShouldBe(0);
        var id = ModuleId(dll);

        var (code, said) = await RunAsync("deploy/local/ready-to-run", null, dll);

        code.ShouldBe(0, said);
        // It says why when it cannot.
        if (said.Contains("ReadyToRun"))
            MachineCode(dll).ShouldBe(0);
        else
            MachineCode(dll).ShouldBeGreaterThan(0, said);
        ModuleId(dll).ShouldBe(id);
        File.GetLastWriteTimeUtc(dll).ShouldBe(built, "a build would make it again");
        var bytes = File.ReadAllBytes(dll);
        (await RunAsync("deploy/local/ready-to-run", null, dll)).Code.ShouldBe(0);
        File.ReadAllBytes(dll).ShouldBe(bytes);
    }

    [Fact]
    public async Task Where_the_feed_lacks_the_compiler_to_machine_code_the_build_goes_on_without()
    {
        var dll = Path.Combine(folder, "Some.dll");
        // Other bytes than any assembly that was compiled before.
        File.WriteAllText(dll, folder);

        var (code, said) = await RunAsync("deploy/local/ready-to-run", PathWith("dotnet", "exit 1"), dll);

        code.ShouldBe(0);
        said.ShouldContain("The feed has no ReadyToRun compiler");
        File.ReadAllText(dll).ShouldBe(folder);
    }

    [Fact]
    public async Task What_cannot_be_compiled_to_machine_code_keeps_its_IL()
    {
        var dll = Path.Combine(folder, "Some.dll");
        File.WriteAllText(dll, folder);

        var (code, said) = await RunAsync("deploy/local/ready-to-run", null, dll);

        code.ShouldBe(0);
        said.ShouldMatch("keeps its IL alone|ReadyToRun");
        File.ReadAllText(dll).ShouldBe(folder);
    }

    /// <summary>Bytes of the header that points to machine code; 0 when there is only IL.</summary>
    private static int MachineCode(string dll)
    {
        using var reader = new PEReader(File.OpenRead(dll));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size;
    }

    private static Guid ModuleId(string dll)
    {
        using var reader = new PEReader(File.OpenRead(dll));
        var metadata = reader.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    /// <summary>A folder of deploy/run whose database is a container; gives a file that what takes docker's place may write to.</summary>
    private string InContainer()
    {
        var instance = Directory.CreateDirectory(Path.Combine(folder, "postgres")).FullName;
        foreach (var (file, text) in new[] { ("port", "20"), ("password", "nobodys-business"), ("container.env", "") })
            File.WriteAllText(Path.Combine(instance, file), text);
        return Path.Combine(folder, "log");
    }

    /// <summary>Waits for its input to end, and has on its command line what a path of deploy/run ends with, or what is said.</summary>
    private static Process Stranger(string says = "/run/x") => Process.Start(new ProcessStartInfo("sh", ["-c", "read line", says]) { RedirectStandardInput = true })!;

    /// <summary>A PATH in which a program is another one.</summary>
    private string PathWith(string name, string script)
    {
        var programs = Directory.CreateDirectory(Path.Combine(folder, "programs")).FullName;
        File.WriteAllText(Path.Combine(programs, name), "#!/bin/sh\n" + script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(programs, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return $"{programs}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    private static async Task<(int Code, string Said)> RunAsync(string script, string? path, params string[] arguments)
    {
        var start = new ProcessStartInfo(script.Contains('/') ? Path.Combine(Repository.Root, script) : script, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        if (path is not null)
            start.Environment["PATH"] = path;
        foreach (var name in new[] { "PLATFORM_DATA", "DATABASE_URL", "READY_TO_RUN" })
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, said[0] + said[1]);
    }

    [GeneratedRegex(@"(?m)^[^#\n]*(^|[\s;&])(\.|source) (\./)?\.env\b")]
    private static partial Regex Sourced();
}
