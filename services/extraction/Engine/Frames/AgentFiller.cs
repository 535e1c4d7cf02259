using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Perpetrators from the noun phrases that do the violence: named persons, people without a name, the group they belong to, forces of a state.</summary>
internal static class AgentFiller
{
    private const int MostPerpetrators = 6;

    /// <summary>Adds what one noun phrase says of who did it.</summary>
    public static void Add(Document document, Frame frame, int chunk, Stance stance)
    {
        var phrases = document.Phrases;
        var phrase = phrases[chunk];
        if (OneOf(document, chunk) is { } some)
        {
            Put(document, frame, phrase.First, phrases[some].End, PerpetratorKind.Unknown, generic: true, null, stance);
            return;
        }
        if (document.TagOf(phrase.Head) is Tag.Pronoun or Tag.Number || ActorReader.IsHolder(document, phrase.First) || Realis.IsSince(document, frame.Clause, phrase.First) || Interceptor.Is(document, phrase.End)) return;
        // "Gunmen disguised as police": what they are not.
        if (document.Word(phrase.First - 1) == "as" && document.Word(phrase.First - 2) is "disguised" or "dressed" or "posing" or "masquerading") return;
        // "Sea Liberation Front (SLF) fighters": the name stands before the bracket.
        if (phrases.KindOf(chunk - 1) == ChunkKind.Bracket && phrases[chunk - 2] is { Kind: ChunkKind.Noun } named && document.MatchOf(named.End - 1)?.Find(Kinds.Actor) is { } group && !group.Has("generic") && group.Attribute("kind") == "armed_group")
        {
            AddGroups(document, frame, named.First, named.End);
            return;
        }
        AddGroups(document, frame, phrase.First, phrase.End);
        var last = chunk;
        if (phrases.KindOf(last + 1) == ChunkKind.Bracket) last++;
        var belongs = phrases.KindOf(last + 1) == ChunkKind.Preposition && document.Word(phrases[last + 1].First) == "of" && phrases.KindOf(last + 2) == ChunkKind.Noun;
        if (belongs) AddGroups(document, frame, phrases[last + 2].First, phrases[last + 2].End);
        // "the army of X", "fighters of X", "gunmen linked to X": the name says who the people are.
        for (var i = phrases.Bare(chunk).First; i < phrase.End; i++)
        {
            if (document.MatchOf(i)?.First != i || ActorReader.At(document, i, frame.Clause.End, frame.Place) is not { IsGeneric: false } actor || actor.End < phrase.End) continue;
            Put(document, frame, actor.NameFirst, actor.NameEnd, actor.Kind, generic: false, actor.Name, stance);
            return;
        }
        for (var i = phrase.First; i < phrase.End; i++)
            if (document.Find(i, Kinds.Source) is not null && document.Find(i, Kinds.Actor) is null && document.Word(i) is not ("police" or "military" or "army" or "commander")) return;
        if (document.Persons.Of(chunk) is { } name)
        {
            // "U.S. President X launched strikes": his country did.
            if (RulerIn(document, phrase) is { } title)
            {
                if (StateOf(document, phrase.First, name.First) is { } state) Put(document, frame, phrase.First, phrase.End, PerpetratorKind.State, generic: false, state, stance);
                // "club president X" rules nothing.
                if (document.IsCapital(title) || frame.Perpetrators.Count > 0) return;
            }
            Put(document, frame, name.First, name.End, PerpetratorKind.Individual, generic: false, null, stance);
            return;
        }
        if (belongs && document.Word(phrase.Head) is "group" or "groups" or "band" or "number" or "dozens" or "handful" or "squad" or "gang" && (IsPeople(document, phrases[last + 2].Head) || IsNation(document, phrases[last + 2].Head)))
        {
            var (innerFirst, innerEnd) = phrases.Bare(last + 2);
            Put(document, frame, innerFirst, innerEnd, PerpetratorKind.Unknown, generic: true, null, stance);
            return;
        }
        // "when the Russians shelled the town"
        if (!document.IsUpper && Compatibility.IsFire(frame.Type) && document.Word(phrase.Head).EndsWith('s') && document.Word(phrase.Head - 1) == "the" && document.Find(phrase.Head, Kinds.Demonym) is { } nation)
            Put(document, frame, phrase.Head, phrase.Head + 1, PerpetratorKind.State, generic: false, nation.Value, stance);
        else if (IsPeople(document, phrase.Head) || IsArmedGroup(document, phrase))
        {
            var (first, end) = phrases.Bare(chunk);
            if (belongs && document.Word(phrase.Head) is "member" or "members" or "elements" or "agents" or "troops") end = phrases[last + 2].End;
            Put(document, frame, first, end, PerpetratorKind.Unknown, generic: true, null, stance);
        }
        else if (IsForce(document, phrase))
        {
            var (first, end) = phrases.Bare(chunk);
            Put(document, frame, first, end, PerpetratorKind.State, generic: true, StateOf(document, first, end) ?? Ruler(document, frame, phrase.Head), stance);
        }
    }

    /// <summary>The title of one who can send a state's forces; null when there is none.</summary>
    private static int? RulerIn(Document document, Chunk phrase)
    {
        if (document.IsUpper) return null;
        for (var i = phrase.First; i < phrase.End; i++)
            if (document.Word(i) is "president" or "premier" or "chancellor" or "minister") return i;
        return null;
    }

    /// <summary>"the rebel army raid", "an X attack": the words before the noun that tells the event name who did it.</summary>
    public static void AddModifiers(Document document, Frame frame, int chunk, int token)
    {
        var phrase = document.Phrases[chunk];
        if (phrase.Kind != ChunkKind.Noun || token <= phrase.First) return;
        var first = document.Phrases.Bare(chunk).First;
        if (first >= token) return;
        AddGroups(document, frame, first, token);
        var modifiers = phrase with { First = first, End = token, Head = token - 1 };
        // "large-scale military strikes": of what kind they are.
        if (!document.IsUpper && document.Word(token - 1) == "military" && StateOf(document, first, token) is null) return;
        if (IsForce(document, modifiers)) Put(document, frame, first, token, PerpetratorKind.State, generic: true, StateOf(document, first, token));
    }

    /// <summary>"the government", "the regime": that of the country the clause plays in, when it names one.</summary>
    private static string? Ruler(Document document, Frame frame, int head) =>
        !document.IsUpper && document.Word(head) is "government" or "regime" or "junta" ? ActorReader.State(document, frame.Place) : null;

    private static string? StateOf(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if ((document.Find(i, Kinds.Demonym) ?? document.Find(i, Kinds.Country)) is { } state) return state.Value;
        return null;
    }

    /// <summary>Groups and states the lexicons know, told as modifier, head or "of X": "members of X", "X fighters".</summary>
    private static void AddGroups(Document document, Frame frame, int first, int end)
    {
        foreach (var match in document.MatchesIn(first, end))
        {
            if (match.Find(Kinds.Actor) is not { } actor || actor.Has("generic") || actor.Has("weak")) continue;
            if (match.First > first && document.Word(match.First - 1) is "anti" or "-" || ActorReader.IsTied(document, match)) continue;
            var kind = EnumNames<PerpetratorKind>.Find(actor.Attribute("kind")) ?? PerpetratorKind.Unknown;
            var quote = document.QuoteOf(match.First, match.End);
            if (frame.Perpetrators.Exists(known => known.Name == actor.Value)) continue;
            if (frame.Perpetrators.Count < MostPerpetrators) frame.Perpetrators.Add(new PerpetratorMention(actor.Value, kind, Stance.Stated, null, quote, IsGeneric: false));
        }
    }

    /// <summary>People who can have done it. "The attacker" says nothing of who it was; "civilians" and "victims" are on the other side.</summary>
    private static bool IsPeople(Document document, int head)
    {
        if (document.Find(head, Kinds.Event) is not null || document.Find(head, Kinds.Weapon) is not null) return false;
        if (document.Word(head) is "attacker" or "attackers" or "assailant" or "assailants" or "bomber" or "bombers" or "perpetrator" or "perpetrators" or "others" or "victims" or "victim" or "civilians" or "civilian" or "person" or "target" or "targets") return false;
        if (document.Find(head, Kinds.Actor) is { } actor) return actor.Has("generic");
        return (document.ClassOf(head) & WordClass.Person) != 0 && document.TagOf(head) == Tag.Noun;
    }

    /// <summary>"one of the demonstrators": the phrase of those it is one of, where no lexicon knows them as fighters.</summary>
    private static int? OneOf(Document document, int chunk)
    {
        var phrases = document.Phrases;
        return document.Word(phrases[chunk].Head) == "one" && phrases.KindOf(chunk + 1) == ChunkKind.Preposition && document.Word(phrases[chunk + 1].First) == "of" && phrases.KindOf(chunk + 2) == ChunkKind.Noun
            && document.Find(phrases[chunk + 2].Head, Kinds.Actor) is null && document.TagOf(phrases[chunk + 2].First) is Tag.Determiner or Tag.Possessive && document.TagOf(phrases[chunk + 2].First + 1) != Tag.Number && document.Word(phrases[chunk + 2].Head) is not ("men" or "people" or "persons") && IsPeople(document, phrases[chunk + 2].Head) ? chunk + 2 : null;
    }

    /// <summary>"a group of Colombians"</summary>
    private static bool IsNation(Document document, int head) => document.Word(head).EndsWith('s') && document.Find(head, Kinds.Demonym) is not null;

    private static bool IsArmedGroup(Document document, Chunk phrase)
    {
        if (document.Word(phrase.Head) is not ("group" or "groups" or "column" or "columns" or "commando" or "commandos" or "squad" or "squads" or "gang" or "gangs" or "cell" or "cells" or "band" or "bands" or "unit" or "units" or "command" or "commands")) return false;
        for (var i = phrase.First; i < phrase.Head; i++)
            if (document.Word(i) is "armed" or "guerrilla" or "rebel" or "terrorist" or "paramilitary" or "commando" or "subversive" or "extremist" or "death" or "unidentified" or "unknown" or "clandestine" or "masked" or "hooded" || document.Find(i, Kinds.Actor) is not null) return true;
        return false;
    }

    private static bool IsForce(Document document, Chunk phrase)
    {
        if (document.Word(phrase.Head) is "army" or "police" or "military" or "navy" or "government" or "junta" or "regime" or "battalion" or "brigade" or "guard") return true;
        return document.Word(phrase.Head) is "force" or "forces" && phrase.Head > phrase.First && document.Word(phrase.Head - 1) is "air" or "armed" or "security" or "government" or "police";
    }

    private static void Put(Document document, Frame frame, int first, int end, PerpetratorKind kind, bool generic, string? canonical = null, Stance stance = Stance.Stated)
    {
        var quote = document.QuoteOf(first, end);
        var name = canonical ?? document.TextOf(quote);
        for (var i = 0; i < frame.Perpetrators.Count; i++)
        {
            var known = frame.Perpetrators[i];
            if (known.Name == name) return;
            if (!generic || known.Quote.End <= quote.Start || quote.End <= known.Quote.Start) continue;
            // "X fighters": X is named already.
            if (!known.IsGeneric) return;
            // The whole phrase says more than the word for any group in it.
            if (known.Stance == Stance.Stated && quote.End - quote.Start > known.Quote.End - known.Quote.Start) frame.Perpetrators[i] = known with { Name = name, Quote = quote, Kind = kind };
            return;
        }
        if (frame.Perpetrators.Count >= MostPerpetrators) return;
        var definite = generic && end - first <= 2 && document.Word(first - 1) is "the" or "these" or "those";
        frame.Perpetrators.Add(new PerpetratorMention(name, kind, stance, null, quote, generic) { IsDefinite = definite });
    }

    /// <summary>
    /// Widens the word for any group to the whole phrase it heads or describes, and takes out what only describes something else:
    /// "rebel sources", "army fatigues", "the guerrilla spokesman".
    /// </summary>
    public static void Complete(Document document, Frame frame)
    {
        for (var k = frame.Perpetrators.Count - 1; k >= 0; k--)
        {
            var known = frame.Perpetrators[k];
            if (TokenAt(document, frame.Clause, known.Quote.Start) is not { } token) continue;
            var chunk = document.Phrases.At(token);
            var phrase = document.Phrases[chunk];
            if (phrase.Kind != ChunkKind.Noun || document.Tokens[phrase.Head].Start < known.Quote.End) continue;
            if (known.Stance == Stance.Stated && (document.Find(phrase.Head, Kinds.Source) is not null && document.Find(phrase.Head, Kinds.Actor) is null || document.Word(phrase.Head) is "uniform" or "uniforms" or "fatigues" or "operative" or "territory" or "stronghold" or "activity" or "activities"))
                frame.Perpetrators.RemoveAt(k);
            else if (known.IsGeneric && (IsPeople(document, phrase.Head) || IsArmedGroup(document, phrase)))
            {
                var (first, end) = document.Phrases.Bare(chunk);
                frame.Perpetrators[k] = known with { Quote = document.QuoteOf(first, end) };
            }
        }
    }

    private static int? TokenAt(Document document, Clause clause, int start)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (document.Tokens[i].Start == start) return i;
        return null;
    }
}
