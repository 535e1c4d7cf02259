using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"The army said it had killed 20 bandits in a counter-attack": what became of the attackers is no attack of its own, nor its dead those of the attack.</summary>
internal static class Counterblow
{
    /// <summary>Tokens from the word of harm to those it was done to.</summary>
    private const int Reach = 6;

    private static readonly WordSet Attackers = ["bandits", "militants", "attackers", "assailants", "insurgents", "terrorists", "gunmen", "bombers", "jihadists", "extremists"];

    private static readonly Cue Fighters = ["bandits", "militants", "attackers", "assailants", "insurgents", "terrorists", "gunmen", "bombers", "jihadists", "extremists", "rebels", "guerrillas", "fighters"];
    private static readonly Cue Answers = ["responded", "retaliated", "replied"];

    /// <summary>"The army responded with artillery on the sources of fire, killing some of the militants": what it did to the attackers, without words, day or place of an attack of its own.</summary>
    public static bool IsReturnedFire(Document document, Frame frame)
    {
        var clause = frame.Clause;
        if (document.IsUpper || clause.Sentence == 0 || frame.TypeRank > 1 || frame.Date is not null || frame.Place is not null || frame.Perpetrators.Count == 0 || !document.HasIn(clause.First, clause.End, Answers)) return false;
        foreach (var doer in frame.Perpetrators)
            if (doer.Kind != PerpetratorKind.State || doer.Stance != Stance.Stated) return false;
        // "responded with bullets, killing 38": an attack on others than those who attacked.
        if (document.HasIn(clause.First, document.Sentences[clause.Sentence].End, Kinds.Harm) && !document.HasIn(clause.First, document.Sentences[clause.Sentence].End, Fighters)) return false;
        for (var i = clause.First; i + 2 < clause.End; i++)
        {
            if (!document.Is(i, Answers) || document.Word(i + 1) is not ("with" or "by")) continue;
            var means = document.Phrases[document.Phrases.At(i + 2)];
            return document.HasIn(means.First, means.End, Kinds.Weapon) || document.Word(means.Head) is "fire";
        }
        return false;
    }

    /// <summary>True when a state's force tells or is told to have killed such people, after the attack they made, with no day, place or weapon of its own.</summary>
    public static bool Is(Document document, Frame frame)
    {
        if (document.IsUpper || frame.Clause.Sentence == 0 || frame.TypeRank > 2 || frame.Date is not null || frame.Place is not null || frame.Weapons.Count > 0 || frame.Perpetrators.Count == 0) return false;
        foreach (var doer in frame.Perpetrators)
            if (doer.Kind != PerpetratorKind.State) return false;
        var (answer, attackers) = (false, false);
        for (var i = frame.Clause.First; i < frame.Clause.End; i++)
        {
            answer |= document.Word(i) is "counterattack" || document.Word(i) == "counter" && document.Word(i + 1) == "-" && document.Word(i + 2) is "attack" or "attacks" or "ambush";
            if (document.Find(i, Kinds.Harm)?.Value != "killed") continue;
            for (var k = i + 1; k < Math.Min(frame.Clause.End, i + Reach); k++) attackers |= Attackers.Contains(document.Word(k));
        }
        return answer && attackers;
    }
}
