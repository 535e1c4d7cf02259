using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Which incidents the article was written for, which are worth a report at all, and the day of an undated lead.</summary>
internal static class MainSelector
{
    /// <summary>News reports what happened within so many days before it; older events are background.</summary>
    private const int NewsDays = 10;

    /// <summary>Marks the main incidents and takes out those with too little to be one.</summary>
    public static List<IncidentDraft> Select(Document document, List<IncidentDraft> incidents)
    {
        incidents.RemoveAll(incident => incident.IsUndone);
        foreach (var incident in incidents) incident.Settle();
        OnlyGroup.Settle(document, incidents);
        OnlyGroup.SettleFighters(incidents);
        var published = document.Article.PublishedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : (DateOnly?)null;
        var lead = incidents.Find(incident => IsNews(incident, published) && incident.FirstSentence <= Math.Max(4, document.Sentences.Count / 3) && Substance(incident) >= 1);
        // A follow-up months later is written for the one crime it tells.
        lead ??= incidents.Find(incident =>
            incident.Type is EventType.Shooting or EventType.Stabbing && incident.FirstSentence <= Math.Max(4, document.Sentences.Count / 3) && Substance(incident) >= 2);
        lead ??= LoneCrime(document, incidents, published);
        if (lead is not null)
        {
            lead.IsMain = true;
            var last = lead.LastSentence;
            foreach (var other in incidents)
            {
                if (other.Ordinal <= lead.Ordinal) continue;
                // Once the article has gone back in time, what follows is background too.
                if (other.Date is not null && lead.Date is not null && !other.Date.Meets(lead.Date)) break;
                other.IsMain = BelongsToLead(other, lead, last);
                if (other.IsMain) last = Math.Max(last, other.LastSentence);
            }
            lead.Date ??= Today(document);
            if (lead.Place is null) lead.Place = Nearby(document, lead, incidents);
            else if (lead.Place is { Precision: PlacePrecision.Country, Country: not "US" and var country } && Nearby(document, lead, incidents) is { } within && within.Country == country) lead.Place = within;
            if (IsVague(lead.Place) && !IsAbroad(document, lead)) lead.Place = TownOfArticle.Find(document) ?? lead.Place;
            if (lead.Place is { IsRough: true } rough && TownOfArticle.Find(document, rough.Admin1) is { } near) lead.Place = rough with { Lat = near.Lat, Lon = near.Lon };
        }
        if (lead is not null && !incidents.Exists(other => other.IsMain && other != lead && !IsApart(other, lead))) SettleVictims(document, incidents, lead, published);
        if (lead is { Date: null } && (lead.Type is EventType.Shooting or EventType.Stabbing || IsMurder(document, lead)))
            lead.Date = (DayOfCrime.Only(document, published) is { } only ? Resolved(document, only) : null) ?? HourOfCrime.Find(document, published, lead.LastSentence) ?? DayOfNews.Find(document, published, lead.EventQuote);
        ShareDay(incidents, lead);
        var least = Speech.Is(document) ? Particulars.LeastOfSpeech : Particulars.Least;
        return incidents.FindAll(incident => Particulars.Of(incident) is var particulars && particulars >= least
            && (incident.IsMain || Substance(incident) >= 2 || (Substance(incident) == 1 && particulars >= Particulars.LeastOfBackground)));
    }

    /// <summary>What a round-up tells beside its lead without a day of its own was on the lead's day.</summary>
    private static void ShareDay(List<IncidentDraft> incidents, IncidentDraft? lead)
    {
        if (lead?.Date is not { Precision: DatePrecision.Day, IsOfWriting: false, IsOfTelling: false } day) return;
        foreach (var other in incidents)
            if (other is { IsMain: true, Date: null, Floating: null }) other.Date = day with { TimeOfDay = null };
    }

    /// <summary>
    /// A shooting that no clause tells with enough, but the article does: its victims in one sentence, its day in another. Null when
    /// the sentences together name no victim.
    /// </summary>
    private static IncidentDraft? LoneCrime(Document document, List<IncidentDraft> incidents, DateOnly? published)
    {
        var crime = incidents.Find(incident => incident.Type is EventType.Shooting or EventType.Stabbing && !incident.IsPlural);
        // Upper-case wire copy is no local news; there this made false reports.
        if (crime is null || document.IsUpper) return null;
        SettleVictims(document, incidents, crime, published);
        var harmed = false;
        foreach (var count in crime.Harm.Values) harmed |= count.Min > 0;
        return harmed ? crime : null;
    }

    /// <summary>The one crime of an article: its victims over all sentences but those that tell of another event or day.</summary>
    private static void SettleVictims(Document document, List<IncidentDraft> incidents, IncidentDraft lead, DateOnly? published)
    {
        if (lead.Type is not (EventType.Shooting or EventType.Stabbing) && !(lead is { Type: EventType.ArmedClash, IsPlural: false, Place.Country: "US" }) && !IsMurder(document, lead)) return;
        var elsewhere = new bool[document.Sentences.Count];
        var weak = !document.IsUpper && incidents.Count > 1 && DayOfCrime.IsWeak(document, lead.Date);
        foreach (var other in incidents)
        {
            if (other == lead || !IsApart(other, lead, weak)) continue;
            foreach (var index in other.Sentences) elsewhere[index] = true;
        }
        // "More than 4,000 people have been killed in the war"
        foreach (var sentence in document.Sentences) elsewhere[sentence.Index] |= AggregateReader.IsToll(document, new Clause(sentence.Index, sentence.First, sentence.End));
        foreach (var index in lead.Sentences) elsewhere[index] = false;
        if (DayOfCrime.Find(document, published, lead.Date, elsewhere) is { } crime) lead.Date = Resolved(document, crime);
        // All days stand where the crime seems told as another one, by its toll or place: still better than the day of writing.
        else if (lead.Date is { IsOfWriting: true } && DayOfCrime.Find(document, published, null, new bool[elsewhere.Length]) is { } told) lead.Date = Resolved(document, told);
        if (weak) TakeInRetold(incidents, lead);
        var news = lead.Date?.From ?? published;
        foreach (var date in document.Dates)
        {
            if (date.Role is not (DateRole.Since or DateRole.Event) || (date.Role == DateRole.Event && (news is not { } day || date.To >= Calendar.Plus(day, -NewsDays)))) continue;
            elsewhere[SentenceOf(document, date.First)] = true;
        }
        FollowElsewhere(document, elsewhere);
        // A round-up tells one after the other: from the next one on it is about others.
        if (incidents.Find(other => other.IsMain && other != lead) is { } next)
            for (var index = 0; index < elsewhere.Length; index++) elsewhere[index] |= index < lead.FirstSentence || index >= next.FirstSentence;
        foreach (var index in lead.Sentences) elsewhere[index] = false;
        Background.Mark(document, lead, news, elsewhere);
        // "Since October, 15 children have been murdered": a statistic, whatever it was taken for.
        foreach (var date in document.Dates)
            if (date.Role == DateRole.Since && news is { } now && date.From < Calendar.Plus(now, -NewsDays) && date.Precision != DatePrecision.Day) elsewhere[SentenceOf(document, date.First)] = true;
        VictimRoll.Settle(document, lead, elsewhere);
    }

    /// <summary>"A cook was charged Monday in a shooting. The shooting happened Friday": what gave the lead its day is the lead, and no report of its own.</summary>
    private static void TakeInRetold(List<IncidentDraft> incidents, IncidentDraft lead)
    {
        if (lead.Date is not { } day) return;
        var kept = 0;
        for (var i = 0; i < incidents.Count; i++)
        {
            var other = incidents[i];
            if (other != lead && !other.IsMain && other.Date?.Quote == day.Quote && !IsApart(other, lead)) lead.TakeIn(other);
            else incidents[kept++] = other;
        }
        incidents.RemoveRange(kept, incidents.Count - kept);
    }

    /// <summary>The words by which a sentence may tell of another crime.</summary>
    private static readonly Cue OfOthers = ["since", "in", "similar", "weeks", "months", "years"];

    /// <summary>"In that case a boy was killed", "a similar shooting": the sentence tells of the other crime before it, or of one like this.</summary>
    private static void FollowElsewhere(Document document, bool[] elsewhere)
    {
        foreach (var sentence in document.Sentences)
        {
            // "A boy was shot last month. He was treated": he is who was told of just before.
            if (sentence.Index > 0 && elsewhere[sentence.Index - 1] && document.Word(sentence.First) is "he" or "she" or "they" or "his" or "her" or "their") elsewhere[sentence.Index] = true;
            for (var i = sentence.First; i + 2 < sentence.End; i++)
            {
                if (!document.Is(i, OfOthers)) continue;
                // "More than 400 people have been murdered since 2006"
                if (document.Word(i) == "since" && document.Tokens[i + 1] is { Kind: TokenKind.Number, Norm.Length: 4 }) elsewhere[sentence.Index] = true;
                if (document.Word(i) == "in" && document.Word(i + 1) is "that" or "those" && document.Word(i + 2) is "case" or "shooting" or "incident" or "attack" or "crime" or "cases" or "incidents" or "shootings" && sentence.Index > 0 && elsewhere[sentence.Index - 1]
                    || document.Word(i) == "similar" && document.Has(i + 1, Kinds.Event)
                    || document.Word(i) is "weeks" or "months" or "years" && document.Word(i + 1) is "after" or "since" && document.Word(i + 2) is "a" or "another" && document.Has(i + 3, Kinds.Event)) elsewhere[sentence.Index] = true;
            }
        }
    }

    /// <summary>"X was murdered", told of someone shot: a crime of local news.</summary>
    private static bool IsMurder(Document document, IncidentDraft lead)
    {
        if (document.IsUpper || lead.Type is not (EventType.Assassination or EventType.OtherAttack)) return false;
        foreach (var match in document.MatchesIn(0, document.Tokens.Count))
            if (match.Find(Kinds.Event) is { Value: "shooting" } || match.Find(Kinds.Harm) is { Value: "shot" }) return true;
        return false;
    }

    /// <summary>
    /// Whether an incident is another crime than the lead. What only its words set apart, with no day, place or "another" of its own,
    /// is mostly the lead told again.
    /// </summary>
    private static bool IsApart(IncidentDraft other, IncidentDraft lead, bool weak = false) => other.IsOther
        || other.Type is not (EventType.Shooting or EventType.Stabbing or EventType.Assassination or EventType.OtherAttack or EventType.ArmedClash)
        || other.Floating is not null || other.Date is { } day && (lead.Date is null || !(day.Agrees(lead.Date) || IsDayOfAftermath(other, lead, weak))) || !Compatibility.PlacesFit(other.Place, lead.Place);

    /// <summary>The lead's day is that of the arrest or the court; the other's, before it, may be the crime's.</summary>
    private static bool IsDayOfAftermath(IncidentDraft other, IncidentDraft lead, bool weak) => lead.Date is { } told && (told.IsOfTelling || weak) && other.Date is { } day && day.To <= told.To && IsWithinToll(other, lead);

    /// <summary>"three were wounded", then "two women were shot": a part of those told.</summary>
    private static bool IsWithinToll(IncidentDraft other, IncidentDraft lead)
    {
        foreach (var (what, count) in other.Harm)
            if (count.Min is { } now && lead.Harm.TryGetValue(what, out var known) && known.Min is { } then && now > then) return false;
        return true;
    }

    private static ResolvedDate Resolved(Document document, DateMention date) =>
        new(date.From, date.To, date.Precision, date.TimeOfDay, document.QuoteOf(date.First, date.End));

    private static int SentenceOf(Document document, int token)
    {
        var (low, high) = (0, document.Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Sentences[middle].End <= token) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>No place, or one without coordinates, or no more than a state of America.</summary>
    private static bool IsVague(PlaceMention? place) =>
        place is null or { Lat: null, Country: null or "US", Precision: not PlacePrecision.Unknown } || (place.Country == "US" && (place.Precision == PlacePrecision.Country || place.Name == place.Admin1));

    private static bool IsNews(IncidentDraft incident, DateOnly? published) =>
        incident.Date is null || published is null || (incident.Date.To >= Calendar.Plus(published.Value, -NewsDays) && incident.Date.Precision != DatePrecision.Year);

    /// <summary>A round-up tells several attacks of one day, each with its own place and harm.</summary>
    private static bool BelongsToLead(IncidentDraft other, IncidentDraft lead, int last)
    {
        var located = other.Place is { Precision: PlacePrecision.Settlement or PlacePrecision.Site } || other.Place is { Precision: PlacePrecision.Admin1 } wide && wide.Name != lead.Place?.Admin1;
        if (!located || other.TypeRank < 3 || !IsHarmful(other)) return false;
        return other.Date is null ? other.FirstSentence <= last + 3 : lead.Date is not null && other.Date.Meets(lead.Date) && other.Date.Precision == DatePrecision.Day;
    }

    /// <summary>It harmed someone, or the text says what the weapon damaged.</summary>
    private static bool IsHarmful(IncidentDraft incident) => Particulars.HasToll(incident) || incident.Damage.Count > 0 && incident.Weapons.Count > 0;

    /// <summary>How many of the things that make an event particular are known.</summary>
    private static int Substance(IncidentDraft incident) =>
        (incident.Date is not null ? 1 : 0)
        + (incident.Place is { Precision: not PlacePrecision.Country } ? 1 : 0)
        + (incident.Harm.Values.Any(count => count.Min is not null || count.Max is not null) ? 1 : 0)
        + (incident.Weapons.Exists(weapon => weapon.Min is not null) ? 1 : 0)
        + (incident.TypeRank >= 5 && incident.Place is not null ? 1 : 0)
        + (incident.Targets.Exists(target => target.Kind is not (TargetKind.MilitaryBase or TargetKind.Troops)) ? 1 : 0);

    /// <summary>
    /// Where the lead's sentences put something when its own clause names no place ("It happened in the north of X"): the first
    /// settlement or site from the sentence before to the third after.
    /// </summary>
    private static PlaceMention? Nearby(Document document, IncidentDraft lead, List<IncidentDraft> incidents)
    {
        var first = document.Sentences[Math.Max(0, lead.FirstSentence - 1)].First;
        var end = document.Sentences[Math.Min(document.Sentences.Count - 1, lead.FirstSentence + 3)].End;
        foreach (var place in document.PlacesIn(first, end))
            if (place is { IsLocative: true, Lat: not null, Relation: null or "near", Precision: PlacePrecision.Settlement or PlacePrecision.Site } && !PlaceChooser.IsOrigin(document, place) && !PlaceCues.IsInstitution(document, place.End) && !IsOfAnother(document, incidents, lead, place)) return place;
        return null;
    }

    /// <summary>"A raid on X killed three, and a strike in Y two": where the next of the list was, is not where the first was.</summary>
    private static bool IsOfAnother(Document document, List<IncidentDraft> incidents, IncidentDraft lead, PlaceMention place)
    {
        var sentence = SentenceOf(document, place.First);
        foreach (var other in incidents)
            if (other != lead && other.Sentences.Contains(sentence) && !lead.Sentences.Contains(sentence)) return true;
        return false;
    }

    /// <summary>The lead's own sentence names a place that is not in America: no American town is where it was.</summary>
    private static bool IsAbroad(Document document, IncidentDraft lead)
    {
        var sentence = document.Sentences[lead.FirstSentence];
        foreach (var place in document.PlacesIn(sentence.First, sentence.End))
            if (place.Country is not (null or "US")) return true;
        return false;
    }

    /// <summary>"Updated: Mar 15, 2016", "Posted on Monday": where a news page says when it was written.</summary>
    private static bool IsUpdated(Document document, int date)
    {
        var before = document.Word(date - 1) is ":" or "on" or "," ? date - 2 : date - 1;
        return document.Word(before) is "updated" or "posted" or "published" && document.IsCapital(before);
    }

    /// <summary>The day an article speaks on: its own "today", else its dateline or the day its page gives.</summary>
    private static ResolvedDate? Today(Document document)
    {
        var date = document.Dates.FirstOrDefault(date => date is { IsToday: true, Role: DateRole.Event }) ?? document.Dates.FirstOrDefault(date => date.Role == DateRole.Header)
            ?? document.Dates.FirstOrDefault(date => date is { Role: DateRole.Event, Precision: DatePrecision.Day } && IsUpdated(document, date.First));
        return date is null ? null : new ResolvedDate(date.From, date.To, date.Precision, null, document.QuoteOf(date.First, date.End)) { IsOfWriting = !date.IsToday };
    }
}
