namespace Platform.Extraction.Engine;

/// <summary>
/// Clauses of other worlds that use the words of attacks: a bus collides and kills, prices explode, a late strike kills the game,
/// a film tells of a bomb.
/// </summary>
internal static class OtherWorld
{
    /// <summary>True when the clause is of such a world.</summary>
    public static bool Has(Document document, Clause clause)
    {
        var (mishap, play, work, story) = (false, false, false, false);
        var (told, plain, weapon, doer, harm, people) = (false, false, false, false, false, false);
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
            }
            weapon |= match.Find(Kinds.Weapon) is not null;
            doer |= match.Find(Kinds.Actor) is not null;
            harm |= match.Find(Kinds.Harm) is not null;
            people |= match.Find(Kinds.Person) is not null;
        }
        return (mishap && !told && !weapon && !doer) || (play && !plain && !weapon && !doer && !(harm && people)) || (work && story);
    }
}
