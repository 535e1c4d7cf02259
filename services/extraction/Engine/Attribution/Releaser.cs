using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"X guerrillas released Ana Ruiz, who was kidnapped in May": who sets a hostage free has held her, unless it is the police or an army.</summary>
internal static class Releaser
{
    /// <summary>Adds who is told to release the one taken, in the clause's sentence or the one before it.</summary>
    public static void Read(Document document, Frame frame)
    {
        if (frame is not { Type: EventType.Kidnapping, TypeRank: > 0 } || frame.Perpetrators.Count > 0) return;
        var last = frame.Clause.Sentence;
        for (var sentence = last; sentence >= Math.Max(0, last - 1); sentence--)
            if (Add(document, frame, document.Sentences[sentence])) return;
    }

    private static bool Add(Document document, Frame frame, Sentence sentence)
    {
        var phrases = document.Phrases;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (document.Word(i) is not ("released" or "freed" or "liberated")) continue;
            var verb = phrases.At(i);
            if (phrases[verb] is not { Kind: ChunkKind.Verb, Form: VerbForm.Active } || phrases.KindOf(verb + 1) != ChunkKind.Noun || !IsPerson(document, verb + 1)) continue;
            if (new RoleReader(document).Subject(verb, phrases.At(sentence.First)) is not { } subject) continue;
            // "the X front (XF) guerrillas": the name stands before its short form.
            var named = phrases.KindOf(subject - 1) == ChunkKind.Bracket && phrases.KindOf(subject - 2) == ChunkKind.Noun ? subject - 2 : subject;
            var (first, end) = (phrases[named].First, phrases[subject].End);
            for (var k = first; k < end; k++)
            {
                if (document.MatchOf(k)?.First != k || ActorReader.At(document, k, end, frame.Place) is not { Kind: PerpetratorKind.ArmedGroup, IsGeneric: false } actor) continue;
                Forget(frame, actor.Name);
                frame.Perpetrators.Add(new PerpetratorMention(actor.Name, actor.Kind, Stance.Stated, null, document.QuoteOf(actor.NameFirst, actor.NameEnd), IsGeneric: false));
                return true;
            }
        }
        return false;
    }

    private static void Forget(Frame frame, string name) => frame.Perpetrators.RemoveAll(one => one.Name == name);

    private static bool IsPerson(Document document, int chunk) => document.Persons.Of(chunk) is not null || document.Has(document.Phrases[chunk].Head, Kinds.Person) || (document.ClassOf(document.Phrases[chunk].Head) & WordClass.Person) != 0;
}
