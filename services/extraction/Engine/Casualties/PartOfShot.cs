namespace Platform.Extraction.Engine;

/// <summary>How many were shot or died, by what is told of one of them: "one of three men shot has died", "a third victim was found", "a fourth person has died".</summary>
internal static class PartOfShot
{
    /// <summary>From the number to the noun it counts: "three young men".</summary>
    private const int NounReach = 3;

    private const int VerbReach = 5;

    /// <summary>"one of 300 people shot this year": more than any one attack.</summary>
    private const int Most = 60;

    /// <summary>All who were shot, told at a token of a sentence; null when it tells of no such number.</summary>
    public static Victims? Read(Document document, Sentence sentence, int i) => document.Word(i) switch
    {
        "of" or "among" => Partitive(document, sentence, i),
        "victim" => Ordinal(document, sentence, i),
        _ => null,
    };

    /// <summary>"A third person has died": so many are dead, unless those before were told to be hurt. Null when it says no such thing.</summary>
    public static int? DeathsWith(Document document, List<Victims> found, Victims victims, int verb)
    {
        if (victims is not { Outcome: Outcome.Killed, Min: 1 } || !(document.Word(verb) == "dies" || document.Word(verb) == "died" && document.Word(verb - 1) == "has" || document.Word(verb) == "has")) return null;
        return VictimLinks.Nth(document, victims.Phrase) is > 1 and var deaths && !found.Exists(known => known.Outcome != Outcome.Killed) ? deaths : null;
    }

    /// <summary>"shot four others, including one who died": the dead are of the number just told.</summary>
    public static void CountDead(Document document, List<Victims> found, int from, Victims dead)
    {
        if (dead is not { Outcome: Outcome.Killed, Min: { } died } || dead.Phrase <= from || found.Count == 0 || found[^1] is not { Outcome: Outcome.Shot or Outcome.Wounded, Min: { } all } group || all <= died || group.Phrase < from) return;
        if (document.Word(dead.Phrase - 1) is not "including" || document.Word(dead.Phrase) is not ("one" or "two" or "three")) return;
        found[^1] = group with { Outcome = Outcome.Shot, IsOther = false };
    }

    /// <summary>"one of the two men shot", "among three people who were wounded".</summary>
    private static Victims? Partitive(Document document, Sentence sentence, int i)
    {
        if (document.Word(i) == "of" && document.Quantities.EndingAt(i) is null) return null;
        var first = document.Word(i + 1) is "the" or "those" ? i + 2 : i + 1;
        if (document.Quantities.StartingAt(first) is not { Min: > 1 and <= Most } number) return null;
        var noun = number.End;
        while (noun < number.End + NounReach && document.Find(noun, Kinds.Person) is null) noun++;
        if (noun + 1 >= sentence.End || document.Find(noun, Kinds.Person) is null) return null;
        var verb = AfterAges(document, noun + 1);
        if (document.Word(verb) == "who" && document.Word(verb + 1) == "were") verb += 2;
        if (verb >= sentence.End || document.Word(verb) is not ("shot" or "wounded" or "injured" or "hit" or "struck" or "hospitalized" or "hospitalised") || document.Word(verb + 1) is "dead" or "and" or "to") return null;
        if (document.Word(verb) is "hospitalized" or "hospitalised" && !IsOfShooting(document, verb + 1, Math.Min(sentence.End, verb + NounReach * 2))) return null;
        if (OtherCrimes.IsOfYear(document, sentence.First, i, verb) || OtherCrimes.IsOfSeveral(document, sentence.First, sentence.End)) return null;
        return new Victims(Outcome.Shot, number.Min, number.Max, document.QuoteOf(number.First, verb + 1)) { Phrase = number.First };
    }

    /// <summary>"hospitalized after a shooting": not with the flu.</summary>
    private static bool IsOfShooting(Document document, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (document.Word(i) is "shooting" or "shootings" or "gunfire" or "shots" or "gunshot" or "stabbing") return true;
        return false;
    }

    /// <summary>"five children between the ages of 11 and 15", "five people, ages 17 to 40,": over the ages.</summary>
    private static int AfterAges(Document document, int word)
    {
        var i = word;
        if (document.Word(i) == ",") i++;
        if (document.Word(i) == "between") i++;
        if (document.Word(i) == "the") i++;
        if (document.Word(i) is not ("ages" or "aged")) return word;
        i++;
        if (document.Word(i) == "of") i++;
        if (document.Tokens[Math.Min(i, document.Tokens.Count - 1)].Kind != TokenKind.Number || document.Word(i + 1) is not ("to" or "and" or "-")) return word;
        i += 3;
        return document.Word(i) == "," ? i + 1 : i;
    }

    /// <summary>"A third gunshot victim was found nearby", "a second victim showed up at a hospital".</summary>
    private static Victims? Ordinal(Document document, Sentence sentence, int victim)
    {
        var nth = victim - 1;
        while (nth > sentence.First && document.Word(nth) is "gunshot" or "shooting" or "wound") nth--;
        var number = document.Word(nth) switch { "second" => 2, "third" => 3, "fourth" => 4, "fifth" => 5, "sixth" => 6, _ => 0 };
        if (number == 0 || document.Word(nth - 1) is not ("a" or "the")) return null;
        for (var i = victim + 1; i < Math.Min(sentence.End, victim + VerbReach) && document.TagOf(i) is not Tag.Mark; i++)
            if (document.Word(i) is "found" or "located" or "discovered" or "dropped" or "arrived" or "showed" or "walked") return new Victims(Outcome.Shot, number, null, document.QuoteOf(nth - 1, i + 1)) { Phrase = nth - 1 };
        return null;
    }
}
