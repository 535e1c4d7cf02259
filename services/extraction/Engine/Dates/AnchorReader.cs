using System.Globalization;
using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>What the known events, offices and counts that a text names say of the day it was written.</summary>
internal static class AnchorReader
{
    /// <summary>A date further away than so many tokens is of something else, unless the sentence has no other.</summary>
    private const int Reach = 14;

    /// <summary>A longer time has no day of its own: only its beginning is told by a date.</summary>
    private const int EventDays = 40;

    /// <summary>News of an event is written within so many days after it.</summary>
    private const int NewsDays = 3;

    /// <summary>The clues, in text order.</summary>
    public static List<WritingClue> Read(Document document)
    {
        var clues = new List<WritingClue>();
        var sentence = 0;
        foreach (var match in document.Anchors())
        {
            while (sentence + 1 < document.Sentences.Count && document.Sentences[sentence].End <= match.First) sentence++;
            foreach (var entry in match.Entries)
            {
                var anchor = Anchor.Of(entry);
                if (!HasNeeded(document, document.Sentences[sentence], anchor.Needed)) continue;
                if (entry.Kind == Kinds.Office) AddOffice(document, match, anchor, clues);
                else if (entry.Kind == Kinds.Toll) TollReader.Add(document, document.Sentences[sentence], anchor, clues);
                else AddEvent(document, document.Sentences[sentence], match, anchor, clues);
            }
        }
        return clues;
    }

    private static bool HasNeeded(Document document, Sentence sentence, string[][] needed)
    {
        foreach (var group in needed)
        {
            var found = false;
            for (var i = sentence.First; i < sentence.End && !found; i++) found = group.AsSpan().Contains(document.Word(i));
            if (!found) return false;
        }
        return true;
    }

    private static void AddOffice(Document document, LexiconMatch match, Anchor anchor, List<WritingClue> clues)
    {
        for (var i = match.First - 1; i >= Math.Max(0, match.First - 4); i--)
            if (document.Word(i) is "former" or "then" or "late" or "ex" or "under" or "by" or "since" or "predecessor" or "first" or "in" or "during" or "after" or "when") return;
        clues.Add(new WritingClue(anchor.Days, ClueStrength.Rule, $"calls {anchor.What}"));
    }

    private static void AddEvent(Document document, Sentence sentence, LexiconMatch match, Anchor anchor, List<WritingClue> clues)
    {
        var told = DateOf(document, sentence, match);
        var tied = told is { Said: { } said } && (!anchor.Recurs || said.Weekday is not null || said.Month is not null) ? Tied(anchor, said) : [];
        if (tied.Length > 0) clues.Add(new WritingClue(tied, ClueStrength.Told, $"tells of {Named(anchor)} as \"{document.TextOf(document.QuoteOf(told!.First, told.End))}\""));
        if (!anchor.IsPlanned || tied.Length > 0) clues.Add(new WritingClue([(anchor.Days[0].From, DaySet.Youngest)], ClueStrength.Sure, $"tells of {Named(anchor)}"));
        if (Counted(document, sentence, match) is not { } count) return;
        var ranges = anchor.Days.Select(day => (Calendar.Plus(day.From, count.From), Calendar.Plus(day.From, count.To))).ToArray();
        clues.Add(new WritingClue(ranges, ClueStrength.Told, $"is written \"{count.Text}\" {Named(anchor)}"));
    }

    private static string Named(Anchor anchor) => anchor.Days.Length > 1 ? anchor.What : $"{anchor.What} ({anchor.Days[0].From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})";

    /// <summary>The date nearest to the words, when it is told from the day of writing.</summary>
    private static DateMention? DateOf(Document document, Sentence sentence, LexiconMatch match)
    {
        DateMention? best = null;
        var (nearest, dates) = (int.MaxValue, 0);
        foreach (var date in document.DatesIn(sentence.First, sentence.End))
        {
            dates++;
            var distance = date.First >= match.End ? date.First - match.End : match.First - date.End;
            if (distance < nearest) (best, nearest) = (date, distance);
        }
        return (nearest <= Reach || dates == 1) && best is { Role: DateRole.Floating or DateRole.Since, Said: not null } ? best : null;
    }

    /// <summary>The days of writing on which the words mean a day of the anchor.</summary>
    private static (DateOnly, DateOnly)[] Tied(Anchor anchor, FloatingDate said)
    {
        var ranges = new List<(DateOnly, DateOnly)>();
        foreach (var (from, to) in anchor.Days)
        {
            var end = to.DayNumber - from.DayNumber > EventDays ? from : to;
            for (var day = from; day <= end; day = day.AddDays(1))
                if (said.Names(day)) ranges.Add(said.IsLastYear ? (new DateOnly(day.Year + 1, 1, 1), new DateOnly(day.Year + 1, 12, 31)) : (Calendar.Plus(day, said.FromDaysBefore), Calendar.Plus(day, said.ToDaysBefore)));
        }
        return [.. ranges];
    }

    /// <summary>
    /// "four months into the war", and in the lead "days after the killing", "days before the vote": days from the anchor
    /// to the day of writing.
    /// </summary>
    private static (int From, int To, string Text)? Counted(Document document, Sentence sentence, LexiconMatch match)
    {
        for (var i = match.First - 1; i >= Math.Max(sentence.First + 1, match.First - 8); i--)
        {
            var word = document.Word(i);
            if (word is "," or ";" or ":" or "and") return null;
            if (word is not ("into" or "after" or "before") || document.Find(i - 1, Kinds.Period)?.Value is not { } period) continue;
            if (word != "into" && sentence.Index > 1) return null;
            var days = period switch { "day" => 1, "week" => 7, "month" => 30, _ => 365 };
            var number = NumberAt(document, i - 2);
            var text = document.TextOf(document.QuoteOf(number is null ? i - 1 : i - 2, i + 1));
            // "days" is less than a week of them.
            var (from, to) = number is { } n ? ((n - (days > 1 ? 1 : 0)) * days, (n + (days > 1 ? 1 : 0)) * days) : (days, days == 1 ? 6 : days * 4);
            if (number > 400) return null;
            return word switch
            {
                "into" => (from, to + days, text),
                "after" => (from, to + NewsDays, text),
                _ => (-to, -1, text),
            };
        }
        return null;
    }

    private static int? NumberAt(Document document, int token)
    {
        if (document.Word(token) is "a" or "an" or "one") return 1;
        if (document.Find(token, Kinds.Number) is { } word && int.TryParse(word.Value, CultureInfo.InvariantCulture, out var said)) return said;
        return int.TryParse(document.Word(token), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
    }
}
