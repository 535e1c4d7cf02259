using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"It was fired by X, the ministry said", "The army said X had launched it": who did what was told in the sentence before.</summary>
internal static class PronounDeed
{
    /// <summary>Tokens from "by" to the doer's name.</summary>
    private const int Reach = 4;

    /// <summary>Adds who fired, planted or carried out "it" or "them".</summary>
    public static void Read(Document document, Frame frame, ActorList? known)
    {
        var clause = frame.Clause;
        if (document.IsUpper || clause.Sentence == 0) return;
        var phrases = document.Phrases;
        var (low, high) = (phrases.At(clause.First), phrases.At(clause.End - 1));
        for (var verb = low; verb <= high; verb++)
        {
            var chunk = phrases[verb];
            if (chunk.Kind != ChunkKind.Verb || (chunk.Form & (VerbForm.Negated | VerbForm.Modal | VerbForm.Infinitive | VerbForm.Ing | VerbForm.Reduced)) != 0 || !IsDeed(document, chunk) || !Realis.IsReal(document, clause, chunk.Head)) continue;
            var actors = known ??= new ActorList(document, frame, clause.First);
            if ((chunk.IsPassive ? Agent(document, actors, verb, low, high) : Subject(document, actors, verb, low, high)) is not { IsGeneric: false } doer) continue;
            var accuser = ToldOfOthers.Accuser(document, clause, actors, doer, chunk.IsPassive ? phrases[verb - 1].First : doer.First) ?? Speaker(document, clause, doer);
            actors.Add(frame, doer, accuser is null ? Stance.Stated : Stance.Accused, accuser);
            return;
        }
    }

    private static bool IsDeed(Document document, in Chunk verb)
    {
        for (var i = verb.First; i < verb.End; i++)
            if (document.Find(i, Kinds.Action) is { Value: "fire" or "place" or "use" } && document.Word(i) is not ("used" or "use")) return true;
        return false;
    }

    private static bool IsPronoun(Document document, int chunk) =>
        document.Phrases[chunk] is { Kind: ChunkKind.Noun } phrase && document.Word(phrase.Head) is "it" or "they" or "them" && phrase.End == phrase.First + 1;

    /// <summary>"It was fired by X".</summary>
    private static ActorMention? Agent(Document document, ActorList actors, int verb, int low, int high)
    {
        var phrases = document.Phrases;
        if (verb <= low || !IsPronoun(document, verb - 1)) return null;
        for (var i = verb + 1; i < high; i++)
            if (document.Word(phrases[i].First) == "by") return actors.After(phrases[i].End, Reach);
            else if (phrases[i].Kind is ChunkKind.Verb or ChunkKind.Comma) return null;
        return null;
    }

    /// <summary>"X had launched it".</summary>
    private static ActorMention? Subject(Document document, ActorList actors, int verb, int low, int high)
    {
        if (verb >= high || !IsPronoun(document, verb + 1) || new RoleReader(document).Subject(verb, low) is not { } subject) return null;
        var phrase = document.Phrases[subject];
        for (var i = phrase.First; i < phrase.End; i++)
            if (actors.Covering(i) is { } actor) return actor;
        return StateReader.At(document, phrase.First, phrase.End);
    }

    /// <summary>", the ministry said": who tells the sentence, unless it is the doer.</summary>
    private static string? Speaker(Document document, Clause clause, ActorMention doer)
    {
        if (SpeakerReader.Last(document, document.Sentences[clause.Sentence]) is not { } last || last.First >= last.End || last.First < doer.End) return null;
        if (SpeakerReader.State(document, last.First, last.End) == doer.Name || SpeakerReader.IsOf(document, last.First, last.End, doer.Name)) return null;
        var first = last.First;
        while (first < last.End - 1 && document.TagOf(first) == Tag.Determiner) first++;
        return document.TextOf(document.QuoteOf(first, last.End));
    }
}
