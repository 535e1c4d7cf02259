using System.Diagnostics;

namespace Platform.Tests.Harness;

/// <summary>
/// Ends the servers and services of a run of the tests that was killed: a program of its own (tests/Harness/watchdog) waits for the end of
/// the run's process. The kernel's own signal at the death of a parent would come with the end of the thread that started a child.
/// </summary>
public sealed class Watchdog
{
    private static readonly Lazy<Watchdog> Own = new(() => new Watchdog(Environment.ProcessId));
    private readonly string list = Path.Combine(Path.GetTempPath(), $"incident-platform-tests-left-by-{Guid.NewGuid():N}");
    private readonly Lock writing = new();

    /// <summary>Watches another process than this one.</summary>
    public Watchdog(int process)
    {
        File.WriteAllText(list, "");
        if (!OperatingSystem.IsLinux())
            return;
        // In a session of its own: what ends this process by its group does not end it.
        using var start = Process.Start("setsid", ["--fork", Path.Combine(Repository.Root, "tests", "Harness", "watchdog"), process.ToString(), list]);
        start.WaitForExit();
    }

    /// <summary>That of this process.</summary>
    public static Watchdog OfThisRun => Own.Value;

    /// <summary>A server of deploy/local.</summary>
    /// <param name="what">postgres, rabbitmq or rabbitmq-cluster.</param>
    /// <param name="directory">Its folder.</param>
    /// <param name="port">Its port.</param>
    /// <param name="keeps">True when its data stays.</param>
    public void Server(string what, string directory, int port, bool keeps = false) => Add($"{(keeps ? "stop" : "remove")} {what} {port} {directory}");

    /// <summary>A process.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="text">What is on its command line, since ids are given out again.</param>
    public void Service(int id, string text) => Add($"end {id} {text}");

    /// <summary>Containers, by a label.</summary>
    /// <param name="label">Its name.</param>
    /// <param name="value">Its value.</param>
    public void Containers(string label, string value) => Add($"containers {label}={value}");

    private void Add(string line)
    {
        lock (writing)
            File.AppendAllText(list, line + "\n");
    }
}
