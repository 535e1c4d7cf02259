using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>"Pamphlets signed by X were found at the scene", "they left leaflets of X": whose papers lie there is suspected.</summary>
internal static class LeftBehind
{
    /// <summary>Tokens between the papers and the verb, either way.</summary>
    private const int Reach = 16;

    private static readonly WordSet Papers = ["pamphlet", "pamphlets", "leaflet", "leaflets", "flyer", "flyers", "flier", "fliers", "banner", "banners", "flag", "flags", "graffiti", "placard", "placards", "poster", "posters"];
    private static readonly WordSet Verbs = ["found", "left", "leaving", "scattered", "discovered", "abandoned", "strewn", "dropped"];

    /// <summary>Adds whose papers the clause says were left where it happened.</summary>
    public static void Read(Document document, Frame frame)
    {
        var clause = frame.Clause;
        for (var i = clause.First; i < clause.End; i++)
        {
            if (!Papers.Contains(document.Word(i)) || !IsLeft(document, clause, i)) continue;
            var from = document.Word(i + 1) == "signed" && document.Word(i + 2) == "by" || document.Word(i + 1) == "belonging" && document.Word(i + 2) == "to" ? i + 3 : document.Word(i + 1) is "of" or "from" or "by" ? i + 2 : -1;
            if (from < 0) continue;
            if (document.Word(from) is "the" or "a") from++;
            if (from >= clause.End || ActorReader.At(document, from, clause.End, frame.Place) is not { IsGeneric: false, Kind: PerpetratorKind.ArmedGroup } actor || frame.Perpetrators.Exists(one => one.Name == actor.Name)) continue;
            frame.Perpetrators.Add(new PerpetratorMention(actor.Name, actor.Kind, Stance.Suspected, null, document.QuoteOf(actor.NameFirst, actor.NameEnd), IsGeneric: false));
            return;
        }
    }

    private static bool IsLeft(Document document, Clause clause, int papers)
    {
        for (var i = Math.Max(clause.First, papers - Reach / 2); i < Math.Min(clause.End, papers + Reach); i++)
            if (Verbs.Contains(document.Word(i))) return true;
        return false;
    }
}
