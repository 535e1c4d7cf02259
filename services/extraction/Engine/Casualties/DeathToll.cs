namespace Platform.Extraction.Engine;

/// <summary>The number a toll has reached: "a death toll of 12", "the toll from the blast at the port has risen to 40".</summary>
internal static class DeathToll
{
    /// <summary>A number so near the word is its own.</summary>
    private const int OwnReach = 8;

    /// <summary>Up to here "to 40" is what the toll is, whatever verb leads there.</summary>
    private const int ToReach = 16;

    /// <summary>Farther than this the sentence speaks of something else.</summary>
    private const int Reach = 60;

    /// <summary>Tokens from "bringing" over "the number of dead to" to the number.</summary>
    private const int VerbReach = 7;

    /// <summary>Tokens from "the wounded" over "have since" to "died".</summary>
    private const int DeathReach = 4;

    /// <summary>Tokens from "toll" to what it is of.</summary>
    private const int AnotherReach = 12;

    private static readonly WordSet Rising =
        ["rose", "risen", "rises", "rising", "climbed", "climbs", "climbing", "reached", "reaches", "stands", "stood", "standing", "increased", "jumped", "grew", "grown", "soared", "surged", "raising", "raised", "bringing", "put"];

    /// <summary>The number after the word for a toll, which ends before <paramref name="from"/>; null when there is none.</summary>
    public static Quantity? In(Document document, int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + Reach); i++)
        {
            if (document.Find(i, Kinds.Context)?.Value == "irrealis") return null;
            if (document.Quantities.StartingAt(i) is not { } number) continue;
            // "the toll of two bombings": a number of attacks.
            if (document.Has(number.End, Kinds.Event)) continue;
            if (i < from + OwnReach || (i < from + ToReach ? IsGoal(document, i) : IsReached(document, i))) return number;
        }
        return null;
    }

    /// <summary>"rose to 40", "stands at 40": what something has grown to.</summary>
    public static bool IsReached(Document document, int number)
    {
        if (!IsGoal(document, number)) return false;
        for (var i = number - 1; i >= Math.Max(0, number - VerbReach); i--)
            if (Rising.Contains(document.Word(i))) return true;
        return false;
    }

    /// <summary>"On Tuesday the toll had reached 31", "The toll rose to 31 dead on Tuesday": the day is that of the count, for it stands before the word for it or behind the number.</summary>
    public static bool IsDayOfCount(Document document, Clause clause, DateMention date)
    {
        if (document.IsUpper) return false;
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            // "A bomb killed 12 on Monday, and the toll rose": a day of the deed.
            if (match.Find(Kinds.Event) is not null || match.Find(Kinds.Action) is not null || match.Find(Kinds.Harm) is { } harm && harm.Attribute("form") is not ("toll" or "died" or "state" or "present")) return false;
            if (match.Find(Kinds.Harm)?.Attribute("form") != "toll") continue;
            return In(document, match.End, clause.End) is { } number && IsReached(document, number.First) && !IsOfAnother(document, match.End, number.First) && (date.End <= match.First || date.First >= number.End);
        }
        return false;
    }

    /// <summary>"Officials later said 35 people had died": counted after what was told before.</summary>
    public static bool IsSaidLater(Document document, int first, int number)
    {
        for (var i = Math.Max(first, number - AnotherReach) + 1; i < number; i++)
            if (document.Word(i) == "later" && (document.Has(i + 1, Kinds.Say) || document.Has(i - 1, Kinds.Say))) return !document.IsUpper;
        return false;
    }

    /// <summary>"raised the toll, saying nine people were injured": what the number is told to be of, from its end.</summary>
    public static bool IsOfWounded(Document document, int from)
    {
        for (var i = from; i < from + DeathReach && document.TagOf(i) is not (Tag.Mark or Tag.Conjunction or Tag.Preposition or Tag.Subordinator) && document.Quantities.StartingAt(i) is null; i++)
            if (document.Find(i, Kinds.Harm) is { } harm) return harm.Value == "wounded" && document.Word(i + 1) is not ("and" or "or");
        return false;
    }

    /// <summary>"two of the wounded have since died"</summary>
    public static bool Dies(Document document, int from)
    {
        for (var i = from; i < from + DeathReach && document.TagOf(i) is not Tag.Mark; i++)
            if (document.Find(i, Kinds.Harm)?.Attribute("form") == "died") return true;
        return false;
    }

    /// <summary>"the toll of wounded", "the toll from the war has reached", "the toll in a ferry disaster", "the toll rose to 900 since October": not the dead of this attack.</summary>
    public static bool IsOfAnother(Document document, int end, int number)
    {
        if (document.Word(end) == "of" && document.Has(end + 1, Kinds.Harm) || document.Word(end) is "in" or "from" && document.Word(end + 1) is "a" or "an") return true;
        for (var i = end; i < end + AnotherReach && document.Word(i) is not ("." or ";"); i++)
            if (document.Word(i) == "since" || i < number && document.Word(i) is "war" or "conflict" or "year" or "month" or "disaster" or "attacks") return true;
        return false;
    }

    private static bool IsGoal(Document document, int number) => document.Word(number - 1) is "to" or "at" or "reached" or "least";

    /// <summary>"…, raising the toll to six": who was told before is in it.</summary>
    public static bool IsRaised(Document document, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (document.Word(i) is "raising" or "bringing" or "taking" or "pushing") return true;
        return false;
    }
}
