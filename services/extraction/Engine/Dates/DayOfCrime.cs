using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// The day of the one crime an article tells. Local news dates the crime, the arrest, the court and the statement of the police,
/// often in sentences that do not tell the crime again; the nearest word decides which of them a date belongs to.
/// </summary>
internal static class DayOfCrime
{
    private const int Reach = 12;

    /// <summary>Tokens from "found" to "in critical condition".</summary>
    private const int FoundReach = 9;

    /// <summary>Tokens from "charged", over a name and an age, to the name of the crime.</summary>
    private const int ChargeReach = 12;

    /// <summary>Tokens from "when" to the words of the crime.</summary>
    private const int WhenReach = 8;

    /// <summary>Words of what is done about a crime in its days after: the date beside them is of that.</summary>
    private static readonly WordSet FollowUp = ["announced", "addressed", "spoke", "answered", "obtained", "performed", "autopsies", "unsealed", "filed", "rally", "memorial", "lawsuit", "vigils"];

    private static readonly ulong Told = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm);

    /// <summary>Follow-ups look back for so many days; an older day needs its year.</summary>
    private const int OldestDays = 400;

    /// <summary>The score of a day on which someone died.</summary>
    private const double DeathScore = 1.5;

    /// <summary>The score of a date beside words of the crime.</summary>
    private const int OldScore = 3;

    /// <summary>News that names one day only is of the last so many days.</summary>
    private const int DaysOfNews = 7;

    /// <summary>The best-supported day, or null when no date of the text is a crime's; <paramref name="elsewhere"/> marks sentences of other events.</summary>
    public static DateMention? Find(Document document, DateOnly? published, ResolvedDate? known, bool[] elsewhere)
    {
        var days = new Dictionary<DateOnly, (double Score, double Best, DateMention Date)>();
        var sentence = 0;
        DateMention? last = null;
        foreach (var mention in document.Dates)
        {
            var date = mention;
            while (sentence + 1 < document.Sentences.Count && document.Sentences[sentence].End <= date.First) sentence++;
            if (last is not null && IsBeforeDeath(document, last, date) && last.First >= document.Sentences[sentence].First && IsDayOfFollowUp(document, document.Sentences[sentence].First, last))
                date = date with { Role = DateRole.Event, From = Calendar.Plus(last.From, date.OffsetFrom), To = Calendar.Plus(last.To, date.OffsetTo) };
            else if (date.Role == DateRole.Event) last = date;
            if (date.Role == DateRole.Since && IsBeginning(document, date)) date = date with { Role = DateRole.Event };
            if (date.Role != DateRole.Event || date.Precision != DatePrecision.Day || elsewhere[sentence]) continue;
            var old = published is { } day && date.From < Calendar.Plus(day, -OldestDays);
            if (published is { } now && date.From > Calendar.Plus(now, 1) || old && date.Said is not null) continue;
            if (IsSpoken(document, document.Sentences[sentence].First, date)) continue;
            var score = Score(document, document.Sentences[sentence].First, document.Sentences[sentence].End, date);
            // A day told with its year may be older, where it stands by the crime: "the Aug. 25, 2014, shooting".
            if (old && score < OldScore) continue;
            if (known is { Precision: DatePrecision.Day, IsOfTelling: false } && date.From == known.From) score += 1;
            if (score > 0) score /= 1 + sentence * 0.05;
            var before = days.GetValueOrDefault(date.From, (0, double.MinValue, date));
            // One more telling of a day adds to it, ever less.
            days[date.From] = (before.Score + (score > 0 ? Math.Min(score, 1) : 0), Math.Max(before.Best, score), score > before.Best ? date : before.Date);
        }
        DateMention? best = null;
        var most = 0.0;
        foreach (var (score, highest, date) in days.Values)
        {
            var total = highest + score * 0.3;
            if (highest > 0 && total > most) (best, most) = (date, total);
        }
        return best;
    }

    /// <summary>Whether nothing but arrests, courts, statements and deaths is dated by a day: it is not surely a crime's.</summary>
    public static bool IsWeak(Document document, ResolvedDate? day)
    {
        if (day is not { Precision: DatePrecision.Day }) return false;
        var sentence = 0;
        foreach (var date in document.Dates)
        {
            while (sentence + 1 < document.Sentences.Count && document.Sentences[sentence].End <= date.First) sentence++;
            if (date is { Role: DateRole.Event, Precision: DatePrecision.Day } && date.From == day.From && Score(document, document.Sentences[sentence].First, document.Sentences[sentence].End, date) > DeathScore) return false;
        }
        return true;
    }

    /// <summary>The one day of the last week that the text names, where no court or arrest is dated by it: "deputies have been here since Monday night". Null when it names none or two.</summary>
    public static DateMention? Only(Document document, DateOnly? published)
    {
        if (published is not { } now) return null;
        DateMention? only = null;
        foreach (var date in document.Dates)
        {
            if (date.Role is not (DateRole.Event or DateRole.Since) || date.Precision != DatePrecision.Day || date.From > now || date.From < Calendar.Plus(now, -DaysOfNews)) continue;
            if (only is not null && date.From != only.From || IsOfAftermath(document, Math.Max(0, date.First - Reach), Math.Min(document.Tokens.Count, date.End + Reach), date)) return null;
            only ??= date;
        }
        return only;
    }

    /// <summary>"died Thursday, three days after he was shot": counted from the day just told to the crime.</summary>
    private static bool IsBeforeDeath(Document document, DateMention last, DateMention date)
    {
        if (date is not { Role: DateRole.Relative, OffsetTo: < 0, Precision: DatePrecision.Day } || last.Precision != DatePrecision.Day || document.Word(date.End - 1) != "after") return false;
        for (var i = date.End; i < date.End + 4; i++)
            if (document.Find(i, Kinds.Event) is not null || document.Find(i, Kinds.Harm) is not null) return true;
        return false;
    }

    /// <summary>"in critical condition Tuesday", "remained hospitalized on Tuesday".</summary>
    public static bool IsDayOfCare(Document document, DateMention day)
    {
        var before = document.Word(day.First - 1) == "on" ? day.First - 2 : day.First - 1;
        // "found a man in critical condition Monday": then it was.
        if (document.Word(before) == "condition")
            for (var i = before - 1; i > before - FoundReach; i--)
                if (document.Word(i) is "found" or "discovered" or "located") return false;
        return document.Word(before) == "condition" || document.Word(before) is "hospitalized" or "hospitalised" && document.Word(before - 1) is "remained" or "remains" or "remain" or "still";
    }

    /// <summary>"died Thursday, …", "were arrested on Monday, …": nothing nearer before the day tells an attack. One that does has the day for its own.</summary>
    public static bool IsDayOfFollowUp(Document document, int first, DateMention day)
    {
        if (IsDayOfCare(document, day)) return true;
        for (var i = day.First - 1; i >= first; i--)
        {
            // "was pronounced dead Wednesday, …"
            if (document.Find(i, Kinds.Harm)?.Attribute("form") == "died" || document.Word(i) is "dead" or "deceased" && document.Word(i - 1) is "pronounced" or "declared" || document.Word(i) is "found" or "discovered" || document.Find(i, Kinds.Context)?.Value is "aftermath" or "court") return true;
            if (document.HasAny(i, Told)) return false;
        }
        return true;
    }

    /// <summary>Whether the words nearest to a date, in a range of tokens, are of the arrest, the court or the statement.</summary>
    public static bool IsOfAftermath(Document document, int first, int end, DateMention date) => Score(document, first, end, date) < 0;

    /// <summary>"wanted since the Dec. 23 shooting", "sought since early Sunday, when shots were fired": what is counted from is the crime.</summary>
    private static bool IsBeginning(Document document, DateMention date)
    {
        if (IsOfNoun(document, date) || IsOwner(document, date)) return true;
        var when = document.Word(date.End) == "," ? date.End + 1 : date.End;
        if (document.Word(when) != "when") return false;
        for (var i = when + 1; i < when + WhenReach; i++)
            if (document.HasAny(i, Told)) return true;
        return false;
    }

    /// <summary>"the Jan. 6 shooting".</summary>
    private static bool IsOfNoun(Document document, DateMention date) =>
        document.Find(date.End, Kinds.Event) is not null || document.Find(date.End + 1, Kinds.Event) is not null && document.Tokens[date.End].Kind == TokenKind.Word && document.TagOf(date.End) != Tag.Preposition;

    private static double Score(Document document, int first, int end, DateMention date)
    {
        if (IsOfNoun(document, date) || IsOwner(document, date)) return 5;
        if (IsStated(document, date) || IsSinceThen(document, date)) return -3;
        var through = false;
        for (var distance = 1; distance <= Reach; distance++)
        {
            var (before, after) = (date.First - distance, date.End - 1 + distance);
            var left = before >= first ? Weigh(document, before) : 0;
            var right = after < end ? Weigh(document, after) : 0;
            // "arrested Tuesday for the shooting": a noun after a preposition is what the verb before is about.
            through |= after < end && document.Word(after) is "for" or "in" or "of" or "to" or "with" or "about" or "into" or "on";
            if (through && right > 0 && document.Find(after, Kinds.Event) is { } noun && noun.Attribute("pos") == "noun") right = 0;
            if (left == 0 && right == 0) continue;
            var weight = left != 0 && right != 0 ? Math.Max(left, right) : left + right;
            return weight > 0 && date.TimeOfDay is not null ? weight + 0.5 : weight;
        }
        // Far from any such word, but in the sentence of the crime: "was shot while he and a friend … in a home, Saturday afternoon".
        return (date.TimeOfDay is not null ? 1 : 0.5) + (TellsCrime(document, first, end) ? 1 : 0) + (HasHour(document, date) ? 1 : 0);
    }

    /// <summary>"around 10:45 p.m. Saturday": a crime has an hour.</summary>
    private static bool HasHour(Document document, DateMention date)
    {
        var before = document.Word(date.First - 1) is "on" or "," ? date.First - 2 : date.First - 1;
        if (document.Word(before) == ".") before--;
        return before > 0 && document.Word(before) is "am" or "pm" && document.Tokens[before - 1].Kind == TokenKind.Number;
    }

    /// <summary>"police said Monday", "announced on Friday", "in critical condition Tuesday": the day of the words or of the hospital, not of the deed.</summary>
    private static bool IsStated(Document document, DateMention date)
    {
        var before = document.Word(date.First - 1) is "on" or "late" or "early" or "," ? date.First - 2 : date.First - 1;
        return document.Find(before, Kinds.Say) is not null || IsDayOfCare(document, date) || document.Word(before) is "searching" or "looking" or "investigating" or "asking" or "resumed" or "reopened" or "gathered" or "mourning" or "identified" or "released" or "published" or "posted" or "updated" or "update" or "release" or "statement"
            || IsPosted(document, date) || document.Word(date.First - 1) is ":" or "(" || document.Word(date.End) is "marks" or "marked";
    }

    /// <summary>"came back Monday for the first time since a boy opened fire": the deed lies before the day.</summary>
    public static bool IsSinceThen(Document document, DateMention date)
    {
        if (!(document.Word(date.End) == "for" && document.Word(date.End + 1) == "the" && document.Word(date.End + 2) == "first" && document.Word(date.End + 3) == "time" && document.Word(date.End + 4) == "since")) return false;
        // "bombed Beirut on Saturday for the first time since": the deed itself.
        for (var i = date.First - 1; i >= Math.Max(0, date.First - Reach) && document.Word(i) != "."; i--)
            if (document.HasAny(i, Told)) return false;
        return true;
    }

    /// <summary>"I didn't see her yesterday," a friend said: the day of someone's words.</summary>
    private static bool IsSpoken(Document document, int first, DateMention date)
    {
        if (document.Find(date.First, Kinds.DayWord) is null) return false;
        var inside = false;
        for (var i = first; i < date.First; i++) inside ^= document.Word(i) == "\"";
        return inside;
    }

    /// <summary>"Friday's officer-involved shooting".</summary>
    private static bool IsOwner(Document document, DateMention date)
    {
        if (document.Word(date.End) != "'s") return false;
        for (var i = date.End + 1; i < date.End + 6; i++)
        {
            if (document.Find(i, Kinds.Event) is not null) return true;
            if (document.TagOf(i) is not (Tag.Noun or Tag.Name or Tag.Adjective or Tag.Participle or Tag.Time) && document.Word(i) != "-") return false;
        }
        return false;
    }

    /// <summary>"Jane Roe (@roe) June 2, 2016": the day of a post.</summary>
    private static bool IsPosted(Document document, DateMention date)
    {
        if (document.Word(date.First - 1) != ")") return false;
        for (var i = date.First - 2; i >= Math.Max(0, date.First - 6); i--)
            if (document.Word(i).StartsWith('@')) return true;
        return false;
    }

    /// <summary>Whether a sentence tells the crime or the call for it, and no court or arrest.</summary>
    public static bool TellsCrime(Document document, Sentence sentence) => TellsCrime(document, sentence.First, sentence.End);

    private static bool TellsCrime(Document document, int first, int end)
    {
        var told = false;
        for (var i = first; i < end; i++)
        {
            var weight = Weigh(document, i);
            if (weight < 0) return false;
            told |= weight > 0;
        }
        return told;
    }

    /// <summary>"charged him with murder on Saturday": the name of a crime in a charge is no telling of it.</summary>
    private static bool IsCharge(Document document, int token)
    {
        if (document.Word(token) is not ("murder" or "manslaughter" or "homicide" or "assault" or "battery") || document.Word(token + 1) == "of") return false;
        for (var i = token - 1; i >= Math.Max(0, token - ChargeReach); i--)
            if (document.Word(i) is "charged" or "charge" or "charges" or "charging" or "count" or "counts" or "suspicion" or "guilty" or "accused" or "indicted" or "convicted") return true;
        return false;
    }

    private static double Weigh(Document document, int token)
    {
        if (FollowUp.Contains(document.Word(token))) return -2;
        if (document.Find(token, Kinds.Context)?.Value is "aftermath" or "court" || Realis.IsCaught(document, token) || IsCharge(document, token)) return -2;
        if (document.Find(token, Kinds.Event) is not null || document.Find(token, Kinds.Harm) is { Value: not "killed" }) return 3;
        if (document.Find(token, Kinds.Harm) is { } harm) return harm.Attribute("form") == "died" ? 1 : 3;
        return document.Word(token) switch
        {
            "happened" or "occurred" or "unfolded" or "began" or "dispatched" or "responded" or "erupted" => 3,
            // "officers were called to a home", "called 911"; not "affectionately called Junior".
            "called" when document.TagOf(token - 1) == Tag.Be || document.Word(token + 1) is "to" or "911" or "police" or "for" or "in" or "about" => 3,
            "found" or "discovered" or "arrived" or "fired" => 2,
            _ => 0,
        };
    }
}
