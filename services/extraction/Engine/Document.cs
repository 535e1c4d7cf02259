using System.Runtime.CompilerServices;

namespace Platform.Extraction.Engine;

/// <summary>An article with what the first stages found: tokens, sentences, lexicon matches, quantities, dates, places.</summary>
internal sealed class Document
{
    /// <summary>Buffers of a text with more tokens are given up after it, so that one long text does not hold memory for ever.</summary>
    private const int KeptTokens = 1 << 16;

    /// <summary>A shorter text without capitals may be a line of anything.</summary>
    private const int LeastLowerWords = 12;

    [ThreadStatic]
    private static Document? kept;

    private readonly Lexicon lexicon;
    private readonly Tokenizer tokenizer;
    private readonly MatchList towns = new();
    private readonly List<Frame> frames = [];
    private int framesUsed;
    private LexiconMatch?[] matchAt = [];
    private ulong[] kindsAt = [];

    /// <summary>A copy, side by side: the tagger asks often.</summary>
    private WordClass[] classAt = [];

    /// <summary>By token: how many matches begin before it.</summary>
    private int[] matchFrom = [];
    private int[] townAt = [];
    private Document? titleBuffer;

    /// <summary>Kinds and cues of the range asked for last: many rules ask for the same clause, one after the other.</summary>
    private ulong overKinds, overCues;
    private int overFirst, overEnd;

    private Document(Lexicon lexicon)
    {
        this.lexicon = lexicon;
        tokenizer = new Tokenizer(lexicon.Vocabulary);
        Phrases = new PhraseIndex(this);
        Persons = new PersonNames(this);
        Families = new FamilyNames(this);
        Article = Nothing;
    }

    /// <summary>Runs text, token and lexicon stages.</summary>
    public Document(Article article, Lexicon lexicon)
        : this(lexicon) => Fill(article);

    private static Article Nothing { get; } = new(Guid.Empty, 1, null, "", null, null);

    public Article Article { get; private set; }

    /// <summary>The city the outlet is at home in, or null.</summary>
    public LexiconEntry? Home => OutletHome.Find(lexicon, Article.Url);

    /// <summary>The title as a document of its own, or null; nothing may be quoted from it.</summary>
    public Document? Title { get; private set; }

    public TokenList Tokens { get; } = new();

    public List<Sentence> Sentences { get; } = [];

    public MatchList Matches { get; } = new();

    /// <summary>Numbers and the words for them, set by the number stage; in text order.</summary>
    public QuantityIndex Quantities { get; } = new();

    /// <summary>Dates, set by the date stage; in text order.</summary>
    public List<DateMention> Dates { get; set; } = [];

    /// <summary>What an undated text says of when it was written, set by the date stage.</summary>
    public WritingDay Writing { get; set; } = WritingDay.Unknown;

    /// <summary>Places, set by the place stage; in text order.</summary>
    public List<PlaceMention> Places { get; set; } = [];

    /// <summary>The text is written in capitals, which then say nothing.</summary>
    public bool IsUpper { get; private set; }

    /// <summary>Part of speech of each token, set by the phrase stage; may be longer than the text.</summary>
    public Tag[] Tags { get; private set; } = [];

    /// <summary>Noun phrases, verb groups and what stands between, set by the phrase stage.</summary>
    public PhraseIndex Phrases { get; }

    /// <summary>Persons the text names.</summary>
    public PersonNames Persons { get; }

    /// <summary>Family names of the text that are other words as well.</summary>
    public FamilyNames Families { get; }

    /// <summary>What the article is about when it is no news of attacks, set by the phrase stage.</summary>
    public ArticleWorld World { get; } = new();

    /// <summary>Space for the roles of one verb or noun at a time.</summary>
    public Roles Roles { get; } = new();

    /// <summary>Space for the telling words of one incident at a time.</summary>
    public TermTable Terms { get; } = new();

    /// <summary>As the constructor, in the buffers of a document that this thread has returned.</summary>
    public static Document Rent(Article article, Lexicon lexicon)
    {
        var document = kept?.lexicon == lexicon ? kept : new Document(lexicon);
        kept = null;
        document.Fill(article);
        return document;
    }

    /// <summary>Gives the buffers to the next document of this thread; nothing of this one may be used after.</summary>
    public void Return()
    {
        (Article, Title, Dates, Places) = (Nothing, null, [], []);
        if (titleBuffer?.matchAt.Length > KeptTokens) titleBuffer = null;
        if (matchAt.Length <= KeptTokens) kept = this;
    }

    private void Fill(Article article)
    {
        (Article, Title, Writing) = (article, null, WritingDay.Unknown);
        Tokens.Clear();
        Sentences.Clear();
        Matches.Clear();
        tokenizer.Split(article.Text, Tokens);
        SentenceSplitter.Split(article.Text, Tokens, Sentences);
        IsUpper = IsMostlyUpper();
        if (!IsUpper) NameInLowerText();
        lexicon.Match(Tokens, Matches, IsUpper);
        Index();
        overEnd = -1;
        Quantities.Clear(Tokens.Count);
        Phrases.Clear(Tokens.Count);
        Persons.Clear();
        Families.Clear();
        if (Tags.Length < Tokens.Count) Tags = new Tag[matchAt.Length];
        else Array.Clear(Tags, 0, Tokens.Count);
        framesUsed = 0;
        towns.Clear();
        lexicon.MatchTowns(Tokens, towns);
        if (townAt.Length < Tokens.Count) townAt = new int[Math.Max(Tokens.Count, townAt.Length * 2)];
        else Array.Clear(townAt, 0, Tokens.Count);
        for (var i = 0; i < towns.Count; i++) townAt[towns[i].First] = i + 1;
        if (string.IsNullOrWhiteSpace(article.Title)) return;
        Title = titleBuffer ??= new Document(lexicon);
        Title.Fill(article with { Title = null, Text = article.Title });
    }

    private bool IsMostlyUpper()
    {
        var (upper, lower) = (0, 0);
        foreach (ref readonly var token in Tokens.AsSpan())
        {
            if (token.Upper) upper++;
            else if (token.Kind == TokenKind.Word && !token.Capital) lower++;
        }
        return upper > lower;
    }

    /// <summary>In a text without any capital a word that no list knows or that is a name counts as written with one: so names are found there, too.</summary>
    private void NameInLowerText()
    {
        var words = 0;
        foreach (ref readonly var token in Tokens.AsSpan())
        {
            if (token.Kind != TokenKind.Word) continue;
            if (token.Capital) return;
            words++;
        }
        if (words >= LeastLowerWords) Tokens.Capitalize(token => token.Kind == TokenKind.Word && IsWrittenAsName(token.Word.Class));
    }

    /// <summary>No word of English, a name and nothing else ("baghdad"), or the name of a day or month; not "sat" or "march", which are verbs.</summary>
    private static bool IsWrittenAsName(WordClass known) =>
        known is WordClass.None or WordClass.Name
        || (known & (WordClass.Time | WordClass.Name)) == (WordClass.Time | WordClass.Name) && (known & (WordClass.AnyVerb | WordClass.Closed)) == 0;

    private void Index()
    {
        if (matchAt.Length < Tokens.Count)
        {
            var room = Math.Max(Tokens.Count, matchAt.Length * 2);
            (matchAt, kindsAt, classAt, matchFrom) = (new LexiconMatch?[room], new ulong[room], new WordClass[room], new int[room]);
        }
        Array.Clear(matchAt, 0, Tokens.Count);
        Array.Clear(kindsAt, 0, Tokens.Count);
        var tokens = Tokens.AsSpan();
        for (var i = 0; i < tokens.Length; i++) classAt[i] = tokens[i].Word.Class;
        var next = 0;
        for (var m = 0; m < Matches.Count; m++)
        {
            var match = Matches[m];
            while (next <= match.First) matchFrom[next++] = m;
            for (var i = match.First; i < match.End; i++) (matchAt[i], kindsAt[i]) = (match, match.KindSet);
        }
        while (next < Tokens.Count) matchFrom[next++] = Matches.Count;
    }

    /// <summary>The match that covers a token, or null; null outside the text, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LexiconMatch? MatchOf(int token)
    {
        Effort.Look();
        return (uint)token < (uint)Tokens.Count ? matchAt[token] : null;
    }

    /// <summary>The longest town or county of that name that begins at a token, or null; see <see cref="Lexicon.MatchTowns"/>.</summary>
    public LexiconMatch? TownAt(int token) => (uint)token < (uint)Tokens.Count && townAt[token] is var index and > 0 ? towns[index - 1] : null;

    /// <summary>Known events, offices and growing counts the text names; see <see cref="Lexicon.MatchAnchors"/>.</summary>
    public MatchList Anchors()
    {
        var found = new MatchList();
        lexicon.MatchAnchors(Tokens, found);
        return found;
    }

    /// <summary>The entry of a kind that covers a token, or null.</summary>
    public LexiconEntry? Find(int token, Kinds kind) => Has(token, kind) ? matchAt[token]!.Find(kind) : null;

    /// <summary>Whether an entry of a kind covers a token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int token, Kinds kind)
    {
        Effort.Look();
        return (uint)token < (uint)Tokens.Count && (kindsAt[token] & (1ul << (int)kind)) != 0;
    }

    /// <summary>Whether an entry of one of the kinds of a <see cref="KindSet"/> covers a token.</summary>
    public bool HasAny(int token, ulong kinds)
    {
        Effort.Look();
        return (uint)token < (uint)Tokens.Count && (kindsAt[token] & kinds) != 0;
    }

    /// <summary>Whether an entry of a kind covers a token of a range, which must lie within the text.</summary>
    public bool HasIn(int first, int end, Kinds kind) => HasAnyIn(first, end, 1ul << (int)kind);

    /// <summary>Whether an entry of one of the kinds of a <see cref="KindSet"/> covers a token of a range, which must lie within the text.</summary>
    public bool HasAnyIn(int first, int end, ulong kinds)
    {
        if (first != overFirst || end != overEnd) LookOver(first, end);
        return (overKinds & kinds) != 0;
    }

    /// <summary>Whether a token of a range, which must lie within the text, is a word of a cue.</summary>
    public bool HasIn(int first, int end, Cue cue)
    {
        if (first != overFirst || end != overEnd) LookOver(first, end);
        return (overCues & cue.Bit) != 0;
    }

    /// <summary>Whether a token is a word of a cue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(int token, Cue cue) => (uint)token < (uint)Tokens.Count && (Tokens[token].Cues & cue.Bit) != 0;

    private void LookOver(int first, int end)
    {
        (overFirst, overEnd, overKinds, overCues) = (first, end, 0, 0);
        for (var i = first; i < end; i++)
        {
            overKinds |= kindsAt[i];
            overCues |= Tokens[i].Cues;
        }
    }

    /// <summary>The folded word at a token, or an empty string outside the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string Word(int token) => (uint)token < (uint)Tokens.Count ? Tokens[token].Norm : "";

    /// <summary>The word classes a token may have; none outside the text and for words no list knows.</summary>
    public WordClass ClassOf(int token)
    {
        Effort.Look();
        return (uint)token < (uint)Tokens.Count ? classAt[token] : WordClass.None;
    }

    /// <summary>The part of speech of a token; <see cref="Tag.Mark"/> outside the text.</summary>
    public Tag TagOf(int token) => (uint)token < (uint)Tokens.Count ? Tags[token] : Tag.Mark;

    /// <summary>Whether a token is a capitalised word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsCapital(int token) => (uint)token < (uint)Tokens.Count && Tokens[token].Capital;

    /// <summary>Whether a line ends right before a token; false for the first one.</summary>
    public bool IsLineStart(int token) => token > 0 && Article.Text.AsSpan(Tokens[token - 1].End, Tokens[token].Start - Tokens[token - 1].End).Contains('\n');

    /// <summary>An empty frame for a clause; it is this document's and is filled anew after <see cref="Return"/>.</summary>
    public Frame FrameOf(Clause clause)
    {
        if (framesUsed == frames.Count) frames.Add(new Frame());
        var frame = frames[framesUsed++];
        frame.Clear(clause);
        return frame;
    }

    /// <summary>The matches that begin in a range of tokens.</summary>
    public MatchRange MatchesIn(int first, int end) => new(Matches, (uint)first < (uint)Tokens.Count ? matchFrom[first] : Matches.Count, end);

    /// <summary>The dates that begin in a range of tokens.</summary>
    public MentionRange<DateMention> DatesIn(int first, int end) => new(Dates, first, end);

    /// <summary>The places that begin in a range of tokens.</summary>
    public MentionRange<PlaceMention> PlacesIn(int first, int end) => new(Places, first, end);

    /// <summary>The quote of a range of tokens; the range must not be empty.</summary>
    public Quote QuoteOf(int first, int end) => new(Tokens[first].Start, Tokens[end - 1].End);

    /// <summary>Whom the stages tell what they decide; null but for --explain and for measuring. The engine sets it for each article.</summary>
    public ITrace? Trace { get; set; }

    /// <summary>The text of a quote.</summary>
    public string TextOf(Quote quote) => Article.Text[quote.Start..quote.End];
}

/// <summary>A range of UTF-16 code units of the article's text.</summary>
internal readonly record struct Quote(int Start, int End);
