using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"In X, gunmen shot a policeman. In Y, a bomb killed three": a round-up puts the town of each attack at the head of its sentence.</summary>
internal static class RoundUp
{
    /// <summary>Tokens of "In the northern city of X,".</summary>
    private const int HeadReach = 9;

    /// <summary>True when the sentence begins with the town it tells of, and tells an attack that hurt or struck someone there.</summary>
    public static bool Heads(Document document, Frame frame)
    {
        var sentence = document.Sentences[frame.Clause.Sentence];
        if (document.IsUpper || frame.Clause.First != sentence.First || frame.Clause.Sentence == 0 || frame.TypeRank < 2 || frame.Harm.Count + frame.Targets.Count == 0 && frame.Type != EventType.Shooting) return false;
        if (frame.Place is not { Precision: PlacePrecision.Settlement or PlacePrecision.Site, Relation: null or "near" } place) return false;
        if (IsOfTold(document, frame.Clause)) return false;
        if (IsDeadliest(document, sentence.First) || IsAfterwards(document, sentence.First) || IsBeside(document, sentence)) return true;
        return IsAtHead(document, frame.Clause, sentence.First, place);
    }

    /// <summary>"In X, " or "and in X, " with nothing after it that was told before.</summary>
    public static bool HasTownAtHead(Document document, Clause clause, int first, PlaceMention place) => !IsOfTold(document, clause) && IsAtHead(document, clause, first, place);

    private static bool IsAtHead(Document document, Clause clause, int first, PlaceMention place)
    {
        if (document.Word(first) is not ("in" or "near" or "at" or "outside") || place.First > first + HeadReach) return false;
        for (var i = first + 1; i < place.First; i++)
            if (document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb || document.Word(i) == ",") return false;
        for (var i = place.End; i < Math.Min(document.Sentences[clause.Sentence].End, place.End + HeadReach); i++)
        {
            if (document.Word(i) == ",") return !IsBefore(document, i + 1, clause.End);
            if (document.TagOf(i) is not (Tag.Noun or Tag.Name or Tag.Preposition or Tag.Adjective or Tag.Determiner or Tag.Number) || document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb) return false;
        }
        return false;
    }

    /// <summary>"In X, the missiles hit tents", "condemned the attack": what is definite was told before.</summary>
    private static bool IsOfTold(Document document, Clause clause)
    {
        for (var i = clause.First; i + 1 < clause.End; i++)
            if (document.Word(i) is "the" or "same" or "which" && (document.Find(i + 1, Kinds.Event)?.Attribute("pos") == "noun" || document.Find(i + 1, Kinds.Weapon) is not null
                || document.Word(i + 1) is "gunman" or "gunmen" or "bomber" or "attackers" or "wounded" or "rebels")) return true;
        return false;
    }

    /// <summary>"In the deadliest of them, a bomber": one of those told as a whole.</summary>
    private static bool IsDeadliest(Document document, int first)
    {
        if (document.Word(first) != "in" || document.Word(first + 1) != "the") return false;
        var i = document.Word(first + 2) == "single" ? first + 3 : first + 2;
        return document.Word(i) is "deadliest" or "worst" or "bloodiest" or "biggest" or "other";
    }

    /// <summary>"Later in the morning a bomb went off", "Hours later, gunmen": another one, if another town is named.</summary>
    private static bool IsAfterwards(Document document, int first)
    {
        var later = document.Word(first) is "hours" or "minutes" ? first + 1 : first;
        if (document.Word(later) is not ("later" or "earlier")) return false;
        for (var i = later + 1; i < later + HeadReach; i++)
            if (document.Word(i) is "a" or "an" or "two" or "three" or "gunmen" or "militants" or "police" or "troops" or "soldiers") return true;
        return false;
    }

    /// <summary>"North of Baghdad, gunmen": beside what was told.</summary>
    private static bool IsBeside(Document document, Sentence sentence)
    {
        if (document.Word(sentence.First) is not ("north" or "south" or "east" or "west" or "northeast" or "northwest" or "southeast" or "southwest" or "further" or "farther") || document.Word(sentence.First + 1) is not ("of" or "north" or "south" or "east" or "west")) return false;
        for (var i = sentence.First + 2; i < Math.Min(sentence.End, sentence.First + HeadReach); i++)
            if (document.Word(i) == ",") return true;
        return false;
    }

    /// <summary>Whether it is another attack than the one told: that has its own town and its own people or things.</summary>
    public static bool IsNext(IncidentDraft incident, Frame frame, PlaceMention? place)
    {
        if (!frame.IsHeaded || frame.Kind != FrameKind.Event || frame.Clause.Sentence == incident.LastSentence || place is null) return false;
        // "Attacks across the country killed 74. In X, two blasts killed 40": the whole and a part of it.
        if (incident.Place is null or { Precision: PlacePrecision.Country } && incident.IsPlural && frame.Harm.GetValueOrDefault("killed") is { Min: > 0 } part && incident.Harm.GetValueOrDefault("killed") is { Min: { } all } && all > part.Min) return true;
        if (incident.Place is not { Precision: PlacePrecision.Settlement or PlacePrecision.Site } known || known.Name == place.Name) return false;
        if (place.Within == known.Name || known.Within == place.Name || known.Relation is not (null or "near")) return false;
        return incident.Harm.Count + incident.Targets.Count > 0 && !SameHarm(incident, frame);
    }

    private static bool SameHarm(IncidentDraft incident, Frame frame)
    {
        foreach (var (what, count) in frame.Harm)
            if (count.Min > 2 && incident.Harm.TryGetValue(what, out var then) && then.Min == count.Min && then.Max == count.Max) return true;
        return false;
    }

    /// <summary>"had killed": told as before the attack of the news.</summary>
    private static bool IsBefore(Document document, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (document.Word(i) == "had" && document.TagOf(i + 1) is Tag.Past or Tag.Be) return true;
        return false;
    }
}
