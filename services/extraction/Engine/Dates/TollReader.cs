using System.Globalization;
using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>A count that grows dates who writes it: "more than 25,000 dead" is written when there were so many.</summary>
internal static class TollReader
{
    /// <summary>Counts are told rounded down and some days old; so much more may have been reached.</summary>
    private const double Rounding = 1.04;
    private const int DaysOld = 4;
    private const int DaysEarly = 1;

    /// <summary>More tokens than any date has before its last number.</summary>
    private const int LongestDate = 16;

    /// <summary>Adds what the sentence's count says, when it lies within the known ones.</summary>
    public static void Add(Document document, Sentence sentence, Anchor anchor, List<WritingClue> clues)
    {
        if (CountIn(document, sentence, anchor.Counts[0].Count, anchor.Counts[^1].Count) is not { } count) return;
        if (DayOf(anchor, count) is not { } reached) return;
        var passed = DayOf(anchor, count * Rounding);
        var to = passed is { } day ? Calendar.Plus(day, DaysOld) : DaySet.Youngest;
        clues.Add(new WritingClue([(Calendar.Plus(reached, -DaysEarly), to)], ClueStrength.Told, FormattableString.Invariant($"counts {count:N0} {anchor.What}")));
    }

    /// <summary>The largest number of the sentence within the known ones; "58 times here and another 83 there" are added.</summary>
    private static int? CountIn(Document document, Sentence sentence, int least, int most)
    {
        int? largest = null;
        int? before = null;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (document.Tokens[i].Kind != TokenKind.Number || IsInDate(document, sentence, i) || document.Word(i + 1) is "%" or "percent" or "-") continue;
            if (!int.TryParse(document.Word(i), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            if (document.Word(i + 1) is "million" or "billion") continue;
            if (before is { } first && document.Word(i - 1) is "another" && first + number <= most) number += first;
            if (number >= least && number <= most && (largest is null || number > largest)) largest = number;
            before = number;
        }
        return largest;
    }

    /// <summary>Looks only at the dates that begin shortly before: else a sentence of dates takes its length squared.</summary>
    private static bool IsInDate(Document document, Sentence sentence, int token)
    {
        foreach (var date in document.DatesIn(Math.Max(sentence.First, token - LongestDate), token + 1))
        {
            Effort.Look();
            if (token < date.End) return true;
        }
        return false;
    }

    /// <summary>When a count was reached, between the known ones in equal steps; null before the first and after the last.</summary>
    private static DateOnly? DayOf(Anchor anchor, double count)
    {
        for (var i = 1; i < anchor.Counts.Length; i++)
        {
            var (day, number) = anchor.Counts[i - 1];
            var (nextDay, next) = anchor.Counts[i];
            if (count < number || count > next) continue;
            return Calendar.Plus(day, (int)((nextDay.DayNumber - day.DayNumber) * (count - number) / (next - number)));
        }
        return null;
    }
}
