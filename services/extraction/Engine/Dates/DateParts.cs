using System.Globalization;

namespace Platform.Extraction.Engine;

/// <summary>Days, months and years as they stand at a token.</summary>
internal readonly struct DateParts(Document document)
{
    /// <summary>A number in words or digits.</summary>
    public bool IsNumber(int i) => document.Has(i, Kinds.Number) || i < document.Tokens.Count && document.Tokens[i].Kind == TokenKind.Number;

    /// <summary>1 to 12; of "may" and "march" in any case only when asked; null for no month.</summary>
    public int? MonthAt(int i, bool anyCase = false)
    {
        if (document.Find(i, Kinds.Month) is { } entry) return int.Parse(entry.Value, CultureInfo.InvariantCulture);
        return anyCase ? Named(document.Word(i)) : null;
    }

    /// <summary>A month by its whole name.</summary>
    public static int? Named(string word) => word switch { "march" => 3, "may" => 5, "january" => 1, "february" => 2, "april" => 4, "june" => 6, "july" => 7, "august" => 8,
            "september" => 9, "october" => 10, "november" => 11, "december" => 12, _ => null };

    /// <summary>1 to 31, or null.</summary>
    public int? DayNumber(int i) => Small(i) is { } n and >= 1 and <= 31 ? n : null;

    /// <summary>Four figures from 1900 to 2100, or null.</summary>
    public int? YearAt(int i) => Small(i) is { } n and >= 1900 and <= 2100 && document.Tokens[i].End - document.Tokens[i].Start == 4 ? n : null;

    /// <summary>"14 FEB 90 --": two figures for the year between the month and the dash, at the head of wire copy.</summary>
    public int? ShortYear(int i) => i < Dateline.MostTokens && MonthAt(i - 1) is not null && Small(i) is { } n and < 100 && document.Tokens[i].End - document.Tokens[i].Start == 2
        && document.Word(i + 1) is "-" or "(" or "[" ? n < 40 ? 2000 + n : 1900 + n : null;

    /// <summary>Digits, "15" or "15th"; null for none.</summary>
    public int? Small(int i) => (uint)i < (uint)document.Tokens.Count && document.Tokens[i] is { Kind: TokenKind.Number } token
        && int.TryParse(token.Norm.Replace("th", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
}
