using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>An incident draft into the report of the contract, with evidence for every value.</summary>
internal sealed class ReportWriter
{
    private readonly Document document;
    private readonly List<Evidence> evidence = [];

    private ReportWriter(Document document) => this.document = document;

    /// <summary>The reports, ordinals in order of first mention.</summary>
    public static List<IncidentReport> Write(Document document, IReadOnlyList<IncidentDraft> incidents)
    {
        UndatedDay.Settle(document, incidents);
        return incidents.Select((incident, ordinal) => new ReportWriter(document).Report(incident, ordinal)).ToList();
    }

    private IncidentReport Report(IncidentDraft incident, int ordinal)
    {
        var article = document.Article;
        Quoted("eventType", incident.EventQuote);
        return new IncidentReport
        {
            ReportId = DeterministicId.Report(article.ArticleId, ordinal, ExtractionEngine.Version, article.Revision),
            ArticleId = article.ArticleId,
            Ordinal = ordinal,
            IsMain = incident.IsMain,
            EventType = incident.Type,
            Date = Date(incident.Date),
            Place = Place(incident.Place),
            Weapons = Many("weapons", incident.Weapons, weapon => weapon.Quote, (weapon, text) =>
                new Weapon { Type = weapon.Type, Model = weapon.Model, Min = weapon.Min, Max = weapon.Max, Text = text }),
            Targets = Many("targets", incident.Targets, target => target.Quote, (target, text) => new Target { Name = target.Name, Kind = target.Kind, Text = text }),
            Casualties = Casualties(incident.Harm),
            Damage = Many("damage", incident.Damage, damage => damage.Quote, (damage, text) => new Damage { Kind = damage.Kind, Text = text }),
            Perpetrators = Many("perpetrators", incident.Perpetrators, perpetrator => perpetrator.Quote, (perpetrator, text) => new Perpetrator
            {
                Name = perpetrator.Name,
                Kind = perpetrator is { IsGeneric: true, Kind: PerpetratorKind.State } && EndsWithPeople(perpetrator.Quote) ? PerpetratorKind.Individual : perpetrator.Kind,
                Stance = perpetrator.Stance,
                Accuser = perpetrator.Accuser,
                Text = text,
            }),
            Sources = Many("sources", incident.Sources, source => source.Quote, (source, text) => new CitedSource { Name = source.Name, Text = text }),
            Evidence = evidence,
            Confidence = ConfidenceScore.Of(document, incident),
            Extractor = ExtractionEngine.Version,
        };
    }

    /// <summary>"two soldiers" of no state that is named: people, where "the army" is the state itself.</summary>
    private bool EndsWithPeople(Quote quote)
    {
        var (low, high) = (0, document.Tokens.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (document.Tokens[middle].Start < quote.End) low = middle;
            else high = middle - 1;
        }
        return (document.ClassOf(low) & WordClass.Person) != 0;
    }

    private EventDate? Date(ResolvedDate? date) => date is null ? null : new EventDate
    {
        Start = date.From,
        End = date.To,
        Precision = date.Precision,
        TimeOfDay = date.TimeOfDay,
        Text = Quoted("date", date.Quote),
    };

    private Place? Place(PlaceMention? place) => place is null ? null : new Place
    {
        Name = place.Name,
        Admin1 = place.Admin1,
        Country = place.Country,
        Lat = place.Lat,
        Lon = place.Lon,
        Precision = place.Precision,
        Relation = place.Relation,
        DistanceKm = place.DistanceKm,
        Text = Quoted("place", document.QuoteOf(place.First, place.End)),
    };

    private Casualties? Casualties(Dictionary<string, Count> harm) => harm.Count == 0 ? null : new Casualties
    {
        Killed = Casualty("killed", harm),
        Wounded = Casualty("wounded", harm),
        Missing = Casualty("missing", harm),
        Kidnapped = Casualty("kidnapped", harm),
    };

    private CasualtyCount? Casualty(string what, Dictionary<string, Count> harm)
    {
        if (!harm.TryGetValue(what, out var count)) return null;
        var path = $"casualties.{what}";
        return new CasualtyCount
        {
            Min = count.Min,
            Max = count.Max,
            Text = Quoted(path, count.Quote),
            Groups = Many($"{path}.groups", count.Groups, group => group.Quote, (group, text) => new CasualtyGroup { Who = group.Who, Min = group.Min, Max = group.Max, Text = text }),
        };
    }

    private List<T> Many<TMention, T>(string field, IReadOnlyList<TMention> mentions, Func<TMention, Quote> quote, Func<TMention, string, T> make)
    {
        var values = new List<T>(mentions.Count);
        foreach (var mention in mentions) values.Add(make(mention, Quoted($"{field}[{values.Count}]", quote(mention))));
        return values;
    }

    private string Quoted(string field, Quote quote)
    {
        evidence.Add(new Evidence { Field = field, Start = quote.Start, End = quote.End });
        return document.TextOf(quote);
    }
}
