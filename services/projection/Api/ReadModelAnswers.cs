using System.Data;
using Npgsql;
using NpgsqlTypes;
using Platform.EventStore;

namespace Platform.Projection.Api;

/// <summary>What every endpoint on the list has in common: one moment for all of its statements, and a clear word when it fails.</summary>
internal static class ReadModelAnswers
{
    private const string QueryTooLarge = "57014";

    /// <summary>Answers; 503 when the database is away.</summary>
    public static async Task<IResult> GuardAsync(HttpContext http, Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            return Problems.StoreUnavailable(http);
        }
    }

    /// <summary>Runs a reading in one snapshot; 503 when the database is away.</summary>
    public static async Task<IResult> ReadAsync(this NpgsqlDataSource database, HttpContext http, Func<NpgsqlConnection, Task<IResult>> read)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, http.RequestAborted);
            return await read(connection);
        }
        catch (PostgresException e) when (e.SqlState == QueryTooLarge)
        {
            return Problems.QueryTooLarge();
        }
        catch (Exception e) when (Faults.IsOutage(e))
        {
            return Problems.StoreUnavailable(http);
        }
    }

    /// <summary>What is wrong with the words of a search that found nothing: all of them are too common to be looked up.</summary>
    public static Task<IResult?> RefuseEmptyWordsAsync(NpgsqlConnection connection, string? words, CancellationToken cancellationToken) =>
        RefuseEmptyWordsAsync(connection, "q", words, "english", "it has only signs, or words as common as 'the'", cancellationToken);

    /// <summary>What is wrong with the words of a headline that found nothing: there are none.</summary>
    public static Task<IResult?> RefuseEmptyTitleAsync(NpgsqlConnection connection, string? words, CancellationToken cancellationToken) =>
        RefuseEmptyWordsAsync(connection, "title", words, "simple", "it has only signs", cancellationToken);

    private static async Task<IResult?> RefuseEmptyWordsAsync(NpgsqlConnection connection, string field, string? words, string dictionary, string why, CancellationToken cancellationToken)
    {
        if (words is null)
            return null;
        await using var command = new NpgsqlCommand($"select numnode(websearch_to_tsquery('{dictionary}', $1))", connection)
        {
            Parameters = { new() { Value = words, NpgsqlDbType = NpgsqlDbType.Text } },
        };
        return await command.ExecuteScalarAsync(cancellationToken) is 0
            ? Problems.InvalidQuery(new() { [field] = [$"There is no word to look for: {why}."] })
            : null;
    }

    /// <summary>Has what looks for the incidents of a filter, or counts them, end in time, with an answer that says so.</summary>
    public static Task LimitAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => SetAsync(connection, "statement_timeout = '10s'", cancellationToken);

    /// <summary>A setting until the transaction ends.</summary>
    public static async Task SetAsync(NpgsqlConnection connection, string setting, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("set local " + setting, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
