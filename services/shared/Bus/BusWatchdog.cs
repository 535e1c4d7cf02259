using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.Bus;

/// <summary>
/// Ends the process when its bus stays unwell although the broker answers. A consumer can be lost for good after the broker was
/// killed, and restarting the bus inside the process does not bring it back; a new process does. Whoever runs the service
/// (deploy/run, Compose, Kubernetes) starts it again.
/// </summary>
public sealed class BusWatchdog(BusHealth health, BrokerProbe broker, IHostApplicationLifetime lifetime, ILogger<BusWatchdog> log) : BackgroundService
{
    /// <summary>Exit status that says: start me again.</summary>
    public const int ExitCode = 70;

    /// <summary>Endpoints that come back by themselves were seen to take up to 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Ticks of the machine's own clock: the one on the wall may be set.
        long? unwellSince = null;
        using var timer = new PeriodicTimer(Period);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // In an alarm of the broker a new process could publish no more than this one.
                if (health.Trouble is not { } trouble || !await broker.AnswersAsync(stoppingToken) || await health.AlarmAsync(stoppingToken) is not null)
                {
                    unwellSince = null;
                    continue;
                }
                unwellSince ??= Stopwatch.GetTimestamp();
                // What failed before the broker answered again says nothing of now.
                if (Stopwatch.GetElapsedTime(unwellSince.Value) < Patience || !health.IsUnwellSince(unwellSince.Value))
                    continue;
                log.LogCritical(
                    "{Trouble} The broker answers, and yet this lasted {Seconds} s: ending the process, to be started anew. If it comes to this again and again, the queue may have no leader (rabbitmq-queues quorum_status QUEUE shows it); the README says what to do then.",
                    trouble, (int)Patience.TotalSeconds);
                Environment.ExitCode = ExitCode;
                lifetime.StopApplication();
                // Not awaited: the host waits for this method before it goes on stopping.
                _ = Task.Delay(TimeSpan.FromSeconds(20), CancellationToken.None)
                    .ContinueWith(_ => Environment.FailFast("The host did not stop in time."), TaskScheduler.Default);
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops in order.
        }
    }
}
