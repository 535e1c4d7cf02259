using Platform.Contracts;

namespace Platform.Extraction.Engine;

/// <summary>What speaks for or against a report. Every feature is 0 to 1; the order is that of <see cref="ConfidenceWeights"/>.</summary>
internal enum ConfidenceFeature
{
    /// <summary>Always 1.</summary>
    Base,

    /// <summary>The article was written for it.</summary>
    Main,

    /// <summary>Told in the first two sentences.</summary>
    Lead,

    /// <summary>Told by a word that leaves the kind of attack open.</summary>
    OpenKind,

    /// <summary>Told by harm or an unclear word only.</summary>
    WeakWord,

    /// <summary>In how many clauses it is told; 1 from six on.</summary>
    Clauses,

    /// <summary>Its day is known.</summary>
    Day,

    /// <summary>Only a week, month or year is known.</summary>
    WideDate,

    /// <summary>Its day is that of publication or one of the three before.</summary>
    Fresh,

    /// <summary>Its town or site is known, with coordinates.</summary>
    Town,

    /// <summary>Only a division or country is known.</summary>
    WideArea,

    /// <summary>The dead are counted.</summary>
    Killed,

    /// <summary>The wounded are counted.</summary>
    Wounded,

    /// <summary>A weapon is named.</summary>
    Weapon,

    /// <summary>A group or state is named as the doer.</summary>
    NamedActor,

    /// <summary>Someone is cited for it.</summary>
    Source,
}

/// <summary>Reads the features of a report.</summary>
internal static class ConfidenceFeatures
{
    /// <summary>How many features there are.</summary>
    public const int Count = (int)ConfidenceFeature.Source + 1;

    private const double ManyClauses = 6;
    private const int FreshDays = 3;

    /// <summary>Fills in the features; the span holds <see cref="Count"/> of them.</summary>
    public static void Read(Document document, IncidentDraft incident, Span<double> features)
    {
        features.Clear();
        var date = incident.Date;
        var place = incident.Place;
        Set(features, ConfidenceFeature.Base, true);
        Set(features, ConfidenceFeature.Main, incident.IsMain);
        Set(features, ConfidenceFeature.Lead, incident.FirstSentence < 2);
        Set(features, ConfidenceFeature.OpenKind, incident.TypeRank is 2 or 3);
        Set(features, ConfidenceFeature.WeakWord, incident.TypeRank < 2);
        features[(int)ConfidenceFeature.Clauses] = Math.Min(ManyClauses, incident.Frames) / ManyClauses;
        Set(features, ConfidenceFeature.Day, date is not null && date.From == date.To);
        Set(features, ConfidenceFeature.WideDate, date is not null && date.From != date.To);
        Set(features, ConfidenceFeature.Fresh, date is not null && document.Article.PublishedAt is { } at
            && DateOnly.FromDateTime(at.UtcDateTime).DayNumber - date.To.DayNumber is >= 0 and <= FreshDays);
        var isTown = place is { Lat: not null, Precision: PlacePrecision.Settlement or PlacePrecision.Site };
        Set(features, ConfidenceFeature.Town, isTown);
        Set(features, ConfidenceFeature.WideArea, place is not null && !isTown);
        Set(features, ConfidenceFeature.Killed, incident.Harm.TryGetValue("killed", out var killed) && killed.Min is not null);
        Set(features, ConfidenceFeature.Wounded, incident.Harm.TryGetValue("wounded", out var wounded) && wounded.Min is not null);
        Set(features, ConfidenceFeature.Weapon, incident.Weapons.Count > 0);
        Set(features, ConfidenceFeature.NamedActor, HasNamedActor(incident));
        Set(features, ConfidenceFeature.Source, incident.Sources.Count > 0);
    }

    private static bool HasNamedActor(IncidentDraft incident)
    {
        foreach (var perpetrator in incident.Perpetrators)
            if (!perpetrator.IsGeneric) return true;
        return false;
    }

    private static void Set(Span<double> features, ConfidenceFeature feature, bool value) => features[(int)feature] = value ? 1 : 0;
}
