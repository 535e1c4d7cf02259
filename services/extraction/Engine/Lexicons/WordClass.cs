using System.Text.Json;

namespace Platform.Extraction.Engine;

/// <summary>Word classes of English a word can have, and for nouns what they name; closed classes win over open ones.</summary>
[Flags]
internal enum WordClass
{
    None = 0,
    Noun = 1 << 0,
    Plural = 1 << 1,
    Verb = 1 << 2,
    ThirdPerson = 1 << 3,
    Past = 1 << 4,
    Participle = 1 << 5,
    Ing = 1 << 6,
    Adjective = 1 << 7,
    Adverb = 1 << 8,
    Person = 1 << 9,
    Group = 1 << 10,
    Place = 1 << 11,
    Structure = 1 << 12,
    Vehicle = 1 << 13,
    Weapon = 1 << 14,
    Act = 1 << 15,
    Time = 1 << 16,
    Body = 1 << 17,
    Artifact = 1 << 18,
    Determiner = 1 << 19,
    Pronoun = 1 << 20,
    Relative = 1 << 21,
    Preposition = 1 << 22,
    Subordinator = 1 << 23,
    Conjunction = 1 << 24,
    Modal = 1 << 25,
    Be = 1 << 26,
    Have = 1 << 27,
    Do = 1 << 28,
    Negation = 1 << 29,

    /// <summary>Also a proper name ("Martin").</summary>
    Name = 1 << 30,

    /// <summary>An uncommon word; beside a name it is most often part of it.</summary>
    Rare = 1 << 31,

    /// <summary>The classes with few words, that take no new ones.</summary>
    Closed = Determiner | Pronoun | Relative | Preposition | Subordinator | Conjunction | Modal | Be | Have | Do | Negation,

    /// <summary>Any class that makes it a word of English rather than only a name.</summary>
    Known = ~(Name | Rare),

    /// <summary>A noun of either number.</summary>
    AnyNoun = Noun | Plural,

    /// <summary>A form only verbs have.</summary>
    AnyVerb = Verb | ThirdPerson | Past | Participle | Ing,
}

/// <summary>Word classes as lexicon files write them.</summary>
internal static class WordClasses
{
    private static readonly Dictionary<string, WordClass> ByName =
        Enum.GetValues<WordClass>().ToDictionary(one => JsonNamingPolicy.SnakeCaseLower.ConvertName(one.ToString()), StringComparer.Ordinal);

    /// <summary>Classes written in snake_case with commas between, or null when one does not exist.</summary>
    public static WordClass? Parse(string written)
    {
        var sum = WordClass.None;
        foreach (var name in written.Split(','))
        {
            if (!ByName.TryGetValue(name, out var one)) return null;
            sum |= one;
        }
        return sum;
    }
}
