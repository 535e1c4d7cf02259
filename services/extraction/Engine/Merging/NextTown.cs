using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// "Missiles killed ten people in X. In Y, one person died", "killed two in X and three in Y": a round-up of fire on one day tells of the next
/// town only who was harmed, for with what and by whom it has just been said.
/// </summary>
internal static class NextTown
{
    /// <summary>Sentences from the attack told last.</summary>
    private const int Reach = 3;

    /// <summary>Tokens of "were wounded in the city of".</summary>
    private const int TownReach = 5;

    /// <summary>A number so small may well be the same in two towns.</summary>
    private const int SmallToll = 2;

    private static readonly WordSet ToTown = ["in", "near", "at", "outside", "the", "city", "town", "village", "of", "nearby", "northern", "southern", "eastern", "western"];
    private static readonly WordSet Causes = ["in", "during", "of", "from", "at"];

    /// <summary>Makes the frame the telling of that attack, when it is one.</summary>
    public static bool Read(Document document, Frame frame, ResolvedDate? date, IncidentDraft? told)
    {
        if (document.IsUpper || frame.Kind is not (FrameKind.None or FrameKind.Detail) || told is not { TypeRank: >= 3, Date: { Precision: DatePrecision.Day, IsOfTelling: false } day, Place: { Precision: PlacePrecision.Settlement or PlacePrecision.Site } known } || !Compatibility.IsFire(told.Type)) return false;
        if (frame.Clause.Sentence - told.LastSentence > Reach || date is not null && (date.Precision != DatePrecision.Day || !date.Agrees(day)) || frame.Place is not { Precision: PlacePrecision.Settlement, Lat: not null, Relation: null or "near" } place || place.Country != known.Country || Compatibility.PlacesFit(known, place)) return false;
        var first = document.Word(frame.Clause.First) is "and" or "while" ? frame.Clause.First + 1 : frame.Clause.First;
        var shared = first > frame.Clause.First && IsShared(document, frame.Clause.First, frame.Clause.End);
        if (shared) Count(document, frame, first);
        if (!IsHarmful(frame, told) || !(shared || IsHeaded(document, frame.Clause, first, place) || IsCounted(document, frame.Clause, first, place))) return false;
        (frame.Kind, frame.Because, frame.Type, frame.TypeRank, frame.EventQuote) = (FrameKind.Event, "the harm in the next town of a round-up", told.Type, told.TypeRank, frame.Harm.Values.First().Quote);
        if (frame.Perpetrators.Count == 0) frame.Perpetrators.AddRange(told.Perpetrators.Where(doer => doer.Stance == Stance.Stated));
        return true;
    }

    /// <summary>"and three in Toretsk", "and wounded nine in Odesa": what the verb before the "and" or a word of harm says of another number in another town.</summary>
    public static bool IsShared(Document document, int and, int end)
    {
        var number = document.Find(and + 1, Kinds.Harm) is { } harm && harm.Attribute("form") is "pp" or "ing" ? document.MatchOf(and + 1)!.End : and + 1;
        if (document.Word(and) != "and" || PeopleReader.ReadAt(document, number, end) is not { Min: > 0 } people || document.Quantities.StartingAt(number) is null) return false;
        if (document.Word(people.End) is not ("in" or "near" or "at")) return false;
        foreach (var place in document.PlacesIn(people.End, Math.Min(end, people.End + TownReach)))
            if (place is { Precision: PlacePrecision.Settlement, Lat: not null }) return IsWay(document, people.End, place.First);
        return false;
    }

    /// <summary>The number after the "and" is of those whom the last word of harm before it is said of.</summary>
    private static void Count(Document document, Frame frame, int first)
    {
        if (frame.Harm.Count > 0 || PeopleReader.ReadAt(document, first, frame.Clause.End) is not { } people) return;
        for (var i = first - 1; i >= document.Sentences[frame.Clause.Sentence].First; i--)
        {
            if (document.Find(i, Kinds.Harm) is not { Value: "killed" or "wounded" } harm) continue;
            frame.Harm[harm.Value] = new Count(people.Min, people.Max, document.QuoteOf(people.First, people.End), []);
            return;
        }
    }

    /// <summary>Someone was harmed, and not as many as in the town before: that would be the same ones.</summary>
    private static bool IsHarmful(Frame frame, IncidentDraft told)
    {
        var harmed = false;
        foreach (var (what, count) in frame.Harm)
        {
            if (what is not ("killed" or "wounded") || count.Min is not > 0) continue;
            if (count.Min > SmallToll && told.Harm.GetValueOrDefault(what) is { } then && then.Min == count.Min) return false;
            harmed = true;
        }
        return harmed;
    }

    /// <summary>"In Dnipro, one person died": the town at the head, and no one who only speaks there.</summary>
    private static bool IsHeaded(Document document, Clause clause, int first, PlaceMention place)
    {
        if (!RoundUp.HasTownAtHead(document, clause, first, place)) return false;
        for (var i = place.End; i < clause.End; i++)
        {
            if (document.Has(i, Kinds.Say)) return false;
            // "were wounded running to the shelters"
            if (document.Find(i, Kinds.Harm) is not null) return document.TagOf(document.MatchOf(i)!.End) != Tag.Ing && !HasCause(document, document.MatchOf(i)!.End, clause.End);
        }
        return false;
    }

    /// <summary>"One person was killed in Dnipro": the number at the head and the town just behind the word of harm.</summary>
    private static bool IsCounted(Document document, Clause clause, int first, PlaceMention place)
    {
        if (clause.First != document.Sentences[clause.Sentence].First && first == clause.First || document.Quantities.StartingAt(first) is null) return false;
        for (var i = first + 1; i < place.First; i++)
        {
            if (document.Has(i, Kinds.Say)) return false;
            // "one died in Baghdad": perhaps in a hospital there, of the wounds from the town before.
            if (document.Find(i, Kinds.Harm) is { } harm) return harm.Attribute("form") != "died" && IsWay(document, document.MatchOf(i)!.End, place.First) && !HasCause(document, place.End, clause.End);
        }
        return false;
    }

    private static bool IsWay(Document document, int from, int place)
    {
        if (place <= from || place - from > TownReach) return false;
        for (var i = from; i < place; i++)
            if (!ToTown.Contains(document.Word(i))) return false;
        return true;
    }

    /// <summary>"died in a crash", "were killed during protests": of something else. A house or a street is where they were.</summary>
    private static bool HasCause(Document document, int from, int end)
    {
        if (!Causes.Contains(document.Word(from)) || from + 1 >= end) return false;
        foreach (var place in document.PlacesIn(from + 1, Math.Min(end, from + TownReach))) return place.First - from > TownReach;
        foreach (var _ in document.DatesIn(from, Math.Min(end, from + 2))) return false;
        var phrase = document.Phrases[document.Phrases.At(from + 1)];
        return !document.Has(phrase.Head, Kinds.Object);
    }
}
