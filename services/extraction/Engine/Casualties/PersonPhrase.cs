namespace Platform.Extraction.Engine;

/// <summary>A noun phrase as people: how many, what sex and age, which name.</summary>
internal readonly struct PersonPhrase
{
    private static readonly HashSet<string> Male = ["man", "boy", "he", "him", "father", "son", "brother", "husband", "boyfriend", "male", "uncle", "grandfather", "nephew", "stepson", "grandson"];
    private static readonly HashSet<string> Female = ["woman", "girl", "she", "her", "mother", "daughter", "sister", "wife", "girlfriend", "female", "aunt", "grandmother", "niece", "stepdaughter", "granddaughter"];

    private static readonly WordSet Ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private readonly Document document;
    private readonly Chunk chunk;
    private readonly int head;

    /// <summary>Reads a phrase by its index.</summary>
    public PersonPhrase(Document document, int index)
    {
        (this.document, chunk) = (document, document.Phrases[index]);
        // "left a man dead": the state stands in the phrase.
        head = chunk.Head;
        while (head > chunk.First && (document.Find(head, Kinds.Harm)?.Attribute("form") is "state" or "pp" || document.Word(head) is "fighting" or "clinging" or "recovering" or "remains" or "paralyzed" or "paralysed")) head--;
        // "a woman waiting for a bus": what she did may be in the phrase, too.
        while (head > chunk.First && document.Word(head).EndsWith("ing", StringComparison.Ordinal) && document.Has(head - 1, Kinds.Person)) head--;
        var quantity = Number();
        Age = ReadAge();
        var word = document.Word(head);
        var tag = document.TagOf(head);
        var (nameFirst, nameEnd) = document.Phrases.NameOf(index);
        var name = nameEnd > nameFirst && !IsPlace(nameFirst, nameEnd - 1);
        if (name && chunk.Kind == ChunkKind.Noun) Name = document.Word(nameEnd - 1) is "jr" or "sr" or "ii" or "iii" or "iv" && nameEnd - 2 >= nameFirst ? document.Word(nameEnd - 2) : document.Word(nameEnd - 1);
        if (Name.Length > 0) GivenName = document.Word(nameFirst);
        if (Male.Contains(word)) Sex = 'm';
        else if (Female.Contains(word)) Sex = 'f';
        // "the female victim"
        else if (head > chunk.First && document.Word(head - 1) is "male" or "female") Sex = document.Word(head - 1) == "male" ? 'm' : 'f';
        var person = document.Find(head, Kinds.Person);
        IsPerson = chunk.Kind == ChunkKind.Noun && (tag == Tag.Pronoun || word == "her" ? word is "he" or "she" or "him" or "her"
            : person is not null || (document.ClassOf(head) & WordClass.Person) != 0 || name || Age is not null || word == "another" || IsOneMore(head) || quantity is { } q && (q.End > head || word is "others" or "other" or "more"));
        var first = document.Word(chunk.First);
        IsKnown = tag == Tag.Pronoun || word == "her" || first is "the" && word != "other" && !(head > chunk.First + 1 && document.Word(chunk.First + 1) is "other" or "second" or "third" or "fourth") || first is "this" or "that" or "his" or "her" or "their" && quantity is null;
        IsBare = quantity is null && Age is null && !name && tag == Tag.Noun && document.Tags[chunk.First] is Tag.Noun or Tag.Adjective && !IsPlural(person);
        IsOther = first == "another" || IsOneMore(head) || word is "others" or "other" || !IsGrade(chunk.First + 2) && (document.Word(chunk.First + 1) is "other" or "second" or "third" && first is "the" or "a" || first == "a" && Ordinals.Contains(document.Word(chunk.First + 1))) || document.Word(quantity?.End ?? chunk.First) is "other" or "more";
        // "no other guest was hurt"
        if (first == "no") IsPerson = false;
        var plural = IsPlural(person);
        var pair = quantity is null ? word switch { "couple" or "pair" or "duo" => 2, "trio" => 3, "parents" when first is "his" or "her" or "their" or "my" or "whose" => 2, _ => 0 } : 0;
        IsPerson |= pair > 0 && chunk.Kind == ChunkKind.Noun;
        Count = pair > 0 ? (pair, pair) : quantity is { } n ? (n.Min, n.Max) : plural && !name ? Ages(index + 1) is > 1 and var ages ? (ages, ages) : (null, null) : (1, 1);
    }

    /// <summary>Whether it names people at all.</summary>
    public bool IsPerson { get; }

    public (int? Min, int? Max) Count { get; }

    public int? Age { get; } = null;

    public string Name { get; } = "";

    public string GivenName { get; } = "";

    public char Sex { get; } = ' ';

    public bool IsKnown { get; }

    public bool IsOther { get; }

    /// <summary>A single common noun without an article: "a writer and teacher" is one person.</summary>
    public bool IsBare { get; }

    /// <summary>"son", "daughter".</summary>
    public bool IsChild => document.Word(head) is "son" or "daughter" or "grandson" or "granddaughter";

    /// <summary>The phrase as victims; for several the marks of one are left out.</summary>
    public Victims As(Outcome outcome)
    {
        var victims = new Victims(outcome, Count.Min, Count.Max, document.QuoteOf(chunk.First, chunk.End)) { IsOther = IsOther, IsKnown = IsKnown };
        if (Count.Min != 1) return victims with { GroupSex = document.Word(head) switch { "men" or "boys" or "brothers" => 'm', "women" or "girls" or "sisters" => 'f', _ => ' ' } };
        return victims with { Noun = document.Word(head), Name = Name, GivenName = GivenName, Age = Age, Sex = Sex, Part = PartOf(document.Word(head)), IsParent = document.Word(head) is "father" or "mother" or "grandfather" or "grandmother" };
    }

    /// <summary>Officers, clerks and those who attack: one of these is none of the others. The attackers have many names.</summary>
    private static string PartOf(string noun) => noun switch
    {
        "officer" or "policeman" or "policewoman" or "cop" or "detective" => "officer",
        "deputy" or "trooper" or "sheriff" or "clerk" or "cashier" or "bartender" or "guard" or "firefighter" or "homeowner" or "bystander" or "teacher" or "principal" or "pastor" => noun,
        "gunman" or "shooter" or "attacker" or "assailant" or "robber" or "intruder" or "burglar" or "invader" or "suspect" => "attacker",
        _ => "",
    };

    /// <summary>"a sixth-grader", "a third grader".</summary>
    private bool IsGrade(int next) => document.Word(next) is "-" or "grader";

    /// <summary>"injured a third", "the other": the number says of whom.</summary>
    private bool IsOneMore(int head) => head == chunk.First + 1 && document.Word(chunk.First) is "a" or "the" && (document.Word(head) == "other" || Ordinals.Contains(document.Word(head)));

    private bool IsPlural(LexiconEntry? person) => person?.Attribute("number") == "plural" || person is null && (document.ClassOf(head) & WordClass.Plural) != 0;

    private Quantity? Number()
    {
        for (var i = chunk.First; i < chunk.End; i++)
            // "both X and Y": each is one.
            // "Omar Haddad 30 was shot": an age after a name.
            // "told KQRT two men were shot", "told 8 News a man was shot": no age, and no number of people.
            if (document.Quantities.StartingAt(i) is { } quantity && !(i > chunk.First && document.Tags[i - 1] == Tag.Name && document.Tokens[i].Kind == TokenKind.Number) && !IsChannel(quantity) && document.Word(quantity.End) is not ("'s" or "'") && !(document.Word(i) == "both" && document.TagOf(head) == Tag.Name)) return quantity;
        return null;
    }

    /// <summary>"8 News", "8 Action News": who was told it.</summary>
    private bool IsChannel(in Quantity number) => document.Tags[number.First] == Tag.Number && number.End + 1 < document.Tokens.Count && document.IsCapital(number.End) && (document.Word(number.End) == "news" || document.Word(number.End + 1) == "news");

    /// <summary>"a 17-year-old boy", "a two-year-old", "Omar Haddad, 23,".</summary>
    private int? ReadAge()
    {
        for (var i = chunk.First; i < chunk.End; i++)
        {
            if (document.Word(i) != "year" || i < 1) continue;
            var number = document.Word(i - 1) == "-" ? i - 2 : i - 1;
            return Small(number);
        }
        var age = document.Word(chunk.End + 1) is "also" or "then" or "now" or "only" or "just" ? chunk.End + 2 : document.Word(chunk.End + 1) == "who" && document.Word(chunk.End + 2) is "is" or "was" ? chunk.End + 3 : chunk.End + 1;
        return document.Word(chunk.End) == "," && document.Word(age + 1) is "," or "." or "" ? Small(age) : null;
    }

    /// <summary>"girls 14 and 15", "boys, ages 12, 14 and 15,": how many ages the bracket after the noun tells; 0 when it tells a span.</summary>
    private int Ages(int bracket)
    {
        var ages = 0;
        if (document.Phrases.KindOf(bracket) != ChunkKind.Bracket) return 0;
        for (var i = document.Phrases[bracket].First; i < document.Phrases[bracket].End; i++)
        {
            if (document.Tokens[i].Kind == TokenKind.Number) ages++;
            else if (document.Word(i) is not ("," or "and" or "ages")) return 0;
        }
        return ages;
    }

    private int? Small(int i)
    {
        if (i < 0 || i >= document.Tokens.Count) return null;
        if (document.Tokens[i].Kind == TokenKind.Number) return int.TryParse(document.Word(i), out var age) && age is > 0 and < 120 ? age : null;
        return document.Find(i, Kinds.Number) is { } word && int.TryParse(word.Value, out var told) ? told : null;
    }

    /// <summary>"Houston", "West Houston"; not "David Houston": a family name that is a town's, after a first name that is in no place's name.</summary>
    private bool IsPlace(int first, int i)
    {
        // "Darnell Jackson was shot. Jackson died"
        if (i == first && document.Families.Has(i)) return false;
        // "A Miller County, AR teen"
        if (i > first && PlaceCues.IsHeadword(document.Word(i))) return true;
        if (i > first && document.MatchOf(i) is { } match && match.First > first && document.MatchOf(match.First - 1) is null && document.TagOf(match.First - 1) == Tag.Name
            && document.Word(match.First - 1) is not ("north" or "south" or "east" or "west" or "northeast" or "northwest" or "southeast" or "southwest" or "new" or "old" or "downtown")) return false;
        foreach (var entry in document.MatchOf(i)?.Entries ?? [])
            if (entry.Kind is Kinds.Country or Kinds.Settlement or Kinds.City or Kinds.Admin1 or Kinds.Site or Kinds.Weekday or Kinds.Month or Kinds.Source) return true;
        return false;
    }
}
