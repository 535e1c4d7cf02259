using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// Fills a frame's slots from the syntax around every word of the clause that tells of violence: who did it, what and whom it was done to.
/// </summary>
internal static class RoleFiller
{
    private const int MostTargets = 8;

    /// <summary>Adds perpetrators without a name, named persons on both sides, and things attacked.</summary>
    public static void Read(Document document, Frame frame)
    {
        var clause = frame.Clause;
        var sentence = document.Sentences[clause.Sentence];
        var reader = new RoleReader(document);
        var roles = new Roles();
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            if (!Tells(match, frame) || !Realis.IsReal(document, clause, match.First)) continue;
            reader.Read(HeadOf(document, match), sentence.First, sentence.End, roles);
            foreach (var agent in roles.Agents) AddAgent(document, frame, agent);
            foreach (var patient in roles.Patients) AddTarget(document, frame, patient, direct: true);
            foreach (var goal in roles.Goals) AddTarget(document, frame, goal, direct: false);
        }
    }

    /// <summary>The verb or noun a match of several words turns on: "shot dead" on shot, "car bomb attack" on attack.</summary>
    private static int HeadOf(Document document, LexiconMatch match)
    {
        for (var i = match.First; i < match.End; i++)
            if (document.Phrases.KindOf(document.Phrases.At(i)) == ChunkKind.Verb) return i;
        return match.End - 1;
    }

    private static bool Tells(LexiconMatch match, Frame frame)
    {
        if (match.Find(Kinds.Event) is { } told) return !told.Has("weak") || frame.TypeRank > 0;
        return match.Find(Kinds.Harm) is not null || match.Find(Kinds.Damage) is { Value: "damage" } || (match.Find(Kinds.Action) is not null && frame.TypeRank > 0);
    }

    private static void AddAgent(Document document, Frame frame, int chunk)
    {
        var phrases = document.Phrases;
        var phrase = phrases[chunk];
        if (document.Tags[phrase.Head] == Tag.Pronoun) return;
        var classes = phrases.ClassOf(chunk);
        var (nameFirst, nameEnd) = phrases.NameOf(chunk);
        if (nameEnd - nameFirst >= 2 && IsPerson(document, nameFirst, nameEnd, phrase))
        {
            AddPerpetrator(frame, document, nameFirst, nameEnd, PerpetratorKind.Individual, generic: false);
            return;
        }
        var actor = document.Find(phrase.Head, Kinds.Actor);
        if (actor is not null && !actor.Has("generic")) return;
        if (actor is null && ((classes & WordClass.Person) == 0 || document.Find(phrase.Head, Kinds.Weapon) is not null)) return;
        // "the attacker attacked" says nothing of who it was.
        if (document.Find(phrase.Head, Kinds.Event) is not null || document.Word(phrase.Head) is "attacker" or "attackers" or "assailant" or "assailants" or "bomber" or "bombers" or "perpetrator" or "perpetrators" or "others" or "victims" or "victim" or "civilians") return;
        var (first, end) = phrases.Bare(chunk);
        AddPerpetrator(frame, document, first, end, PerpetratorKind.Unknown, generic: true);
    }

    private static void AddPerpetrator(Frame frame, Document document, int first, int end, PerpetratorKind kind, bool generic)
    {
        var quote = document.QuoteOf(first, end);
        var name = document.TextOf(quote);
        foreach (var known in frame.Perpetrators)
            if (known.Name == name || (known.Quote.Start < quote.End && quote.Start < known.Quote.End)) return;
        frame.Perpetrators.Add(new PerpetratorMention(name, kind, Stance.Stated, null, quote, generic));
    }

    private static void AddTarget(Document document, Frame frame, int chunk, bool direct)
    {
        if (frame.Targets.Count >= MostTargets) return;
        var phrases = document.Phrases;
        var phrase = phrases[chunk];
        if (document.Tags[phrase.Head] == Tag.Pronoun) return;
        var (nameFirst, nameEnd) = phrases.NameOf(chunk);
        if (direct && nameEnd - nameFirst >= 2 && IsPerson(document, nameFirst, nameEnd, phrase))
        {
            Add(document, frame, nameFirst, nameEnd, TargetKind.Person);
            return;
        }
        if (frame.Place is { Precision: PlacePrecision.Site } site && site.First < phrase.End && phrase.First < site.End) return;
        var (first, end) = phrases.Bare(chunk);
        if (KindOf(document, phrase) is { } kind) Add(document, frame, first, end, kind);
    }

    private static TargetKind? KindOf(Document document, Chunk phrase)
    {
        if (document.Find(phrase.Head, Kinds.Object) is { } thing) return EnumNames<TargetKind>.Find(thing.Value);
        if (document.Find(phrase.Head, Kinds.Weapon) is not null || document.Find(phrase.Head, Kinds.Event) is not null) return null;
        var classes = document.ClassOf(phrase.Head);
        if ((classes & WordClass.Person) != 0) return null;
        if ((classes & WordClass.Vehicle) != 0) return TargetKind.Transport;
        return (classes & WordClass.Structure) != 0 ? TargetKind.Infrastructure : null;
    }

    /// <summary>Two names or more that no lexicon knows, or after a title: "Mayor Ana Ruiz".</summary>
    private static bool IsPerson(Document document, int first, int end, Chunk phrase)
    {
        for (var i = first; i < end; i++)
        {
            foreach (var entry in document.MatchOf(i)?.Entries ?? [])
                if (entry.Kind is Kinds.Actor or Kinds.Country or Kinds.Site or Kinds.Source or Kinds.Object or Kinds.Weapon or Kinds.Event || (entry.Kind is Kinds.Settlement or Kinds.Admin1 && i == first && end - first == document.MatchOf(i)!.End - i)) return false;
            if (document.Tokens[i].Kind == TokenKind.Word && (document.ClassOf(i) & (WordClass.Structure | WordClass.Group)) != 0) return false;
        }
        return true;
    }

    private static void Add(Document document, Frame frame, int first, int end, TargetKind kind)
    {
        var quote = document.QuoteOf(first, end);
        foreach (var known in frame.Targets)
            if (known.Quote.Start < quote.End && quote.Start < known.Quote.End) return;
        frame.Targets.Add(new TargetMention(document.TextOf(quote), kind, quote));
    }
}
