namespace Platform.Show;

/// <summary>What became of the articles of one file.</summary>
public sealed class PostedArticles
{
    private readonly HashSet<Guid> _seen = [];
    private readonly List<Guid> _ids = [];

    /// <summary>Ids of the accepted articles, each once, in the file's order.</summary>
    public IReadOnlyList<Guid> Ids => _ids;

    /// <summary>Lines accepted, those of known articles among them.</summary>
    public int Accepted { get; private set; }

    /// <summary>Accepted lines whose article ingest had already.</summary>
    public int Duplicates { get; private set; }

    /// <summary>Lines refused.</summary>
    public int Refused { get; set; }

    /// <summary>The first refusals, with the file's line number and ingest's reason.</summary>
    public List<string> Refusals { get; } = [];

    /// <summary>Counts an accepted line.</summary>
    public void Accept(Guid id, bool duplicate)
    {
        Accepted++;
        if (duplicate)
            Duplicates++;
        if (_seen.Add(id))
            _ids.Add(id);
    }
}
