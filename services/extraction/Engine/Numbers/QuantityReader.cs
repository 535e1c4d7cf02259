using System.Globalization;

namespace Platform.Extraction.Engine;

/// <summary>Finds counts: "at least four", "two dozen", "more than 1,400", "5 to 7", "several". Leaves out years, ages, clock times, money.</summary>
internal static class QuantityReader
{
    private const int Limit = 10_000_000;

    /// <summary>Words between a number and the people it counts, and the people.</summary>
    private const int YearReach = 3;

    private static readonly WordSet Units =
        ["%", "percent", "per", "km", "kilometers", "kilometres", "miles", "mile", "meters", "metres", "feet", "year", "years", "yo", "million", "billion", "hours", "hour",
         "minutes", "minute", "days", "day", "weeks", "week", "months", "month", "mm", "pounds", "pound", "kg", "kilograms", "kilogram", "kilos", "kilo", "tons", "ton", "tonnes", "tonne", "meter", "metre", "millimeter", "millimetre", "inch", "nautical", "dollars", "am", "pm", "block", "degrees", "caliber", "acres", "times", "something"];

    /// <summary>Names that end in a number: "Hwy 150", "Channel 6", "Precinct 4".</summary>
    private static readonly WordSet Numbered = ["hwy", "road", "exit", "channel", "apartment", "apt", "suite", "precinct", "ward", "zone", "district", "station", "lot", "building", "troop", "pier", "gate", "news", "fox", "abc", "cbs", "nbc"];

    /// <summary>All quantities of the text outside its dates.</summary>
    public static void Read(Document document)
    {
        document.Quantities.Clear(document.Tokens.Count);
        var next = 0;
        for (var i = 0; i < document.Tokens.Count;)
        {
            while (next < document.Dates.Count && document.Dates[next].End <= i) next++;
            var quantity = IsDated(document, i, next) ? null : ReadAt(document, i, next);
            if (quantity is { } q) document.Quantities.Add(q);
            i = quantity?.End ?? i + 1;
        }
    }

    /// <summary>Whether a token belongs to a date; all dates before the one numbered <paramref name="from"/> end at it or before.</summary>
    private static bool IsDated(Document document, int token, int from)
    {
        while (from < document.Dates.Count && document.Dates[from].End <= token) from++;
        return from < document.Dates.Count && document.Dates[from].First <= token;
    }

    private static Quantity? ReadAt(Document document, int first, int nextDate)
    {
        var bound = document.Find(first, Kinds.Bound)?.Value;
        var start = bound is null ? first : document.MatchOf(first)!.End;
        if (bound is null && document.Find(first, Kinds.Vague) is not null) return new Quantity(first, document.MatchOf(first)!.End, null, null);
        if (bound is not null && document.Find(start, Kinds.Vague) is not null && !IsDated(document, start, nextDate))
            return new Quantity(first, document.MatchOf(start)!.End, null, null);
        var between = document.Word(start) == "between" ? 1 : 0;
        if (IsDated(document, start, nextDate) || Cardinal(document, start + between) is not { } low) return null;
        var (end, max) = (low.End, low.Value);
        if (document.Word(end) is "to" or "-" or "or" || (between == 1 && document.Word(end) == "and"))
        {
            if (Cardinal(document, end + 1) is { } high && high.Value > low.Value) (end, max) = (high.End, high.Value);
        }
        if (!IsCount(document, start, end)) return null;
        return bound switch
        {
            "least" or "more" => new Quantity(first, end, low.Value, null),
            "most" => new Quantity(first, end, null, max),
            _ => new Quantity(first, end, low.Value, max),
        };
    }

    private static bool IsCount(Document document, int first, int end)
    {
        var next = document.Word(end) == "-" ? document.Word(end + 1) : document.Word(end);
        // "two-thirds of the soldiers"
        if (document.Word(end) == "-" && next is "third" or "thirds" or "quarter" or "quarters" or "fifth" or "fifths" or "tenth" or "tenths" or "half" or "halves") return false;
        if (Units.Contains(next) || document.Word(first - 1) is "$" or "€" or "£" or "#" or "aged" or "age") return false;
        if (IsModelYear(document, first, end) || document.Word(first - 1) is "turn" or "turned" or "turning" && !IsOfPeople(document, end, 2)) return false;
        // "called 911 for multiple people shot"
        if (document.Word(first) is "911" or "999" && document.Word(first - 1) is "call" or "called" or "calls" or "calling" or "dial" or "dialed" or "dialled" or "dialing") return false;
        // "a father of three" counts his children, "were both shot" nobody new.
        if (document.Word(first - 1) == "of" && document.Word(first - 2) is "father" or "mother" or "parent" or "dad" or "mom" or "mum" or "grandfather" or "grandmother") return false;
        if (document.Word(first) == "both" && document.Word(first - 1) is "were" or "are" or "have" or "had" or "been") return false;
        // "3.5" and "11:10" are one number each.
        if (document.Word(first - 1) is ":" or "." && document.Tokens[first - 1].End == document.Tokens[first].Start) return false;
        if (document.Word(end) is ":" or "." && document.Tokens[end].Start == document.Tokens[end - 1].End
            && end + 1 < document.Tokens.Count && document.Tokens[end + 1].Kind == TokenKind.Number && document.Tokens[end + 1].Start == document.Tokens[end].End) return false;
        // ", 23," after a name or a noun is an age; "route 9", "F-16" are names.
        if (document.Word(first - 1) == "," && document.Word(end) is "," or "." && first >= 2 && document.Tokens[first - 2].Kind == TokenKind.Word && document.Tokens[first].Kind == TokenKind.Number) return false;
        if (document.Word(first - 1) == "," && document.Word(first - 2) == "." && document.Word(first - 3) is "jr" or "sr" || IsListedAge(document, first) || IsAgeAfterVerb(document, first, end)) return false;
        // "AK-47" holds no count; after the dash of a dateline one may stand.
        var joined = document.Word(first - 1) == "-" && document.Tokens[first - 1].End == document.Tokens[first].Start;
        if (document.Tokens[first].Kind == TokenKind.Number && !document.IsUpper && document.IsCapital(first - 1) && Numbered.Contains(document.Word(first - 1))) return false;
        return !joined && !(document.IsCapital(first - 1) && document.Word(first - 1) is "route" or "highway" or "interstate" or "unit" or "division" or "no" or "number" or "room");
    }

    /// <summary>"a 2009 Honda", "the 1991 war": four bare figures before a noun of no people and of nothing that is fired.</summary>
    private static bool IsModelYear(Document document, int first, int end) =>
        !document.Has(end, Kinds.Harm) && !document.Has(first - 1, Kinds.Harm) && document.Word(end) != "more" && end == first + 1 && IsFigure(document, first) && document.Tokens[first].End - document.Tokens[first].Start == 4 && document.Word(first) is ['1', '9', _, _] or ['2', '0', _, _]
        && document.Tokens[Math.Min(end, document.Tokens.Count - 1)].Kind == TokenKind.Word && (document.IsCapital(end) && !document.IsUpper || (document.ClassOf(end) & (WordClass.Be | WordClass.Have | WordClass.AnyVerb)) == 0) && !IsOfPeople(document, end, YearReach);

    private static bool IsOfPeople(Document document, int from, int reach)
    {
        for (var i = from; i < from + reach; i++)
            if (document.Has(i, Kinds.Person) || document.Has(i, Kinds.Weapon) || (document.ClassOf(i) & WordClass.Person) != 0) return true;
        return false;
    }

    /// <summary>"aged 25, 32 and 51", "his 12- and 10-year-old sons".</summary>
    private static bool IsListedAge(Document document, int first)
    {
        if (document.Word(first + 1) == "-" && document.Word(first + 2) is "and" or "or" && document.Word(first + 4) == "-" && document.Word(first + 5) is "year" or "month") return true;
        // "a 16 and 17-year-old"
        if (document.Word(first + 1) is "and" or "or" && document.Word(first + 3) == "-" && document.Word(first + 4) is "year" or "month") return true;
        if (IsAgeOfNamed(document, first) || IsAgeOfPair(document, first)) return true;
        for (var i = first - 1; i >= Math.Max(0, first - 8); i--)
        {
            if (document.Word(i) is "aged" or "ages") return true;
            // "between the ages of 8 and 12"
            if (document.Word(i) == "of" && document.Word(i - 1) == "ages") return true;
            // "two women, believed to be 30 and 60"
            if (document.Word(i) == "be" && document.Word(i - 1) == "to" && document.Word(i - 2) is "believed" or "thought" or "estimated" or "reported" && document.Word(i - 3) is "," or "woman" or "man" or "women" or "men") return true;
            if (document.Word(i) is not ("," or "and") && document.Tokens[i].Kind != TokenKind.Number) return false;
        }
        return false;
    }

    /// <summary>"Ann Ray, 20 and Bea Loe, 22 were hurt": a list of names with their ages, whose closing commas are left out.</summary>
    private static bool IsAgeOfNamed(Document document, int first)
    {
        if (first < 3 || !IsFigure(document, first) || document.Word(first - 1) != "," || !document.IsCapital(first - 2) || !document.IsCapital(first - 3)) return false;
        if (document.Word(first + 1) is "and" or "&") return document.IsCapital(first + 2) && document.IsCapital(first + 3);
        return document.Word(first - 4) == "and" && document.Word(first + 1) is "were" or "are" or "was" or "is" or "have" or "had";
    }

    /// <summary>"The other, also 24, is", "who is 24", "He was only 17.": how old one person is.</summary>
    private static bool IsAgeAfterVerb(Document document, int first, int end)
    {
        if (!IsFigure(document, first) || end != first + 1 || document.Tokens[first].Norm.Length > 2) return false;
        if (end < document.Tokens.Count && document.Tokens[end].Kind != TokenKind.Mark && document.Word(end) is not ("and" or "when" or "at" or "but")) return false;
        var before = document.Word(first - 1) is "also" or "only" or "just" or "now" or "then" or "barely" ? first - 2 : first - 1;
        if (document.Word(before) == ",") return before == first - 2 && document.Word(end) is "," or ".";
        if (document.Word(before) is not ("is" or "was" or "turned")) return false;
        return document.Word(before - 1) is "he" or "she" or "who" || document.Find(before - 1, Kinds.Person)?.Attribute("number") == "singular";
    }

    /// <summary>"two men, 30 and 42 were hurt", "two women, 26 and 21, who", "girls 14 and 15 were": figures before the verb, with no noun to count.</summary>
    private static bool IsAgeOfPair(Document document, int first)
    {
        var low = document.Word(first - 1) == "and" ? first - 2 : first;
        var noun = document.Word(low - 1) == "," ? low - 2 : low - 1;
        return low > 1 && IsFigure(document, low) && IsFigure(document, low + 2) && document.Word(low + 1) == "and"
            && document.Word(noun) is "men" or "women" or "boys" or "girls" or "males" or "females" or "sons" or "daughters" or "brothers" or "sisters" or "children" or "teens" or "teenagers"
            && document.Word(low + 3) is "," or "." or "were" or "are" or "have" or "had" or "who";
    }

    private static bool IsFigure(Document document, int i) => i < document.Tokens.Count && document.Tokens[i].Kind == TokenKind.Number;

    private static (int Value, int End)? Cardinal(Document document, int first)
    {
        if (first >= document.Tokens.Count) return null;
        var token = document.Tokens[first];
        if (token.Kind == TokenKind.Number)
        {
            if (!int.TryParse(token.Norm, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) || digits > Limit || IsYear(document, first, digits)) return null;
            // A figure of zeros alone is the end of "10 000".
            if (digits == 0 && token.Norm.Length > 1) return null;
            var end = first + 1;
            if (token.Norm.Length <= 3)
                for (; IsThousands(document, end) && digits < Limit / 1000; end++) digits = digits * 1000 + int.Parse(document.Word(end), CultureInfo.InvariantCulture);
            return Scaled(document, end, digits);
        }
        // "half a dozen"
        if (document.Word(first) == "half" && document.Word(first + 1) is "a" or "-" && document.Word(first + 2) == "dozen") return (6, first + 3);
        var i = document.Word(first) is "a" or "an" && IsScale(document, first + 1) ? first + 1 : first;
        if (document.Find(i, Kinds.Number) is null) return null;
        return Words(document, i);
    }

    private static (int Value, int End) Words(Document document, int i)
    {
        long total = 0, part = 0;
        var end = i;
        for (; document.Find(i, Kinds.Number) is { } entry && total + part <= Limit; i++)
        {
            var value = int.Parse(entry.Value, CultureInfo.InvariantCulture);
            if (!entry.Has("scale"))
            {
                // "five two" are two numbers; "twenty two" is one.
                if (part % 100 != 0 && !(part % 10 == 0 && value < 10)) break;
                part += value;
            }
            else if (value == 1000) (total, part) = (total + Math.Max(1, part) * 1000, 0);
            else part = Math.Max(1, part) * value;
            end = i + 1;
            if (document.Word(end) == "-" || (document.Word(end) == "and" && part >= 100 && document.Find(end + 1, Kinds.Number) is { } next && !next.Has("scale"))) i++;
        }
        return ((int)Math.Min(total + part, Limit), end);
    }

    /// <summary>"10 000": three figures after one space, as many languages write thousands.</summary>
    private static bool IsThousands(Document document, int token) =>
        (uint)token < (uint)document.Tokens.Count && document.Tokens[token] is { Kind: TokenKind.Number } next && next.End - next.Start == 3 && next.Norm.Length == 3
        && document.Tokens[token - 1] is var before && next.Start - before.End == 1 && document.Article.Text[before.End] is ' ' or '\u00a0' or '\u202f' && int.TryParse(next.Norm, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static (int, int) Scaled(Document document, int end, int digits)
    {
        if (!IsScale(document, end) || document.Word(end) == "dozen" && digits > 100) return (digits, end);
        var scaled = (long)digits * int.Parse(document.Find(end, Kinds.Number)!.Value, CultureInfo.InvariantCulture);
        return ((int)Math.Min(scaled, Limit), end + 1);
    }

    private static bool IsScale(Document document, int token) => document.Find(token, Kinds.Number)?.Has("scale") == true && document.Word(token) is "dozen" or "hundred" or "thousand";

    private static bool IsYear(Document document, int token, int value) =>
        value is >= 1900 and <= 2100 && document.Tokens[token].End - document.Tokens[token].Start == 4
        && document.Word(token - 1) is "in" or "since" or "of" or "until" or "from" or "," or "early" or "late" or "during" or "by";
}
