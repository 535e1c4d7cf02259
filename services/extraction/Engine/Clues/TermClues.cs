namespace Platform.Extraction.Engine;

/// <summary>Telling words and numbers of some sentences: names, ages, house numbers, uncommon words before common ones.</summary>
internal static class TermClues
{
    private const int Most = 96;

    /// <summary>So many different words are weighed; it bounds the work.</summary>
    private const int Weighed = 600;

    /// <summary>The terms, folded, most telling first.</summary>
    public static List<string> Read(Document document, bool[] sentences, bool withTitle)
    {
        var terms = document.Terms;
        terms.Clear();
        if (withTitle && document.Title is { } title)
            for (var i = 0; i < title.Tokens.Count; i++) Add(terms, title, i, inTitle: true);
        foreach (var sentence in document.Sentences)
        {
            if (!sentences[sentence.Index]) continue;
            for (var i = sentence.First; i < sentence.End; i++) Add(terms, document, i, inTitle: false);
        }
        return terms.Heaviest(Most);
    }

    private static void Add(TermTable terms, Document document, int token, bool inTitle)
    {
        if (terms.Count >= Weighed) return;
        var weight = WeightOf(document, token, inTitle);
        if (weight > 0) terms.Add(weight == Age ? Ages(document.Word(token)) : document.Word(token), weight);
    }

    private const int Age = 50;

    private static int WeightOf(Document document, int token, bool inTitle)
    {
        ref readonly var one = ref document.Tokens[token];
        if (one.Kind == TokenKind.Mark) return 0;
        if (one.Kind == TokenKind.Number) return IsAge(document, token) ? Age : one.Norm.Length is >= 2 and <= 5 ? 30 : 0;
        if (one.Norm.Length < 3) return 0;
        var classes = document.ClassOf(token);
        if ((classes & WordClass.Closed) != 0) return 0;
        // Every word of a headline may have a capital.
        if (one.Capital && !one.Upper && !inTitle && document.TagOf(token) == Tag.Name && (classes & WordClass.Time) == 0) return 40;
        if ((classes & WordClass.Known) == 0) return one.Capital ? 40 : 30;
        if ((classes & WordClass.Rare) != 0) return 20;
        return (classes & (WordClass.AnyNoun | WordClass.AnyVerb | WordClass.Adjective)) != 0 ? 10 : 0;
    }

    /// <summary>"a 23-year-old", "Ana Ruiz, 23,".</summary>
    private static bool IsAge(Document document, int token)
    {
        if (document.Word(token).Length is not (1 or 2)) return false;
        var next = document.Word(token + 1) == "-" ? token + 2 : token + 1;
        if (document.Word(next) is "year" or "years") return document.Word(next + 1) is "old" || document.Word(next + 2) is "old";
        return document.Word(token - 1) == "," && document.Word(token + 1) is "," or "." && document.TagOf(token - 2) == Tag.Name;
    }

    private static string Ages(string word) => "age " + word;
}
