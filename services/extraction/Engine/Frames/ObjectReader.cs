namespace Platform.Extraction.Engine;

/// <summary>
/// What a word needs beside it to tell an attack: one burns a bus, a ball burns the fingers; someone with a name disappears, prices do.
/// </summary>
internal static class ObjectReader
{
    private const WordClass Things = WordClass.Structure | WordClass.Vehicle;

    /// <summary>Tokens from "set" to "ablaze".</summary>
    private const int AblazeReach = 12;

    /// <summary>True when what the words were done to is of the kind wanted: <c>thing</c> (a building, a vehicle), <c>set</c> (one that is set so) or <c>name</c> (a person by name).</summary>
    public static bool Has(Document document, Clause clause, LexiconMatch match, string wanted)
    {
        if (wanted == "set" && SetBefore(document, match.First) < clause.First) return false;
        var head = RoleFiller.HeadOf(document, match);
        // "the burned-out cars" only describes them.
        if (match.Find(Kinds.Event)?.Attribute("pos") == "verb" && document.Phrases[document.Phrases.At(head)].Kind != ChunkKind.Verb) return false;
        var sentence = document.Sentences[clause.Sentence];
        var roles = document.Roles;
        new RoleReader(document).Read(head, sentence.First, sentence.End, roles);
        // "the bus burned": who only suffers stands before the verb.
        foreach (var chunk in IsSuffered(match) ? roles.Agents : roles.Patients)
            if (Is(document, chunk, wanted)) return true;
        return false;
    }

    /// <summary>The verb of "set a school bus on fire", with no other verb behind it; -1 when there is none.</summary>
    public static int SetBefore(Document document, int ablaze)
    {
        for (var i = ablaze - 1; i >= Math.Max(0, ablaze - AblazeReach); i--)
        {
            if (document.Phrases.KindOf(document.Phrases.At(i)) != ChunkKind.Verb) continue;
            return document.Word(i) is "set" or "sets" or "setting" ? i : -1;
        }
        return -1;
    }

    /// <summary>Who set it on fire is people of arms or people at all: not lightning, sparks or a heater, and no child that plays.</summary>
    public static bool IsByPeople(Document document, Roles roles)
    {
        foreach (var chunk in roles.Agents)
        {
            var head = document.Phrases[chunk].Head;
            if (document.Word(head) is "child" or "children" or "boy" or "boys" or "girl" or "girls") continue;
            if (document.Has(head, Kinds.Actor) || document.Has(head, Kinds.Demonym) || document.Has(head, Kinds.Person) || document.Has(head, Kinds.Force) || (document.ClassOf(head) & WordClass.Person) != 0 || document.Persons.Of(chunk) is not null) return true;
        }
        return false;
    }

    /// <summary>The subject of the verb is whom it happened to: "disappeared".</summary>
    public static bool IsSuffered(LexiconMatch match) => match.Find(Kinds.Event)?.Has("suffered") == true;

    private static bool Is(Document document, int chunk, string wanted)
    {
        if (wanted == "name") return document.Persons.Of(chunk) is not null;
        var head = document.Phrases[chunk].Head;
        return document.Has(head, Kinds.Object) || (document.ClassOf(head) & Things) != 0;
    }
}
