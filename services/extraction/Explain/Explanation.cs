using Platform.Extraction.Engine;

namespace Platform.Extraction;

/// <summary>Writes down, sentence by sentence, what the stages found and decided, and at last the reports.</summary>
internal sealed class Explanation(string id, Paper paper) : ITrace
{
    private bool begun;
    private int sentence = -1;

    /// <inheritdoc />
    public void Read(Document document, Frame frame, ResolvedDate? date, FrameOutcome outcome, IncidentDraft? incident, IReadOnlyList<IncidentDraft> incidents)
    {
        Begin(document);
        while (sentence < frame.Clause.Sentence) SentenceView.Write(paper, document, document.Sentences[++sentence]);
        FrameView.Write(paper, document, frame, date);
        paper.Add("      → ", Ink.Faint);
        _ = outcome switch
        {
            FrameOutcome.None => paper.Add("nothing", Ink.Faint),
            FrameOutcome.Statistic => paper.Add("an aggregate, no incident"),
            FrameOutcome.Dropped => paper.Add("dropped: it fits no incident and is too little for one of its own"),
            FrameOutcome.Joined => paper.Add($"joins incident {incident!.Ordinal}", Ink.Head).Add(": nothing it says contradicts it"),
            _ => paper.Add($"opens incident {incident!.Ordinal}", Ink.Head),
        };
        if (outcome is FrameOutcome.Opened or FrameOutcome.Joined or FrameOutcome.Dropped) Refusals(frame, date, incident, incidents);
        paper.Line();
    }

    /// <inheritdoc />
    public void Finished(Document document, IReadOnlyList<IncidentDraft> told, IReadOnlyList<IncidentDraft> kept, ExtractionResult result)
    {
        Begin(document);
        paper.Line();
        foreach (var draft in told)
            if (!kept.Contains(draft)) paper.Add($"incident {draft.Ordinal} ", Ink.Head).Add("is no report: background with too little of date, place, harm and weapon").Line();
        for (var i = 0; i < result.Reports.Count; i++) ReportView.Write(paper, result.Reports[i], kept[i], document);
        foreach (var aggregate in result.Aggregates) paper.Add("aggregate ", Ink.Head).Add($"'{aggregate.Text}'").Line();
        if (result.Reports.Count == 0) paper.Add("no incident", Ink.Head).Line();
        paper.Line();
    }

    private void Begin(Document document)
    {
        if (begun) return;
        begun = true;
        var article = document.Article;
        paper.Add(id, Ink.Head).Add(article.PublishedAt is { } at ? FormattableString.Invariant($"  published {at:yyyy-MM-dd}, a {at.DayOfWeek}") : "  day of publication unknown" + Written(document.Writing), Ink.Faint).Line();
        if (article.Title is { } title) paper.Entry("title", title);
    }

    private static string Written(WritingDay writing) => writing switch
    {
        { Days: { } days } => FormattableString.Invariant($"; written {days.First:yyyy-MM-dd} to {days.Last:yyyy-MM-dd}: it {writing.Reason}"),
        { Reason: { } reason } => $"; {reason}",
        _ => "",
    };

    private void Refusals(Frame frame, ResolvedDate? date, IncidentDraft? incident, IReadOnlyList<IncidentDraft> incidents)
    {
        const int most = 3;
        var said = 0;
        for (var i = incidents.Count - 1; i >= 0 && said < most; i--)
        {
            if (incidents[i] == incident || Compatibility.Conflict(incidents[i], frame, date, frame.Place) is not { } why) continue;
            paper.Add(said++ == 0 ? "; not " : ", not ", Ink.Faint).Add($"{incidents[i].Ordinal} ({why})", Ink.Faint);
        }
    }
}
