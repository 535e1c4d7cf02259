using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"The ministry said X had carried out the attack", "Syria said Israel bombed the airport": what is told of others accuses them.</summary>
internal static class ToldOfOthers
{
    /// <summary>Tokens from "said" to who is said to have done it: "said on Monday that the".</summary>
    private const int Reach = 7;

    /// <summary>Tokens from "described" to "as".</summary>
    private const int NamedReach = 4;

    private static readonly WordSet Spokesmen = ["spokesman", "spokesperson", "spokeswoman", "commander", "leader", "statement", "group", "movement"];

    /// <summary>Who says of a doer, right before a token (its name, or what it did it to), that it did it; null when nobody does or it speaks of itself.</summary>
    public static string? Accuser(Document document, Clause clause, ActorList actors, ActorMention doer, int before)
    {
        if (document.IsUpper || doer.IsGeneric || doer.Kind is not (PerpetratorKind.State or PerpetratorKind.ArmedGroup) || SayBefore(document, clause, before) is not { } say) return null;
        var spokesman = false;
        for (var i = clause.First; i < say; i++)
        {
            if (actors.Covering(i)?.Name == doer.Name || (document.Find(i, Kinds.Country) ?? document.Find(i, Kinds.Demonym) ?? document.Find(i, Kinds.Seat))?.Value == doer.Name) return null;
            spokesman |= Spokesmen.Contains(document.Word(i));
        }
        // Whose word it is must be sure: officials may be those of the state that did it, a spokesman the group's own.
        var state = StateReader.Before(document, clause, say) ?? StateReader.Through(document, clause, say);
        if (state is null && (doer.Kind == PerpetratorKind.State || spokesman)) return null;
        return AccusationReader.Accuser(document, clause, actors, say - 1);
    }

    /// <summary>Who calls it so: "X condemned what it called an Iranian attack", "X described it as a rebel attack", "X said, blaming an Israeli strike"; null when the writer does.</summary>
    public static string? Namer(Document document, Clause clause, ActorList actors, ActorMention doer)
    {
        if (document.IsUpper) return null;
        var i = doer.First - 1;
        while (document.Word(i) is "a" or "an" or "the" or "suspected" or "\"" or "it") i--;
        if (document.Word(i) == "as")
            for (var k = i - 1; k > i - NamedReach && document.Word(i) == "as"; k--)
                if (document.Word(k) is "described" or "denounced" or "condemned" or "branded" or "describing") i = k;
        if (i <= clause.First || document.Word(i) is not ("called" or "calls" or "calling" or "termed" or "dubbed" or "blaming" or "described" or "denounced" or "condemned" or "branded" or "describing")) return null;
        return AccusationReader.Accuser(document, clause, actors, i - 1) is { } accuser && accuser != doer.Name ? accuser : null;
    }

    private static int? SayBefore(Document document, Clause clause, int token)
    {
        for (var i = token - 1; i >= Math.Max(clause.First + 1, token - Reach); i--)
        {
            if (document.Has(i, Kinds.Say)) return document.Word(i) is "said" or "says" or "say" or "announced" or "confirmed" or "declared" or "stated" ? i : null;
            if (document.Word(i) is not ("that" or "the" or "on" or "\"") && document.TagOf(i) != Tag.Time) return null;
        }
        return null;
    }
}
