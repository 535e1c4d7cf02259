using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"Ana Lind was assassinated": one, though nothing else calls the name a person's. Upper-case wire copy names in passing whom others assassinated long ago.</summary>
internal static class AssassinatedName
{
    /// <summary>Counts the one person a frame of an assassination names.</summary>
    public static void Read(Document document, Frame frame)
    {
        if (document.IsUpper || frame is not { Type: EventType.Assassination, TypeRank: > 0, IsPlural: false, Harm.Count: 0, Targets: [{ Kind: TargetKind.Person } target] }) return;
        foreach (var match in document.MatchesIn(frame.Clause.First, frame.Clause.End))
        {
            if (match.Find(Kinds.Harm)?.Value != "killed" || match.Find(Kinds.Event)?.Value != "assassination" || !Realis.IsReal(document, frame.Clause, match.First)) continue;
            var told = document.QuoteOf(match.First, match.End);
            frame.Harm["killed"] = new Count(1, 1, new Quote(Math.Min(told.Start, target.Quote.Start), Math.Max(told.End, target.Quote.End)), []);
            return;
        }
    }
}
