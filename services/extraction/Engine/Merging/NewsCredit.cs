using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"A bomb killed 40. One killed 150 there in 2017. X claimed the attack": who is credited with an attack that nothing else is said of is credited with the news.</summary>
internal static class NewsCredit
{
    /// <summary>What happened longer before the news is only recalled.</summary>
    private const int NewsDays = 30;

    /// <summary>The attack the article opens with, where a claim or an accusation after the memory of an old one can only mean it; else null.</summary>
    public static IncidentDraft? Of(Document document, List<IncidentDraft> incidents, IncidentDraft? current, Frame frame, ResolvedDate? date, PlaceMention? place)
    {
        if (document.IsUpper || incidents.Count < 2 || current is null || current == incidents[0] || !IsOnlyCredit(frame) || frame.IsFloating || date is not null) return null;
        var lead = incidents[0];
        if (place is not (null or { Precision: PlacePrecision.Country }) || !IsOld(current, lead) || !Compatibility.Fits(lead, frame, date, place)) return null;
        return IsOfLatest(document, frame.Clause) || !lead.Perpetrators.Exists(known => !known.IsGeneric && known.Stance != Stance.Stated) && frame.Clause.First == document.Sentences[frame.Clause.Sentence].First ? lead : null;
    }

    private static bool IsOnlyCredit(Frame frame) => frame is { Kind: FrameKind.Reference or FrameKind.Detail, Harm.Count: 0, Damage.Count: 0, IsPlural: false }
        && frame.Perpetrators.Exists(one => one is { IsGeneric: false, Stance: Stance.Claimed or Stance.Accused or Stance.Denied });

    private static bool IsOld(IncidentDraft incident, IncidentDraft lead) => incident.Date is { IsOfTelling: false } then && lead.Date is { } now && then.To < Calendar.Plus(now.From, -NewsDays);

    /// <summary>"the latest attack", "this attack".</summary>
    private static bool IsOfLatest(Document document, Clause clause)
    {
        for (var i = clause.First; i + 1 < clause.End; i++)
            if (document.Word(i) is "latest" or "this" && document.Has(i + 1, Kinds.Event)) return true;
        return false;
    }
}
