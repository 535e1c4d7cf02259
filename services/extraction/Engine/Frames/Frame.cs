using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Some people a clause says were harmed.</summary>
internal sealed record Count(int? Min, int? Max, Quote Quote, IReadOnlyList<CountGroup> Groups)
{
    /// <summary>"three were also hurt", "two other people": besides those told before.</summary>
    public bool IsMore { get; init; }

    /// <summary>"the toll has risen to 40": what it was before is no longer so.</summary>
    public bool IsNewest { get; init; }

    /// <summary>It stands in the headline: the text below it may know of more.</summary>
    public bool IsOfHeadline { get; init; }

    /// <summary>"in a strike that left five dead": of whom the one told by name before may be one.</summary>
    public bool IsLeft { get; init; }

    /// <summary>"ten in all": those told before are among them.</summary>
    public bool IsInAll { get; init; }
}

/// <summary>A part of a count.</summary>
internal sealed record CountGroup(string Who, int? Min, int? Max, Quote Quote);

/// <summary>A weapon a clause says was used.</summary>
internal sealed record WeaponMention(WeaponType Type, string? Model, int? Min, int? Max, Quote Quote, EventType Event, bool IsImplied = false, bool IsBareShell = false);

/// <summary>Who a clause says did it.</summary>
internal sealed record PerpetratorMention(string Name, PerpetratorKind Kind, Stance Stance, string? Accuser, Quote Quote, bool IsGeneric)
{
    /// <summary>"the rebels": people told before, if any were.</summary>
    public bool IsDefinite { get; init; }
}

/// <summary>What a clause says was attacked.</summary>
internal sealed record TargetMention(string Name, TargetKind Kind, Quote Quote)
{
    /// <summary>"the building": one word with a definite article.</summary>
    public bool IsDefinite { get; init; }
}

/// <summary>Something damaged, or the words that nothing was.</summary>
internal sealed record DamageMention(string Kind, Quote Quote);

/// <summary>Who a clause cites.</summary>
internal sealed record SourceMention(string Name, Quote Quote);

/// <summary>What kind of telling a clause is.</summary>
internal enum FrameKind
{
    /// <summary>Says nothing of an attack.</summary>
    None,

    /// <summary>Tells an event.</summary>
    Event,

    /// <summary>Speaks of one told before ("the attack").</summary>
    Reference,

    /// <summary>Only harm, claim or the like: belongs to what was told before.</summary>
    Detail,

    /// <summary>A statistic or a habit.</summary>
    Statistic,
}

/// <summary>Who did what to whom with what, when and where, as one clause tells it.</summary>
internal sealed class Frame
{
    private const string NothingTold = "no words for an attack";

    public Clause Clause { get; private set; }

    public FrameKind Kind { get; set; }

    /// <summary>What made it this kind, in a few words.</summary>
    public string Because { get; set; } = NothingTold;

    public EventType Type { get; set; } = EventType.OtherAttack;

    /// <summary>How much the type rests on: 0 nothing, 1 a word for any attack, 2 and more a kind of attack.</summary>
    public int TypeRank { get; set; }

    public Quote EventQuote { get; set; }

    /// <summary>"another attack", "a separate blast", "previously".</summary>
    public bool IsOther { get; set; }

    /// <summary>"responded with air strikes": the blow of the side that was struck.</summary>
    public bool IsAnswer { get; set; }

    /// <summary>"X also died in the attack": one more of the attack told before.</summary>
    public bool IsOneMore { get; set; }

    /// <summary>"Meanwhile, …", "Elsewhere, …": the next of a round-up.</summary>
    public bool IsNext { get; set; }

    /// <summary>Its sentence begins with the town it tells of: "In X, …" (<see cref="RoundUp"/>).</summary>
    public bool IsHeaded { get; set; }

    /// <summary>It says only where and with what, after what was done elsewhere: "…; and the base in X with rockets".</summary>
    public bool IsElliptic { get; set; }

    /// <summary>A noun in the plural tells it: "attacks".</summary>
    public bool IsPlural { get; set; }

    /// <summary>The date is the day someone spoke or acted after it (<see cref="FrameDates.IsOfTelling"/>).</summary>
    public bool IsDateOfTelling { get; set; }

    /// <summary>"the base", "the city": the place told before.</summary>
    public bool SamePlace { get; set; }

    /// <summary>It tells what a court or the police did after the event.</summary>
    public bool IsAftermath { get; set; }

    /// <summary>It says of what was told before that it was no attack ("the blast was caused by a gas leak").</summary>
    public bool UndoesAttack { get; set; }

    /// <summary>It lists by name who was harmed (<see cref="NameRoll"/>).</summary>
    public bool HasRoll { get; set; }

    /// <summary>It has a day of its own that cannot be resolved.</summary>
    public bool IsFloating => Date is { Role: DateRole.Floating };

    public List<WeaponMention> Weapons { get; } = [];

    public Dictionary<string, Count> Harm { get; } = [];

    public List<PerpetratorMention> Perpetrators { get; } = [];

    public List<TargetMention> Targets { get; } = [];

    public List<DamageMention> Damage { get; } = [];

    public List<SourceMention> Sources { get; } = [];

    public DateMention? Date { get; set; }

    public PlaceMention? Place { get; set; }

    /// <summary>Capitalised last names of people harmed or targeted: two frames that share one tell of one event.</summary>
    public HashSet<string> Victims { get; } = [];

    /// <summary>Makes it the empty frame of a clause.</summary>
    public void Clear(Clause clause)
    {
        (Clause, Kind, Type, TypeRank, EventQuote) = (clause, FrameKind.None, EventType.OtherAttack, 0, default);
        (IsOther, IsAnswer, IsOneMore, IsNext, IsHeaded, IsElliptic, IsPlural, IsDateOfTelling, SamePlace, IsAftermath, UndoesAttack, HasRoll, Date, Place, Because) = (false, false, false, false, false, false, false, false, false, false, false, false, null, null, NothingTold);
        Weapons.Clear();
        Harm.Clear();
        Perpetrators.Clear();
        Targets.Clear();
        Damage.Clear();
        Sources.Clear();
        Victims.Clear();
    }
}
