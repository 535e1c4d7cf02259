using System.Globalization;
using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>A noun phrase for someone who can attack.</summary>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Name">Canonical name; the text's own words for an unnamed group.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsGeneric">It names nobody: "gunmen", "the army", "Iraqi factions".</param>
/// <param name="NameFirst">First token of the words that name it: of "fighters of X" X.</param>
/// <param name="NameEnd">One past the last token of those words.</param>
internal readonly record struct ActorMention(int First, int End, string Name, PerpetratorKind Kind, bool IsGeneric, int NameFirst, int NameEnd)
{
    public ActorMention(int first, int end, string name, PerpetratorKind kind, bool isGeneric)
        : this(first, end, name, kind, isGeneric, first, end)
    {
    }
}

/// <summary>
/// Reads noun phrases for groups and forces: a name ("Hamas fighters"), a state's force ("Israeli military aircraft", "Russia's
/// navy"), unnamed people ("Iran-backed militias", "gunmen linked to X"), members ("fighters of X"), a new name ("a group called X").
/// </summary>
internal static class ActorReader
{
    /// <summary>Done to a place by those who fight for it.</summary>
    private static readonly WordSet Taken = ["surrounded", "overrun", "stormed", "encircled", "intercepted", "ambushed", "assaulted", "infiltrated", "blockaded", "breached"];

    private const int ModifierReach = 4;
    private const int LongestName = 6;
    private const int Window = 300;
    private const int FirstMentions = 40;

    /// <summary>The phrase that begins at a token, or null.</summary>
    /// <param name="place">Where the clause is; "the army" is that country's.</param>
    public static ActorMention? At(Document document, int first, int end, PlaceMention? place) => At(document, first, end, place, false);

    private static ActorMention? At(Document document, int first, int end, PlaceMention? place, bool isPatron)
    {
        if (document.MatchOf(first) is not { } match || match.First != first) return null;
        if (match.Find(Kinds.Actor) is { } actor && IsOfItsTime(document, actor))
            return actor.Has("generic") ? Generic(document, match, actor, first, end, place, isPatron)
                // "the al-Qaeda-linked group": not al-Qaeda.
                : IsTied(document, match) ? Backed(document, match, match.End + 2, end) : Named(document, match, actor, end);
        return (match.Find(Kinds.Demonym) ?? match.Find(Kinds.Country)) is { } state ? OfState(document, match, state, end, place, isPatron) : null;
    }

    /// <summary>The name a text gives to a group it introduces: the capitalised words from a token on, or the known group there.</summary>
    public static ActorMention? NewName(Document document, int from, int end)
    {
        var i = from;
        while (i < end && document.Word(i) is "the" or "\"" or "as" or "itself" or ",") i++;
        if (i >= end) return null;
        if (At(document, i, end, null) is { IsGeneric: false } known) return known;
        var first = i;
        while (i < Math.Min(end, first + LongestName) && (IsNameLike(document, i) || IsJoint(document, i, first))) i++;
        while (i > first && !IsNameLike(document, i - 1)) i--;
        if (document.IsUpper && !GroupWords.AreName(document, first, i)) return null;
        if (i - first < 1 || document.MatchOf(first) is { } only && only.End >= i) return null;
        return new ActorMention(first, i, document.TextOf(document.QuoteOf(first, i)), PerpetratorKind.ArmedGroup, false);
    }

    /// <summary>What a name can have in it: a capital; where all are capitals, a name, a noun or an adjective ("Patriotic Front").</summary>
    public static bool IsNameLike(Document document, int i) => document.IsCapital(i) && (!document.IsUpper || document.TagOf(i) is Tag.Name or Tag.Noun or Tag.Adjective or Tag.Number);

    private static bool IsJoint(Document document, int i, int first) =>
        i > first && document.Word(i) is "-" or "'" or "of" or "the" or "for" or "and" or "al" or "el" or "ul" or "e" or "i" or "de" && (document.IsCapital(i + 1) || document.IsCapital(i + 2) || document.Word(i + 1) is "al" or "el" && document.IsCapital(i + 3));

    /// <summary>No group is heard of before its founding: of two groups of one name, the article's year decides.</summary>
    public static bool IsOfItsTime(Document document, LexiconEntry actor)
    {
        if (document.Article.PublishedAt is not { } published) return true;
        return !(Year(actor, "from") > published.Year) && !(Year(actor, "until") < published.Year);
    }

    private static int? Year(LexiconEntry actor, string key) =>
        int.TryParse(actor.Attribute(key), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static ActorMention Named(Document document, LexiconMatch match, LexiconEntry actor, int end) =>
        new(match.First, PastShort(document, match.End, end), actor.Value, EnumNames<PerpetratorKind>.Find(actor.Attribute("kind")) ?? PerpetratorKind.Unknown, false, match.First, match.End);

    /// <summary>"Sea Liberation Front (SLF) fighters": past the short name as well, where such words follow it.</summary>
    private static int PastShort(Document document, int from, int end)
    {
        if (document.Word(from) != "(" || document.Word(from + 2) != ")" || from + 3 >= end) return Heads(document, from, end);
        var stop = Heads(document, from + 3, end);
        return stop > from + 3 ? stop : from;
    }

    /// <summary>Past the words that say what a name is: "Taliban fighters", "the M23 rebel group".</summary>
    private static int Heads(Document document, int from, int end)
    {
        var i = from;
        while (i < Math.Min(end, from + 3))
        {
            var next = document.MatchOf(i);
            var isHead = document.Word(i) is "group" or "movement" or "organization" or "organisation" or "network" or "faction" or "cell" or "wing" or "members" or "loyalists"
                || next is not null && next.First == i && (next.Find(Kinds.Force) is not null || next.Find(Kinds.Actor)?.Has("generic") == true);
            if (!isHead) break;
            i = next is null ? i + 1 : Math.Min(next.End, end);
        }
        return i;
    }

    private static ActorMention? OfState(Document document, LexiconMatch match, LexiconEntry state, int end, PlaceMention? place, bool isPatron)
    {
        var i = match.End;
        if (document.Word(i) == "-" && Tie(document.Word(i + 1))) return Backed(document, match, i + 2, end);
        if (document.Word(i) == "'s") i++;
        // "LAGOS, Nigeria - Gunmen": a dateline.
        if (document.Word(i) == "-" && document.Tokens[i].Start > document.Tokens[i - 1].End) return null;
        for (var steps = 0; steps < ModifierReach && i < end; steps++)
        {
            if (document.MatchOf(i) is { } next && next.First == i)
            {
                if (next.Find(Kinds.Force) is not null && IsPro(document, match.First))
                    return new ActorMention(match.First - 2, next.End, Text(document, match.First - 2, next.End), PerpetratorKind.ArmedGroup, true);
                if (next.Find(Kinds.Force) is not null)
                {
                    var stop = Heads(document, i, end);
                    return IsSpeaker(document, stop) ? null : new ActorMention(match.First, stop, state.Value, PerpetratorKind.State, false);
                }
                if (next.Find(Kinds.Actor) is { } group)
                {
                    // "Lebanese Hezbollah", "Syrian rebels", "Kurdish PKK".
                    if (!group.Has("generic")) return Named(document, next, group, end) with { First = match.First };
                    if (group.Has("resolve"))
                    {
                        return IsSpeaker(document, Heads(document, next.End, end)) ? null
                            : new ActorMention(match.First, Heads(document, next.End, end), state.Value, PerpetratorKind.State, false);
                    }
                    return Generic(document, next, group, match.First, end, place, isPatron);
                }
                if (next.Find(Kinds.Demonym) is null || document.Word(i) is "'s") return null;
            }
            else if (!IsModifier(document.Word(i)))
            {
                return null;
            }
            i = document.MatchOf(i)?.End ?? i + 1;
        }
        return null;
    }

    /// <summary>"pro-Iranian fighters": who is for a state is not that state.</summary>
    private static bool IsPro(Document document, int first) => document.Word(first - 1) == "-" && document.Word(first - 2) is "pro" or "anti" or "ex";

    private static bool IsModifier(string word) => word is "military" or "special" or "elite" or "combat" or "attack" or "reconnaissance" or "national" or "pro" or "loyalist" or "islamist" or "shiite" or "shia" or "sunni"
        or "kurdish" or "air" or "ground" or "naval" or "defence" or "defense" or "state" or "occupation" or "federal" or "paramilitary" or "suspected" or "unmanned" or "-" or "government" or "regime" or "riot" or "surveillance"
        or "fighter" or "armed" or "tribal" or "ethnic" or "communist" or "leftist" or "anti" or "occupying" or "regular" or "interior" or "arab" or "druze" or "christian" or "alawite" or "opposition";

    /// <summary>"al-Qaeda-linked": what the name describes is someone else; an "X-led" force is X and others.</summary>
    public static bool IsTied(Document document, LexiconMatch name) => document.Word(name.End) == "-" && document.Word(name.End + 1) != "led" && Tie(document.Word(name.End + 1));

    private static bool Tie(string word) => word is "backed" or "aligned" or "allied" or "supported" or "linked" or "affiliated" or "sponsored" or "funded" or "trained" or "armed" or "led" or "inspired";

    /// <summary>"Iran-backed militias", "Turkey-backed rebels": unnamed people with a patron.</summary>
    private static ActorMention? Backed(Document document, LexiconMatch patron, int from, int end)
    {
        var i = from;
        for (var steps = 0; steps < ModifierReach && i < end; steps++)
        {
            if (document.MatchOf(i) is { } next && next.First == i)
            {
                if (next.Find(Kinds.Actor) is { } group)
                {
                    // "the Iran-backed terrorist X militia"
                    if (group.Has("generic") && next.End < end && document.MatchOf(next.End) is { } name && name.First == next.End && name.Find(Kinds.Actor) is { } known && !known.Has("generic")) return Named(document, name, known, end) with { First = patron.First };
                    return group.Has("generic") ? new ActorMention(patron.First, next.End, Text(document, patron.First, next.End), PerpetratorKind.ArmedGroup, true)
                        : Named(document, next, group, end) with { First = patron.First };
                }
                if (next.Find(Kinds.Force) is not null) return new ActorMention(patron.First, next.End, Text(document, patron.First, next.End), PerpetratorKind.ArmedGroup, true);
                if (next.Find(Kinds.Demonym) is null) return null;
            }
            // "Iran-backed groups": any group has a patron of its own.
            else if (document.Word(i) is "groups" or "group" or "factions" or "faction" or "elements" or "proxies" or "proxy")
            {
                return new ActorMention(patron.First, i + 1, Text(document, patron.First, i + 1), PerpetratorKind.ArmedGroup, true);
            }
            else if (!IsModifier(document.Word(i)) && !document.Word(i).EndsWith("ist", StringComparison.Ordinal))
            {
                return null;
            }
            i = document.MatchOf(i)?.End ?? i + 1;
        }
        return null;
    }

    private static ActorMention? Generic(Document document, LexiconMatch match, LexiconEntry actor, int first, int end, PlaceMention? place, bool isPatron)
    {
        var stop = match.End;
        // "rebel-held", "army officers", "militants' hideout", "military base": the word describes something else.
        if (document.Word(stop) == "-" || IsSpeaker(document, stop)) return null;
        var kind = EnumNames<PerpetratorKind>.Find(actor.Attribute("kind")) ?? PerpetratorKind.Unknown;
        if (actor.Has("adjective"))
        {
            if (GroupWords.DescribeDeed(document, match)) return null;
            if (GroupWords.ArmedPeople(document, stop, end) is { } group)
            {
                (stop, kind) = (group, PerpetratorKind.ArmedGroup);
                // "the extremist grouping X"
                if (NamedAt(document, stop, end) is { } named) return named with { First = first };
                return IsSpeaker(document, stop) ? null : new ActorMention(first, stop, Text(document, first, stop), kind, true);
            }
            // "the terrorist X"
            if (NamedAt(document, stop, end) is { } known) return known with { First = first };
        }
        if (!isPatron && LinkedTo(document, stop, end) is { } patron)
        {
            if (At(document, patron, end, null, true) is { IsGeneric: false, Kind: PerpetratorKind.ArmedGroup } known) return known with { First = first };
            if (document.Word(patron - 1) is not ("of" or "from") && document.MatchOf(patron) is { } state && (state.Find(Kinds.Country) ?? state.Find(Kinds.Actor)) is not null) stop = state.End;
            else if (document.Word(patron - 1) is "called" or "itself" or "named" or "as" && NewName(document, patron, end) is { } introduced) return introduced;
        }
        if (IsPro(document, first)) first -= 2;
        var text = Text(document, first, stop);
        if (first < match.First) return new ActorMention(first, stop, text, kind, true);
        return actor.Attribute("resolve") switch
        {
            "coalition" when Coalition(document) is { } coalition => new ActorMention(first, stop, coalition, kind, false),
            "state" when StateOf(document, match, place) is { } state => new ActorMention(first, stop, state, kind, false),
            _ => new ActorMention(first, stop, actor.Has("adjective") ? actor.Value : text, kind, true),
        };
    }

    private static ActorMention? NamedAt(Document document, int at, int end) => at < end && document.MatchOf(at) is { } next && next.First == at && next.Find(Kinds.Actor) is { } actor && !actor.Has("generic") && IsOfItsTime(document, actor)
        ? Named(document, next, actor, end) : null;

    /// <summary>The token where the tie's other end begins: "linked to X", "loyal to X", "belonging to X", "of X", "calling itself X".</summary>
    private static int? LinkedTo(Document document, int from, int end)
    {
        var i = document.Word(from) is "," or "who" or "which" or "that" or "are" or "is" ? from + 1 : from;
        var word = document.Word(i);
        var next = document.Word(i + 1);
        int? at = null;
        if (word is "loyal" or "close" or "linked" or "allied" or "affiliated" or "aligned" or "tied" && next is "to" or "with") at = i + 2;
        else if (word is "belonging" && next == "to") at = i + 2;
        else if (word is "from" or "of" && i == from) at = i + 1;
        else if (word is "calling" or "call" or "calls" or "styling" && next is "itself" or "themselves") at = i + 2;
        else if (word is "called" or "named") at = i + 1;
        else if (word is "known" && next == "as") at = i + 2;
        while (at < end && document.Word(at.Value) is "the" or "\"" or "so" or "called" && document.Word(at.Value + 1).Length > 0) at++;
        return at < end ? at : null;
    }

    /// <summary>What follows makes the word an adjective or a speaker.</summary>
    private static bool IsSpeaker(Document document, int at)
    {
        if (document.Word(at) is "officials" or "official" or "sources" or "source" or "spokesman" or "spokesperson" or "spokeswoman" or "leader" or "leaders" or "officer" or "officers" or "commander" or "commanders" or "chief"
            or "statement" or "official" or "headquarters" or "ministry" or "minister" or "presence" or "stronghold" or "strongholds" or "bastion" or "suspect" or "suspects" or "held" or "controlled") return true;
        return document.Find(at, Kinds.Object) is not null;
    }

    private static string? Coalition(Document document)
    {
        for (var i = 0; i < Math.Min(document.Matches.Count, Window); i++)
        {
            if (document.Matches[i].Find(Kinds.Actor) is { } actor && !actor.Has("generic") && actor.Value.EndsWith("coalition", StringComparison.Ordinal)) return actor.Value;
        }
        return null;
    }

    /// <summary>"Israel said the air force bombed …": the army of who speaks for a state, wherever it strikes. A regime's forces are those of the place.</summary>
    private static string? StateOf(Document document, LexiconMatch force, PlaceMention? place) =>
        (document.Word(force.End - 1) is "army" or "military" or "navy" || document.Word(force.First) is "army" or "military" or "air" or "armed" ? SpeakerReader.State(document, force.First) : null) ?? State(document, place);

    /// <summary>The state of the place; without one, the country the article speaks of most, when it clearly does.</summary>
    public static string? State(Document document, PlaceMention? place)
    {
        // Palestine has no army: the army that shells Gaza or raids Jenin is Israel's.
        if (place?.Country == "PS") return Names(document, "IL") ? "Israel" : null;
        if (place is { Precision: PlacePrecision.Country }) return place.Name;
        var window = Math.Min(document.Matches.Count, Window);
        string? best = null;
        var most = 1;
        for (var i = 0; i < window; i++)
        {
            if (StateAt(document.Matches[i]) is not { } entry) continue;
            if (place?.Country is { } country)
            {
                if (entry.Attribute("country") == country) return entry.Value;
                continue;
            }
            if (entry.Value == best || i >= FirstMentions) continue;
            var count = 0;
            for (var k = 0; k < window; k++)
                if (StateAt(document.Matches[k])?.Value == entry.Value) count++;
            if (count > most) (best, most) = (entry.Value, count);
        }
        return best;
    }

    private static bool Names(Document document, string country)
    {
        for (var i = 0; i < Math.Min(document.Matches.Count, Window); i++)
            if (StateAt(document.Matches[i])?.Attribute("country") == country) return true;
        return false;
    }

    private static LexiconEntry? StateAt(LexiconMatch match) => match.Find(Kinds.Country) ?? match.Find(Kinds.Demonym);

    /// <summary>"the village held by X", "a group backed by X": who holds or backs something is not who struck it.</summary>
    public static bool IsHolder(Document document, int first)
    {
        var i = first - 1;
        while (document.Word(i) is "the" or "a" or "an") i--;
        return document.Word(i) == "by" && (IsOfThing(document, i) || document.Word(i - 1) is "held" or "controlled" or "run" or "owned" or "backed" or "occupied" or "besieged" or "seized" or "captured" or "led" or "supported" or "used" or "operated" or "guarded" or "ruled" or "supplied" or "made" or "issued" or "posted" or "released" or "published");
    }

    /// <summary>"infrastructure utilized by X", "a hill fortified by Y": a participle that tells no attack, of a noun that tells none.</summary>
    private static bool IsOfThing(Document document, int by)
    {
        if (document.IsUpper || document.Phrases[document.Phrases.At(by - 1)] is not { Kind: ChunkKind.Verb } verb || (verb.Form & VerbForm.Reduced) == 0 || document.MatchOf(verb.Head) is not null || Taken.Contains(document.Word(verb.Head))) return false;
        var thing = document.Phrases[document.Phrases.At(verb.First - 1)];
        return thing.Kind == ChunkKind.Noun && !document.Has(thing.Head, Kinds.Event) && !document.Has(thing.Head, Kinds.Weapon) && !document.Has(thing.Head, Kinds.Person);
    }

    private static string Text(Document document, int first, int end) => document.TextOf(document.QuoteOf(first, end));
}
