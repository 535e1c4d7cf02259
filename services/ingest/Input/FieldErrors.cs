namespace Platform.Ingest.Input;

/// <summary>What is wrong with which field, in the order found.</summary>
public sealed class FieldErrors
{
    private const int Most = 100;
    private readonly Dictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    /// <summary>True when something is wrong.</summary>
    public bool Any => _errors.Count > 0;

    /// <summary>Every message with its field in front.</summary>
    public IEnumerable<string> Lines => _errors.SelectMany(e => e.Value.Select(m => $"{e.Key}: {m}"));

    /// <summary>Adds a message. Beyond a hundred fields nothing more is kept, so that an answer stays small.</summary>
    public void Add(string field, string message)
    {
        if (_errors.TryGetValue(field, out var messages))
        {
            if (!messages.Contains(message)) messages.Add(message);
        }
        else if (_errors.Count < Most)
            _errors.Add(field, [message]);
    }

    /// <summary>True when the field is among those at fault.</summary>
    public bool Has(string field) => _errors.ContainsKey(field);

    /// <summary>As the answer shows it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ToDictionary() =>
        _errors.ToDictionary(e => e.Key, e => (IReadOnlyList<string>)e.Value, StringComparer.Ordinal);
}
