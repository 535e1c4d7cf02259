namespace Platform.Extraction.Engine;

/// <summary>"US troops shot down two drones targeting the base": who stops what flies has not sent it, whatever else the clause says it did.</summary>
internal static class Interceptor
{
    /// <summary>Tokens from the subject to its verb.</summary>
    private const int VerbReach = 6;

    /// <summary>Tokens from the verb to what was stopped.</summary>
    private const int ObjectReach = 8;

    /// <summary>True when the verb after a subject, which ends before a token, is one of stopping a drone, missile or rocket.</summary>
    public static bool Is(Document document, int end)
    {
        end = PastSaid(document, end);
        for (var i = end; i < end + VerbReach; i++)
        {
            if (document.Word(i) is "." or ";" or ",") return false;
            if (document.Phrases.KindOf(document.Phrases.At(i)) != ChunkKind.Verb) continue;
            if (!(document.Find(i, Kinds.Action)?.Value == "down" || document.Word(i) is "destroyed" or "thwarted" or "foiled" or "repelled" or "downed" or "engaged"))
            {
                if (document.TagOf(i) is Tag.Be or Tag.Have or Tag.Adverb or Tag.Time) continue;
                return false;
            }
            for (var k = i + 1; k < i + ObjectReach; k++)
            {
                // "shot down an airliner with two missiles", "destroyed missile sites": the thing itself must be what flies.
                if (document.Word(k) is "." or ";" or "," or "with" or "using" or "near" or "in" or "at") return false;
                if (document.Find(k, Kinds.Weapon) is { Value: "drone" or "missile" or "rocket" }) return document.Phrases[document.Phrases.At(k)] is { Kind: ChunkKind.Noun } thing && thing.Head < document.MatchOf(k)!.End;
            }
            return false;
        }
        return false;
    }

    /// <summary>"said on Monday that it", "said its air defences": past what says that one did it oneself.</summary>
    private static int PastSaid(Document document, int end)
    {
        if (document.Word(end) is not ("said" or "says" or "announced" or "reported" or "confirmed")) return end;
        var i = end + 1;
        while (i < end + VerbReach && (document.Word(i) is "that" or "on" || document.TagOf(i) == Tag.Time)) i++;
        if (document.Word(i) is "it" or "they") return i + 1;
        return document.Word(i) is "its" or "their" && document.Phrases[document.Phrases.At(i)] is { Kind: ChunkKind.Noun } own && document.Phrases.KindOf(document.Phrases.At(own.End)) == ChunkKind.Verb ? own.End : end;
    }
}
