using System.Globalization;
using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Dates in the text, against the day of publication, or the dateline, or else the days the article may have been written on:
/// a date that is the same from the first and from the last of them is that date, any other floats.
/// A day without a year is the latest such day that is not after publication: news tells of the past.
/// </summary>
internal sealed class DateReader
{
    /// <summary>"the same day" is that of a date at most so many tokens before, about two sentences.</summary>
    private const int SameDayReach = 50;

    /// <summary>
    /// An archive may give the day it kept an article for the day of publication: where the head of the text names a day older
    /// than so many days before, the text was written then.
    /// </summary>
    private const int StaleDays = 20;

    /// <summary>The first words of dates: what no date begins with is passed over without a closer look.</summary>
    private static readonly Cue FirstWords =
        ["next", "following", "previous", "after", "about", "around", "nearly", "almost", "a", "an", "one", "early", "mid", "late", "end", "beginning", "start", "hours", "last", "this", "past", "in", "during", "weekend", "same", "minutes", "moments", "shortly", "soon"];
    private static readonly ulong FirstKinds = KindSet.Of(Kinds.Weekday, Kinds.Month, Kinds.DayWord, Kinds.DayTime, Kinds.Period, Kinds.Number, Kinds.Holiday);

    private readonly Document document;
    private readonly DateParts parts;
    private DateOnly earliest;
    private DateOnly latest;
    private DateOnly today;
    private DateMention? last;

    private DateReader(Document document, DateOnly earliest, DateOnly latest) =>
        (this.document, parts, this.earliest, this.latest) = (document, new DateParts(document), earliest, latest);

    /// <summary>All dates in text order.</summary>
    public static List<DateMention> Read(Document document)
    {
        if (document.Article.PublishedAt is { } at)
        {
            var published = DateOnly.FromDateTime(at.UtcDateTime);
            return new DateReader(document, published, published).Read();
        }
        var dates = new DateReader(document, DaySet.Oldest, DaySet.Youngest).Read();
        if (dates.Exists(date => date.Role == DateRole.Header)) return dates;
        document.Dates = dates;
        document.Writing = WritingDay.Find(document);
        return document.Writing.Days is { } days ? new DateReader(document, days.First, days.Last).Read() : dates;
    }

    private List<DateMention> Read()
    {
        var found = new List<DateMention>();
        var header = true;
        for (var i = 0; i < document.Tokens.Count;)
        {
            if (header && i < Dateline.MostTokens && Absolute(i, needYear: true) is { } dateline && !IsEntry(dateline))
            {
                if (earliest != latest || latest.DayNumber - dateline.From.DayNumber is > StaleDays or < -1) earliest = latest = dateline.From;
                found.Add(dateline with { Role = DateRole.Header });
                i = dateline.End;
                continue;
            }
            header = header && i < Dateline.MostTokens && Dateline.IsWord(document, i);
            var mention = ReadFromBoth(i);
            if (mention is not null && Dateline.Is(document, mention) && !IsEntry(mention))
            {
                // Its "today" is the dateline's, not that of the paper it is printed in.
                if (latest > mention.From && (mention.Said is null || earliest == latest && latest.DayNumber - mention.From.DayNumber <= StaleDays)) earliest = latest = mention.From;
                found.Add(mention with { Role = DateRole.Header });
            }
            else if (mention is { Role: DateRole.Event } && document.Article.PublishedAt is not null && PageStamp.Is(document, mention))
            {
                CountFromStamp(found, mention);
                found.Add(mention with { Role = DateRole.Header });
            }
            else if (mention is not null)
            {
                // "LIMA, 20 FEB 90 (EFE) -- [TEXT]": what follows counts from that day, which stays the day of what names none.
                if (document.IsUpper && mention is { Role: DateRole.Event, Precision: DatePrecision.Day, Said: null } && Dateline.IsBeforeText(document, mention)) earliest = latest = mention.From;
                found.Add(Finish(mention));
                if (mention is { Role: DateRole.Event, Precision: DatePrecision.Day } or { Role: DateRole.Floating }) last = mention;
            }
            i = mention?.End ?? i + 1;
        }
        YearsGiven.Settle(found, earliest == latest ? latest : null);
        return found;
    }

    /// <summary>The weekdays of a caption are those before the day it was published.</summary>
    private void CountFromStamp(List<DateMention> found, DateMention stamp)
    {
        if (stamp.Precision != DatePrecision.Day || stamp.Said is not null || stamp.From > latest) return;
        var first = PageStamp.Caption(document, stamp);
        today = stamp.From;
        for (var k = found.Count - 1; k >= 0 && found[k].First >= first; k--)
            if (found[k] is { Role: DateRole.Event, Said.Weekday: not null } && Weekday(found[k].First) is { } counted) found[k] = found[k] with { From = counted.From, To = counted.To };
    }

    /// <summary>"March 7, 2021: …": what follows was on that day. Where nobody says when the article was written, it may be its dateline.</summary>
    private bool IsEntry(DateMention date) => document.Article.PublishedAt is not null && document.Word(date.End) == ":";

    /// <summary>Later days of writing never mean earlier dates, so the first and the last one stand for all between.</summary>
    private DateMention? ReadFromBoth(int i)
    {
        if (document.Tokens[i].Kind != TokenKind.Number && !document.HasAny(i, FirstKinds) && !document.Is(i, FirstWords)) return null;
        today = latest;
        var late = ReadAt(i);
        if (earliest == latest) return late;
        today = earliest;
        var early = ReadAt(i);
        if (late is null || early == late) return early;
        var said = late.Said ?? new FloatingDate(latest.DayNumber - late.To.DayNumber, latest.DayNumber - late.From.DayNumber);
        return new DateMention(i, late.End, default, default, DatePrecision.Unknown, DateRole.Floating) { IsToday = late.IsToday, Said = said };
    }

    private DateMention? ReadAt(int i)
    {
        if (Absolute(i, needYear: false) is { } absolute) return absolute;
        if (Holiday(i) is { } holiday) return holiday;
        if (HolidayCount.At(document, i) is { } counted && Holidays.On(document, counted.Holiday, counted.Days, today) is { } feast)
        {
            var then = Calendar.Plus(feast, counted.Days);
            return new DateMention(i, document.MatchOf(counted.Holiday)!.End, then, then, DatePrecision.Day, DateRole.Event) { Said = FloatingDate.OfMonth(then.Month, null, lastYear: false) };
        }
        if (Relative(i) is { } relative) return relative;
        if (Part(i) is { } part) return part;
        if (document.Find(i, Kinds.DayWord) is { } word)
        {
            var said = Calendar.Plus(today, int.Parse(word.Value, CultureInfo.InvariantCulture));
            var end = document.MatchOf(i)!.End;
            // "today, Sunday"
            if (document.Word(end) == "," && document.Find(end + 1, Kinds.Weekday) is not null) end += 2;
            return new DateMention(i, end, said, said, DatePrecision.Day, DateRole.Event) { IsToday = word.Value == "0" };
        }
        return Weekday(i);
    }

    private DateMention Finish(DateMention mention)
    {
        var role = mention.Role is DateRole.Event or DateRole.Floating && DateWords.IsSince(document, mention.First) ? DateRole.Since : mention.Role;
        var time = document.Find(mention.First, Kinds.DayTime) ?? document.Find(mention.End, Kinds.DayTime);
        for (var i = mention.First + 1; i < mention.End && time is null; i++) time = document.Find(i, Kinds.DayTime);
        var end = document.Find(mention.End, Kinds.DayTime) is not null ? document.MatchOf(mention.End)!.End : mention.End;
        return mention with { Role = role, End = end, TimeOfDay = time?.Value ?? (mention.Precision == DatePrecision.Day && IsMorning(mention.First) ? "morning" : null) };
    }

    /// <summary>"early Tuesday", "at 2:30 a.m. on Tuesday".</summary>
    private bool IsMorning(int first) => document.Word(document.Word(first - 1) is "on" or "," ? first - 2 : first - 1) is "early" or "am";

    /// <summary>"3 January 2020", "January 3, 2020", "2020-01-03", "03-01-2020", "27 December"; with needYear only those that say the year.</summary>
    private DateMention? Absolute(int i, bool needYear)
    {
        var start = i;
        // "last Monday night, November 28", "Wednesday (Aug. 19)"
        if (!needYear && document.Word(i) is "last" or "this" or "past" && document.Has(i + 1, Kinds.Weekday)) i++;
        if (document.Has(i, Kinds.Weekday) && !needYear)
        {
            i++;
            if (document.Has(i, Kinds.DayTime)) i = document.MatchOf(i)!.End;
            if (document.Word(i) is "," or "(") i++;
        }
        if (Numeric(i) is { } numeric) return numeric;
        int? day = null, month = null;
        if (parts.DayNumber(i) is { } before && parts.MonthAt(document.Word(i + 1) == "of" ? i + 2 : i + 1) is { } after)
            (day, month, i) = (before, after, document.Word(i + 1) == "of" ? i + 3 : i + 2);
        else if (parts.MonthAt(i) is { } named)
        {
            // "Dec. 3": the point of an abbreviation, not of the sentence.
            (month, i) = (named, document.Word(i + 1) == "." && DateParts.Named(document.Word(i)) is null ? i + 2 : i + 1);
            if (parts.DayNumber(i) is { } number && !(document.Word(i - 2) == "in" && (document.Has(i + 1, Kinds.Person) || (document.ClassOf(i + 1) & WordClass.Person) != 0))) (day, i) = (number, i + 1);
        }
        if (month is null) return null;
        var year = parts.YearAt(document.Word(i) == "," ? i + 1 : i);
        if (year is not null) i = document.Word(i) == "," ? i + 2 : i + 1;
        else if (document.Word(i) is "last" or "this" && document.Word(i + 1) == "year" && !needYear)
        {
            var last = document.Word(i) == "last";
            return Resolve(start, i + 2, today.Year - (last ? 1 : 0), month.Value, day) is { } counted ? counted with { Said = FloatingDate.OfMonth(month.Value, day, last) } : null;
        }
        else if (day is not null && parts.ShortYear(i) is { } ofDateline) (year, i) = (ofDateline, i + 1);
        if (needYear && (year is null || day is null)) return null;
        return Resolve(start, i, year, month.Value, day);
    }

    private DateMention? Resolve(int first, int end, int? year, int month, int? day)
    {
        // "the 19 April Movement": a group named for a day.
        if (document.Word(end) == "movement" || day is null && year is null && !IsMonthName(first)) return null;
        var said = year is null ? FloatingDate.OfMonth(month, day, lastYear: false) : null;
        var guess = year ?? today.Year;
        if (day is null)
        {
            if (year is null && new DateOnly(guess, month, 1) > today) guess--;
            return guess < 1 ? null : new DateMention(first, end, new DateOnly(guess, month, 1), Calendar.MonthEnd(guess, month), DatePrecision.Month, DateRole.Event) { Said = said };
        }
        var date = Calendar.Of(guess, month, day.Value);
        // Late in the evening of the universal day it is tomorrow in the east: "January 5" written on the 4th.
        if (year is null && date > Calendar.Plus(today, 1)) date = Calendar.Of(guess - 1, month, day.Value);
        // The 29th of February: of the last leap year.
        for (var back = 1; year is null && date is null && (month, day) == (2, 29) && back <= 8 && guess - back > 0; back++)
            date = Calendar.Of(guess - back, month, day.Value);
        return date is { } found ? new DateMention(first, end, found, found, DatePrecision.Day, DateRole.Event) { Said = said } : null;
    }

    /// <summary>"New Year's Eve", "the Fourth of July 2014", "on Thanksgiving": the last one of that name.</summary>
    private DateMention? Holiday(int i)
    {
        if (document.Find(i, Kinds.Holiday) is not { } entry || Holidays.IsNoDay(document, document.MatchOf(i)!)) return null;
        var end = document.MatchOf(i)!.End;
        var year = parts.YearAt(end);
        var (month, day) = Holidays.Last(entry.Value, year, today);
        var found = Resolve(i, year is null ? end : end + 1, year, month, day);
        if (found is null || year is not null || !Holidays.IsOfWeekday(entry.Value)) return found;
        // Other countries have days of the same names at other times, and one to come is no date of what was.
        if (document.Article.PublishedAt is not null && found.From < Calendar.Plus(today, -Holidays.NewsDays)) return null;
        return found with { Said = FloatingDate.OfMonth(month, null, lastYear: false) };
    }

    /// <summary>A month alone counts only after a word that makes it a time.</summary>
    private bool IsMonthName(int i) => document.Word(i - 1) is "in" or "since" or "last" or "this" or "of" or "until" or "from" or "early" or "late" or "mid" or "-" or "during";

    private DateMention? Numeric(int i)
    {
        if (i + 4 >= document.Tokens.Count || document.Word(i + 1) is not ("-" or "." or "/") || document.Word(i + 3) != document.Word(i + 1)) return null;
        for (var k = i; k < i + 4; k++)
            if (document.Tokens[k].End != document.Tokens[k + 1].Start) return null;
        if (parts.Small(i) is not { } a || parts.Small(i + 2) is not { } b || parts.Small(i + 4) is not { } c) return null;
        var date = a > 1900 ? Calendar.Of(a, b, c) : c > 1900 ? Calendar.Of(c, b, a) ?? Calendar.Of(c, a, b) : null;
        return date is { } found ? new DateMention(i, i + 5, found, found, DatePrecision.Day, DateRole.Event) : null;
    }

    /// <summary>"early March", "the end of last October", "last week", "last month", "in 2014".</summary>
    private DateMention? Part(int i)
    {
        var word = document.Word(i);
        // "since the start of the year", "at the beginning of this year"
        if (word is "start" or "beginning" && document.Word(i + 1) == "of" && document.Word(i + 2) is "the" or "this" && document.Word(i + 3) == "year")
            return new DateMention(i, i + 4, new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 1, 31), DatePrecision.Month, DateRole.Event) { Said = new(0, 365) };
        // "the 1983 bombing of the barracks"
        if (document.Word(i - 1) is "the" or "a" or "'s" && parts.YearAt(i) is { } then && LeadsToEvent(i + 1)) return new DateMention(i, i + 1, new DateOnly(then, 1, 1), new DateOnly(then, 12, 31), DatePrecision.Year, DateRole.Event);
        if (word is "early" or "mid" or "late" or "end" or "beginning")
        {
            var k = i + 1;
            while (document.Word(k) is "of" or "last" or "-" or "the" or "in") k++;
            // "the end of the march", "the end may be near"
            if (k > i + 4 || parts.MonthAt(k, anyCase: document.Word(k - 1) != "the" && document.Word(k) != "may") is not { } month) return null;
            // "early Jan. 3": a part of that day.
            if (word is "early" or "late" && k == i + 1 && parts.DayNumber(document.Word(k + 1) == "." ? k + 2 : k + 1) is not null) return null;
            var year = parts.YearAt(k + 1);
            if (Resolve(k, k + 1, year, month, word switch { "early" or "beginning" => 1, "mid" => 11, _ => 21 }) is not { } whole) return null;
            var (from, to) = word switch { "early" or "beginning" => (1, 10), "mid" => (11, 20), _ => (21, DateTime.DaysInMonth(whole.From.Year, month)) };
            return new DateMention(i, k + (year is null ? 1 : 2), new DateOnly(whole.From.Year, month, from), new DateOnly(whole.From.Year, month, to), DatePrecision.Month, DateRole.Event)
            {
                Said = year is null ? FloatingDate.OfMonth(month, null, lastYear: false) : null,
            };
        }
        if (word == "weekend" && (document.Word(i - 1) is "last" or "this" or "past" || document.Word(i - 1) == "the" && document.Word(i - 2) is "over" or "at" or "during") && !IsOwnerOf(i + 1)) return Weekend(i);
        if (word is "last" or "this" or "past" && document.Find(i + 1, Kinds.Period) is { } period && !document.Word(i + 1).EndsWith('s'))
            return Span(i, period.Value, word == "this", today);
        if (word is "in" or "during" && parts.YearAt(i + 1) is { } alone && document.Word(i + 2) != "-")
            return new DateMention(i + 1, i + 2, new DateOnly(alone, 1, 1), new DateOnly(alone, 12, 31), DatePrecision.Year, DateRole.Event);
        return null;
    }

    private bool LeadsToEvent(int from)
    {
        for (var i = from; i < from + 3; i++)
            if (document.Find(i, Kinds.Event) is { } told && (told.Attribute("pos") != "verb" || document.Word(i).EndsWith("ing", StringComparison.Ordinal))) return true;
        return false;
    }

    /// <summary>"the weekend box office": no time of an event.</summary>
    private bool IsOwnerOf(int i) => document.Word(i) is "edition" or "box" or "show" or "news" or "forecast" or "events" or "update";

    /// <summary>"over the weekend", from the word weekend: the last Saturday and Sunday, those of today among them.</summary>
    private DateMention Weekend(int i)
    {
        var saturday = Calendar.LastWeekday(today, 6);
        var sunday = Calendar.Plus(saturday, 1);
        return new DateMention(i - 1, i + 1, saturday, sunday > today ? today : sunday, DatePrecision.Week, DateRole.Event);
    }

    private static DateMention? Span(int i, string period, bool current, DateOnly now) => period switch
    {
        // News says "last week" for the calendar week before and for the seven days before; the days both agree on and their edges.
        "week" => new DateMention(i, i + 2, Calendar.Plus(now, current ? -6 : -9), Calendar.Plus(now, current ? 0 : -2), DatePrecision.Week, DateRole.Event) { Said = current ? new(0, 6) : null },
        "month" => Month(i, current ? now : Calendar.Plus(new DateOnly(now.Year, now.Month, 1), -1)) with { Said = current ? new(0, 30) : new(1, 61) },
        "year" when !current && now.Year > 1 => new DateMention(i, i + 2, new DateOnly(now.Year - 1, 1, 1), new DateOnly(now.Year - 1, 12, 31), DatePrecision.Year, DateRole.Event) { Said = new(1, 730) },
        _ => null,
    };

    private static DateMention Month(int i, DateOnly day) =>
        new(i, i + 2, new DateOnly(day.Year, day.Month, 1), Calendar.MonthEnd(day.Year, day.Month), DatePrecision.Month, DateRole.Event);

    /// <summary>"two days ago" counts from publication; "two days later", "days after", "the next day" from the event told before.</summary>
    private DateMention? Relative(int i)
    {
        var word = document.Word(i);
        if (word is "next" or "following" && document.Word(i + 1) == "day") return After(i, i + 2, 1, 1);
        if (DateWords.IsDayBefore(document, i)) return After(i, i + 2, -1, -1);
        if (DateWords.SameDay(document, i) is { } end) return SameDay(i, end);
        // "hours earlier": of the same day, as far as the text says.
        if (word is "shortly" or "soon" && document.Word(i + 1) is "afterwards" or "afterward" or "thereafter") return After(i, i + 2, 0, 0);
        if (word is "hours" or "minutes" or "moments" && document.Word(i + 1) is "earlier" or "later" && (document.Word(i + 2) is "," or "on" or "in" or "a" or "an" or "the" or "another" or "." or "at" || parts.IsNumber(i + 2))) return After(i, i + 2, 0, 0);
        var after = word == "after";
        var k = after ? i + 1 : i;
        var about = document.Word(k) is "about" or "around" or "nearly" or "almost" ? 1 : 0;
        int? count = parts.Small(k + about) ?? (document.Find(k + about, Kinds.Number) is { } n ? int.Parse(n.Value, CultureInfo.InvariantCulture) : null);
        if (count is null && document.Word(k + about) is "a" or "an" or "one") count = 1;
        var unit = count is null ? k : k + about + 1;
        if (count is > 3000 || document.Find(unit, Kinds.Period)?.Value is not { } period) return null;
        var days = period switch { "day" => 1, "week" => 7, "month" => 30, _ => 365 };
        var span = (count ?? 3) * days;
        var slack = count is null ? days * 2 : about == 1 || days > 1 ? Math.Max(1, days / 7) : 0;
        var precision = days == 1 && slack == 0 ? DatePrecision.Day : days <= 7 ? DatePrecision.Week : days <= 30 ? DatePrecision.Month : DatePrecision.Year;
        var next = document.Word(unit + 1);
        // "eighty years ago this week"
        if (next == "ago" && days == 365 && document.Word(unit + 2) is "this" && document.Word(unit + 3) is "week" or "month" or "day" || next == "ago" && days == 365 && document.Word(unit + 2) is "today")
            return new DateMention(i, unit + (document.Word(unit + 2) == "today" ? 3 : 4), Calendar.Plus(today, -span - slack), Calendar.Plus(today, -span + slack), DatePrecision.Year, DateRole.Event);
        if (next == "ago" && count is { } times && DateWords.WeekdayAgo(document, today, i, unit, times) is { } same) return same;
        if (next == "ago")
            return new DateMention(i, unit + 2, Calendar.Plus(today, -span - slack), Calendar.Plus(today, -span + slack), precision, DateRole.Event);
        if (after && count is not null) return After(i, unit + 1, span - slack, span + slack, precision);
        if (next is "later") return After(i, unit + 2, span - slack, span + slack, precision);
        if (next is "earlier") return After(i, unit + 2, -span - slack, -span + slack, precision);
        // "comes days after X": X is the earlier event.
        return next == "after" ? After(i, unit + 2, -span - slack, -span + slack, precision) : null;
    }

    /// <summary>The day named last, when that was not long ago; else that of the event told before.</summary>
    private DateMention SameDay(int first, int end) =>
        last is { } day && first - day.End <= SameDayReach ? day with { First = first, End = end } : After(first, end, 0, 0);

    private static DateMention After(int first, int end, int from, int to, DatePrecision precision = DatePrecision.Day) =>
        new(first, end, default, default, precision, DateRole.Relative, from, to);

    private DateMention? Weekday(int i)
    {
        if (document.Find(i, Kinds.Weekday) is not { } entry || document.Word(i - 1) == "next" || DateWords.IsNewspaper(document, i)) return null;
        var weekday = int.Parse(entry.Value, CultureInfo.InvariantCulture);
        var last = document.Word(i - 1) == "last";
        var day = Calendar.LastWeekday(last ? Calendar.Plus(today, -1) : today, weekday);
        return new DateMention(last ? i - 1 : i, i + 1, day, day, DatePrecision.Day, DateRole.Event) { Said = FloatingDate.OfWeekday(weekday, last) };
    }
}
