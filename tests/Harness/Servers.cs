using System.Collections.Concurrent;

namespace Platform.Tests.Harness;

/// <summary>Starts and ends the servers of a test assembly.</summary>
internal interface IServers
{
    /// <summary>start, stop, kill, restart, remove, url, which answers how to reach it, or ctl, which is rabbitmqctl.</summary>
    /// <param name="what">postgres or rabbitmq.</param>
    /// <param name="action">One of the above.</param>
    /// <param name="directory">A folder for what it keeps.</param>
    /// <param name="port">Its port; the management of a broker has the next one.</param>
    /// <param name="more">What rabbitmqctl shall do.</param>
    Task<string> RunAsync(string what, string action, string directory, int port, params string[] more);
}

/// <summary>Where broker and database of the tests come from.</summary>
internal static partial class Servers
{
    /// <summary>Containers in builds with <c>-p:FullFeed=true</c> where a Docker engine answers, else the scripts of deploy/local.</summary>
    /// <param name="keeps">True when their data stays.</param>
    public static IServers Choose(bool keeps)
    {
        IServers? containers = null;
        FindContainers(ref containers);
        return containers ?? new LocalServers(keeps);
    }

    static partial void FindContainers(ref IServers? containers);
}

/// <summary>Private servers made by deploy/local.</summary>
internal sealed class LocalServers(bool keeps) : IServers
{
    private readonly ConcurrentDictionary<string, bool> watched = new();

    public Task<string> RunAsync(string what, string action, string directory, int port, params string[] more)
    {
        if (action == "start" && watched.TryAdd(what, true))
            Watchdog.OfThisRun.Server(what, directory, port, keeps);
        return Scripts.LocalAsync(what, action, directory, port, more);
    }
}
