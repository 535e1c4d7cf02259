using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"X, which killed 134 children in Peshawar in 2014, claimed the attack": what the insertion recalls of X is nothing of the attack claimed.</summary>
internal static class OldDeed
{
    /// <summary>What happened longer before the news is only recalled.</summary>
    private const int NewsDays = 30;

    /// <summary>Takes from a claim what stands in an insertion of long ago; the words that tell the claimed attack, or null when they stood there.</summary>
    public static LexiconMatch? Drop(Document document, Frame frame, LexiconMatch? told)
    {
        var clause = frame.Clause;
        if (document.IsUpper || frame.Date is not { Role: DateRole.Event } date || !frame.Perpetrators.Exists(one => one.Stance is Stance.Claimed or Stance.Denied) || Insertion(document, clause) is not { } inserted) return told;
        if (date.First < inserted.First || date.First >= inserted.End || !IsOld(document, date)) return told;
        var (start, end) = (document.Tokens[inserted.First].Start, document.Tokens[inserted.End - 1].End);
        bool Within(Quote quote) => quote.Start >= start && quote.End <= end;
        frame.Date = null;
        if (frame.Place is { } place && place.First >= inserted.First && place.First < inserted.End) frame.Place = null;
        foreach (var (what, count) in frame.Harm.ToArray())
            if (Within(count.Quote)) frame.Harm.Remove(what);
        frame.Weapons.RemoveAll(weapon => Within(weapon.Quote));
        frame.Targets.RemoveAll(target => Within(target.Quote));
        frame.Perpetrators.RemoveAll(one => one.Stance == Stance.Stated);
        if (frame.TypeRank == 0 || !Within(frame.EventQuote)) return told;
        (frame.Type, frame.TypeRank) = (EventType.OtherAttack, 0);
        return null;
    }

    private static bool IsOld(Document document, DateMention date) => document.Article.PublishedAt is { } day && date.To < Calendar.Plus(DateOnly.FromDateTime(day.UtcDateTime), -NewsDays);

    /// <summary>The tokens from ", which" to the comma right before the words of a claim.</summary>
    private static (int First, int End)? Insertion(Document document, Clause clause)
    {
        for (var i = clause.First + 1; i + 1 < clause.End; i++)
        {
            if (document.Word(i) != "," || document.Word(i + 1) is not ("which" or "who" or "whose")) continue;
            for (var k = i + 2; k + 1 < clause.End; k++)
            {
                if (document.Word(k) != ",") continue;
                var verb = document.Phrases[document.Phrases.At(k + 1)];
                while (verb.Kind is ChunkKind.Adverb && verb.End < clause.End) verb = document.Phrases[document.Phrases.At(verb.End)];
                if (document.Has(verb.First, Kinds.Claim) || verb.Kind == ChunkKind.Verb && document.HasIn(verb.First, Math.Min(clause.End, verb.End + 1), Kinds.Claim)) return (i + 1, k);
            }
            return null;
        }
        return null;
    }
}
