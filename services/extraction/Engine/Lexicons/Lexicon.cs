namespace Platform.Extraction.Engine;

/// <summary>
/// All lexicon files as one trie over folded words; finds the longest form at each token. Read-only after loading.
/// Matching looks at no more tokens from one start than the longest form has, so it is linear in the text.
/// </summary>
internal sealed class Lexicon
{
    private readonly record struct Form(LexiconEntry Entry, bool Capital, bool Upper);

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> edges = [];
    private readonly List<List<Form>?> nodes = [null];
    private readonly int longest;

    private static readonly Lazy<Lexicon> Loaded = new(() => Load(Path.Combine(AppContext.BaseDirectory, "Lexicon")));

    /// <summary>The lexicon that lies beside the program; read once.</summary>
    public static Lexicon Shared => Loaded.Value;

    private Lexicon(IEnumerable<LexiconLine> lines)
    {
        foreach (var line in lines)
        {
            foreach (var form in line.Forms)
                longest = Math.Max(longest, Add(line.Entry, form));
        }
    }

    /// <summary>Reads every .tsv file of a folder, in order of name.</summary>
    /// <exception cref="FormatException">A line is not in the format; the message names file and line.</exception>
    public static Lexicon Load(string folder) =>
        new(Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(LexiconFile.Read));

    /// <summary>The matches of a text, left to right, none overlapping another.</summary>
    public List<LexiconMatch> Match(IReadOnlyList<Token> tokens)
    {
        var matches = new List<LexiconMatch>();
        for (var i = 0; i < tokens.Count;)
        {
            var match = MatchAt(tokens, i);
            if (match is not null) matches.Add(match);
            i = match?.End ?? i + 1;
        }
        return matches;
    }

    private LexiconMatch? MatchAt(IReadOnlyList<Token> tokens, int first)
    {
        LexiconMatch? best = null;
        var node = 0;
        for (int i = first, taken = 0; i < tokens.Count && taken < longest; i++)
        {
            var token = tokens[i];
            if (IsSkipped(token))
            {
                if (i == first) return null;
                continue;
            }
            taken++;
            var stemmed = false;
            if (!TryStep(node, token.Norm, out var next))
            {
                stemmed = token.Capital && token.Norm.Length > 4 && token.Norm[^1] == 's' && TryStep(node, token.Norm[..^1], out next);
                if (!stemmed) break;
            }
            node = next;
            var entries = Accepted(nodes[node], tokens[first], stemmed);
            if (entries is not null) best = new LexiconMatch(first, i + 1, entries);
        }
        return best;
    }

    private bool TryStep(int node, string word, out int next)
    {
        next = 0;
        return words.TryGetValue(word, out var id) && edges.TryGetValue(Edge(node, id), out next);
    }

    private static List<LexiconEntry>? Accepted(List<Form>? forms, Token first, bool stemmed)
    {
        List<LexiconEntry>? entries = null;
        foreach (var form in forms ?? [])
        {
            if ((form.Capital && !first.Capital) || (form.Upper && !first.Upper) || (stemmed && !Kinds.IsName(form.Entry))) continue;
            (entries ??= []).Add(form.Entry);
        }
        return entries;
    }

    private int Add(LexiconEntry entry, string written)
    {
        var form = written.TrimStart('=');
        var node = 0;
        var length = 0;
        var upper = written.Length > form.Length;
        foreach (var token in Tokenizer.Split(form))
        {
            if (IsSkipped(token)) continue;
            if (length++ == 0) upper &= token.Upper;
            if (!words.TryGetValue(token.Norm, out var word)) words.Add(token.Norm, word = words.Count);
            if (!edges.TryGetValue(Edge(node, word), out var next))
            {
                edges.Add(Edge(node, word), next = nodes.Count);
                nodes.Add(null);
            }
            node = next;
        }
        (nodes[node] ??= []).Add(new Form(entry, written.Length > form.Length || Kinds.IsName(entry), upper));
        return length;
    }

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;

    private static bool IsSkipped(Token token) => token.Kind == TokenKind.Mark && token.Norm is "-" or "'";
}
