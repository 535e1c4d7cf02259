namespace Platform.Extraction.Engine;

/// <summary>
/// Names of persons in a text: runs of two names and more that no lexicon knows as a place or a group. A shorter form
/// ("Ruiz", "Mayor Ruiz") is resolved to the fullest one in the text.
/// </summary>
internal sealed class PersonNames(Document document)
{
    /// <summary>So many names of one text are kept; it bounds the work.</summary>
    private const int Most = 64;

    private readonly List<(int First, int End)> names = [];
    private bool read;

    /// <summary>Forgets the names of the last text.</summary>
    public void Clear()
    {
        names.Clear();
        read = false;
    }

    /// <summary>The person a noun phrase names, in the fullest form of the text; null when it names none.</summary>
    public (int First, int End)? Of(int chunk)
    {
        var phrase = document.Phrases[chunk];
        var (first, end) = document.Phrases.NameOf(chunk);
        return Of(phrase, first, end);
    }

    /// <summary>The person whose name stands before a possessive ending in a noun phrase: "Ana Ruiz's murder".</summary>
    public (int First, int End)? Before(int chunk, int possessive)
    {
        var phrase = document.Phrases[chunk];
        var first = possessive;
        while (first > phrase.First && document.TagOf(first - 1) == Tag.Name && (document.ClassOf(first - 1) & WordClass.Person) == 0) first--;
        return Of(phrase, first, possessive);
    }

    private (int First, int End)? Of(in Chunk phrase, int first, int end)
    {
        Read();
        if (first == end || !IsPerson(first, end)) return null;
        var titled = first > phrase.First && (document.ClassOf(first - 1) & WordClass.Person) != 0
            || (document.Word(first - 1) is "." or "mr" or "mrs" && first - 1 >= phrase.First);
        foreach (var name in names)
            if (name.End - name.First > end - first && Contains(name, first, end)) return name;
        return end - first >= 2 || titled ? (first, end) : null;
    }

    private void Read()
    {
        if (read) return;
        read = true;
        var phrases = document.Phrases;
        for (var i = 0; i < phrases.Count && names.Count < Most; i++)
        {
            if (phrases[i].Kind != ChunkKind.Noun) continue;
            var (first, end) = phrases.NameOf(i);
            if (end - first >= 2 && IsPerson(first, end)) names.Add((first, end));
        }
    }

    /// <summary>All words of the short form stand in the long one, in order.</summary>
    private bool Contains((int First, int End) name, int first, int end)
    {
        var i = name.First;
        for (var k = first; k < end; k++)
        {
            while (i < name.End && document.Word(i) != document.Word(k)) i++;
            if (i++ >= name.End) return false;
        }
        return true;
    }

    private bool IsPerson(int first, int end)
    {
        // "San Ramón", "El Granillo", "La Paz" are places.
        if (document.Word(first) is "san" or "santa" or "santo" or "el" or "la" or "las" or "los" or "puerto" or "villa" or "new" or "fort" or "mount" or "banco" or "banca") return false;
        for (var i = first; i < end; i++)
        {
            var classes = document.ClassOf(i);
            if ((classes & WordClass.Structure) != 0 || ((classes & (WordClass.Group | WordClass.Place)) != 0 && (classes & WordClass.Name) == 0)) return false;
            if (document.MatchOf(i) is not { } match) continue;
            foreach (var entry in match.Entries)
            {
                if (entry.Kind is Kinds.Actor or Kinds.Country or Kinds.Site or Kinds.Source or Kinds.Object or Kinds.Weapon or Kinds.Event or Kinds.Border) return false;
                if (entry.Kind is Kinds.Settlement or Kinds.Admin1 && match.First <= first && match.End >= end) return false;
            }
        }
        return true;
    }
}
