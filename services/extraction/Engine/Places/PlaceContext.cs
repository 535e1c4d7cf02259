namespace Platform.Extraction.Engine;

/// <summary>Where the article plays: how much its text and title speak of each country and state, and the states said beside towns.</summary>
internal sealed class PlaceContext
{
    /// <summary>What the home of the outlet says for its state: less than the text when it names another.</summary>
    private const double HomeVotes = 1.2;

    private static readonly Cue Offices = ["sheriff", "deputies", "police", "911"];

    private static readonly Cue Counties = ["county", "coroner", "fbi", "sheriff"];

    private readonly Dictionary<string, int> countries = [];
    private readonly Dictionary<string, double> states = [];
    private readonly HashSet<string> divisions = [];
    private readonly Dictionary<string, string> stated = [];
    private readonly Dictionary<string, string> located = [];
    private readonly HashSet<string> voted = [];

    /// <summary>Of the votes for the United States those of its name and its people.</summary>
    private int mentions;

    /// <summary>A British force tells of it, and no state of America is said.</summary>
    private bool british;

    /// <summary>Reads text and title.</summary>
    public PlaceContext(Document document)
    {
        Home = document.Home;
        if (Home?.Attribute("admin1") is { } state)
        {
            countries["US"] = 2;
            states[state] = HomeVotes;
        }
        Read(document);
        if (document.Title is { } title) Read(title);
        IsAmerican = !british && (CountryVotes("US") > 0 && states.Count > 0 || CountryVotes("US") - mentions > 2);
    }

    /// <summary>The city the outlet is at home in, or null.</summary>
    public LexiconEntry? Home { get; }

    /// <summary>The article speaks of places in the United States: to name the country or its people is not enough.</summary>
    public bool IsAmerican { get; }

    /// <summary>It speaks of what America has, counties and coroners among it: a bare name is not sure to be a city far away.</summary>
    public bool IsOfCounties { get; private set; }

    /// <summary>How much it speaks of a country.</summary>
    public int CountryVotes(string country) => countries.GetValueOrDefault(country);

    /// <summary>How much it speaks of places of a country: "a US official" puts nothing in America where the article does not play there.</summary>
    public int PlaceVotes(string country) => CountryVotes(country) - (country == "US" && !IsAmerican ? mentions : 0);

    /// <summary>How much it speaks of a state: 2 for each time it is named, shares for towns that may lie in it.</summary>
    public double StateVotes(string state) => states.GetValueOrDefault(state);

    /// <summary>A first-level division that the article names.</summary>
    public bool Names(string division) => divisions.Contains(division);

    /// <summary>The state that the article says beside a town somewhere, or null.</summary>
    public string? StateOf(string town) => stated.GetValueOrDefault(town);

    /// <summary>The country other than America that the article says beside a town somewhere, or null.</summary>
    public string? CountryOf(string town) => located.GetValueOrDefault(town);

    /// <summary>What a place is called; a capital may stand for its government besides.</summary>
    public static string NameOf(LexiconMatch match)
    {
        foreach (var entry in match.Entries)
            if (entry.Kind != Kinds.Seat) return entry.Value;
        return match.Entries[0].Value;
    }

    /// <summary>The state it speaks of most, or null when it speaks of none or two alike.</summary>
    public string? MainState()
    {
        string? best = null;
        var (most, next) = (0.0, 0.0);
        foreach (var (state, votes) in states)
        {
            if (votes > most) (best, most, next) = (state, votes, most);
            else if (votes > next) next = votes;
        }
        return most >= 1 && most > next * 1.5 ? best : null;
    }

    private void Read(Document part)
    {
        foreach (var match in part.Matches) Read(part, match);
        var office = false;
        IsOfCounties |= HasCounty(part);
        for (var i = 0; i < part.Tokens.Count; i++)
        {
            office |= part.Is(i, Offices) && (part.Word(i) != "police" || part.Word(i + 1) == "department");
            if (!part.IsCapital(i) || part.IsCapital(i - 1) && part.MatchOf(i - 1) is null) continue;
            if (part.TownAt(i) is { } town) Read(part, town, part.MatchOf(i));
        }
        if (stated.Count == 0 && Home is null && mentions == 0 && BritishForces.In(part))
        {
            british = true;
            countries["GB"] = CountryVotes("GB") + 3;
        }
        // Sheriffs, 911 and police departments are America's.
        if (office) countries["US"] = CountryVotes("US") + 2;
    }

    private void Read(Document part, LexiconMatch match)
    {
        var country = match.Find(Kinds.Country);
        if (part.TownAt(match.First) is null && UsStates.Beside(part, match) is { } beside) State(NameOf(match), beside);
        // One of a name that towns share: "MANCHESTER, England -", and further on only "Manchester".
        if (match.Entries.Length > 1 && match.Find(Kinds.City) is not null && (CountryBeside.Next(part, match.End) ?? CountryBeside.Of(part, match)) is { } lies && lies != "US") located.TryAdd(NameOf(match), lies);
        foreach (var entry in match.Entries)
        {
            if (entry.Kind is Kinds.Country or Kinds.Demonym && entry.Attribute("country") == "US") mentions += entry.Kind == Kinds.Country ? 2 : 1;
            if (entry.Kind is Kinds.Country or Kinds.Demonym or Kinds.Site or Kinds.Settlement)
                countries[entry.Attribute("country")!] = CountryVotes(entry.Attribute("country")!) + (entry.Kind == Kinds.Country ? 2 : 1);
            if (entry.Kind != Kinds.Admin1) continue;
            divisions.Add(entry.Value);
            if (entry.Attribute("country") != "US" || country is not null || PlaceCues.IsStreet(part, match.End)) continue;
            countries["US"] = CountryVotes("US") + 1;
            states[entry.Value] = StateVotes(entry.Value) + 2;
        }
    }

    private void Read(Document part, LexiconMatch town, LexiconMatch? match)
    {
        if (UsStates.After(part, town.End) is { } said)
        {
            State(town.Entries[0].Value, said.State);
            return;
        }
        if (match is not null && (match.Find(Kinds.StopName) is not null || match.End > town.End || match.Find(Kinds.City) is null || match.Find(Kinds.Seat) is not null) || PlaceCues.IsStreet(part, town.End) || CountryBeside.After(part, town.End) is not null) return;
        if (match is not null && IsMetropolis(match) && !IsOfCounties || !voted.Add(town.Entries[0].Value)) return;
        var big = false;
        foreach (var entry in town.Entries) big |= entry.Has("big");
        foreach (var entry in town.Entries)
            if (!big || entry.Has("big")) Vote(entry, big ? 1.5 : 1.0 / town.Entries.Length);
        if (big && match is not null) countries["US"] = CountryVotes("US") + 1;
    }

    /// <summary>"Jefferson County", "the coroner"; "County Antrim" is none of America's.</summary>
    private static bool HasCounty(Document part)
    {
        if (!part.HasIn(0, part.Tokens.Count, Counties)) return false;
        for (var i = 1; i < part.Tokens.Count; i++)
            if (part.Is(i, Counties) && (part.Word(i) != "county" || TownReader.IsCounty(part, i) && part.IsCapital(i - 1))) return true;
        return false;
    }

    /// <summary>A city known all over the world by a name that towns of America have, too.</summary>
    private static bool IsMetropolis(LexiconMatch match)
    {
        foreach (var entry in match.Entries)
            if (entry.Has("metro")) return true;
        return false;
    }

    private void State(string town, string state)
    {
        stated[town] = state;
        divisions.Add(state);
        states[state] = StateVotes(state) + 2;
        countries["US"] = CountryVotes("US") + 1;
    }

    private void Vote(LexiconEntry town, double weight)
    {
        var state = town.Attribute("admin1")!;
        states[state] = StateVotes(state) + weight;
    }
}
