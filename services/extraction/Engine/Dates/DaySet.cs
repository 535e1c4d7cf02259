using System.Collections;

namespace Platform.Extraction.Engine;

/// <summary>Days an article may have been written on.</summary>
internal sealed class DaySet
{
    /// <summary>No article is older.</summary>
    public static readonly DateOnly Oldest = new(1980, 1, 1);

    /// <summary>No article is younger.</summary>
    public static readonly DateOnly Youngest = new(2049, 12, 31);

    private BitArray days = new(Youngest.DayNumber - Oldest.DayNumber + 1, true);

    /// <summary>The first of them.</summary>
    public DateOnly First { get; private set; } = Oldest;

    /// <summary>The last of them.</summary>
    public DateOnly Last { get; private set; } = Youngest;

    /// <summary>Whether something is known: not every day is left.</summary>
    public bool IsNarrowed => First != Oldest || Last != Youngest;

    /// <summary>Whether a day is one of them.</summary>
    public bool Has(DateOnly day) => day >= Oldest && day <= Youngest && days[day.DayNumber - Oldest.DayNumber];

    /// <summary>Takes out the days outside of all ranges; false, and nothing is taken out, when no day would be left.</summary>
    public bool Keep(params ReadOnlySpan<(DateOnly From, DateOnly To)> ranges)
    {
        var kept = new BitArray(days.Length);
        foreach (var (from, to) in ranges)
        {
            var end = Math.Min(to.DayNumber, Last.DayNumber) - Oldest.DayNumber;
            for (var i = Math.Max(from.DayNumber, First.DayNumber) - Oldest.DayNumber; i <= end; i++) kept[i] = days[i];
        }
        return Take(kept);
    }

    /// <summary>Takes out the days that fail a test; false, and nothing is taken out, when no day would be left.</summary>
    public bool Keep(Func<DateOnly, bool> test)
    {
        var kept = new BitArray(days);
        for (var day = First.DayNumber; day <= Last.DayNumber; day++)
            if (kept[day - Oldest.DayNumber] && !test(DateOnly.FromDayNumber(day))) kept[day - Oldest.DayNumber] = false;
        return Take(kept);
    }

    /// <summary>The days that words may mean, first and last, over all days of writing and not before a day; null when they fit none.</summary>
    public (DateOnly From, DateOnly To)? Meant(FloatingDate words, DateOnly notBefore = default)
    {
        (DateOnly From, DateOnly To)? meant = null;
        // "2040 years ago" is before all days there are.
        for (var day = Math.Max(0, First.DayNumber - words.ToDaysBefore); day <= Last.DayNumber - words.FromDaysBefore; day++)
        {
            var said = DateOnly.FromDayNumber(day);
            if (said < notBefore || !words.Names(said)) continue;
            var written = false;
            for (var before = words.FromDaysBefore; before <= words.ToDaysBefore && !written; before++) written = Has(Calendar.Plus(said, before));
            if (written) meant = (meant?.From ?? said, said);
        }
        return meant;
    }

    private bool Take(BitArray kept)
    {
        var (first, last) = (First.DayNumber - Oldest.DayNumber, Last.DayNumber - Oldest.DayNumber);
        while (first <= last && !kept[first]) first++;
        while (last >= first && !kept[last]) last--;
        if (first > last) return false;
        (days, First, Last) = (kept, DateOnly.FromDayNumber(Oldest.DayNumber + first), DateOnly.FromDayNumber(Oldest.DayNumber + last));
        return true;
    }
}
