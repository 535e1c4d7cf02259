using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>Damage a clause tells, and the site it names as what was attacked.</summary>
internal static class TargetReader
{
    private const int MostTargets = 4;

    /// <summary>Adds targets and damage to the frame.</summary>
    public static void Read(Document document, Frame frame)
    {
        var clause = frame.Clause;
        foreach (var match in document.MatchesIn(clause.First, clause.End))
        {
            if (match.Find(Kinds.Damage) is { } damage && Realis.IsReal(document, clause, match.First)) AddDamage(document, frame, match, damage.Value);
        }
        if (frame.Place is { Precision: PlacePrecision.Site } site && EnumNames<TargetKind>.Find(site.TargetKind) is { } kind)
            frame.Targets.Insert(0, new TargetMention(site.Name, kind, document.QuoteOf(site.First, site.End)));
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
