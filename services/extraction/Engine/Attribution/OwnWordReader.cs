using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"X targeted the port, it said in a statement", "…, X's spokesman said": a deed that the doer itself tells at the end of the sentence is claimed.</summary>
internal static class OwnWordReader
{
    /// <summary>Tokens of the subject at the head of a sentence.</summary>
    private const int SubjectReach = 6;

    /// <summary>Makes claims of what the frame states on the doer's word.</summary>
    public static void Settle(Document document, Frame frame)
    {
        if (frame.TypeRank == 0) return;
        var sentence = document.Sentences[frame.Clause.Sentence];
        if (SpeakerReader.Last(document, sentence) is not { } speaker) return;
        var named = false;
        for (var k = 0; k < frame.Perpetrators.Count; k++)
        {
            var doer = frame.Perpetrators[k];
            named |= !doer.IsGeneric;
            if (doer is { IsGeneric: false, Stance: Stance.Stated } && IsOwn(document, sentence, speaker, doer)) frame.Perpetrators[k] = doer with { Stance = Stance.Claimed };
        }
        if (named || !IsWe(document, frame) || Group(document, speaker.First, speaker.End) is not { } group) return;
        frame.Perpetrators.Clear();
        frame.Perpetrators.Add(new PerpetratorMention(group.Name, group.Kind, Stance.Claimed, null, document.QuoteOf(group.NameFirst, group.NameEnd), IsGeneric: false));
    }

    private static bool IsOwn(Document document, Sentence sentence, (int First, int End, int Tail) speaker, PerpetratorMention doer)
    {
        if (doer.Kind == PerpetratorKind.State ? SpeakerReader.State(document, speaker.First, speaker.End) == doer.Name : SpeakerReader.IsOf(document, speaker.First, speaker.End, doer.Name)) return true;
        if (doer.Quote.Start > document.Tokens[Math.Min(sentence.First + SubjectReach, sentence.End - 1)].Start) return false;
        // "…, their spokesman X said": whose he is was said at the head.
        if (document.Word(speaker.First) is "its" or "their" && document.Word(speaker.First + 1) is "spokesman" or "spokesperson" or "spokeswoman" or "military" && (doer.Kind == PerpetratorKind.ArmedGroup || document.Word(speaker.First + 1) != "military")) return true;
        // "it said" of a report may be the agency's of the sentence before; a statement is the doer's.
        if (speaker.End - speaker.First == 1 && document.Word(speaker.First) is "it" or "they")
            return sentence.Index == 0 && doer.Kind == PerpetratorKind.ArmedGroup || document.Word(speaker.Tail) is "in" or "on" or "via" && document.Word(speaker.Tail + 1) is "a" or "its" or "telegram" && document.Word(speaker.Tail + 2) is not "report";
        return doer.Kind == PerpetratorKind.ArmedGroup && speaker.End - speaker.First == 2 && document.Word(speaker.First) == "the" && document.Word(speaker.First + 1) is "group" or "movement" or "militia" or "organization" or "organisation";
    }

    /// <summary>"We targeted the port": the speaker did it.</summary>
    private static bool IsWe(Document document, Frame frame)
    {
        for (var i = frame.Clause.First; i < Math.Min(frame.Clause.End, frame.Clause.First + SubjectReach); i++)
            if (document.Word(i) == "we" || document.Word(i) == "our" && document.Word(i + 1) is "fighters" or "mujahideen" or "forces" or "men") return true;
        return false;
    }

    private static ActorMention? Group(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (ActorReader.At(document, i, end, null) is { IsGeneric: false, Kind: PerpetratorKind.ArmedGroup } group) return SpeakerReader.IsOf(document, first, end, group.Name) ? group : null;
        return null;
    }
}
