namespace Platform.Extraction.Engine;

/// <summary>The kinds of lexicon entries.</summary>
internal static class Kinds
{
    public const string Event = "event", Action = "action", Weapon = "weapon", Harm = "harm", NoHarm = "noharm", Damage = "damage";
    public const string Person = "person", Object = "object", Actor = "actor", Country = "country", Demonym = "demonym";
    public const string Site = "site", Settlement = "settlement", City = "city", Admin1 = "admin1", Border = "border", StopName = "stopname";
    public const string Number = "number", Vague = "vague", Bound = "bound";
    public const string Month = "month", Weekday = "weekday", DayWord = "dayword", Period = "period", DayTime = "daytime";
    public const string Context = "context", Claim = "claim", Say = "say", Source = "source";

    /// <summary>Every kind a lexicon file may use.</summary>
    public static readonly IReadOnlySet<string> All = new HashSet<string>
    {
        Event, Action, Weapon, Harm, NoHarm, Damage, Person, Object, Actor, Country, Demonym, Site, Settlement, City, Admin1, Border, StopName,
        Number, Vague, Bound, Month, Weekday, DayWord, Period, DayTime, Context, Claim, Say, Source,
    };

    /// <summary>Names: they match only where their first letter is a capital, and survive a lost apostrophe ("Syrias").</summary>
    public static bool IsName(LexiconEntry entry) => entry.Kind is Country or Demonym or Site or Settlement or City or Admin1 or Month or Weekday
        || entry.Kind == Actor && !entry.Has("generic");
}
