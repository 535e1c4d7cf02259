using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>What a clause says was attacked or damaged, and whom it cites.</summary>
internal static class TargetReader
{
    private const int MostTargets = 4;

    private static readonly HashSet<string> Into = ["on", "at", "against", "near", "outside", "into", "inside", "hit", "struck", "targeted", "targeting", "attacked", "stormed", "in", "shelled", "bombed", "hitting", "destroyed"];

    /// <summary>Adds targets and damage to the frame.</summary>
    public static void Read(Document document, Frame frame)
    {
        var clause = frame.Clause;
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            if (match.Find(Kinds.Object) is { } thing && IsStruck(document, clause, match)) Add(document, frame, match, thing.Value);
            if (match.Find(Kinds.Damage) is { } damage && Realis.IsReal(document, clause, match.First)) AddDamage(document, frame, match, damage.Value);
        }
        if (frame.Place is { Precision: PlacePrecision.Site } site && EnumNames<TargetKind>.Find(site.TargetKind) is { } kind)
            frame.Targets.Insert(0, new TargetMention(site.Name, kind, document.QuoteOf(site.First, site.End)));
    }

    private static void Add(Document document, Frame frame, LexiconMatch match, string value)
    {
        if (frame.Targets.Count >= MostTargets || EnumNames<TargetKind>.Find(value) is not { } kind) return;
        var first = match.First;
        while (first > frame.Clause.First && (document.Find(first - 1, Kinds.Demonym) is not null || document.Find(first - 1, Kinds.Country) is not null)) first--;
        var quote = document.QuoteOf(first, match.End);
        frame.Targets.Add(new TargetMention(document.TextOf(quote), kind, quote));
    }

    private static bool IsStruck(Document document, Clause clause, LexiconMatch match)
    {
        // "the base" was told before; it names no target of its own.
        if (document.Word(match.First - 1) is "the" or "this" or "same") return false;
        for (var i = match.First - 1; i >= Math.Max(clause.First, match.First - 4); i--)
            if (Into.Contains(document.Word(i))) return true;
        return document.Word(match.End) is "was" or "were" && (document.Find(match.End + 1, Kinds.Event) is not null || document.Find(match.End + 1, Kinds.Action) is not null);
    }

    private static void AddDamage(Document document, Frame frame, LexiconMatch match, string value)
    {
        if (frame.Damage.Count >= MostTargets) return;
        if (value == "none")
        {
            frame.Damage.Add(new DamageMention("none", document.QuoteOf(match.First, match.End)));
            return;
        }
        var kind = "other";
        var end = match.End;
        for (var i = match.End; i < Math.Min(frame.Clause.End, match.End + 7); i++)
        {
            if (document.Find(i, Kinds.Object) is not { } thing) continue;
            (kind, end) = (thing.Value, document.MatchOf(i)!.End);
            break;
        }
        frame.Damage.Add(new DamageMention(kind, document.QuoteOf(match.First, end)));
    }
}
