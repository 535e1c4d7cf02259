using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Accidents and animals that kill with the words of attacks, told in one clause or only by the clause that gives the cause.</summary>
internal static class Mishaps
{
    private static readonly WordSet Beasts =
        ["shark", "sharks", "bear", "bears", "dog", "dogs", "crocodile", "crocodiles", "alligator", "tiger", "tigers", "lion", "lions", "lioness", "leopard", "leopards", "wolf", "wolves", "elephant", "elephants", "hippo", "hyena", "hyenas",
         "snake", "snakes", "bee", "bees", "hornets", "boar", "bull", "buffalo", "jellyfish", "orca", "cougar", "coyote"];
    private static readonly WordSet Vehicles = ["helicopter", "plane", "aircraft", "jet", "airliner", "airplane", "bus", "minibus", "lorry", "truck", "tanker", "train"];
    private static readonly WordSet Aircraft = ["helicopter", "plane", "aircraft", "jet", "airliner", "airplane", "boeing", "airbus", "flight"];

    /// <summary>What a plane hits that nobody aims at.</summary>
    private static readonly WordSet Ground = ["hill", "hills", "hillside", "mountain", "mountains", "mountainside", "slope", "runway", "trees", "treetops", "ridge", "cliff", "ground", "peak"];

    private static readonly WordSet Wrecks = ["overturned", "collided", "collision", "skidded", "derailed", "capsized", "veered"];

    /// <summary>Words that may be of such.</summary>
    public static readonly WordSet Words = ["crashed", "crash", .. Wrecks, .. Ground, .. Beasts];

    /// <summary>True when the clause tells of such.</summary>
    public static bool Is(Document document, Clause clause)
    {
        if (!document.World.HasMishap) return false;
        var (wreck, weapon, other, ground, downed) = (false, false, false, false, false);
        for (var i = clause.First; i < clause.End; i++)
        {
            if (IsByBeast(document, i)) return true;
            ground |= IsIntoGround(document, i);
            downed |= document.Word(i) is "shot" or "downed" or "missile" or "bomb" or "bombs" or "fire";
            wreck |= Wrecks.Contains(document.Word(i)) || document.Word(i) == "crashed" && Vehicles.Contains(document.Word(i - 1)) || IsCrash(document, clause, i);
            // The vehicle itself is a weapon only of those who aim it.
            weapon |= document.Find(i, Kinds.Weapon) is { Value: not ("aircraft" or "vehicle") };
            other |= document.Find(i, Kinds.Event) is { } told && !(told.Value == "bombing" && document.Word(i) is "exploded" or "explosion" or "blast") || document.Word(i) is "shot" or "downed" or "fire" or "hit" or "militants" or "gunmen";
        }
        return wreck && !weapon && !other || ground && !weapon && !downed;
    }

    /// <summary>"The plane hit a hill", "a helicopter struck the mountainside".</summary>
    private static bool IsIntoGround(Document document, int i)
    {
        if (document.Word(i) is not ("hit" or "struck") || !Aircraft.Contains(document.Word(i - 1))) return false;
        var aim = document.Phrases[document.Phrases.At(Math.Min(i + 1, document.Tokens.Count - 1))];
        // "An aircraft struck hills near the city": from the air.
        return aim.Kind == ChunkKind.Noun && document.TagOf(aim.First) == Tag.Determiner && Ground.Contains(document.Word(aim.Head));
    }

    /// <summary>"the passengers killed in yesterday's crash of a Boeing".</summary>
    private static bool IsCrash(Document document, Clause clause, int i)
    {
        if (document.Word(i) != "crash" || document.TagOf(i) == Tag.Verb) return false;
        for (var k = clause.First; k < clause.End; k++)
            if (Aircraft.Contains(document.Word(k))) return true;
        return false;
    }

    /// <summary>"A shark attacked", "a bear attack", "mauled by a lion": no capitals, as teams and armed groups have them.</summary>
    private static bool IsByBeast(Document document, int i)
    {
        if (document.IsCapital(i) || !Beasts.Contains(document.Word(i))) return false;
        return document.HasAny(i + 1, KindSet.Of(Kinds.Event, Kinds.Harm)) && document.Word(i + 1) is not ("was" or "were") && !document.Word(i + 1).StartsWith("shot", StringComparison.Ordinal)
            || document.Word(i - 1) is "a" or "an" or "the" && document.Word(i - 2) == "by" || document.Word(i - 2) is "a" or "an" && document.Word(i - 3) == "by";
    }

    /// <summary>"The blast was caused by a gas leak", "investigators ruled out terrorism": of what was told before.</summary>
    public static bool IsCause(Document document, Clause clause)
    {
        if (!IsAccident(document, clause)) return false;
        var told = false;
        for (var i = clause.First; i < clause.End; i++)
            told |= document.Word(i) is "the" or "it" or "'s" && document.Word(i + 1) is "explosion" or "explosions" or "blast" or "blasts" or "fire" or "incident" or "was" or "were" || document.Word(i) == "ruled" && document.Word(i + 1) == "out";
        return told;
    }

    /// <summary>Whether the clause names the cause of an accident: "after an electrical fault".</summary>
    public static bool IsAccident(Document document, Clause clause)
    {
        if (!document.HasIn(clause.First, clause.End, Kinds.Context)) return false;
        for (var i = clause.First; i < clause.End; i++)
            if (document.Find(i, Kinds.Context)?.Value == "accident") return true;
        return false;
    }

    /// <summary>"several rockets exploded": in a fire they do.</summary>
    public static bool Explodes(Document document, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (document.Find(i, Kinds.Action)?.Value == "explode") return true;
        return false;
    }

    /// <summary>Whether a clause of a match tells of real harm: to people, by an armed group or with a weapon that no player has.</summary>
    public static bool IsHarmful(Document document, Frame frame)
    {
        if (frame.Harm.Count > 0 || frame.Type == EventType.Kidnapping) return true;
        foreach (var weapon in frame.Weapons)
            if (!weapon.IsImplied && weapon.Type is not (WeaponType.Rocket or WeaponType.Missile)) return true;
        return document.HasIn(frame.Clause.First, frame.Clause.End, Kinds.Actor);
    }
}
