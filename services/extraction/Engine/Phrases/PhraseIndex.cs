namespace Platform.Extraction.Engine;

/// <summary>The chunks of a text in order, and the chunk of each token.</summary>
internal sealed class PhraseIndex(Document document)
{
    private readonly List<Chunk> chunks = [];
    private int[] ofToken = [];

    /// <summary>Empties it for a text of so many tokens.</summary>
    public void Clear(int tokens)
    {
        chunks.Clear();
        if (ofToken.Length < tokens) ofToken = new int[Math.Max(tokens, ofToken.Length * 2)];
    }

    /// <summary>Adds the chunk that follows the last.</summary>
    public void Add(in Chunk chunk)
    {
        Array.Fill(ofToken, chunks.Count, chunk.First, chunk.End - chunk.First);
        chunks.Add(chunk);
    }

    public int Count => chunks.Count;

    /// <summary>A chunk; outside the text one of kind <see cref="ChunkKind.Other"/> without tokens.</summary>
    public Chunk this[int index] => (uint)index < (uint)chunks.Count ? chunks[index] : new Chunk(ChunkKind.Other, 0, 0, 0);

    /// <summary>Index of the chunk a token is in; -1 outside the text.</summary>
    public int At(int token) => (uint)token < (uint)document.Tokens.Count ? ofToken[token] : -1;

    /// <summary>The kind of a chunk, or <see cref="ChunkKind.Other"/> outside the text.</summary>
    public ChunkKind KindOf(int index) => (uint)index < (uint)chunks.Count ? chunks[index].Kind : ChunkKind.Other;

    /// <summary>The noun phrase without its article or demonstrative: what names it.</summary>
    public (int First, int End) Bare(int index)
    {
        var (first, end) = (this[index].First, this[index].End);
        while (first < end - 1 && document.Word(first) is "the" or "a" or "an" or "this" or "that" or "these" or "those" or "its" or "his" or "her" or "their" or "our" or "\"" or "alleged" or "suspected" or "presumed" or "several" or "various" or "numerous" or "some") first++;
        return (first, end);
    }

    /// <summary>The run of names a phrase ends with: "Colonel Jorge Díaz" gives "Jorge Díaz"; empty when it ends with a common noun.</summary>
    public (int First, int End) NameOf(int index)
    {
        var chunk = this[index];
        var first = chunk.End;
        while (first > chunk.First && (IsNamePart(first - 1)
            || (first < chunk.End && document.Word(first - 1) is "-" or "." or "\"" && first - 2 >= chunk.First && document.TagOf(first - 2) == Tag.Name && document.Tokens[first - 2].End - document.Tokens[first - 2].Start == 1))) first--;
        return (first, chunk.End);
    }

    /// <summary>A title is none ("UCA rector Ana Ruiz"); a word for people that is a family name as well is one after another name ("Ana King").</summary>
    private bool IsNamePart(int token) => document.TagOf(token) == Tag.Name
        && ((document.ClassOf(token) & WordClass.Person) == 0 || (document.ClassOf(token) & WordClass.Name) != 0 && token > 0 && document.TagOf(token - 1) == Tag.Name);

    /// <summary>Classes of the phrase's head.</summary>
    public WordClass ClassOf(int index) => document.ClassOf(chunks[index].Head);
}
