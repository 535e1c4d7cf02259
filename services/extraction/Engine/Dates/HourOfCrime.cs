using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// The day of news that says only the hour. A first report of the same day leaves the day out ("shots were fired around
/// 1:30 a.m."); where a text names no day at all, its hour is one of the day of publication.
/// </summary>
internal static class HourOfCrime
{
    /// <summary>The hour is told in the lead's sentences or so many after them.</summary>
    private const int Reach = 3;

    /// <summary>The day of publication with the words of the hour, or null when the text names a day or no hour of the crime.</summary>
    public static ResolvedDate? Find(Document document, DateOnly? published, int lastSentence)
    {
        if (published is not { } day) return null;
        foreach (var date in document.Dates)
            if (date.Role != DateRole.Header && !(date.Role == DateRole.Event && date.Precision > DatePrecision.Week)) return null;
        for (var index = 0; index <= lastSentence + Reach && index < document.Sentences.Count; index++)
        {
            var sentence = document.Sentences[index];
            if (!DayOfCrime.TellsCrime(document, sentence)) continue;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (StartOf(document, i) is not { } first) continue;
                var time = document.Word(i) switch { "am" or "midnight" or "morning" => "morning", "noon" => "afternoon", _ => null };
                return new ResolvedDate(day, day, DatePrecision.Day, time, document.QuoteOf(first, i + 1));
            }
        }
        return null;
    }

    /// <summary>The first token of "1:30 a.m." or "early morning" that ends here; null for a time of day that is none ("morning show").</summary>
    private static int? StartOf(Document document, int time)
    {
        if (document.Word(time) is "midnight" or "noon") return time;
        if (document.Word(time) == "morning" && document.Word(time - 1) == "early") return time - 1;
        if (document.Word(time) is not ("am" or "pm") || time == 0 || document.Tokens[time - 1].Kind != TokenKind.Number) return null;
        return time >= 3 && document.Word(time - 2) == ":" && document.Tokens[time - 3].Kind == TokenKind.Number ? time - 3 : time - 1;
    }
}
