namespace Platform.Extraction.Engine;

/// <summary>
/// All lexicon files as one trie over folded words; finds the longest form at each token. Read-only after loading.
/// Matching looks at no more tokens from one start than the longest form has, so it is linear in the text.
/// </summary>
internal sealed class Lexicon
{
    private readonly FormTrie trie = new();
    private readonly int longest;

    private static readonly Lazy<Lexicon> Loaded = new(() => Load(Path.Combine(AppContext.BaseDirectory, "Lexicon")));

    /// <summary>The lexicon that lies beside the program; read once.</summary>
    public static Lexicon Shared => Loaded.Value;

    private Lexicon(IEnumerable<LexiconLine> lines)
    {
        var tokenizer = new Tokenizer(Vocabulary);
        var tokens = new TokenList();
        foreach (var line in lines)
        {
            foreach (var form in line.Forms)
            {
                tokens.Clear();
                tokenizer.Split(form.AsSpan().TrimStart('='), tokens);
                if (line.Entry.Kind == Kinds.Word) Mark(line.Entry, tokens);
                else longest = Math.Max(longest, Add(line.Entry, form[0] == '=', tokens));
            }
        }
        trie.Freeze(Vocabulary.Count);
    }

    /// <summary>The words of all forms.</summary>
    public Vocabulary Vocabulary { get; } = new();

    /// <summary>Reads every .tsv file of a folder, in order of name.</summary>
    /// <exception cref="FormatException">A line is not in the format; the message names file and line.</exception>
    public static Lexicon Load(string folder) =>
        new(Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(LexiconFile.Read));

    /// <summary>The matches of a text, left to right, none overlapping another.</summary>
    public MatchList Match(TokenList tokens)
    {
        var matches = new MatchList();
        Match(tokens, matches);
        return matches;
    }

    /// <summary>Adds the matches of a text, left to right, none overlapping another.</summary>
    public void Match(TokenList tokens, MatchList matches)
    {
        var span = tokens.AsSpan();
        for (var i = 0; i < span.Length;)
        {
            var (end, entries) = MatchAt(span, i);
            if (end > i) matches.Add(i, end, entries);
            i = Math.Max(end, i + 1);
        }
    }

    private (int End, EntrySet Entries) MatchAt(ReadOnlySpan<Token> tokens, int first)
    {
        if (IsSkipped(tokens[first])) return default;
        var (end, best) = (0, EntrySet.None);
        var node = FormTrie.Root;
        for (int i = first, taken = 0; i < tokens.Length && taken < longest && trie.GoesOn(node); i++)
        {
            ref readonly var token = ref tokens[i];
            if (IsSkipped(token)) continue;
            taken++;
            var next = trie.Step(node, token.Id);
            var stemmed = next == 0 && token.Capital && token.Norm.Length > 4 && token.Norm[^1] == 's';
            if (stemmed) next = trie.Step(node, Vocabulary.Find(token.Norm.AsSpan(0, token.Norm.Length - 1)));
            if (next == 0) break;
            node = next;
            var entries = trie.Accepted(node, tokens[first].Capital, tokens[first].Upper, stemmed);
            if (entries != EntrySet.None) (end, best) = (i + 1, entries);
        }
        return (end, best);
    }

    private int Add(LexiconEntry entry, bool asWritten, TokenList tokens)
    {
        var node = FormTrie.Root;
        var length = 0;
        var upper = asWritten;
        foreach (ref readonly var token in tokens.AsSpan())
        {
            if (IsSkipped(token)) continue;
            if (length++ == 0) upper &= token.Upper;
            node = trie.Extend(node, token.Id >= 0 ? token.Id : Vocabulary.Add(token.Norm));
        }
        trie.Accept(node, entry, asWritten || KindNames.IsName(entry), upper);
        return length;
    }

    private void Mark(LexiconEntry entry, TokenList tokens)
    {
        var wordClass = Enum.Parse<WordClass>(entry.Value, ignoreCase: true);
        foreach (ref readonly var token in tokens.AsSpan()) Vocabulary.Mark(token.Id >= 0 ? token.Id : Vocabulary.Add(token.Norm), wordClass);
    }

    private static bool IsSkipped(in Token token) => token.Kind == TokenKind.Mark && token.Norm is "-" or "'";
}
