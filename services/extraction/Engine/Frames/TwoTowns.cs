using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// "Rockets hit X after jets bombed Y": one sentence, two attacks, for each side has a verb of its own and a town of its own.
/// Where the towns can be one place, or one side names none, the sentence tells one attack.
/// </summary>
internal static class TwoTowns
{
    /// <summary>Tokens of "Less than two days after".</summary>
    private const int FrontReach = 6;

    /// <summary>Tokens of a side on which its verb and its town stand.</summary>
    private const int SideReach = 40;

    /// <summary>Phrases from the head of a subject to its verb.</summary>
    private const int SubjectPhrases = 5;

    private static readonly ulong Telling = KindSet.Of(Kinds.Event, Kinds.Action, Kinds.Harm, Kinds.Support);

    /// <summary>True when the conjunction at a token stands between two such tellings.</summary>
    public static bool Meet(Document document, int first, int conjunction, int end)
    {
        if (document.IsUpper) return false;
        var joins = document.Word(conjunction) is "after" or "before" or "as" or "and" && OpensTelling(document, conjunction + 1, end)
            || document.Word(conjunction) is "after" or "following" && OpensEvent(document, conjunction + 1);
        return joins && TellsIn(document, first, conjunction) && Apart(document, first, conjunction, RightEnd(document, conjunction + 1, end));
    }

    /// <summary>"killed two people in X and three in Y": one verb for two towns (<see cref="NextTown"/>).</summary>
    public static bool ShareVerb(Document document, int first, int and, int end) =>
        !document.IsUpper && NextTown.IsShared(document, and, end) && TellsIn(document, first, and) && Apart(document, first, and, RightEnd(document, and + 1, end));

    /// <summary>The comma of "Hours after rockets hit X, jets bombed Y": what stands before it is told as the older one.</summary>
    public static bool IsFront(Document document, Sentence sentence, int comma)
    {
        if (document.IsUpper || document.Word(comma) != "," || comma - sentence.First > SideReach || AfterAtHead(document, sentence) is not { } after || after >= comma) return false;
        return OpensTelling(document, after + 1, comma) && OpensTelling(document, comma + 1, sentence.End) && Apart(document, after + 1, comma, RightEnd(document, comma + 1, sentence.End));
    }

    /// <summary>", where a week earlier it had killed seven": a deed with a day of its own in the town just named.</summary>
    public static bool IsWhereBefore(Document document, int first, int comma, int end)
    {
        if (document.IsUpper || document.Word(comma) != "," || document.Word(comma + 1) != "where" || !TellsIn(document, first, comma)) return false;
        var stop = Math.Min(end, comma + SideReach);
        for (var i = comma + 2; i < stop; i++)
        {
            if (document.Phrases[document.Phrases.At(i)] is not { Kind: ChunkKind.Verb } verb) continue;
            if (document.Word(verb.First) != "had" || !IsTelling(document, verb)) return false;
            foreach (var date in document.DatesIn(comma + 2, stop))
                if (date.Role is DateRole.Event or DateRole.Relative or DateRole.Floating) return true;
            return false;
        }
        return false;
    }

    /// <summary>"Hours after …, jets bombed Y": the day of what came hours before is that of the news, too.</summary>
    public static DateMention? DayOfFront(Document document, Clause clause)
    {
        var sentence = document.Sentences[clause.Sentence];
        if (clause.First == sentence.First || document.Word(sentence.First) is not ("hours" or "minutes" or "shortly" or "moments") || !IsFront(document, sentence, clause.First - 1)) return null;
        foreach (var date in document.DatesIn(sentence.First + 1, clause.First))
            if (date is { Role: DateRole.Event, Precision: DatePrecision.Day }) return date;
        return null;
    }

    private static int? AfterAtHead(Document document, Sentence sentence)
    {
        for (var i = sentence.First; i < Math.Min(sentence.End, sentence.First + FrontReach); i++)
        {
            if (document.Word(i) == "after") return i;
            if (document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb || document.Word(i) == ",") return null;
        }
        return null;
    }

    /// <summary>A side ends where the next conjunction begins another.</summary>
    private static int RightEnd(Document document, int from, int end)
    {
        var stop = Math.Min(end, from + SideReach);
        for (var i = from; i < stop; i++)
            if (document.Word(i) is ";" or "after" or "before" or "while" or "but" or "following") return i;
        return stop;
    }

    /// <summary>Both sides name a town or a site, and none of the one can be any of the other.</summary>
    private static bool Apart(Document document, int first, int middle, int end)
    {
        var (left, right) = (false, false);
        foreach (var here in document.PlacesIn(first, middle))
        {
            if (!IsTown(document, here)) continue;
            left = true;
            foreach (var there in document.PlacesIn(middle, end))
            {
                if (!IsTown(document, there)) continue;
                right = true;
                if (here.Within == there.Name || there.Within == here.Name || Compatibility.PlacesFit(here, there)) return false;
            }
        }
        return left && right;
    }

    private static bool IsTown(Document document, PlaceMention place) =>
        place is { Precision: PlacePrecision.Settlement or PlacePrecision.Site, IsLocative: true, IsDateline: false, Lat: not null } && !PlaceChooser.IsOrigin(document, place);

    private static bool TellsIn(Document document, int first, int end)
    {
        for (var i = Math.Max(first, end - SideReach); i < end; i++)
            if (document.Phrases[document.Phrases.At(i)] is { Kind: ChunkKind.Verb } verb && IsTelling(document, verb)) return true;
        return false;
    }

    /// <summary>"US jets bombed", "a rocket from X killed": a subject of its own and a verb in a tense. "After he was shot" is the one told.</summary>
    private static bool OpensTelling(Document document, int from, int end)
    {
        var phrases = document.Phrases;
        var subject = phrases.At(from);
        if (phrases.KindOf(subject) != ChunkKind.Noun || document.TagOf(phrases[subject].Head) == Tag.Pronoun || document.Word(from) is "the" or "many" or "much") return false;
        for (var k = subject + 1; k <= subject + SubjectPhrases && phrases.KindOf(k) is ChunkKind.Preposition or ChunkKind.Noun or ChunkKind.Verb or ChunkKind.Adverb or ChunkKind.Time && phrases[k].First < end; k++)
            if (phrases.KindOf(k) == ChunkKind.Verb) return IsTelling(document, phrases[k]);
        return false;
    }

    /// <summary>"US strikes on Y", "a rocket attack on Y"; not "the attack", which was told before.</summary>
    private static bool OpensEvent(Document document, int from)
    {
        var subject = document.Phrases.At(from);
        return document.Phrases.KindOf(subject) == ChunkKind.Noun && document.Word(from) is not ("the" or "this" or "that" or "its" or "his" or "her" or "their")
            && document.Find(document.Phrases[subject].Head, Kinds.Event)?.Attribute("pos") == "noun";
    }

    private static bool IsTelling(Document document, Chunk verb)
    {
        if ((verb.Form & (VerbForm.Infinitive | VerbForm.Ing | VerbForm.Reduced | VerbForm.Modal | VerbForm.Negated)) != 0) return false;
        for (var i = verb.First; i < verb.End; i++)
            if (document.HasAny(i, Telling) && document.Find(i, Kinds.Harm)?.Attribute("form") != "died") return true;
        return false;
    }
}
