namespace Platform.Extraction.Engine;

/// <summary>What became of people, as one place of the text says it.</summary>
internal enum Outcome
{
    Killed,
    Wounded,

    /// <summary>Shot; whether they lived is not said here.</summary>
    Shot,
}

/// <summary>Some people that one place of the text says were harmed.</summary>
/// <param name="Outcome">What became of them.</param>
/// <param name="Min">At least so many; null when the number is not said.</param>
/// <param name="Max">At most so many; null when open.</param>
/// <param name="Quote">The words.</param>
internal sealed record Victims(Outcome Outcome, int? Min, int? Max, Quote Quote)
{
    /// <summary>Family name of a single one, folded; empty when the text gives none here.</summary>
    public string Name { get; init; } = "";

    /// <summary>First word of the name, folded; the family name itself when it stands alone.</summary>
    public string GivenName { get; init; } = "";

    /// <summary>What a single one is by trade or by his part in it, folded: "clerk", "gunman"; empty when the words would fit anybody.</summary>
    public string Part { get; init; } = "";

    /// <summary>The noun of a single one, folded: "juvenile", "customer".</summary>
    public string Noun { get; init; } = "";

    /// <summary>'m' or 'f' for several told as men or women, boys or girls, else a blank.</summary>
    public char GroupSex { get; init; } = ' ';

    /// <summary>"the wounded man", "the surviving victim": none of the dead told before.</summary>
    public bool IsAlive { get; init; }

    /// <summary>"A customer was shot" after "A clerk was killed": told for the first time, and not who died.</summary>
    public bool IsNewcomer { get; init; }

    /// <summary>"her husband, Tom Lind,": nobody of the same family with another first name.</summary>
    public bool IsNamedKin { get; init; }

    /// <summary>A total that counts him who did it: "four people, including the gunman".</summary>
    public bool IsWithDoer { get; init; }

    /// <summary>"a father", "a mother".</summary>
    public bool IsParent { get; init; }

    /// <summary>Age of a single one in years.</summary>
    public int? Age { get; init; }

    /// <summary>'m' or 'f' for a single one whose noun or pronoun says it, else a blank.</summary>
    public char Sex { get; init; } = ' ';

    /// <summary>"the boy", "he", "his son": one told of before.</summary>
    public bool IsKnown { get; init; }

    /// <summary>"three others", "another man": none of those told of before.</summary>
    public bool IsOther { get; init; }

    /// <summary>First token of the phrase that names the first of them.</summary>
    public int Phrase { get; init; }

    /// <summary>A doer is told with it, so the doer's own death is not in the number.</summary>
    public bool HasDoer { get; init; }

    /// <summary>A death that another word implies, "a fatal shooting": at least one, nobody new.</summary>
    public bool IsImplied { get; init; }

    /// <summary>The doer himself.</summary>
    public bool IsSelf { get; init; }

    /// <summary>The doer himself, after a murder: "a murder-suicide".</summary>
    public bool IsOfMurder { get; init; }

    /// <summary>A deadly shot at oneself, which may be the only one: an accident.</summary>
    public bool MayBeAlone { get; init; }

    /// <summary>The police are told to have done it.</summary>
    public bool IsByPolice { get; init; }

    /// <summary>Who is told in a sentence of his own to have been killed by the police for what he did.</summary>
    public bool IsEnded { get; init; }

    /// <summary>"the suspect", "the gunman": one who is not in a number told with a doer.</summary>
    public bool IsDoer { get; init; }

    /// <summary>"the shooter also died", "a cook was also shot": besides those counted before.</summary>
    public bool IsAlso { get; init; }

    /// <summary>"a woman was shot in the arm", "a child was hit by a stray round": told for the first time, and hit where or by what kills few; or told to be wounded and no more.</summary>
    public bool IsLightlyHit { get; init; }

    /// <summary>"left two dead and one injured": told in one breath with the dead, and none of them.</summary>
    public bool IsBesideDead { get; init; }

    /// <summary>"a third person": 3; "another person": 0; null of others.</summary>
    public int? Nth { get; init; }

    /// <summary>The number to reckon with.</summary>
    public int Number => Min ?? Max ?? 0;

    /// <summary>Whether a single one can be the single one told of elsewhere.</summary>
    public bool CanBe(Victims other)
    {
        // "Ann Lind, 44, and her son Olaf Lind, 20"
        if (Name.Length > 0 && Name == other.Name && GivenName != other.GivenName && GivenName != Name && other.GivenName != Name && GivenName.Length > 0 && other.GivenName.Length > 0 && (IsNamedKin || other.IsNamedKin || Age is { } mine && other.Age is { } theirs && mine != theirs)) return false;
        if (Name.Length > 0 && other.Name.Length > 0) return Name == other.Name || GivenName == other.Name || Name == other.GivenName;
        if (IsOther && !other.IsOther) return false;
        // "A man was shot. A second man was grazed": none of those told before him.
        if (other.IsOther && !IsOther && Phrase < other.Phrase) return false;
        if (Part.Length > 0 && other.Part.Length > 0 && Part != other.Part) return false;
        // Most who attack are men: a woman is the gunman where the text says so.
        if (IsDoer != other.IsDoer && (IsDoer ? other.Sex : Sex) == 'f' && (IsDoer ? Sex : other.Sex) != 'f') return false;
        if (Age is { } a && other.Age is { } b) return a == b;
        return Sex == ' ' || other.Sex == ' ' || Sex == other.Sex;
    }
}
