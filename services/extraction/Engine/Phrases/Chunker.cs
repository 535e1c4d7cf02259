namespace Platform.Extraction.Engine;

/// <summary>Tags into chunks, sentence by sentence: base noun phrases, verb groups and what stands between. One pass.</summary>
internal sealed class Chunker
{
    private const int LongestBracket = 14;

    private readonly Document document;
    private readonly Tag[] tags;
    private readonly PhraseIndex phrases;

    private Chunker(Document document) => (this.document, tags, phrases) = (document, document.Tags, document.Phrases);

    /// <summary>Adds the chunks of the text to its phrases.</summary>
    public static void Read(Document document)
    {
        var chunker = new Chunker(document);
        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End;)
            {
                var chunk = chunker.At(i, sentence.End);
                chunker.phrases.Add(chunk);
                i = chunk.End;
            }
        }
    }

    private Chunk At(int i, int end)
    {
        switch (tags[i])
        {
            case Tag.Time: return Run(i, end, ChunkKind.Time, Tag.Time);
            case Tag.Number when IsAgesOfPair(i, end): return new Chunk(ChunkKind.Bracket, i, i + 3, i);
            case Tag.Conjunction: return One(i, ChunkKind.Conjunction);
            case Tag.Relative: return One(i, ChunkKind.Relative);
            case Tag.Subordinator: return One(i, ChunkKind.Subordinator);
            case Tag.Mark: return Mark(i, end);
            case Tag.Preposition: return Preposition(i, end);
        }
        if (VerbGroup(i, end) is { } verb) return verb;
        if (tags[i] == Tag.To) return One(i, ChunkKind.Preposition);
        if (NounPhrase(i, end) is { } noun) return noun;
        return tags[i] is Tag.Adverb or Tag.Negation or Tag.Adjective ? One(i, ChunkKind.Adverb) : One(i, ChunkKind.Other);
    }

    private static Chunk One(int i, ChunkKind kind) => new(kind, i, i + 1, i);

    private Chunk Run(int i, int end, ChunkKind kind, Tag tag)
    {
        var k = i + 1;
        while (k < end && tags[k] == tag) k++;
        return new Chunk(kind, i, k, i);
    }

    private Chunk Mark(int i, int end)
    {
        var word = document.Word(i);
        if (word == "," && AgesEnd(i, end) is { } ages) return new Chunk(ChunkKind.Bracket, i, ages, i + 1);
        // "five children - ages 8 to 12 - were shot"
        if (word == "-" && AgesEnd(i, end) is { } dashed) return new Chunk(ChunkKind.Bracket, i, document.Word(dashed) == "-" ? dashed + 1 : dashed, i + 1);
        if (word == ",") return One(i, ChunkKind.Comma);
        if (word is not ("[" or "(")) return One(i, ChunkKind.Other);
        var close = word == "[" ? "]" : ")";
        for (var k = i + 1; k < Math.Min(end, i + LongestBracket); k++)
            if (document.Word(k) == close) return new Chunk(ChunkKind.Bracket, i, k + 1, i + 1);
        return One(i, ChunkKind.Other);
    }

    /// <summary>"girls 14 and 15 were shot": figures after a noun in the plural that count nothing.</summary>
    private bool IsAgesOfPair(int i, int end) => i > 0 && i + 2 < end && tags[i - 1] == Tag.Noun && (document.ClassOf(i - 1) & WordClass.Plural) != 0 && document.Word(i + 1) == "and"
        && IsAgeFigure(i) && IsAgeFigure(i + 2);

    private bool IsAgeFigure(int i) => document.Tokens[i].Kind == TokenKind.Number && document.Tokens[i].Norm.Length <= 2 && document.Quantities.StartingAt(i) is null;

    /// <summary>", ages 14, 16 and 17,", ", also 24,", ", who is 24," up to the last comma.</summary>
    private int? AgesEnd(int comma, int end)
    {
        var age = document.Word(comma + 1) is "also" or "only" or "just" or "now" or "then" ? comma + 2 : document.Word(comma + 1) == "who" && document.Word(comma + 2) is "is" or "was" ? comma + 3 : -1;
        if (age > 0 && age + 1 < end && document.Word(comma) == "," && IsAgeFigure(age) && document.Word(age + 1) == ",") return age + 1;
        if (document.Word(comma + 1) != "ages") return null;
        var last = comma + 1;
        for (var k = comma + 2; k < Math.Min(end, comma + LongestBracket); k++)
        {
            if (document.Tokens[k].Kind == TokenKind.Number) last = k;
            else if (document.Word(k) is not ("," or "and" or "to" or "through" or "-")) break;
        }
        return last > comma + 1 ? last + 1 : null;
    }

    /// <summary>"in front of", "next to", "close to" are one preposition each.</summary>
    private Chunk Preposition(int i, int end)
    {
        if (i + 2 < end && document.Word(i) == "in" && document.Word(i + 2) == "of" && document.Word(i + 1) is "front") return new Chunk(ChunkKind.Preposition, i, i + 3, i);
        if (i + 1 < end && tags[i + 1] == Tag.Preposition && document.Word(i + 1) is "of" or "from") return new Chunk(ChunkKind.Preposition, i, i + 2, i);
        return One(i, ChunkKind.Preposition);
    }

    private Chunk? VerbGroup(int i, int end)
    {
        var form = VerbForm.Active;
        var (sawBe, sawAuxiliary) = (false, false);
        for (var k = i; k < end; k++)
        {
            switch (tags[k])
            {
                case Tag.Modal: form |= VerbForm.Modal; sawAuxiliary = true; break;
                case Tag.Be: sawBe = true; sawAuxiliary = true; break;
                case Tag.Have or Tag.Do: sawAuxiliary = true; sawBe = false; break;
                case Tag.Negation: if (k == i) return null; form |= VerbForm.Negated; break;
                case Tag.To: form |= VerbForm.Infinitive; break;
                case Tag.Adverb or Tag.Time: if (k == i) return null; break;
                case Tag.Verb or Tag.Past: return Group(i, k, form);
                case Tag.Participle: return Group(i, k, form | VerbForm.Passive | (sawBe || sawAuxiliary ? 0 : VerbForm.Reduced));
                case Tag.Ing: return Group(i, k, sawAuxiliary ? form : form | VerbForm.Ing);
                default: return sawAuxiliary ? new Chunk(ChunkKind.Verb, i, TrimmedEnd(i, k), TrimmedEnd(i, k) - 1, form) : null;
            }
        }
        return sawAuxiliary ? new Chunk(ChunkKind.Verb, i, end, end - 1, form) : null;
    }

    private int TrimmedEnd(int first, int end)
    {
        while (end > first + 1 && tags[end - 1] is Tag.Adverb or Tag.Time or Tag.To) end--;
        return end;
    }

    /// <summary>A particle belongs to its verb: "blew up", "carried out".</summary>
    private Chunk Group(int first, int verb, VerbForm form)
    {
        var next = verb + 1;
        if (document.Word(next) is "up" or "out" or "down" or "off" or "away") next++;
        return new Chunk(ChunkKind.Verb, first, next, verb, form);
    }

    private Chunk? NounPhrase(int i, int end)
    {
        if (tags[i] == Tag.Pronoun) return One(i, ChunkKind.Noun);
        var (k, head) = (i, -1);
        for (; k < end; k++)
        {
            var tag = tags[k];
            if (tag is Tag.Noun or Tag.Name) head = k;
            else if (tag == Tag.Determiner && k > i && !(tags[k - 1] is Tag.Determiner || (tags[k - 1] == Tag.Number && document.Word(k) == "other"))) break;
            else if (tag == Tag.Number) { if (head >= 0 && tags[k - 1] != Tag.Possessive && !IsNameNumber(k) && !IsOwned(k)) break; head = head >= 0 ? k : head; }
            else if (tag == Tag.Adjective) { if (head >= 0 && tags[k - 1] is Tag.Noun or Tag.Name && !LeadsToNoun(k, end)) break; }
            else if (tag == Tag.Possessive) { if (head < 0) break; }
            else if (tag == Tag.Adverb) { if (head >= 0 || k + 1 >= end || tags[k + 1] != Tag.Adjective || !document.Word(k).EndsWith("ly", StringComparison.Ordinal)) break; }
            else if (tag == Tag.Time) { if (head >= 0 || k == i || tags[i] != Tag.Determiner || TimeEnd(k, end) is not { } last) break; k = last; }
            else if (tag is not Tag.Determiner && !(tag == Tag.Mark && IsInner(k, end))) break;
        }
        while (k > i && (tags[k - 1] is Tag.Possessive or Tag.Mark)) k--;
        if (head >= k) head = k - 1;
        if (k == i) return null;
        if (head < 0)
        {
            // "the wounded", "three injured", "both": no noun, but a phrase all the same.
            if (tags[i] is Tag.Adverb || (tags[i] is Tag.Adjective && k == i + 1)) return null;
            head = k - 1;
        }
        return new Chunk(ChunkKind.Noun, i, k, head);
    }

    /// <summary>"a Sunday night shooting", "the May 6 attack": the last token of a time that a noun follows, or null.</summary>
    private int? TimeEnd(int k, int end)
    {
        while (k < end && tags[k] == Tag.Time) k++;
        return k < end && tags[k] == Tag.Noun ? k - 1 : null;
    }

    private bool IsNameNumber(int k) => tags[k - 1] == Tag.Name || document.Word(k - 1) is "." or "-" or "no" or "number";

    /// <summary>"Danny Davis' 15-year-old grandson": the apostrophe of a name in s.</summary>
    private bool IsOwned(int k) => document.Word(k - 1) == "'" && k > 1 && tags[k - 2] is Tag.Name or Tag.Noun && document.Word(k - 2).EndsWith('s');

    private bool LeadsToNoun(int k, int end)
    {
        for (var n = k + 1; n < Math.Min(end, k + 4); n++)
        {
            if (tags[n] is Tag.Noun or Tag.Name) return true;
            if (tags[n] is not Tag.Adjective && document.Word(n) != "-") return false;
        }
        return false;
    }

    /// <summary>"LAGOS, Nigeria - Gunmen": the dash after the place of writing, near the head of a line.</summary>
    private bool IsOfDateline(int dash)
    {
        foreach (var entry in document.MatchOf(dash - 1)?.Entries ?? [])
            if (entry.Kind is Kinds.Country or Kinds.Admin1) return true;
        for (var i = dash - 1; i > dash - Dateline.MostTokens; i--)
            if (i <= 0 || document.IsLineStart(i)) return true;
        return false;
    }

    /// <summary>Marks inside a phrase: hyphens, the point after a title or an initial, quotation marks around a nickname.</summary>
    private bool IsInner(int k, int end)
    {
        if (k + 1 >= end) return false;
        var touching = document.Tokens[k].Start == document.Tokens[k - 1 < 0 ? k : k - 1].End;
        var word = document.Word(k);
        // Names are joined by hyphens with spaces, too: "Agua Azul - Terranova".
        if (word is "-" or "/") return k > 0 && (touching ? document.Tokens[k + 1].Start == document.Tokens[k].End : tags[k - 1] == Tag.Name && tags[k + 1] == Tag.Name && !IsOfDateline(k));
        if (word is "." or "'") return k > 0 && touching && tags[k + 1] is Tag.Name or Tag.Noun or Tag.Number or Tag.Possessive;
        return word == "\"" && tags[k + 1] is Tag.Name or Tag.Noun or Tag.Number;
    }
}
