using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"An hour later, a roadside bomb struck a vehicle heading there, killing one": a blow of its own at the same place, with its own dead.</summary>
internal static class SecondBlow
{
    private static readonly Cue Times = ["hours", "hour", "minutes"];

    /// <summary>True when the sentence begins so, and a bomb or mine that nobody has heard of yet does harm in it.</summary>
    public static bool Is(Document document, Frame frame)
    {
        var first = frame.Clause.First;
        if (frame.TypeRank < 4 || frame.Harm.Count == 0 || first != document.Sentences[frame.Clause.Sentence].First) return false;
        var later = -1;
        for (var i = first; i < first + 4; i++)
            if (document.Is(i, Times) && document.Word(i + 1) == "later") later = i + 2;
        if (later < 0) return false;
        if (document.Word(later) == ",") later++;
        return document.Word(later) is "a" or "an" && document.Phrases[document.Phrases.At(later)] is { Kind: ChunkKind.Noun } blow
            && document.Find(blow.Head, Kinds.Weapon)?.Value is "bomb" or "mine";
    }
}
