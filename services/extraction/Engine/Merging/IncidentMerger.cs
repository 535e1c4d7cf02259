using System.Runtime.InteropServices;
using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Frames into incidents, in text order. A frame joins the incident it does not contradict, the last told first, then the lead;
/// "the attack" always looks for one; what contradicts all opens a new one.
/// </summary>
internal sealed class IncidentMerger
{
    /// <summary>How many of the last incidents "the attack" may mean.</summary>
    private const int Memory = 12;

    /// <summary>The first words of a clause, which say when or where it plays.</summary>
    private const int EarlyWords = 8;

    private const int CorrectionReach = 30;

    /// <summary>Incidents of one article: far more than any round-up tells, and a bound on what one text can make of messages.</summary>
    private const int MostIncidents = 200;

    private readonly Document document;
    private readonly List<IncidentDraft> incidents = [];
    private readonly List<Clause> statistics = [];
    private IncidentDraft? current;
    private ResolvedDate? anchor;

    private IncidentMerger(Document document) => this.document = document;

    /// <summary>The incidents in order of first mention, and the clauses that are statistics.</summary>
    public static (List<IncidentDraft> Incidents, List<Clause> Statistics) Merge(Document document, List<Clause> clauses)
    {
        var merger = new IncidentMerger(document);
        for (var i = 0; i < clauses.Count;)
        {
            var end = i + 1;
            while (end < clauses.Count && clauses[end].Sentence == clauses[i].Sentence) end++;
            merger.Read(CollectionsMarshal.AsSpan(clauses)[i..end]);
            i = end;
        }
        return (merger.incidents, merger.statistics);
    }

    private void Read(ReadOnlySpan<Clause> sentence)
    {
        ResolvedDate? carried = null;
        Frame? statistic = null;
        IncidentDraft? told = null;
        DateMention? before = null;
        var accident = false;
        foreach (var clause in sentence)
        {
            var frame = FrameReader.Read(document, clause, statistic is not null);
            accident |= frame.Kind == FrameKind.None && Mishaps.IsAccident(document, clause);
            if (accident && frame is { Kind: FrameKind.Event, Perpetrators.Count: 0 } && Mishaps.Explodes(document, clause)) (frame.Kind, frame.Because) = (FrameKind.None, "what an accident did");
            if (frame.UndoesAttack) (current ?? incidents.FirstOrDefault())?.Undo();
            if (frame.Kind == FrameKind.Statistic)
            {
                statistics.Add(clause);
                statistic ??= frame;
                document.Trace?.Read(document, frame, null, FrameOutcome.Statistic, null, incidents);
                continue;
            }
            // "The raid comes days after …": the days lie before the clause that follows.
            var own = clause.IsAfter ? before ?? frame.Date : frame.Date;
            before = own is { Role: DateRole.Relative } && own.End == clause.End ? own : null;
            if (before is not null) own = null;
            var date = DayBefore(clause, own) ?? Resolve(own, frame.IsDateOfTelling) ?? (frame.Kind == FrameKind.Event ? carried : null);
            if (date is not null && DayOfClaim.Is(incidents, current, frame, date)) (date, own) = (null, null);
            // "Around the same time two rockets landed on …": the day just told.
            if (date is null && own is null && frame.Kind == FrameKind.Event && anchor is { Precision: DatePrecision.Day } && IsSameTime(clause)) date = anchor;
            if (date is null && own is null && (frame.IsNext || frame.IsHeaded) && incidents.Count > 0 && incidents[0].Date is { Precision: DatePrecision.Day, IsOfTelling: false } day) date = day;
            if (NextTown.Read(document, frame, date, told ?? current)) date ??= (told ?? current)!.Date! with { TimeOfDay = null };
            if (own is { Role: DateRole.Event } && date is not null) anchor = date;
            if (frame.Kind != FrameKind.Event) carried = date ?? carried;
            if (frame.IsElliptic && told is not null)
            {
                frame.Perpetrators.AddRange(told.Perpetrators);
                date ??= told.Date;
            }
            HearAnswer(frame);
            var opened = incidents.Count;
            var incident = frame.Kind == FrameKind.None ? null : Place(frame, date, statistic, told);
            document.Trace?.Read(document, frame, date, Outcome(frame, incident, incidents.Count > opened), incident, incidents);
            if (incidents.Count > opened && clause.IsAfter && incident is not null && document.Word(clause.First) != "amid") incident.AnsweredBy = told;
            // "the deadliest attack since a bombing in May": the one compared with is not what the next sentences speak of.
            // Nor is what an attack answers.
            if (incident is null || (incidents.Count > opened && opened > 0 && (IsComparison(frame) || clause.IsAfter && (document.Word(clause.First) is "in" or "to" or "for" or "after" or "following" or "where" || clause.First == document.Sentences[clause.Sentence].First || own is { Role: DateRole.Relative } && own.First == clause.First)))) continue;
            current = told = incident;
            if (incident.Date is not null) anchor = incident.Date;
        }
    }

    /// <summary>"died Saturday, two days after he was shot": the crime is so many days before the day of the death.</summary>
    private ResolvedDate? DayBefore(Clause clause, DateMention? day)
    {
        if (day is not { Role: DateRole.Event, Precision: DatePrecision.Day }) return null;
        foreach (var date in document.DatesIn(clause.First, clause.End))
        {
            if (date is not { Role: DateRole.Relative, OffsetTo: < 0, Precision: DatePrecision.Day } || date.OffsetFrom != date.OffsetTo || date.First < day.End || date.First - day.End > 1 || date.End >= clause.End) continue;
            if (!DayOfCrime.IsDayOfFollowUp(document, clause.First, day)) return null;
            return new ResolvedDate(Calendar.Plus(day.From, date.OffsetFrom), Calendar.Plus(day.From, date.OffsetTo), DatePrecision.Day, null, document.QuoteOf(date.First, date.End));
        }
        return null;
    }

    /// <summary>"Around the same time two rockets …", "simultaneously"; further on in the clause only as a time of its own: "at nearly the same time". "The same day" is a date.</summary>
    private bool IsSameTime(Clause clause)
    {
        for (var i = clause.First; i + 2 < clause.End; i++)
        {
            var early = i < clause.First + EarlyWords;
            if (early && document.Word(i) == "simultaneously") return true;
            if (document.Word(i) is "the" or "that" && document.Word(i + 1) == "same" && document.Word(i + 2) is "time" or "hour"
                && (early || document.Word(i - 1) is "on" or "in" or "during" or "later" or "at" or "nearly" or "almost" or "about" or "around" or "roughly")) return true;
        }
        return false;
    }

    /// <summary>"X said it was a response to the strike on Y": X claims what was told before, and not the strike it names.</summary>
    private void HearAnswer(Frame frame)
    {
        if (current is null || frame.Perpetrators.Count == 0) return;
        foreach (var match in document.MatchesIn(frame.Clause.First, frame.Clause.End))
        {
            if (match.Find(Kinds.Claim)?.Value != "claimed" || document.Word(match.End - 1) is not ("to" or "for") || document.Word(match.End - 2) is not ("response" or "retaliation" or "revenge")) continue;
            // "Gunmen killed 137. Russia said it was revenge for": the state that was struck claims nothing.
            frame.Perpetrators.RemoveAll(claimant => claimant.Stance == Stance.Claimed && !current.Perpetrators.Exists(known => known.Name == claimant.Name)
                && (claimant.Kind == PerpetratorKind.State || current.Perpetrators.Exists(known => known is { IsGeneric: false, Kind: PerpetratorKind.State })));
            if (frame.TypeRank == 0) return;
            foreach (var claimant in frame.Perpetrators)
                if (claimant.Stance == Stance.Claimed) current.Hear(claimant);
            frame.Perpetrators.RemoveAll(claimant => claimant.Stance == Stance.Claimed);
            return;
        }
    }

    private bool IsComparison(Frame frame)
    {
        var told = false;
        for (var i = frame.Clause.End - 1; i >= frame.Clause.First; i--)
        {
            told |= document.Find(i, Kinds.Event) is not null;
            if (told && document.Word(i) is "since" or "than" && document.Word(i + 1) is "a" or "an" or "the") return true;
            // "The strikes were a response to an attack on X": so, too, what was answered.
            if (told && (document.Word(i) == "to" && document.Word(i - 1) is "response" or "answer" || document.Word(i) == "for" && document.Word(i - 1) is "retaliation" or "revenge" or "reprisal")) return true;
        }
        return false;
    }

    private static FrameOutcome Outcome(Frame frame, IncidentDraft? incident, bool opened) =>
        frame.Kind == FrameKind.None ? FrameOutcome.None : incident is null ? FrameOutcome.Dropped : opened ? FrameOutcome.Opened : FrameOutcome.Joined;

    private ResolvedDate? Resolve(DateMention? date, bool isOfTelling)
    {
        if (date is null) return null;
        var quote = document.QuoteOf(date.First, date.End);
        if (date.Role == DateRole.Event) return new ResolvedDate(date.From, date.To, date.Precision, date.TimeOfDay, quote, isOfTelling);
        // "days before new talks start" dates the talks: only an event told before can be counted from.
        if (date.Role != DateRole.Relative || anchor is null) return null;
        return new ResolvedDate(Calendar.Plus(anchor.From, date.OffsetFrom), Calendar.Plus(anchor.To, date.OffsetTo), date.Precision, null, quote);
    }

    private IncidentDraft? Place(Frame frame, ResolvedDate? date, Frame? statistic, IncidentDraft? toldBefore)
    {
        // "blamed militias operating in Syria and Iraq": where those are who are named, not where the attack was.
        var place = frame is { Kind: FrameKind.Detail, Perpetrators.Count: > 0, Harm.Count: 0, Damage.Count: 0, Place.Precision: PlacePrecision.Country } ? null : frame.Place;
        var known = (IsAtBase(frame) ? BaseBefore() : null) ?? (current ?? incidents.FirstOrDefault())?.Place;
        var lead = incidents.FirstOrDefault()?.Place;
        if (frame.SamePlace && (place is null or { Precision: PlacePrecision.Country } or { Relation: not null and not "near" }))
            place = Pick(known) ?? Pick(lead) ?? place;
        if (frame.IsOther && place is null && toldBefore is not null) place = toldBefore.Place;

        // "one of them, on December 27": one of a statistic is none of those told.
        var apart = frame.Clause.IsAfter || (statistic is not null && date is not null);
        var match = apart ? null : NewsCredit.Of(document, incidents, current, frame, date, place) ?? Candidate(frame, date, place);
        if (match is null && frame.Kind == FrameKind.Detail && !OpensByHarm(frame, date, place, statistic)) return null;
        if (match is null && frame.Kind == FrameKind.Reference && date is null && place is null && frame.Harm.Count == 0 && frame.Targets.Count == 0) return null;
        if (match is null)
        {
            if (incidents.Count >= MostIncidents) return null;
            if (frame.Kind == FrameKind.Detail) Name(frame, statistic);
            place ??= frame.Kind == FrameKind.Detail ? statistic?.Place : null;
            // "Soldiers responded with an air strike": on the day of what they responded to.
            if (frame.IsAnswer && current?.Date is { Precision: DatePrecision.Day } answered) date ??= answered with { TimeOfDay = null };
            match = new IncidentDraft(incidents.Count, frame);
            incidents.Add(match);
        }
        // "No one was hurt in the zone, but three soldiers were wounded", "initially reported two dead, but": the second is the count.
        if (document.Word(frame.Clause.First) == "but")
            foreach (var (what, count) in frame.Harm)
                if (count.Min > 0 && (match.Harm.GetValueOrDefault(what) is { Max: 0 } || IsCorrection(frame.Clause))) match.Harm.Remove(what);
        match.Absorb(frame, date, place);
        return match;
    }

    /// <summary>"had initially reported" before the "but".</summary>
    private bool IsCorrection(Clause clause)
    {
        for (var i = clause.First - 1; i >= Math.Max(document.Sentences[clause.Sentence].First, clause.First - CorrectionReach); i--)
            if (document.Word(i) is "initially" or "originally" or "earlier" or "previously" && document.TagOf(i) == Tag.Adverb) return true;
        return false;
    }

    private static bool IsAtBase(Frame frame)
    {
        foreach (var target in frame.Targets)
            if (target.Kind == TargetKind.MilitaryBase) return true;
        return false;
    }

    /// <summary>"the same camp": the base told last, whatever was told since of a town.</summary>
    private PlaceMention? BaseBefore()
    {
        if (current?.Place is { Precision: PlacePrecision.Site }) return current.Place;
        for (var i = incidents.Count - 1; i >= Math.Max(0, incidents.Count - Memory); i--)
            if (incidents[i].Place is { Precision: PlacePrecision.Site } site && incidents[i].Targets.Exists(target => target.Kind == TargetKind.MilitaryBase)) return site;
        return null;
    }

    private static PlaceMention? Pick(PlaceMention? place) => place is { Precision: PlacePrecision.Site or PlacePrecision.Settlement } ? place : null;

    /// <summary>The first that fits: one of the same victims, the last told, the lead, then the others from the last.</summary>
    private IncidentDraft? Candidate(Frame frame, ResolvedDate? date, PlaceMention? place)
    {
        var oldest = Math.Max(0, incidents.Count - Memory);
        for (var i = oldest; i < incidents.Count; i++)
            if (incidents[i].Victims.Overlaps(frame.Victims) && Compatibility.Fits(incidents[i], frame, date, place)) return incidents[i];
        if (date is null && MeantAttack.Of(document, incidents, current, frame) is { } meant) return meant;
        if (current is not null && Compatibility.Fits(current, frame, date, place)) return current;
        if (incidents.Count > 0 && Compatibility.Fits(incidents[0], frame, date, place)) return incidents[0];
        for (var i = incidents.Count - 1; i >= oldest; i--)
            if (Compatibility.Fits(incidents[i], frame, date, place)) return incidents[i];
        // "Rockets hit the base. X claimed the bombing": by any word for what explodes, where nothing else was told.
        if (!LooseReference.Is(document, frame, date, place) || (current ?? incidents.FirstOrDefault()) is not { } last || !LooseReference.CanMean(last, frame)) return null;
        (frame.Type, frame.TypeRank) = (last.Type, last.TypeRank);
        return last;
    }

    /// <summary>Harm alone opens an incident only with a date and a place of its own, or as "one of them" of a statistic; "after a rocket killed two in X" needs the town alone.</summary>
    private static bool OpensByHarm(Frame frame, ResolvedDate? date, PlaceMention? place, Frame? statistic) =>
        (date is not null || frame.Clause.IsAfter && place is { Precision: PlacePrecision.Settlement }) && (frame.Harm.GetValueOrDefault("killed") is { Max: not 0 } || frame.Harm.GetValueOrDefault("wounded") is { Max: not 0 })
        && (statistic is not null || place is { Precision: not PlacePrecision.Country });

    private static void Name(Frame frame, Frame? statistic)
    {
        frame.EventQuote = (frame.Harm.GetValueOrDefault("killed") ?? frame.Harm.First().Value).Quote;
        (frame.Type, frame.TypeRank) = statistic is { TypeRank: > 0 } ? (statistic.Type, statistic.TypeRank) : (EventType.OtherAttack, 0);
        if (statistic is not null && frame.Weapons.Count == 0) frame.Weapons.AddRange(statistic.Weapons.Where(weapon => (weapon.Min ?? weapon.Max) is null));
    }
}
