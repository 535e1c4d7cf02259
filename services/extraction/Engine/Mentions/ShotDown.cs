using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// "Drones were shot down near the base", "air defences confronted missiles over the capital": an attack, though it reached nothing.
/// Not where a spy plane or the other side's own drone comes down.
/// </summary>
internal static class ShotDown
{
    /// <summary>Tokens from what was shot down to the words for the town under it.</summary>
    private const int OverReach = 12;

    /// <summary>True when what was shot down flew at something: said so, or by what it was, how many they were and where.</summary>
    public static bool IsAttack(Document document, Clause clause, LexiconMatch weapon, LexiconMatch verb)
    {
        if (weapon.Find(Kinds.Weapon) is not { Value: "drone" or "missile" or "rocket" } entry || entry.Attribute("model") is "Reaper or Predator" or "Bayraktar") return false;
        for (var i = Math.Max(clause.First, weapon.First - 3); i < weapon.First; i++)
            if (document.Word(i) is "spy" or "surveillance" or "reconnaissance" or "spying" or "own") return false;
        for (var i = weapon.First; i < clause.End; i++)
            if (document.Word(i) is "test" or "tests" or "trial" && document.Word(i - 1) is "a" or "in" or "flight") return false;
        return IsAimed(document, clause) || IsBroughtDown(document, weapon, verb) && (IsOnlyAWeapon(document, entry, weapon) || IsOverTown(document, clause, weapon));
    }

    /// <summary>Something that they flew at, or words that say they did.</summary>
    private static bool IsAimed(Document document, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (document.Word(i) is "heading" or "headed" or "aimed" or "targeting" or "attacking" or "toward" or "towards" or "attempting" or "tried" or "swarm" or "hostile") return true;
            if (document.Find(i, Kinds.Site) is not null || document.Find(i, Kinds.Object) is { Value: "military_base" or "diplomatic" or "infrastructure" }) return true;
            if (document.Word(i) is "launched" or "fired" && document.Word(i + 1) is "at" or "by" or "from" or "against") return true;
        }
        return false;
    }

    /// <summary>It is what was brought down: the subject of a passive, the object of an active verb. "Shot down with a missile" is the other way round.</summary>
    private static bool IsBroughtDown(Document document, LexiconMatch weapon, LexiconMatch verb)
    {
        var phrases = document.Phrases;
        var at = phrases.At(weapon.First);
        if (phrases[at].Kind != ChunkKind.Noun || phrases[at].Head >= weapon.End) return false;
        var chunk = phrases[phrases.At(verb.First)];
        if (chunk.Kind == ChunkKind.Verb && chunk.IsPassive || document.TagOf(verb.First) == Tag.Be) return weapon.End <= verb.First && phrases.KindOf(at - 1) != ChunkKind.Preposition;
        return verb.End <= weapon.First && phrases.KindOf(at - 1) is ChunkKind.Verb or ChunkKind.Other or ChunkKind.Adverb;
    }

    /// <summary>Missiles and rockets fly at something; so do drones that carry a charge.</summary>
    private static bool IsOnlyAWeapon(Document document, LexiconEntry entry, LexiconMatch weapon)
    {
        if (entry.Value is not "drone") return true;
        for (var i = Math.Max(0, weapon.First - 3); i < weapon.End; i++)
            if (document.Word(i) is "attack" or "explosive" or "kamikaze" or "suicide" or "armed" or "booby" or "laden" or "combat") return true;
        return false;
    }

    /// <summary>"Rebels shot down two drones over X", "… by the group": they bring down over their own land what a state flies there.</summary>
    private static bool IsByGroup(Document document, Clause clause, LexiconMatch weapon)
    {
        for (var i = clause.First; i < Math.Min(clause.End, weapon.End + OverReach); i++)
            if (i < weapon.First || document.Word(i - 1) is "by" or "the")
                if (document.Find(i, Kinds.Actor) is { } actor && actor.Attribute("kind") != "state" || document.Word(i) is "police" or "guards") return true;
        return false;
    }

    /// <summary>"two drones were shot down over X": one may have lost its way, several over a town were sent there.</summary>
    private static bool IsOverTown(Document document, Clause clause, LexiconMatch weapon)
    {
        if (!document.Word(weapon.End - 1).EndsWith('s') || document.Word(weapon.End) is "carrying" or "smuggling" || IsByGroup(document, clause, weapon)) return false;
        foreach (var place in document.PlacesIn(clause.First, Math.Min(clause.End, weapon.End + OverReach)))
            if (place.Precision is PlacePrecision.Settlement or PlacePrecision.Admin1 && place.First > clause.First && document.Word(place.First - 1) is "over" or "near" or "above") return true;
        return false;
    }
}
