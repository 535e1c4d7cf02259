using Npgsql;

namespace Platform.Tests.Benchmarks.Pipeline;

/// <summary>
/// How many articles are through: stored, read, in the read models, and their incidents' changes published. Asks the database ten
/// times a second, by index alone.
/// </summary>
public sealed class Progress : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);
    private readonly CancellationTokenSource stop = new();
    private readonly NpgsqlDataSource database;
    private readonly Task loop;
    private long projectedTo;
    private long publishedTo;
    private long projected;
    private long published;
    private long listed;

    /// <summary>Starts to ask.</summary>
    public Progress(NpgsqlDataSource database)
    {
        this.database = database;
        loop = Task.Run(RunAsync);
    }

    /// <summary>Articles that are all the way through.</summary>
    public long Done => Math.Min(Interlocked.Read(ref published), Interlocked.Read(ref listed));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await loop;
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await AskAsync();
                await Task.Delay(Period, stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (NpgsqlException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task AskAsync()
    {
        await using var connection = await database.OpenConnectionAsync(stop.Token);
        (projected, projectedTo) = await CountAsync(connection, projected, projectedTo, long.MaxValue);
        var relayed = await ScalarAsync(connection, "select coalesce((select last_seq_id from incidents.mt_event_progression where name = 'relay'), 0)");
        (published, publishedTo) = await CountAsync(connection, published, publishedTo, relayed);
        // Ingest's log has an event an article, so its sequence numbers count them.
        listed = await ScalarAsync(connection, "select coalesce((select last_seq_id from incidents.mt_event_progression where name = 'articles'), 0)");
    }

    private async Task<(long Count, long Place)> CountAsync(NpgsqlConnection connection, long count, long after, long to)
    {
        await using var command = new NpgsqlCommand("select count(*) filter (where type = 'article_extracted'), coalesce(max(seq_id), $1) from incidents.mt_events where seq_id > $1 and seq_id <= $2", connection)
        {
            Parameters = { new() { Value = after }, new() { Value = to } },
        };
        await using var reader = await command.ExecuteReaderAsync(stop.Token);
        await reader.ReadAsync(stop.Token);
        return (count + reader.GetInt64(0), reader.GetInt64(1));
    }

    private async Task<long> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(stop.Token))!;
    }
}
