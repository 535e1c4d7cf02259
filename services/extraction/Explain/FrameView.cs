using System.Text.Json;
using Platform.Extraction.Engine;

namespace Platform.Extraction;

/// <summary>A clause with the kind of its frame, what decided it, and its roles.</summary>
internal static class FrameView
{
    /// <summary>Writes the clause.</summary>
    public static void Write(Paper paper, Document document, Frame frame, ResolvedDate? date)
    {
        var clause = frame.Clause;
        var words = SentenceView.Words(document, clause.First, clause.End);
        paper.Entry("clause", words.Length <= 90 ? words : $"{words[..50]} … {words[^35..]}");
        paper.Add("      is ", Ink.Faint).Add(frame.Kind.ToString().ToLowerInvariant(), frame.Kind == FrameKind.Event ? Ink.Event : Ink.Head).Add($": {frame.Because}");
        if (frame.TypeRank > 0) paper.Add("; ").Add($"{Name(frame.Type)} by '{Quoted(document, frame.EventQuote)}' (rank {frame.TypeRank})", Ink.Event);
        if (frame.IsOther) paper.Add("; told as another one");
        if (clause.IsAfter) paper.Add("; before what was told");
        paper.Line();
        Held(paper, document, clause);
        if (frame.Kind == FrameKind.None) return;
        foreach (var perpetrator in frame.Perpetrators)
            Role(paper, "by", $"{perpetrator.Name}, {Name(perpetrator.Stance)}{(perpetrator.Accuser is null ? "" : $" by {perpetrator.Accuser}")}: '{Quoted(document, perpetrator.Quote)}'", Ink.Actor);
        foreach (var weapon in frame.Weapons)
            Role(paper, "with", $"{Name(weapon.Type)}{(weapon.Model is null ? "" : $" {weapon.Model}")}, {SentenceView.Count(weapon.Min, weapon.Max)}: '{Quoted(document, weapon.Quote)}'", Ink.Weapon);
        foreach (var target in frame.Targets) Role(paper, "on", $"{target.Name} ({Name(target.Kind)})", Ink.Place);
        foreach (var (what, count) in frame.Harm) Role(paper, what, $"{SentenceView.Count(count.Min, count.Max)}: '{Quoted(document, count.Quote)}'", Ink.Harm);
        foreach (var damage in frame.Damage) Role(paper, "damage", $"'{Quoted(document, damage.Quote)}'", Ink.Harm);
        foreach (var source in frame.Sources) Role(paper, "says", source.Name, Ink.Actor);
        if (date is not null) Role(paper, "when", SentenceView.Days(date.From, date.To), Ink.Date);
        if (frame.Place is { } place) Role(paper, "where", place.Name, Ink.Place);
        else if (frame.SamePlace) Role(paper, "where", "the place told before", Ink.Place);
    }

    /// <summary>Words for an attack that tell none: planned, feared, negated.</summary>
    private static void Held(Paper paper, Document document, Clause clause)
    {
        foreach (var match in document.MatchesIn(clause.First, clause.End))
            if (match.Find(Kinds.Event) is not null && !Realis.IsReal(document, clause, match.First))
                paper.Add("      held back ", Ink.Faint).Add($"'{SentenceView.Words(document, match.First, match.End)}': planned, feared, rehearsed or negated").Line();
    }

    private static void Role(Paper paper, string label, string words, Ink ink) => paper.Add($"        {label,-8} ", Ink.Faint).Add(words, ink).Line();

    private static string Quoted(Document document, Quote quote) => quote.End > quote.Start ? document.TextOf(quote) : "";

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
