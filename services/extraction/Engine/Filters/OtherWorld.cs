namespace Platform.Extraction.Engine;

/// <summary>
/// Clauses of other worlds that use the words of attacks: a bus collides and kills, prices explode, a late strike kills the game,
/// a film tells of a bomb.
/// </summary>
internal static class OtherWorld
{
    private static readonly WordSet Ships = ["ship", "ships", "tanker", "tankers", "vessel", "vessels", "freighter", "freighters", "warship", "warships", "ferry", "trawler"];

    /// <summary>True when the clause is of such a world.</summary>
    public static bool Has(Document document, Clause clause)
    {
        var (mishap, play, work, story) = (false, false, false, false);
        var (told, plain, weapon, doer, harm, people, struck) = (false, false, false, false, false, false, false);
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            foreach (var entry in match.Entries)
            {
                if (entry.Kind != Kinds.Context) continue;
                mishap |= entry.Value == "mishap";
                play |= entry.Value == "play";
                work |= entry.Value == "work";
                story |= entry.Value == "story";
            }
            if (match.Find(Kinds.Event) is { } attack)
            {
                told = true;
                // One attacks, strikes and explodes in figures of speech; one does not shoot or kidnap in them.
                plain |= attack.Value is not ("attack" or "bombing" or "airstrike");
                struck |= IsOfShip(document, match);
            }
            weapon |= match.Find(Kinds.Weapon) is not null;
            doer |= match.Find(Kinds.Actor) is not null;
            harm |= match.Find(Kinds.Harm) is not null;
            people |= match.Find(Kinds.Person) is not null;
        }
        return (mishap && !told && !weapon && !doer) || (play && !plain && !struck && !weapon && !doer && !(harm && people)) || (work && story);
    }

    /// <summary>"an attack on two tankers", "two ships were attacked": what markets tell of where trade is attacked. Nobody attacks a ship in a figure of speech.</summary>
    private static bool IsOfShip(Document document, LexiconMatch attack)
    {
        var verb = attack.End - 1;
        if (document.Word(verb) == "attacked") return document.TagOf(verb - 1) == Tag.Be && Ships.Contains(document.Word(verb - 2));
        if (document.Word(verb) is not ("attack" or "attacks") || document.Word(attack.End) is not ("on" or "against")) return false;
        for (var i = attack.End + 1; i < attack.End + 6 && document.TagOf(i) is Tag.Determiner or Tag.Number or Tag.Adjective or Tag.Noun or Tag.Name; i++)
            if (Ships.Contains(document.Word(i))) return document.TagOf(i + 1) is not (Tag.Noun or Tag.Possessive);
        return false;
    }
}
