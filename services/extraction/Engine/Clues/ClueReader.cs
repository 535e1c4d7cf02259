using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>What helps to link each report to those of other articles: clues, no facts.</summary>
internal static class ClueReader
{
    /// <summary>The clues of each incident, in its order.</summary>
    public static List<ReportClues> Read(Document document, IReadOnlyList<IncidentDraft> incidents)
    {
        var clues = new List<ReportClues>(incidents.Count);
        foreach (var incident in incidents)
        {
            var sentences = SentencesOf(document, incidents, incident);
            clues.Add(DateClues.With(new ReportClues
            {
                People = PeopleClues.Read(document, sentences),
                Terms = TermClues.Read(document, sentences, withTitle: incident.IsMain),
            }, document, incident));
        }
        return clues;
    }

    /// <summary>The sentences that tell of it; what an article was written for, all that tell of nothing else.</summary>
    private static bool[] SentencesOf(Document document, IReadOnlyList<IncidentDraft> incidents, IncidentDraft incident)
    {
        var chosen = new bool[document.Sentences.Count];
        if (incident.IsMain)
        {
            Array.Fill(chosen, true);
            foreach (var other in incidents)
                if (other != incident)
                    foreach (var index in other.Sentences) chosen[index] = false;
        }
        foreach (var index in incident.Sentences) chosen[index] = true;
        return chosen;
    }
}
