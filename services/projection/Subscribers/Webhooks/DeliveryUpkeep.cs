using System.Diagnostics;
using Microsoft.Extensions.Options;
using Platform.EventStore;

namespace Platform.Projection.Subscribers.Webhooks;

/// <summary>Forgets deliveries that were finished more than <c>Webhooks:KeepDays</c> ago, some hundred at a time. Apart from the sending, which waits for nothing here.</summary>
internal sealed class DeliveryUpkeep(DeliveryTable deliveries, SchemaMigration migration, IOptions<WebhookOptions> options, ILogger<DeliveryUpkeep> log) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Activity.Current = null;
        await migration.Done.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        (DateTimeOffset, Guid)? place = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause;
            try
            {
                var isMore = await deliveries.ForgetAsync(options.Value.KeepDays, Batch, stoppingToken) == Batch;
                if (!isMore)
                    place = await deliveries.ForgetMessagesAsync(options.Value.KeepDays, place, Batch, stoppingToken);
                pause = isMore || place is not null ? TimeSpan.FromMilliseconds(100) : Period; // while there is more, others have their turn in between
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Old webhook deliveries are not forgotten for the moment: {Reason}", e.Message);
                pause = AfterFailure;
            }
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
