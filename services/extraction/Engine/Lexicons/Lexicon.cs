namespace Platform.Extraction.Engine;

/// <summary>
/// All lexicon files as one trie over folded words; finds the longest form at each token. Read-only after loading.
/// Matching looks at no more tokens from one start than the longest form has, so it is linear in the text.
/// </summary>
internal sealed class Lexicon
{
    private readonly FormTrie trie = new();
    private readonly FormTrie towns = new();
    private readonly FormTrie anchors = new();
    private readonly Dictionary<string, LexiconEntry> outlets = new(StringComparer.OrdinalIgnoreCase);
    private readonly int longest;

    private static readonly Lazy<Lexicon> Loaded = new(() => Load(Path.Combine(AppContext.BaseDirectory, "Lexicon")));

    /// <summary>The lexicon that lies beside the program; read once.</summary>
    public static Lexicon Shared => Loaded.Value;

    private Lexicon(IEnumerable<LexiconLine> lines, IEnumerable<LexiconLine> townLines)
    {
        var tokenizer = new Tokenizer(Vocabulary);
        var tokens = new TokenList();
        foreach (var line in lines)
        {
            foreach (var form in line.Forms)
            {
                if (line.Entry.Kind == Kinds.Outlet)
                {
                    outlets[form] = line.Entry;
                    continue;
                }
                tokens.Clear();
                tokenizer.Split(form.AsSpan().TrimStart('='), tokens);
                if (line.Entry.Kind == Kinds.Word) Mark(line.Entry, tokens);
                else longest = Math.Max(longest, Add(line.Entry.Kind is Kinds.Anchor or Kinds.Office or Kinds.Toll ? anchors : trie, line.Entry, form[0] == '=', tokens));
            }
        }
        foreach (var line in townLines)
        {
            foreach (var form in line.Forms)
            {
                tokens.Clear();
                tokenizer.Split(form, tokens);
                longest = Math.Max(longest, Add(towns, line.Entry, false, tokens));
            }
        }
        Freeze(trie, Cue.Form);
        Freeze(towns, Cue.Town);
        Freeze(anchors, Cue.Anchor);
    }

    private void Freeze(FormTrie trie, ulong form)
    {
        trie.Freeze(Vocabulary.Count);
        for (var word = 0; word < Vocabulary.Count; word++)
            if (trie.Step(FormTrie.Root, word) != 0) Vocabulary.Begin(word, form);
    }

    /// <summary>The words of all forms.</summary>
    public Vocabulary Vocabulary { get; } = new();

    /// <summary>The home of an outlet by a name in its host, in any case; or null.</summary>
    public LexiconEntry? Outlet(ReadOnlySpan<char> name) => outlets.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var home) ? home : null;

    /// <summary>Reads every .tsv file of a folder, in order of name; those of its folder "towns", when there is one, as towns.</summary>
    /// <exception cref="FormatException">A line is not in the format; the message names file and line.</exception>
    public static Lexicon Load(string folder) =>
        new(Read(folder), Directory.Exists(Path.Combine(folder, "towns")) ? Read(Path.Combine(folder, "towns")) : []);

    private static IEnumerable<LexiconLine> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(LexiconFile.Read);

    /// <summary>The matches of a text, left to right, none overlapping another.</summary>
    public MatchList Match(TokenList tokens)
    {
        var matches = new MatchList();
        Match(tokens, matches);
        return matches;
    }

    /// <summary>Adds the matches of a text, left to right, none overlapping another; <paramref name="upperText"/>: its capitals say nothing.</summary>
    public void Match(TokenList tokens, MatchList matches, bool upperText = false)
    {
        var span = tokens.AsSpan();
        for (var i = 0; i < span.Length;)
        {
            var end = 0;
            if (((span[i].Cues & Cue.Form) != 0 || IsStemmed(span[i])) && MatchAt(trie, span, i, upperText) is var (last, entries) && last > i) matches.Add(i, end = last, entries);
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>
    /// Adds the longest town at each capitalised word; they may overlap. Many towns are also family names or plain words,
    /// so they are no matches of the text: the place stage takes those that the words around them call places.
    /// </summary>
    public void MatchTowns(TokenList tokens, MatchList matches)
    {
        var span = tokens.AsSpan();
        for (var i = 0; i < span.Length; i++)
        {
            if (!span[i].Capital || (span[i].Cues & Cue.Town) == 0) continue;
            var (end, entries) = MatchAt(towns, span, i);
            if (end > i) matches.Add(i, end, entries);
        }
    }

    /// <summary>Adds the longest known event, office or growing count at each token; they may overlap and are no matches of the text.</summary>
    public void MatchAnchors(TokenList tokens, MatchList matches)
    {
        var span = tokens.AsSpan();
        for (var i = 0; i < span.Length; i++)
        {
            if ((span[i].Cues & Cue.Anchor) == 0) continue;
            var (end, entries) = MatchAt(anchors, span, i);
            if (end > i) matches.Add(i, end, entries);
        }
    }

    private (int End, EntrySet Entries) MatchAt(FormTrie trie, ReadOnlySpan<Token> tokens, int first, bool upperText = false)
    {
        if (IsSkipped(tokens[first])) return default;
        var (end, best) = (0, EntrySet.None);
        var node = FormTrie.Root;
        // In upper-case text "IS" is a verb, though "U.S." with its points stays a name.
        var upper = tokens[first].Upper && !(upperText && (tokens[first].Word.Class & WordClass.Closed) != 0 && tokens[first].End - tokens[first].Start == tokens[first].Norm.Length);
        var capital = tokens[first].Capital || IsLowerArticle(tokens, first);
        for (int i = first, taken = 0; i < tokens.Length && taken < longest && trie.GoesOn(node); i++)
        {
            ref readonly var token = ref tokens[i];
            if (IsSkipped(token)) continue;
            taken++;
            var next = trie.Step(node, token.Id);
            var stemmed = next == 0 && trie == this.trie && IsStemmed(token);
            if (stemmed) next = trie.Step(node, Vocabulary.Find(token.Norm.AsSpan(0, token.Norm.Length - 1)));
            if (next == 0) break;
            node = next;
            var entries = trie.Accepted(node, capital, upper, stemmed);
            if (entries != EntrySet.None) (end, best) = (i + 1, entries);
        }
        return (end, best);
    }

    /// <summary>"Syrias": a name may have lost its apostrophe.</summary>
    private static bool IsStemmed(in Token token) => token.Capital && token.Norm.Length > 4 && token.Norm[^1] == 's';

    /// <summary>"al-Qaeda", "el-Arish", "ash-Shaab": an Arabic name may begin with a small article.</summary>
    private static bool IsLowerArticle(ReadOnlySpan<Token> tokens, int first) =>
        first + 2 < tokens.Length && tokens[first + 1].Norm == "-" && tokens[first + 1].Start == tokens[first].End && tokens[first + 2].Capital
        && tokens[first].Norm is "al" or "el" or "ar" or "as" or "ash" or "at" or "ad" or "an" or "az" or "ez";

    private int Add(FormTrie trie, LexiconEntry entry, bool asWritten, TokenList tokens)
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
        var wordClass = WordClasses.Parse(entry.Value) ?? throw new FormatException($"{entry.Value} is not a list of word classes");
        foreach (ref readonly var token in tokens.AsSpan()) Vocabulary.Mark(token.Id >= 0 ? token.Id : Vocabulary.Add(token.Norm), wordClass);
    }

    private static bool IsSkipped(in Token token) => token.Kind == TokenKind.Mark && token.Norm is "-" or "'";
}
