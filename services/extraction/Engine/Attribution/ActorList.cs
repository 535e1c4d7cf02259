using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>The actors a clause names, in text order, and how a deed finds its doer among them.</summary>
internal sealed class ActorList
{
    private const int SubjectReach = 36;

    private static readonly WordSet Oblique =
        ["on", "at", "against", "in", "of", "from", "to", "with", "for", "by", "between", "told", "near", "fight", "fighting", "including", "under", "into", "over", "toward", "towards", "targeting", "targeted", "inside", "outside", "among", "as"];

    private static readonly WordSet Kin = ["affiliate", "offshoot", "branch", "franchise", "wing", "arm", "proxy", "front", "splinter", "ally", "faction", "chapter", "subsidiary", "allies"];

    private readonly Document document;
    private readonly Clause clause;
    private readonly List<ActorMention> actors = [];

    /// <summary>Reads the actors of a clause.</summary>
    /// <param name="first">Where to begin: the clause's first token, or its sentence's when the clause has lost its subject.</param>
    public ActorList(Document document, Frame frame, int first)
    {
        this.document = document;
        clause = frame.Clause;
        // Of "TEHRAN - Missiles killed five" Tehran has done nothing.
        for (var i = first == document.Sentences[clause.Sentence].First ? Dateline.End(document, first) : first; i < clause.End;)
        {
            if (ActorReader.At(document, i, clause.End, frame.Place) is { } actor)
            {
                actors.Add(actor);
                i = Math.Max(i + 1, actor.End);
            }
            else
            {
                i++;
            }
        }
        First = first;
    }

    /// <summary>The first token that was read.</summary>
    public int First { get; }

    /// <summary>The actor whose phrase covers a token, or null.</summary>
    public ActorMention? Covering(int token)
    {
        foreach (var actor in actors)
            if (actor.First <= token && token < actor.End) return actor;
        return null;
    }

    /// <summary>The first actor that begins at most so many tokens after one.</summary>
    public ActorMention? After(int token, int reach, bool named = false)
    {
        foreach (var actor in actors)
        {
            if (actor.First < token || named && actor.IsGeneric) continue;
            return actor.First - token <= reach ? actor : null;
        }
        return null;
    }

    /// <summary>
    /// The actor that is the subject of a word: the nearest before it that hangs on no preposition, describes nothing and says nothing.
    /// With <paramref name="named"/>, a name farther off is better than words for any group.
    /// </summary>
    public ActorMention? Subject(int token, bool named = false)
    {
        ActorMention? generic = null;
        for (var k = actors.Count - 1; k >= 0; k--)
        {
            var actor = actors[k];
            if (actor.End > token) continue;
            if (token - actor.End > SubjectReach) break;
            if (document.Word(actor.End) == "'s" && !named || IsOblique(actor.First) || k > 0 && IsApposed(actors[k - 1], actor)) continue;
            if (!actor.IsGeneric || !named) return actor;
            generic ??= actor;
        }
        return generic;
    }

    /// <summary>The subject of a verb of attack: as above, with no other subject between them, and not itself the one harmed.</summary>
    public ActorMention? Doer(Frame frame, int token)
    {
        for (var k = actors.Count - 1; k >= 0; k--)
        {
            var actor = actors[k];
            // "Israeli warplanes bombed": the words that tell the weapon may be its user.
            if (actor.End > token && actor.First >= token) continue;
            if (token - actor.End > SubjectReach || Breaks(actor.End, token)) return null;
            if (document.Word(actor.End) == "'s" || document.Find(actor.End, Kinds.Say) is not null || document.Find(actor.End, Kinds.Object) is not null) continue;
            if (IsOblique(actor.First) || IsHarmed(frame, actor)) continue;
            return actor;
        }
        return null;
    }

    /// <summary>"X, a Y affiliate,", "X, Y's branch in the south,": Y only says what X is.</summary>
    private bool IsApposed(in ActorMention first, in ActorMention second)
    {
        if (first.IsGeneric || document.Word(first.End) != ",") return false;
        for (var i = first.End + 1; i < second.First; i++)
            if (document.TagOf(i) is not (Tag.Determiner or Tag.Adjective) && document.Word(i) is not ("a" or "an" or "the")) return false;
        var kin = document.Word(second.End) is "'s" or "'" ? second.End + 1 : second.End;
        if (document.TagOf(kin) == Tag.Adjective) kin++;
        return Kin.Contains(document.Word(kin)) || Kin.Contains(document.Word(second.End - 1));
    }

    /// <summary>Adds a perpetrator to the frame.</summary>
    public void Add(Frame frame, ActorMention actor, Stance stance, string? accuser = null)
    {
        var quote = document.QuoteOf(actor.NameFirst, actor.NameEnd);
        frame.Perpetrators.Add(new PerpetratorMention(actor.Name, actor.Kind, stance, accuser, quote, actor.IsGeneric));
    }

    /// <summary>A clause of another subject begins between the two: "fighters said when the base was hit". "fighters, who attacked" is one.</summary>
    private bool Breaks(int from, int token)
    {
        for (var i = from; i < token; i++)
            if (i == from + 1 && document.Word(i) == "when" && document.Word(from) == "," || document.Word(i) is ":" or "which" or "when" or "as" or "where" or "because" && i > from + 1 || document.Find(i, Kinds.Say) is not null) return true;
        return false;
    }

    private bool IsOblique(int first)
    {
        var i = first - 1;
        for (var steps = 0; steps < 4 && (document.Word(i) is "the" or "a" or "an" or "some" or "several" or "\"" or "-" || document.Find(i, Kinds.Demonym) is not null || document.Quantities.EndingAt(i + 1) is not null); steps++) i--;
        return Oblique.Contains(document.Word(i)) || Realis.IsSince(document, clause, first);
    }

    private bool IsHarmed(Frame frame, ActorMention actor)
    {
        var quote = document.QuoteOf(actor.First, actor.End);
        foreach (var count in frame.Harm.Values)
            if (count.Quote.Start <= quote.Start && quote.End <= count.Quote.End) return true;
        return false;
    }
}
