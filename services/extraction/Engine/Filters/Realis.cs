namespace Platform.Extraction.Engine;

/// <summary>Whether words tell of something that happened: not planned, feared, negated, rehearsed or tried in court.</summary>
internal static class Realis
{
    private const int ModalReach = 6;
    private const int ListReach = 16;
    private const int NegationReach = 3;

    private static readonly WordSet ToNouns =
        ["due", "according", "subjected", "led", "close", "leading", "response", "linked", "attributed", "reaction", "related", "loyal", "addition", "prior", "responded", "reference", "connection"];

    /// <summary>True when nothing before the token in its clause takes its reality away.</summary>
    public static bool IsReal(Document document, Clause clause, int token)
    {
        var before = document.Word(token - 1) == "\"" ? token - 2 : token - 1;
        if (document.Word(before) == "to" && !ToNouns.Contains(document.Word(before - 1))) return false;
        // "would have included the kidnapping of a mayor and the murder of two colonels": the second as the first.
        var reach = document.Word(token - 1) == "the" && document.Word(token - 2) is "and" or "or" ? ListReach : ModalReach;
        for (var i = token - 1; i >= Math.Max(clause.First, token - reach); i--)
        {
            if (document.Word(i) == "that" && document.Word(i - 1) is "denied" or "denies" or "denying") return false;
            if (document.Word(i) == "that" && IsUnconfirmed(document, clause, i)) return false;
            // "a block from where a man was killed": another crime's place.
            if (document.Word(i) == "where" && document.Word(i - 1) is "from" or "near" or "spot" or "of" && (document.Word(i + 1) is "a" or "an" or "another" || document.Quantities.StartingAt(i + 1) is not null)) return false;
            if (document.Word(i) is "killing" or "that" or "after" or "when" or ";" or "\"") break;
            foreach (var entry in document.MatchOf(i)?.Entries ?? [])
            {
                if (entry.Kind != Kinds.Context || (document.IsCapital(i) && document.Find(i, Kinds.Month) is not null)) continue;
                if (document.Word(i) is "foiled" or "thwarted" or "thwarting" && IsLaunched(document, i, token)) continue;
                if (entry.Value == "irrealis" || (entry.Value == "negated" && token - i <= NegationReach)) return false;
            }
        }
        return document.Word(token - 1) is not "no";
    }

    /// <summary>Whether who stands before denies what is told after.</summary>
    public static bool IsDeniedBetween(Document document, int from, int told)
    {
        for (var i = from; i < told; i++)
            if (document.Word(i) is "denied" or "denies" or "denying") return true;
        return false;
    }

    /// <summary>"it could not be confirmed that the truck was bombed": nobody says that it was.</summary>
    private static bool IsUnconfirmed(Document document, Clause clause, int that)
    {
        if (document.Word(that - 1) is not ("confirmed" or "verified" or "established" or "confirm" or "verify" or "clear")) return false;
        for (var i = that - 2; i >= Math.Max(clause.First, that - 6); i--)
            if (document.Word(i) is "not" or "cannot" or "nor" or "never" or "unable" or "couldnt" or "cant") return true;
        return false;
    }

    /// <summary>"thwarted three drone attacks": what was fired was stopped on its way. A plot was not fired, nor a plan.</summary>
    private static bool IsLaunched(Document document, int foiled, int token)
    {
        if (document.MatchOf(token)?.Find(Kinds.Event)?.Attribute("weapon") is not ("drone" or "rocket" or "missile")) return false;
        for (var i = foiled + 1; i < token; i++)
            if (document.Find(i, Kinds.Context)?.Value == "irrealis" || document.Word(i) is "plot" or "plan" or "plans") return false;
        var end = document.MatchOf(token)!.End;
        return document.Word(end) is not ("plot" or "plots" or "plan" or "plans");
    }

    /// <summary>"in response to the killing of a leader in X", "to avenge the death of Y", "on the anniversary of it": harm done by another attack.</summary>
    public static bool IsReason(Document document, Clause clause, int token)
    {
        for (var i = token - 1; i >= Math.Max(clause.First, token - ModalReach); i--)
        {
            if (document.Word(i) is "," or ";" or "." or "after") return false;
            if (document.Word(i) is "retaliation" or "revenge" or "reprisal" or "retribution" or "response" && document.Word(i + 1) is "for" or "to" || document.Word(i) is "avenge" or "avenging" or "anniversary") return true;
        }
        return false;
    }

    /// <summary>
    /// True when the clause is about a court, a commemoration, a strike of workers or the like, or tells an accident. That a gun
    /// went off by accident does not make it one, and that a court hears of a shooting does not undo it: someone was shot.
    /// </summary>
    public static bool IsElsewhere(Document document, Clause clause)
    {
        var (accident, court, gun) = (false, false, false);
        var struck = -1;
        for (var i = clause.First; i < clause.End; i++)
        {
            var context = document.Find(i, Kinds.Context)?.Value;
            // "Explosions struck a crowd marking the anniversary": those who gather for it were attacked.
            if (context == "legal" && !(document.Word(i) is "anniversary" or "memorial" or "commemorate" or "commemorated" && i > struck + 2 && struck >= 0)) return true;
            if (struck < 0 && (document.Find(i, Kinds.Action)?.Value == "hit" || document.Find(i, Kinds.Event)?.Attribute("pos") == "verb")) struck = i;
            court |= context == "court" && !IsOffice(document, i) && !IsCited(document, i);
            accident |= context == "accident";
            gun |= document.Find(i, Kinds.Event) is { Value: "shooting" } || document.Find(i, Kinds.Weapon) is { Value: "firearm" } || document.Word(i) is "gunshot" or "gunfire";
        }
        return ((accident || court) && !gun) || OtherWorld.Has(document, clause);
    }

    /// <summary>"…, prosecutors said", "according to prosecutors": who tells of an attack, and no court.</summary>
    private static bool IsCited(Document document, int i) => document.Word(i) == "prosecutors"
        && (document.Find(i + 1, Kinds.Say) is not null || document.Find(i - 1, Kinds.Say) is not null || document.Word(i - 1) is "regional" or "local" or "military" && document.Find(i - 2, Kinds.Say) is not null);

    /// <summary>"president of the Supreme Court", "a criminal court judge": who holds an office at a court may be attacked as anybody.</summary>
    private static bool IsOffice(Document document, int court)
    {
        if (document.Word(court) != "court") return false;
        if ((document.ClassOf(court + 1) & WordClass.Person) != 0) return true;
        for (var i = court - 1; i >= court - 4; i--)
            if (document.Word(i) == "of") return (document.ClassOf(i - 1) & WordClass.Person) != 0;
        return false;
    }

    /// <summary>True when the clause tells what a court or the police did after a crime: its days are not the crime's.</summary>
    public static bool IsAftermath(Document document, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (document.Find(i, Kinds.Context)?.Value == "court" || document.Word(i) is "arrested" or "arrest" or "charged" or "charges" or "custody" or "bail" or "bond") return true;
        return false;
    }
}
