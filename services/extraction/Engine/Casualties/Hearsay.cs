namespace Platform.Extraction.Engine;

/// <summary>A neighbour's or a relative's own words about the dead of other days: "Three people have been killed here," "My brother was killed on this corner".</summary>
internal static class Hearsay
{
    private static readonly WordSet Officials =
    [
        "police", "chief", "sheriff", "officer", "officials", "official", "authorities", "spokesman", "spokeswoman", "spokesperson", "captain", "capt", "lieutenant", "lt", "sgt", "sergeant", "detective", "deputy", "mayor",
        "coroner", "prosecutor", "prosecutors", "attorney", "commissioner", "commander", "investigators", "major", "maj", "superintendent", "trooper", "gov", "governor", "president", "minister", "lawmaker", "leader", "chairman", "doctor", "medic",
    ];

    private static readonly ulong OfAttack = KindSet.Of(Kinds.Event, Kinds.Weapon);

    private static readonly WordSet Places = ["street", "corner", "block", "neighborhood", "neighbourhood", "area", "town", "city", "community", "year", "road", "house", "building"];

    /// <summary>Whether a sentence opens with such words. Those of the police, and what is not told of the place at large, may be the news itself, and so may what a witness tells where no dead were told before.</summary>
    public static bool Is(Document document, Sentence sentence)
    {
        if (document.Word(sentence.First) != "\"") return false;
        var (own, perfect, here, close) = (false, false, false, -1);
        for (var i = sentence.First + 1; i < sentence.End && close < 0; i++)
        {
            own |= document.Word(i) is "my" or "our" or "we" or "i" or "us";
            perfect |= document.Word(i) == "been" && document.Word(i - 1) is "have" or "has" or "'ve";
            // "when the house was bombed": of this day.
            if (document.HasAny(i, OfAttack) || document.Word(i) is "when" or "today" or "came") return false;
            here |= document.Word(i) == "here" || document.Word(i - 1) == "this" && Places.Contains(document.Word(i));
            if (document.Word(i) == "\"") close = i;
        }
        if (close < 0 || close + 1 >= sentence.End || !here || !own && !perfect) return false;
        for (var i = close + 1; i < sentence.End; i++)
            if (Officials.Contains(document.Word(i)) || document.Has(i, Kinds.Event)) return false;
        for (var i = 0; i < sentence.First; i++)
            if (document.Find(i, Kinds.Harm)?.Value == "killed") return true;
        return false;
    }
}
