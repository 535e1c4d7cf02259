namespace Platform.Extraction.Engine;

/// <summary>An article with what the first stages found: tokens, sentences, lexicon matches, quantities, dates, places.</summary>
internal sealed class Document
{
    private readonly LexiconMatch?[] matchAt;

    /// <summary>Runs text, token and lexicon stages.</summary>
    public Document(Article article, Lexicon lexicon)
    {
        Article = article;
        Tokens = Tokenizer.Split(article.Text);
        Sentences = SentenceSplitter.Split(article.Text, Tokens);
        Matches = lexicon.Match(Tokens);
        matchAt = new LexiconMatch?[Tokens.Count];
        foreach (var match in Matches)
            Array.Fill(matchAt, match, match.First, match.End - match.First);
    }

    public Article Article { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public IReadOnlyList<LexiconMatch> Matches { get; }

    /// <summary>Numbers and the words for them, set by the number stage; in text order.</summary>
    public QuantityIndex Quantities { get; set; } = QuantityIndex.Empty;

    /// <summary>Dates, set by the date stage; in text order.</summary>
    public IReadOnlyList<DateMention> Dates { get; set; } = [];

    /// <summary>Places, set by the place stage; in text order.</summary>
    public IReadOnlyList<PlaceMention> Places { get; set; } = [];

    /// <summary>The match that covers a token, or null; null outside the text, too.</summary>
    public LexiconMatch? MatchOf(int token) => (uint)token < (uint)matchAt.Length ? matchAt[token] : null;

    /// <summary>The entry of a kind that covers a token, or null.</summary>
    public LexiconEntry? Find(int token, string kind) => MatchOf(token)?.Find(kind);

    /// <summary>The folded word at a token, or an empty string outside the text.</summary>
    public string Word(int token) => (uint)token < (uint)Tokens.Count ? Tokens[token].Norm : "";

    /// <summary>Whether a token is a capitalised word.</summary>
    public bool IsCapital(int token) => (uint)token < (uint)Tokens.Count && Tokens[token].Capital;

    /// <summary>The matches that begin in a range of tokens.</summary>
    public IEnumerable<LexiconMatch> MatchesIn(int first, int end)
    {
        for (var i = first; i < end;)
        {
            var match = matchAt[i];
            if (match is not null && match.First == i) yield return match;
            i = match is not null ? Math.Max(match.End, i + 1) : i + 1;
        }
    }

    /// <summary>The dates that begin in a range of tokens.</summary>
    public IEnumerable<DateMention> DatesIn(int first, int end) => StartingIn(Dates, date => date.First, first, end);

    /// <summary>The places that begin in a range of tokens.</summary>
    public IEnumerable<PlaceMention> PlacesIn(int first, int end) => StartingIn(Places, place => place.First, first, end);

    private static IEnumerable<T> StartingIn<T>(IReadOnlyList<T> mentions, Func<T, int> start, int first, int end)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start(mentions[middle]) < first) low = middle + 1;
            else high = middle;
        }
        for (; low < mentions.Count && start(mentions[low]) < end; low++) yield return mentions[low];
    }

    /// <summary>The quote of a range of tokens; the range must not be empty.</summary>
    public Quote QuoteOf(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End);

    /// <summary>The text of a quote.</summary>
    public string TextOf(Quote quote) => Article.Text[quote.Start..quote.End];
}

/// <summary>A range of UTF-16 code units of the article's text.</summary>
internal readonly record struct Quote(int Start, int End);
