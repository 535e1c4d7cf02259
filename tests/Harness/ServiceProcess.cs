using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Platform.Tests.Harness;

/// <summary>A service as a process of its own, as in production.</summary>
/// <param name="name">Name of the service.</param>
/// <param name="environment">Variables it runs with, beside those of this process.</param>
/// <param name="program">Another build of it than the checkout's.</param>
/// <param name="command">What is run instead, such as the same under another program; that build when null.</param>
public sealed class ServiceProcess(string name, IReadOnlyDictionary<string, string> environment, string? program = null, IReadOnlyList<string>? command = null) : IAsyncDisposable
{
    /// <summary>Set PLATFORM_TEST_LOGS to a folder to keep what services and broker log.</summary>
    internal static readonly string? LogFolder = Environment.GetEnvironmentVariable("PLATFORM_TEST_LOGS") is { Length: > 0 } folder ? Directory.CreateDirectory(folder).FullName : null;

    /// <summary>Exit status of a process that was ended by kill -9.</summary>
    public const int Killed = 137;

    private readonly ConcurrentQueue<int> exits = new();
    private readonly ConcurrentQueue<string> log = new();
    private readonly int port = Ports.Free(1);
    private Process? process;
    private readonly Lock life = new();
    private volatile bool ended;

    /// <summary>Name of the service.</summary>
    public string Name => name;

    /// <summary>Its own address.</summary>
    public Uri Address => new($"http://127.0.0.1:{port}/");

    /// <summary>Client of that address.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1) }) { Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>Variables of this service alone; they hold from its next start.</summary>
    public ConcurrentDictionary<string, string> Variables { get; } = new();

    /// <summary>All it has logged, over all its lives.</summary>
    public IReadOnlyList<string> Log => [.. log];

    /// <summary>Id of its process.</summary>
    public int ProcessId => process!.Id;

    /// <summary>Exit status of its last life; null while it lives.</summary>
    public int? ExitCode => process is { HasExited: true } ? process.ExitCode : null;

    /// <summary>True from its start until its end.</summary>
    public bool Lives => process is { HasExited: false };

    /// <summary>The statuses other than 0 with which it ended by itself and was started again, as every supervisor does.</summary>
    public IReadOnlyList<int> Exits => [.. exits];

    /// <summary>How often that was.</summary>
    public int Restarts => exits.Count;

    /// <summary>How often it was killed by another than the test: by itself at a crash point, or by the system for want of memory.</summary>
    public int Crashes => exits.Count(status => status == Killed);

    /// <summary>Called right before it is started again after it ended by itself.</summary>
    public Action? Restarting { get; set; }

    /// <summary>Starts it, unless it lives; returns at once.</summary>
    /// <remarks>A second one could not have its address: it would die and be started again without end, beside the first, which nobody would end.</remarks>
    public ServiceProcess Start()
    {
        lock (life)
        {
            ended = false;
            if (!Lives)
                Launch();
            return this;
        }
    }

    private void Launch()
    {
        Http.BaseAddress ??= Address;
        var line = command ?? ["dotnet", program ?? Repository.Service(name)];
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var variable in start.Environment.Keys.Where(k => k.StartsWith("OTEL_", StringComparison.Ordinal) || k.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(variable);
        // The explicit choice to do without keys; a test of keys says otherwise.
        start.Environment["Access__Keyless"] = "true";
        foreach (var (key, value) in environment.Concat(Variables))
            start.Environment[key] = value;
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        var launched = new Process { StartInfo = start, EnableRaisingEvents = true };
        launched.Exited += (sender, _) =>
        {
            // Whoever ends it waits for a restart under way, or else it would end the process before its start.
            lock (life)
            {
                if (ended || sender is not Process { ExitCode: not 0 } dead || dead != process)
                    return;
                exits.Enqueue(dead.ExitCode);
                Restarting?.Invoke();
                Launch();
            }
        };
        launched.Start();
        process = launched;
        Watchdog.OfThisRun.Service(launched.Id, line[^1]);
        launched.OutputDataReceived += (_, line) => Keep(line.Data);
        launched.ErrorDataReceived += (_, line) => Keep(line.Data);
        launched.BeginOutputReadLine();
        launched.BeginErrorReadLine();
    }

    /// <summary>Waits until it says it is ready.</summary>
    public async Task ReadyAsync()
    {
        try
        {
            await Eventually.Holds($"{name} to be ready", async () => await ReadinessAsync() == HttpStatusCode.OK);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}\n{string.Join('\n', Log.TakeLast(30))}", e);
        }
    }

    /// <summary>What /health/ready answers.</summary>
    public async Task<HttpStatusCode> ReadinessAsync()
    {
        using var answer = await Http.GetAsync("health/ready");
        return answer.StatusCode;
    }

    /// <summary>The body of what /health/ready answers.</summary>
    public async Task<string> HealthAsync()
    {
        using var answer = await Http.GetAsync("health/ready");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        End();
        process!.Kill();
        process.WaitForExit();
    }

    /// <summary>SIGTERM, and how long it took to end.</summary>
    public async Task<TimeSpan> TerminateAsync()
    {
        End();
        var watch = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", ["-TERM", process!.Id.ToString()]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        return watch.Elapsed;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        End();
        if (process is { HasExited: false })
            Kill();
        Http.Dispose();
        process?.Dispose();
        await Task.CompletedTask;
    }

    private void End()
    {
        lock (life)
            ended = true;
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        log.Enqueue(line);
        if (LogFolder is not null)
            lock (log)
                File.AppendAllText(Path.Combine(LogFolder, $"{name}-{port}.log"), line + "\n");
        while (log.Count > 2000)
            log.TryDequeue(out _);
    }
}
