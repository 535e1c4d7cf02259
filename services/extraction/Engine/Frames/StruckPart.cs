using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"the roof of the minister's car", "a branch of the Commercial Bank": what is struck stands after "of".</summary>
internal static class StruckPart
{
    private static readonly WordSet Parts = ["roof", "entrance", "door", "doors", "gate", "gates", "front", "side", "back", "rear", "facade", "wall", "walls", "window", "windows", "garage", "lobby", "patio", "courtyard", "garden", "steps", "doorstep", "basement"];
    private static readonly WordSet Branches = ["branch", "branches", "agency", "agencies"];

    /// <summary>The chunk of the whole whose part another names, or the chunk itself.</summary>
    public static int Whole(Document document, int chunk) => Parts.Contains(document.Word(document.Phrases[chunk].Head)) && HasOwner(document, chunk) ? chunk + 2 : chunk;

    /// <summary>The kind of a branch by what it is a branch of; people and armies have branches of another kind.</summary>
    public static TargetKind? KindOfBranch(Document document, int chunk)
    {
        if (!Branches.Contains(document.Word(document.Phrases[chunk].Head)) || !HasOwner(document, chunk)) return null;
        var owner = document.Phrases[chunk + 2];
        // "branches of the X and Y banks"
        var end = document.Phrases.KindOf(chunk + 3) == ChunkKind.Conjunction && document.Phrases.KindOf(chunk + 4) == ChunkKind.Noun ? document.Phrases[chunk + 4].End : owner.End;
        for (var i = owner.First; i < end; i++)
        {
            if (document.Find(i, Kinds.Object) is { } thing) return EnumNames<TargetKind>.Find(thing.Value);
            if (document.Word(i) is "banco" or "bank" or "banks" or "trust" or "company" or "corporation") return TargetKind.Company;
        }
        return null;
    }

    private static bool HasOwner(Document document, int chunk) => document.Phrases.KindOf(chunk + 1) == ChunkKind.Preposition && document.Word(document.Phrases[chunk + 1].First) is "of" or "to" && document.Phrases.KindOf(chunk + 2) == ChunkKind.Noun;
}
