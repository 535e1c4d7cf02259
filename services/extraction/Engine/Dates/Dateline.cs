using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>The day at the head of an article, on which it was written.</summary>
internal static class Dateline
{
    /// <summary>A date that begins within so many tokens, with nothing but date words before it, is the dateline.</summary>
    public const int MostTokens = 14;

    /// <summary>Most tokens of a news agency's name in brackets, the brackets among them.</summary>
    private const int AgencyTokens = 5;

    /// <summary>A word that may stand before or beside the date: "Published on", "Date of publication".</summary>
    public static bool IsWord(Document document, int i) => document.Find(i, Kinds.Weekday) is not null || document.Tokens[i].Kind != TokenKind.Word
        || document.Word(i) is "date" or "of" or "publication" or "published" or "last" or "updated" or "at" or "posted" or "created" or "am" or "pm";

    /// <summary>Whether the dash of a dateline follows the town that ends before a token: "BOGOTA, 14 Feb 90 (AFP) --".</summary>
    public static bool EndsNear(Document document, int token)
    {
        for (var i = token; i < Math.Min(token + MostTokens, document.Tokens.Count - 1); i++)
        {
            if (document.Word(i) == "-") return document.Tokens[i].Start > document.Tokens[i - 1].End;
            if (document.Word(i) is "." && document.Find(i - 1, Kinds.Month) is null) return false;
        }
        return false;
    }

    /// <summary>One past the dash of the dateline that begins at a token: "BEIRUT, Jan 28 (Reuters) -"; the token itself when none does.</summary>
    public static int End(Document document, int first)
    {
        if (document.IsUpper || !IsWrittenAt(document, first)) return first;
        var bracket = false;
        for (var i = first; i < Math.Min(first + MostTokens, document.Tokens.Count - 1); i++)
        {
            var word = document.Word(i);
            if (word == "-" && document.Tokens[i].Start > document.Tokens[i - 1].End && document.Tokens[i + 1].Start > document.Tokens[i].End) return i + 1;
            if (word is ";" or ":" || word == "." && document.Find(i - 1, Kinds.Month) is null) return first;
            bracket = word == "(" || bracket && word != ")";
            if (!bracket && document.Tokens[i].Kind == TokenKind.Word && !document.IsCapital(i)) return first;
        }
        return first;
    }

    /// <summary>In capitals, or the name of a town.</summary>
    private static bool IsWrittenAt(Document document, int first)
    {
        if (document.Tokens[first].Kind != TokenKind.Word || !document.IsCapital(first)) return false;
        var text = document.Article.Text.AsSpan(document.Tokens[first].Start, document.Tokens[first].End - document.Tokens[first].Start);
        if (text.Length > 2 && !text.ContainsAnyInRange('a', 'z')) return true;
        foreach (var place in document.PlacesIn(first, first + 1))
            if (place is { Precision: PlacePrecision.Settlement }) return true;
        return document.Has(first, Kinds.Seat);
    }

    /// <summary>"LIMA, 20 FEB 90 (EFE) -- [TEXT]": a day at the head of wire copy whose dash or bracket follows, whatever day it was taken for.</summary>
    public static bool IsBeforeText(Document document, DateMention date)
    {
        if (date.First - HeadOf(document, date.First) >= MostTokens) return false;
        var i = date.End;
        if (document.Word(i) is "(" or "[" && document.Word(i + 1) != "text")
        {
            while (i < date.End + AgencyTokens && document.Word(i) is not (")" or "]")) i++;
            i++;
        }
        return document.Word(i) == "-" && document.Tokens[i].Start > document.Tokens[i - 1].End || document.Word(i) == "[" && document.Word(i + 1) == "text";
    }

    /// <summary>The first token of the text, or of the line below its headlines that a token stands in.</summary>
    private static int HeadOf(Document document, int token)
    {
        for (var i = 1; i < Math.Min(document.Sentences.Count, HeadLine.MostLines + 1) && document.Sentences[i].First <= token; i++)
        {
            var first = document.Sentences[i].First;
            if (document.Tokens[first - 1].Norm is "." || !document.IsLineStart(first)) return 0;
            if (token < document.Sentences[i].End) return first;
        }
        return 0;
    }

    /// <summary>"KYIV. February 5 (Ukrinform).", "DONETSK, February 5. /TASS/.": a town in capitals, a day, an agency, a stop.</summary>
    private static bool IsStopped(Document document, DateMention date, int head, int end)
    {
        var town = document.Article.Text.AsSpan(document.Tokens[head].Start, document.Tokens[head].End - document.Tokens[head].Start);
        if (town.Length < 3 || town.ContainsAnyInRange('a', 'z') || document.Word(end) != ".") return false;
        return document.Word(end - 1) == ")" ? end > date.End : document.Word(end + 1) == "/";
    }

    /// <summary>"KABUL, June 15 -", "BAGHDAD, Nov 21 (INA) -", "Kharkiv, Ukraine (Sept 14) -": a day between the town of writing and a dash, at the head of the text.</summary>
    public static bool Is(Document document, DateMention date)
    {
        if (date.Precision != DatePrecision.Day || date.IsToday || document.Tokens[date.First].Kind == TokenKind.Word && !document.IsCapital(date.First)) return false;
        var head = HeadOf(document, date.First);
        if (date.First - head >= MostTokens || date.First == head && (head == 0 || document.Word(date.End) != "(")) return false;
        for (var i = head; i < date.First; i++)
            if (document.Tokens[i].Kind != TokenKind.Mark && !document.IsCapital(i)) return false;
        var dash = document.Word(date.End) == ")" ? date.End + 1 : date.End;
        // "ANBAR, Nov 21 (INA) -"
        var close = document.Word(dash) == "(" ? dash + 2 : dash;
        while (close > dash && close < dash + AgencyTokens && document.Word(close) != ")") close++;
        if (document.Word(close) == ")") dash = close + 1;
        // "SAVANNAH (December 2, 2015): "
        if (document.Word(dash) == ":" && document.Word(dash - 1) == ")") return true;
        if (IsStopped(document, date, head, dash)) return true;
        return document.Word(dash) == "-" && document.Tokens[dash].Start > document.Tokens[dash - 1].End && dash + 1 < document.Tokens.Count && document.Tokens[dash + 1].Start > document.Tokens[dash].End;
    }
}
