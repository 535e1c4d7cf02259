namespace Platform.Extraction.Engine;

/// <summary>The police of British counties, whose towns have namesakes across America.</summary>
internal static class BritishForces
{
    private static readonly Cue Forces = ["police", "constabulary"];

    /// <summary>Last words before "Police", with the word before them where it is needed.</summary>
    private static readonly WordSet Counties =
        ["yorkshire", "merseyside", "lancashire", "northumbria", "nottinghamshire", "leicestershire", "staffordshire", "derbyshire", "lincolnshire", "humberside", "sussex", "surrey", "gloucestershire", "wiltshire", "warwickshire", "mercia",
         "northamptonshire", "bedfordshire", "cambridgeshire", "hertfordshire", "gwent", "powys"];

    /// <summary>Whether one is named.</summary>
    public static bool In(Document document)
    {
        if (document.IsUpper) return false;
        for (var i = 1; i < document.Tokens.Count; i++)
        {
            if (!document.Is(i, Forces) || !document.IsCapital(i) || !document.IsCapital(i - 1)) continue;
            if (document.Word(i) == "constabulary" && !document.IsCapital(i + 1) && (IsCounty(document, i - 1) || document.Word(i - 1) is "durham")) return true;
            if (document.Word(i) == "police" && IsCounty(document, i - 1)) return true;
        }
        return false;
    }

    private static bool IsCounty(Document document, int last) => document.Word(last) switch
    {
        "somerset" or "cornwall" => document.Word(last - 1) == "and" && document.Word(last - 2) is "avon" or "devon",
        "midlands" => document.Word(last - 1) == "west",
        "wales" => document.Word(last - 1) is "north" or "south" && document.Word(last - 2) != "new",
        "manchester" => document.Word(last - 1) == "greater",
        "valley" => document.Word(last - 1) == "thames",
        "transport" => document.Word(last - 1) == "british",
        var word => Counties.Contains(word),
    };
}
