namespace Platform.Extraction.Engine;

/// <summary>A relative clause tells of a part of the people before it: "four others, including one who died", "nine people, one of whom died".</summary>
internal static class PartOfPeople
{
    /// <summary>From the word of harm back to its pronoun: "who has since died".</summary>
    private const int VerbReach = 4;

    /// <summary>From the pronoun back to the number of the part.</summary>
    private const int PartReach = 3;

    /// <summary>The part that the verb is about; null when no such clause stands before it.</summary>
    public static PeopleMention? Before(Document document, int from, int verb)
    {
        var who = verb - 1;
        while (who > Math.Max(from, verb - VerbReach) && document.Word(who) is not ("who" or "whom" or "them")) who--;
        // "Six people, two of them children, were killed": an aside, and the verb is of the six.
        for (var i = who + 1; i < verb && document.Word(who) != "who"; i++)
            if (document.Word(i) == ",") return null;
        if (!document.IsUpper && document.Word(who) is ("whom" or "them"))
            return who - 2 >= from && document.Word(who - 1) == "of" && document.Quantities.EndingAt(who - 1) is { } some ? new PeopleMention(some.First, who + 1, some.Min, some.Max, "", true) : null;
        if (document.Word(who) != "who") return null;
        for (var i = who - 1; i >= Math.Max(from, who - PartReach); i--)
            if (document.Quantities.StartingAt(i) is not null && PeopleReader.ReadAt(document, i, who) is { } people) return people.End == who ? people : null;
        return null;
    }
}
