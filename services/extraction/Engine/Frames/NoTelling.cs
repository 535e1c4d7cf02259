namespace Platform.Extraction.Engine;

/// <summary>Words of attacks that tell none: fire only heard somewhere, names of crimes, searches by the police.</summary>
internal static class NoTelling
{
    /// <summary>"Police raided a house": a search and no attack, unless someone came to harm.</summary>
    public static bool IsSearch(Document document, Frame frame, LexiconMatch? told)
    {
        if (told is null || frame.Harm.Count > 0 || frame.Weapons.Count > 0 || document.Word(told.End - 1) is not ("raided" or "raiding")) return false;
        var by = document.Word(told.End) == "by";
        for (var (i, end) = by ? (told.End + 1, told.End + 5) : (told.First - 3, told.First); i < end; i++)
            if (i >= 0 && document.Word(i) is "police" or "policemen" or "detectives" or "deputies" or "carabineros" or "prosecutors") return true;
        return false;
    }

    /// <summary>"fired two missiles in a three-day exercise": weapons fired with nobody harmed, where the clause names an exercise.</summary>
    public static bool IsExercise(Document document, Frame frame, LexiconMatch? told)
    {
        if (told is null || told.Find(Kinds.Event) is not null || frame.Harm.Count > 0 || frame.Damage.Count > 0) return false;
        if (WeaponReader.NearestVerb(document, frame.Clause, told)?.Find(Kinds.Action)?.Value is not ("fire" or "use")) return false;
        for (var i = frame.Clause.First; i < frame.Clause.End; i++)
            if (document.Word(i) is "exercise" or "exercises" or "drill" or "drills" or "maneuvers" or "manoeuvres" or "parade") return true;
        return false;
    }

    /// <summary>"Heavy shooting was heard", "explosions could be heard": fighting somewhere, nobody knows whose.</summary>
    public static bool IsOnlyHeard(Document document, LexiconMatch match)
    {
        for (var i = match.End; i < match.End + 8; i++)
        {
            if (document.Word(i) == "heard") return document.Word(i - 1) is "be" or "was" or "were" or "been";
            if (document.TagOf(i) is not (Tag.Be or Tag.Modal or Tag.Have or Tag.Adverb or Tag.Time or Tag.Conjunction or Tag.Noun)) return false;
        }
        return false;
    }

    /// <summary>"on charges of murder, kidnapping, and arson": names of crimes without article and object tell no event.</summary>
    public static bool IsCrimeAsSuch(Document document, LexiconMatch match)
    {
        var listed = document.Word(match.First - 1) is "," or "and" or "or" or "of" or "with" or "for" && document.Word(match.End) is "," or "and" or "or" or "." or ";";
        if (!listed) return false;
        for (var i = match.First - 1; i >= Math.Max(0, match.First - 8); i--)
            if (document.Word(i) is "charges" or "charge" or "crimes" or "crime" or "charged" or "accused" or "guilty" or "convicted" or "acts" or "offenses" or "use") return true;
        return false;
    }
}
