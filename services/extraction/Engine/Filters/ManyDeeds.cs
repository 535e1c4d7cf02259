using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>So many deeds that no one day has them: "600 peasants were murdered last year in more than 40 massacres", "the mafia has set off 260 bombs", "a wave of bombings".</summary>
internal static class ManyDeeds
{
    /// <summary>So many crimes make a statistic; of raids and shells one day may have more.</summary>
    private const int Fewest = 10;

    /// <summary>So many are no campaign of some days, whatever harm is told with them.</summary>
    private const int OfYears = 100;

    /// <summary>Tokens from "has" to the number of the bombs.</summary>
    private const int PerfectReach = 6;

    /// <summary>Tokens at the head of a text in which the day is that of the dateline.</summary>
    private const int Head = 12;

    private static readonly Cue Deeds =
    [
        "massacres", "murders", "killings", "assassinations", "kidnappings", "abductions", "attacks", "bombings", "ambushes", "assaults", "explosions", "bombs", "devices",
    ];

    /// <summary>Ten of them may go off in an hour.</summary>
    private static readonly Cue Blasts = ["explosions", "bombs", "devices", "bombings", "exploded"];

    /// <summary>Words of a crime that is tried, of which the counts are, and of bombs that did nothing.</summary>
    private static readonly Cue Court = ["charged", "charges", "counts", "convicted", "indicted", "accused", "pleaded", "sentenced", "defused", "defuse", "seized", "found"];

    /// <summary>"a wave of bombings", "an escalation of attacks".</summary>
    public static bool IsWave(string word) => word is "wave" or "spate" or "rash" or "upsurge" or "surge" or "escalation" or "increase" or "rise" or "resurgence";

    /// <summary>True when the clause counts deeds over a year or a month, or bombs over a time that goes on, and has no day of its own.</summary>
    public static bool Are(Document document, Clause clause)
    {
        if (!document.HasIn(clause.First, clause.End, Deeds)) return false;
        var many = -1;
        for (var i = clause.First + 1; i < clause.End && many < 0; i++)
            if (document.Is(i, Deeds) && CountOf(document, clause, i) is { } count) many = count;
        if (many < 0) return false;
        var (span, day) = (false, false);
        foreach (var date in document.DatesIn(clause.First, clause.End))
        {
            span |= date is { Role: DateRole.Event, Precision: DatePrecision.Month or DatePrecision.Year };
            day |= date is { Role: DateRole.Event, Precision: DatePrecision.Day } && (date.First >= Head || !document.IsUpper);
        }
        if (day) return false;
        // "have carried out 50 attacks in the past hours, killing 23": news of one campaign.
        var harmed = document.HasIn(clause.First, document.Sentences[clause.Sentence].End, Kinds.Harm);
        if (document.HasIn(clause.First, clause.End, Court)) return false;
        return span && !(harmed && document.HasIn(clause.First, clause.End, Blasts)) || (!harmed || document.Quantities.StartingAt(many) is { Min: >= OfYears }) && IsPerfect(document, clause, many);
    }

    /// <summary>Where a number of ten and more of such deeds begins.</summary>
    private static int? CountOf(Document document, Clause clause, int deed)
    {
        for (var i = deed; i > Math.Max(clause.First, deed - 3); i--)
            if (document.Quantities.EndingAt(i) is { Min: >= Fewest } number) return number.First;
        return null;
    }

    /// <summary>"has set off more than 260 bombs", "have staged 20 attacks".</summary>
    private static bool IsPerfect(Document document, Clause clause, int number)
    {
        for (var i = number - 1; i >= Math.Max(clause.First, number - PerfectReach); i--)
            if (document.TagOf(i) == Tag.Have) return document.Word(i) is "has" or "have" && document.Word(i + 1) != "been";
        return false;
    }
}
