namespace Platform.Extraction.Engine;

/// <summary>The kinds of lexicon entries; lexicon files write them in lower case.</summary>
internal enum Kinds
{
    Event, Action, Weapon, Harm, NoHarm, Damage,
    Person, Object, Actor, Force, Country, Demonym,
    Site, Settlement, City, Admin1, County, Border, StopName,
    Number, Vague, Bound,
    /// <summary>A capital with the state whose government it stands for: "Ankara denied it".</summary>
    Seat,

    Month, Weekday, DayWord, Period, DayTime, Holiday,
    Context, Claim, Say, Source, Support,

    /// <summary>A name in the host of an outlet's address ("wsmv") with the city it is at home in; it takes no part in matching.</summary>
    Outlet,

    /// <summary>A word with its parts of speech (<see cref="WordClass"/>); it takes no part in matching.</summary>
    Word,

    /// <summary>A known event with its day, an office with its term, a count that grows: read only where the day of writing is unknown.</summary>
    Anchor, Office, Toll,
}

/// <summary>Several kinds at once, a bit each.</summary>
internal static class KindSet
{
    public static ulong Of(params ReadOnlySpan<Kinds> kinds)
    {
        var set = 0ul;
        foreach (var kind in kinds) set |= 1ul << (int)kind;
        return set;
    }
}

/// <summary>The kinds by name.</summary>
internal static class KindNames
{
    private static readonly Dictionary<string, Kinds>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Enum.GetValues<Kinds>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The kind of a name, or null when there is none.</summary>
    public static Kinds? Find(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>Names: they match only where their first letter is a capital, and survive a lost apostrophe ("Syrias").</summary>
    public static bool IsName(LexiconEntry entry) =>
        entry.Kind is Kinds.Country or Kinds.Demonym or Kinds.Site or Kinds.Settlement or Kinds.City or Kinds.Admin1 or Kinds.County or Kinds.Seat or Kinds.Month or Kinds.Weekday or Kinds.Holiday
        || (entry.Kind == Kinds.Actor && !entry.Has("generic"));
}
