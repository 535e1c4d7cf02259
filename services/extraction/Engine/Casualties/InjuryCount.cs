namespace Platform.Extraction.Engine;

/// <summary>The hurt counted by their injuries: "causing three injuries", "three deaths and five minor injuries"; "causing injuries" of nobody knows how many.</summary>
internal static class InjuryCount
{
    private const int MostAdjectives = 2;

    /// <summary>So many people as the word "injuries" at a token counts; null when it tells what somebody has.</summary>
    public static PeopleMention? At(Document document, int injuries)
    {
        if (document.IsUpper || document.Word(injuries) is not ("injuries" or "injury") || document.HasAny(injuries, Told) || document.Word(injuries + 1) is "to" or "from" or "that" or "including") return null;
        var before = injuries - 1;
        while (before > injuries - 1 - MostAdjectives && document.Word(before) is "minor" or "serious" or "severe" or "light" or "slight" or "critical" or "moderate" or "reported" or "confirmed" or "civilian") before--;
        if (document.Quantities.EndingAt(before + 1) is { } number)
        {
            var lead = document.Word(number.First - 1);
            if (lead is "suffered" or "suffering" or "sustained" or "sustaining" or "received" or "had" or "has" or "have" or "with" or "from" or "for" or "his" or "her" or "their" or "treated") return null;
            return lead == "of" && document.Word(number.First - 2) is not ("report" or "reports" or "total") ? null : new PeopleMention(number.First, injuries + 1, number.Min, number.Max, "", true);
        }
        var causes = document.Word(before) is "causing" or "caused" || document.Word(before) == "in" && document.Word(before - 1) is "resulting" or "resulted";
        return causes && document.Word(injuries) == "injuries" ? new PeopleMention(before, injuries + 1, null, null, "", true) : null;
    }

    private static readonly ulong Told = KindSet.Of(Kinds.Harm, Kinds.NoHarm);
}
