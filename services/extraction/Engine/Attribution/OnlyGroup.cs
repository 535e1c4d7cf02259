using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>
/// "Guerrillas attacked the town", and further on "the FMLN": where an article names one armed group and no other, its
/// guerrillas are that group's. "Terrorists" are whoever the speaker calls so.
/// </summary>
internal static class OnlyGroup
{
    private static readonly string[] Insurgents = ["guerrilla", "rebel", "insurgent", "subversive"];

    /// <summary>Adds the group to the incidents that tell only of its people.</summary>
    public static void Settle(Document document, List<IncidentDraft> incidents)
    {
        if (!incidents.Exists(incident => Unnamed(incident) is not null) || Find(document) is not { } group) return;
        var actor = group.Find(Kinds.Actor)!;
        foreach (var incident in incidents)
        {
            if (Unnamed(incident) is { } people)
                incident.Perpetrators.Add(people with { Name = actor.Value, Kind = PerpetratorKind.ArmedGroup, Quote = document.QuoteOf(group.First, group.End), IsGeneric = false, IsDefinite = false });
        }
    }

    /// <summary>
    /// "Our mujahideen struck the base": the fighters by the name they give themselves, in its words, of the one group that claims
    /// attacks in the article.
    /// </summary>
    public static void SettleFighters(List<IncidentDraft> incidents)
    {
        if (Claimant(incidents) is not { } group) return;
        foreach (var incident in incidents)
        {
            for (var k = 0; k < incident.Perpetrators.Count; k++)
                if (incident.Perpetrators[k] is { IsGeneric: true } people && people.Name.Contains("mujah", StringComparison.OrdinalIgnoreCase)) incident.Perpetrators[k] = group;
        }
    }

    /// <summary>The one armed group that claims; null when none does, or several.</summary>
    private static PerpetratorMention? Claimant(List<IncidentDraft> incidents)
    {
        PerpetratorMention? group = null;
        foreach (var incident in incidents)
        {
            foreach (var one in incident.Perpetrators)
            {
                if (one is not { IsGeneric: false, Kind: PerpetratorKind.ArmedGroup, Stance: Stance.Claimed }) continue;
                if (group is not null && group.Name != one.Name) return null;
                group ??= one;
            }
        }
        return group;
    }

    /// <summary>The insurgents without a name of an incident that names nobody; null when there are none.</summary>
    private static PerpetratorMention? Unnamed(IncidentDraft incident)
    {
        PerpetratorMention? people = null;
        foreach (var perpetrator in incident.Perpetrators)
        {
            if (!perpetrator.IsGeneric || perpetrator.Kind == PerpetratorKind.State || perpetrator.Stance == Stance.Denied) return null;
            if (Array.Exists(Insurgents, word => perpetrator.Name.Contains(word, StringComparison.OrdinalIgnoreCase))) people ??= perpetrator;
        }
        return people;
    }

    /// <summary>The first mention of the one armed group a text names; null when it names none or several.</summary>
    private static LexiconMatch? Find(Document document)
    {
        LexiconMatch? first = null;
        for (var i = 0; i < document.Matches.Count; i++)
        {
            var match = document.Matches[i];
            if (match.Find(Kinds.Actor) is not { } actor || actor.Has("generic") || actor.Has("weak") || actor.Attribute("kind") != "armed_group" || !ActorReader.IsOfItsTime(document, actor)) continue;
            if (first is null) first = match;
            else if (first.Find(Kinds.Actor)!.Value != actor.Value) return null;
        }
        return first;
    }
}
