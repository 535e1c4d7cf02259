namespace Platform.Extraction.Engine;

/// <summary>Words that tell or imply a death without a verb and its people: "a fatal shooting", "two counts of murder", "a murder-suicide".</summary>
internal static class DeathWords
{
    /// <summary>From a murder back to what was planned.</summary>
    private const int PlanReach = 6;

    /// <summary>"two people were shot, one fatally", "one of them fatally".</summary>
    public static Quantity? IsOneFatally(Document document, Sentence sentence, int i)
    {
        if (document.Word(i) != "fatally" || i + 1 < sentence.End && document.Tokens[i + 1].Kind == TokenKind.Word && document.Word(i + 1) is not ("in" or "on" or "at" or "and" or "during" or "when")) return null;
        // "five children have been shot this year, two fatally"
        for (var k = i - 1; k > sentence.First; k--)
            if (document.Word(k) == "year" && document.Word(k - 1) == "this") return null;
        return document.Quantities.EndingAt(i) ?? (document.Word(i - 2) == "of" && document.Word(i - 1) is "them" or "whom" ? document.Quantities.EndingAt(i - 2) : null);
    }

    /// <summary>"a fatal shooting", "the shooting death", "charged with murder": someone died, though no sentence says who.</summary>
    public static bool IsDeathImplied(Document document, int i)
    {
        var word = document.Word(i);
        if (word is "shooting" or "shootings") return IsFatal(document, i) || document.Word(i + 1) is "death" or "deaths";
        // "A body was found": whoever was shot.
        if (word == "body" && document.Word(i + 1) == "was" && document.Word(i + 2) is "found" or "discovered") return document.Word(i - 1) is "a" or "the" or "his" or "her" or "'s";
        if (word is not ("murder" or "manslaughter" or "homicide" or "slaying" or "killing") || word == "killing" && document.Phrases.KindOf(document.Phrases.At(i)) != ChunkKind.Noun) return false;
        for (var k = i - 1; k >= Math.Max(0, i - 5); k--)
            if (document.Word(k) is "attempted" or "attempting" or "attempt" or "no" or "not" or "parole" or "probation" or "prior" or "previously" or "suspected") return false;
        if (IsPlanned(document, i)) return false;
        if (IsKindOfCrime(document, i)) return false;
        if (document.Word(i + 1) == "investigation" && document.Word(i + 2) is "is" or "was" && document.Word(i + 3) == "not") return false;
        return document.Word(i + 1) is not ("detectives" or "detective" or "unit" or "division" or "squad" or "investigators" or "bureau" or "rate" or "section");
    }

    /// <summary>"conspiracy to commit murder", "solicitation of first-degree murder": charged and not done. Of "conspiracy and murder" the murder was.</summary>
    private static bool IsPlanned(Document document, int murder)
    {
        for (var k = murder - 1; k > murder - PlanReach && document.Word(k) is not ("and" or "or" or ","); k--)
            if (document.Word(k) is "to" or "of") return document.Word(k - 1) is "conspiracy" or "conspired" or "conspiring" or "solicitation" or "plotting" or "intent";
        return false;
    }

    /// <summary>"crimes from murder to theft", "murder, robbery and other crime": a kind of crime among others, with no article and no victim.</summary>
    private static bool IsKindOfCrime(Document document, int i)
    {
        // "targeted for killing": what is meant to be done.
        if (document.Word(i) == "killing") return document.Word(i - 1) == "for" && document.Word(i + 1) is "," or "." or "or";
        if (document.Word(i + 1) == "of") return false;
        if (document.Word(i - 1) is "from" or "including" or "reduce" or "prevent" or "solve") return true;
        if (document.Word(i + 1) is "and" or "or" && document.Word(i + 2) == "other") return true;
        var next = document.Word(i + 1) is "," or "and" or "or" ? i + 2 : -1;
        return next > 0 && document.Word(next) is "robbery" or "robberies" or "theft" or "burglary" or "extortion" or "narcotics" or "drugs" or "rape" or "arson" or "trafficking" && document.Word(i - 1) is "," or "and" or "or" or "as" or "with" or "of";
    }

    /// <summary>"claimed three lives", "cost two people their lives": how many died.</summary>
    public static Quantity? LivesClaimed(Document document, int i)
    {
        if (document.Word(i) != "lives" || document.Quantities.EndingAt(i) is not { } lives) return null;
        return document.Word(lives.First - 1) is "claimed" or "claiming" or "claims" or "took" or "taking" or "takes" or "cost" or "costing" ? lives : null;
    }

    /// <summary>"two counts of second-degree murder": the law counts one for each of the dead.</summary>
    public static Quantity? MurderCounts(Document document, int i)
    {
        if (document.Word(i) is not ("murder" or "homicide" or "manslaughter")) return null;
        var k = i - 1;
        while (k > i - 6 && document.Word(k) is "first" or "second" or "1st" or "2nd" or "degree" or "-" or "capital" or "criminal" or "felony" or "premeditated" or "voluntary" or "involuntary") k--;
        if (document.Word(k) == "of") k--;
        if (document.Word(k) == "each") k--;
        return document.Word(k) == "counts" && document.Quantities.EndingAt(k) is { Min: > 1 } counts ? counts : null;
    }

    /// <summary>"a double homicide", "a triple shooting": how many were killed or shot.</summary>
    public static Victims? Multiple(Document document, int i)
    {
        if (document.Word(i) switch { "double" => 2, "triple" => 3, "quadruple" => 4, "quintuple" => 5, "sextuple" => 6, _ => 0 } is not (> 0 and var number)) return null;
        var noun = document.Word(i + 1) is "fatal" or "deadly" or "-" ? i + 2 : i + 1;
        Outcome? outcome = document.Word(noun) switch
        {
            "homicide" or "murder" or "murders" or "slaying" or "slayings" or "killing" or "killings" or "fatality" => Outcome.Killed,
            "shooting" => noun > i + 1 ? Outcome.Killed : Outcome.Shot,
            _ => null,
        };
        if (outcome is not { } known || document.Word(i - 1) is "attempted" or "possible" or "non") return null;
        // Who kills himself after a double murder is a third.
        return new Victims(known, number, number, document.QuoteOf(i, noun + 1)) { HasDoer = document.Word(noun) == "murder" };
    }

    /// <summary>"a fatal shooting", "a deadly weekend shooting", not "a non-fatal shooting".</summary>
    private static bool IsFatal(Document document, int shooting)
    {
        for (var i = shooting - 1; i >= Math.Max(0, shooting - 4); i--)
        {
            if (document.Word(i) is "fatal" or "deadly") return !(document.Word(i - 1) == "-" && document.Word(i - 2) == "non");
            if (document.TagOf(i) is not (Tag.Time or Tag.Noun or Tag.Name or Tag.Adjective or Tag.Ing) && document.Word(i) != "-") return false;
        }
        return false;
    }

    /// <summary>"a murder-suicide": the doer died, too.</summary>
    public static bool IsMurderSuicide(Document document, int i)
    {
        if (document.Word(i) != "suicide" || document.Word(i - 1) is not ("-" or "/" or "murder")) return false;
        var murder = document.Word(i - 1) == "murder" ? i - 1 : i - 2;
        return document.Word(murder) is "murder" or "homicide" && document.Word(murder - 1) is not ("attempted" or "possible" or "potential" or "an" or "failed") && document.Word(murder - 2) != "attempted";
    }

    /// <summary>"turned the gun on himself", "took her own life", "and then himself", "committed suicide".</summary>
    public static bool IsOwnLife(Document document, int i)
    {
        var word = document.Word(i);
        if (word is "himself" or "herself") return document.Word(i - 1) is "then" or "and" || document.Word(i - 1) == "on" && document.Word(i - 2) == "gun" || document.Word(i - 1) == "on" && document.Word(i - 2) == "it";
        if (word == "life") return document.Word(i - 1) == "own" && document.Word(i - 2) is "his" or "her" && !(document.Word(i - 3) is "take" or "end" && document.Word(i - 4) == "to");
        return word == "suicide" && document.Word(i - 1) is "committed" or "committing";
    }
}
