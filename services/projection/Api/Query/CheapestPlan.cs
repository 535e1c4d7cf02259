using System.Text.Json;
using Npgsql;

namespace Platform.Projection.Api;

/// <summary>
/// Chooses among statements with one answer. Where a filter can be asked of an index that carries all the question needs, or of the rows that another
/// index looks up, the better way depends on how many there are, which the planner knows best; but it compares such ways only within one statement's words.
/// </summary>
internal static class CheapestPlan
{
    /// <summary>The statement that PostgreSQL takes to cost least; without asking when there is but one.</summary>
    /// <param name="connection">Where they are to run.</param>
    /// <param name="ways">One or more, with their parameters; of equal ones the first is taken.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static async Task<NpgsqlCommand> OfAsync(NpgsqlConnection connection, IReadOnlyList<NpgsqlCommand> ways, CancellationToken cancellationToken)
    {
        var (best, least) = (ways[0], double.PositiveInfinity);
        foreach (var way in ways.Count == 1 ? [] : ways)
            if (await CostAsync(connection, way, cancellationToken) is var cost && cost < least)
                (best, least) = (way, cost);
        return best;
    }

    private static async Task<double> CostAsync(NpgsqlConnection connection, NpgsqlCommand way, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("explain (format json) " + way.CommandText, connection);
        foreach (NpgsqlParameter parameter in way.Parameters)
            command.Parameters.Add(parameter.Clone());
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(cancellationToken))!);
        return plan.RootElement[0].GetProperty("Plan").GetProperty("Total Cost").GetDouble();
    }
}
