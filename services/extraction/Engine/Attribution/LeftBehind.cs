using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"Pamphlets signed by X were found at the scene", "they left leaflets of X": whose papers lie there is suspected.</summary>
internal static class LeftBehind
{
    /// <summary>Tokens between the papers and the verb, either way.</summary>
    private const int Reach = 16;

    private static readonly Cue Papers = ["pamphlet", "pamphlets", "leaflet", "leaflets", "flyer", "flyers", "flier", "fliers", "banner", "banners", "flag", "flags", "graffiti", "placard", "placards", "poster", "posters"];
    private static readonly WordSet Verbs = ["found", "left", "scattered", "discovered", "abandoned", "strewn", "dropped"];

    /// <summary>Adds whose papers the clause says were left where it happened.</summary>
    public static void Read(Document document, Frame frame)
    {
        var clause = frame.Clause;
        if (!document.HasIn(clause.First, clause.End, Papers) || frame.Perpetrators.Exists(one => one is { IsGeneric: false, Stance: Stance.Stated })) return;
        for (var i = clause.First; i < clause.End; i++)
        {
            if (!document.Is(i, Papers) || !IsLeft(document, clause, i)) continue;
            var from = document.Word(i + 1) == "signed" && document.Word(i + 2) == "by" || document.Word(i + 1) == "belonging" && document.Word(i + 2) == "to" ? i + 3 : document.Word(i + 1) is "of" or "from" or "by" ? i + 2 : -1;
            if (from < 0) continue;
            if (document.Word(from) is "the" or "a") from++;
            if (from >= clause.End || ActorReader.At(document, from, clause.End, frame.Place) is not { IsGeneric: false, Kind: PerpetratorKind.ArmedGroup } actor || Names(frame, actor.Name)) continue;
            frame.Perpetrators.Add(new PerpetratorMention(actor.Name, actor.Kind, Stance.Suspected, null, document.QuoteOf(actor.NameFirst, actor.NameEnd), IsGeneric: false));
            return;
        }
    }

    private static bool Names(Frame frame, string name) => frame.Perpetrators.Exists(one => one.Name == name);

    private static bool IsLeft(Document document, Clause clause, int papers)
    {
        for (var i = Math.Max(clause.First, papers - Reach / 2); i < Math.Min(clause.End, papers + Reach); i++)
            if (Verbs.Contains(document.Word(i))) return true;
        return false;
    }
}
