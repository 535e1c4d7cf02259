using Platform.Contracts;
using Platform.Words;

namespace Platform.Projection.ReadModels;

/// <summary>The kinds of attack in ACLED's terms, as <c>contracts/event-types.csv</c> has them.</summary>
public static class AcledTypes
{
    private static readonly Dictionary<EventType, (string Type, string SubType)> Table = Read();

    /// <summary>Every event type and sub-event type that occurs, in the order of the table.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Table.Values.SelectMany(t => new[] { t.Type, t.SubType }).Distinct()];

    /// <summary>ACLED's event type and sub-event type of a kind of attack.</summary>
    public static (string Type, string SubType) Of(EventType type) => Table[type];

    /// <summary>The kinds of attack whose event type or sub-event type is one of some, whatever their case.</summary>
    public static IEnumerable<EventType> Within(IEnumerable<string> names)
    {
        var folded = names.Select(n => Folding.Fold(n)).ToHashSet();
        return Table.Where(t => folded.Contains(Folding.Fold(t.Value.Type)) || folded.Contains(Folding.Fold(t.Value.SubType))).Select(t => t.Key);
    }

    private static Dictionary<EventType, (string, string)> Read()
    {
        var known = Enum.GetValues<EventType>().ToDictionary(IncidentTables.Snake);
        return ReadModelSql.Read("event-types.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.TrimEnd('\r').Split(',')).ToDictionary(cells => known[cells[0]], cells => (cells[1], cells[2]));
    }
}
