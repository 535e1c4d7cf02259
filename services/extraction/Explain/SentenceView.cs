using System.Globalization;
using Platform.Extraction.Engine;

namespace Platform.Extraction;

/// <summary>A sentence with its known words inked, then what lexicons, numbers, dates and places were found in it.</summary>
internal static class SentenceView
{
    /// <summary>Writes the sentence and its findings.</summary>
    public static void Write(Paper paper, Document document, Sentence sentence)
    {
        if (sentence.First >= sentence.End) return;
        paper.Line().Add($"[{sentence.Index}] ", Ink.Faint);
        Inked(paper, document, sentence);
        paper.Line();
        Lexicon(paper, document, sentence);
        Phrases(paper, document, sentence);
        for (var i = sentence.First; i < sentence.End; i++)
            if (document.Quantities.StartingAt(i) is { } quantity)
                paper.Entry("number", $"'{Words(document, quantity.First, quantity.End)}' = {Count(quantity.Min, quantity.Max)}", Ink.Number);
        foreach (var date in document.DatesIn(sentence.First, sentence.End)) paper.Entry("date", Date(document, date), Ink.Date);
        foreach (var place in document.PlacesIn(sentence.First, sentence.End))
            paper.Entry("place", $"{PlaceView.Of(document, place)}; {PlaceView.Why(document, place)}", Ink.Place);
    }

    private static void Lexicon(Paper paper, Document document, Sentence sentence)
    {
        var some = false;
        foreach (var match in document.MatchesIn(sentence.First, sentence.End))
        {
            var entries = match.Entries.Where(entry => !IsPlace(entry.Kind) && entry.Kind != Kinds.StopName).Select(entry => $"{Name(entry.Kind)}={entry.Value}").Distinct().ToList();
            if (entries.Count == 0) continue;
            paper.Add(some ? " · " : "    lexicon    ", Ink.Faint).Add(Words(document, match.First, match.End), InkOf(match)).Add($" {string.Join(", ", entries)}");
            some = true;
        }
        if (some) paper.Line();
    }

    /// <summary>Noun phrases in square brackets, verb groups in angle brackets, what is between as it stands.</summary>
    private static void Phrases(Paper paper, Document document, Sentence sentence)
    {
        paper.Add("    phrases    ", Ink.Faint);
        for (var token = sentence.First; token < sentence.End;)
        {
            var chunk = document.Phrases[document.Phrases.At(token)];
            var words = Words(document, chunk.First, chunk.End);
            if (chunk.Kind == ChunkKind.Noun) paper.Add($"[{words}] ");
            else if (chunk.Kind == ChunkKind.Verb) paper.Add($"<{words}{Form(chunk.Form)}> ", Ink.Head);
            else paper.Add($"{words} ", Ink.Faint);
            token = Math.Max(token + 1, chunk.End);
        }
        paper.Line();
    }

    private static string Form(VerbForm form) => form == VerbForm.Active ? "" : $": {form.ToString().ToLowerInvariant()}";

    /// <summary>The text of some tokens.</summary>
    public static string Words(Document document, int first, int end) => first < end ? document.TextOf(document.QuoteOf(first, end)) : "";

    /// <summary>A count with its bounds: 3, 3 or more, 2 to 4, some.</summary>
    public static string Count(int? min, int? max) => (min, max) switch
    {
        (null, null) => "some",
        (_, null) => $"{min} or more",
        (null, _) => $"up to {max}",
        _ => min == max ? min.Value.ToString(CultureInfo.InvariantCulture) : $"{min} to {max}",
    };

    /// <summary>The colour of a match: that of its weightiest entry.</summary>
    private static Ink InkOf(LexiconMatch match)
    {
        if (match.Find(Kinds.Event) is not null || match.Find(Kinds.Action) is not null) return Ink.Event;
        if (match.Find(Kinds.Weapon) is not null) return Ink.Weapon;
        if (match.Find(Kinds.Harm) is not null || match.Find(Kinds.NoHarm) is not null || match.Find(Kinds.Damage) is not null) return Ink.Harm;
        if (match.Find(Kinds.Actor) is not null || match.Find(Kinds.Claim) is not null || match.Find(Kinds.Source) is not null) return Ink.Actor;
        return Array.Exists(match.Entries, entry => IsPlace(entry.Kind)) ? Ink.Place : Ink.Known;
    }

    private static bool IsPlace(Kinds kind) => kind is Kinds.Site or Kinds.Settlement or Kinds.City or Kinds.Admin1 or Kinds.Country or Kinds.Border;

    private static string Name(Kinds kind) => kind.ToString().ToLowerInvariant();

    private static void Inked(Paper paper, Document document, Sentence sentence)
    {
        var at = document.Tokens[sentence.First].Start;
        foreach (var match in document.MatchesIn(sentence.First, sentence.End))
        {
            var quote = document.QuoteOf(match.First, Math.Min(match.End, sentence.End));
            if (quote.Start > at) paper.Add(document.Article.Text[at..quote.Start]);
            paper.Add(document.TextOf(quote), InkOf(match));
            at = quote.End;
        }
        var end = document.Tokens[sentence.End - 1].End;
        if (end > at) paper.Add(document.Article.Text[at..end]);
    }

    private static string Date(Document document, DateMention date)
    {
        var words = $"'{Words(document, date.First, date.End)}'";
        var time = date.TimeOfDay is null ? "" : $" {date.TimeOfDay}";
        return date.Role switch
        {
            DateRole.Event or DateRole.Header or DateRole.Since => $"{words} = {Days(date.From, date.To)}{time} ({date.Role.ToString().ToLowerInvariant()}, by the {date.Precision.ToString().ToLowerInvariant()})",
            DateRole.Relative => $"{words} = {date.OffsetFrom} to {date.OffsetTo} days from the event told before",
            _ => $"{words}: a day that only the day of publication could fix",
        };
    }

    /// <summary>A day, or the first and the last.</summary>
    public static string Days(DateOnly from, DateOnly to) =>
        from == to ? from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : $"{from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} to {to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
