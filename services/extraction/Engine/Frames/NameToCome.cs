namespace Platform.Extraction.Engine;

/// <summary>"Men kidnapped the mayor of X. Mayor Ana Ruiz was forced into a car": the next sentence begins with the name, under the same title.</summary>
internal static class NameToCome
{
    /// <summary>The name of the one person a phrase speaks of by a title alone; null when the next sentence begins otherwise or only lets them speak.</summary>
    public static (int First, int End)? Of(Document document, int chunk, int sentence)
    {
        var phrases = document.Phrases;
        var phrase = phrases[chunk];
        if (sentence + 1 >= document.Sentences.Count || (document.ClassOf(phrase.Head) & (WordClass.Person | WordClass.Plural)) != WordClass.Person || document.Persons.Of(chunk) is not null) return null;
        var next = phrases.At(document.Sentences[sentence + 1].First);
        var named = phrases[next];
        if (named.Kind != ChunkKind.Noun || document.Persons.Of(next) is not { } name || name.First < named.First || name.End > named.End) return null;
        if (name.First == named.First || document.Word(name.First - 1) != document.Word(phrase.Head)) return null;
        var verb = next + 1;
        while (phrases.KindOf(verb) is ChunkKind.Adverb or ChunkKind.Time or ChunkKind.Bracket) verb++;
        // "The deputy mayor was killed. Mayor X condemned it": another one; of the victim it is told what he was doing or what was done to him.
        return document.Word(phrase.Head - 1) is not ("deputy" or "former" or "vice" or "ex" or "-" or "acting") && phrases.KindOf(verb) == ChunkKind.Verb && (document.TagOf(phrases[verb].First) is Tag.Be or Tag.Have || document.HasIn(phrases[verb].First, phrases[verb].End, Kinds.Harm)) ? name : null;
    }
}
