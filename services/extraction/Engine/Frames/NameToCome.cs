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
        return phrases.KindOf(verb) == ChunkKind.Verb && document.Has(phrases[verb].Head, Kinds.Say) ? null : name;
    }
}
