namespace Platform.Extraction.Engine;

/// <summary>What the merger did with a frame.</summary>
internal enum FrameOutcome
{
    /// <summary>Nothing: it tells of no attack.</summary>
    None,

    /// <summary>It became an aggregate.</summary>
    Statistic,

    /// <summary>It fits no incident and is too little for a new one.</summary>
    Dropped,

    /// <summary>It joined an incident.</summary>
    Joined,

    /// <summary>It opened an incident.</summary>
    Opened,
}

/// <summary>Is told what the stages decide. What it is given is good for the call only: documents and what hangs on them are used again.</summary>
internal interface ITrace
{
    /// <summary>A clause was read into a frame.</summary>
    /// <param name="document">The document with its first stages done.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="date">Its date, resolved.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="incident">The incident joined or opened; null when there is none.</param>
    /// <param name="incidents">All incidents so far.</param>
    void Read(Document document, Frame frame, ResolvedDate? date, FrameOutcome outcome, IncidentDraft? incident, IReadOnlyList<IncidentDraft> incidents);

    /// <summary>The article is done.</summary>
    /// <param name="document">The document.</param>
    /// <param name="told">All incidents that frames opened.</param>
    /// <param name="kept">Those reported, in the order of the reports.</param>
    /// <param name="result">The result.</param>
    void Finished(Document document, IReadOnlyList<IncidentDraft> told, IReadOnlyList<IncidentDraft> kept, ExtractionResult result);
}
