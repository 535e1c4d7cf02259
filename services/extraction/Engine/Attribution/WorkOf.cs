using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"Police suspect the attack was the work of X", "the army said it was the work of X": whose work it is called.</summary>
internal static class WorkOf
{
    /// <summary>Tokens from "of" to the name: "of an X faction".</summary>
    private const int Reach = 4;

    /// <summary>Tokens from who hedges to "was the work of".</summary>
    private const int HedgeReach = 10;

    private static readonly WordSet Hedges =
        ["suspect", "suspects", "suspected", "believe", "believes", "believed", "think", "thinks", "thought", "may", "might", "could", "appears", "appeared", "seems", "seemed", "likely", "probably", "apparently", "possibly", "presumably"];

    private static readonly WordSet Rejects = ["rejected", "rejects", "rejecting", "dismissed", "dismisses", "dismissing", "doubted", "doubts", "ruled", "rules", "ruling"];

    /// <summary>Adds whose work the words say it was.</summary>
    public static void Read(Document document, Frame frame, ActorList actors, LexiconMatch match)
    {
        var clause = frame.Clause;
        if ((actors.After(match.End, Reach, named: true) ?? actors.After(match.End, Reach)) is not { } doer) return;
        var hedged = false;
        for (var i = match.First - 1; i >= Math.Max(clause.First, match.First - HedgeReach); i--)
        {
            var word = document.Word(i);
            // "denied that it was the work of X"
            if (word is "not" or "never" or "denied" or "denies" or "whether" or "if" or "nobody" or "none" || Rejects.Contains(word)) return;
            hedged |= Hedges.Contains(word);
        }
        // "the work of enemies of X"
        if (document.Word(match.End) is "enemies" or "foes" or "opponents" or "rivals") return;
        var accuser = hedged ? null : AccusationReader.Accuser(document, clause, actors, match.First - 1);
        actors.Add(frame, doer, hedged ? Stance.Suspected : accuser is null ? Stance.Stated : Stance.Accused, accuser);
    }
}
