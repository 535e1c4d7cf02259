namespace Platform.Projection.Linking;

/// <summary>What speaks for or against two reports being of one event. Each has a weight in <see cref="PairWeights"/>.</summary>
public enum PairFeature
{
    /// <summary>1 always.</summary>
    Base,

    /// <summary>Both are dated to the same day.</summary>
    SameDay,

    /// <summary>A day apart, and one of them at night or in the evening.</summary>
    OverMidnight,

    /// <summary>A day apart.</summary>
    NextDay,

    /// <summary>Their dates overlap, one of them within a week or so.</summary>
    SameWeek,

    /// <summary>Their dates overlap, one of them within a month or more.</summary>
    SameMonth,

    /// <summary>Days between their dates beyond one, log2.</summary>
    DaysApart,

    /// <summary>One has no date, but its article came out in the days after the other.</summary>
    PublishedAfter,

    /// <summary>The same base, building or spot.</summary>
    SameSite,

    /// <summary>The same town.</summary>
    SameTown,

    /// <summary>Places within some 35 km.</summary>
    NearPlace,

    /// <summary>One place lies in the wider area that the other names.</summary>
    WithinArea,

    /// <summary>Kilometres beyond 35, log2 of tens.</summary>
    FarPlace,

    /// <summary>How unlike the kinds of attack are.</summary>
    OtherKind,

    /// <summary>The same number killed: 0.5 for one, 1.5 for two, and more for more.</summary>
    SameKilled,

    /// <summary>Other numbers killed: log2 of the ratio.</summary>
    OtherKilled,

    /// <summary>The same number wounded: as for killed.</summary>
    SameWounded,

    /// <summary>Other numbers wounded: log2 of the ratio.</summary>
    OtherWounded,

    /// <summary>The same number of the same weapon.</summary>
    SameWeapons,

    /// <summary>Another number of the same weapon.</summary>
    OtherWeapons,

    /// <summary>The same target.</summary>
    SameTarget,

    /// <summary>The same name for who did it.</summary>
    SamePerpetrator,

    /// <summary>Other names for who did it.</summary>
    OtherPerpetrator,

    /// <summary>People both name: log2 of one more than how many.</summary>
    SharedPeople,

    /// <summary>Both name people, none of them the same.</summary>
    OtherPeople,

    /// <summary>Share of the most telling words that both have.</summary>
    SharedTelling,

    /// <summary>Share of all terms that both have.</summary>
    SharedTerms,
}
