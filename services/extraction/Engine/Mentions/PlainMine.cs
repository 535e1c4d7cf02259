using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"A mine killed two children", "killed by mines": the bare word, which elsewhere is a pit; a weapon only as what killed, and no mine of coal or gold.</summary>
internal static class PlainMine
{
    private static readonly Cue Words = ["mine", "mines"];

    /// <summary>The token of the mine that did what a word for harm tells; null when none did.</summary>
    public static int? Of(Document document, Clause clause, LexiconMatch harm)
    {
        if (!document.HasIn(clause.First, clause.End, Words)) return null;
        var verb = document.Phrases.At(harm.First);
        if (document.Word(harm.End) == "by") return Head(document, document.Phrases.At(harm.End + 1));
        return verb > 0 && document.Phrases[verb] is { Kind: ChunkKind.Verb, IsPassive: false } ? Head(document, verb - 1) : null;
    }

    private static int? Head(Document document, int chunk)
    {
        if (document.Phrases[chunk] is not { Kind: ChunkKind.Noun } phrase || !document.Is(phrase.Head, Words)) return null;
        for (var i = phrase.First; i < phrase.Head; i++)
            if (document.TagOf(i) == Tag.Noun && !document.Has(i, Kinds.Actor)) return null;
        return phrase.Head;
    }

    /// <summary>The weapon, as the phrase has it.</summary>
    public static WeaponMention Mention(Document document, int mine) =>
        new(WeaponType.Mine, null, null, null, document.QuoteOf(mine, mine + 1), EventType.Landmine);
}
