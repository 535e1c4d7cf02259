using Platform.Contracts;

namespace Platform.Projection.ReadModels;

/// <summary>What an incident is searched by beside the texts: headlines, names, and the words its values were read from.</summary>
internal static class IncidentWords
{
    public static string Of(Incident incident)
    {
        var words = new List<string?> { incident.Title, incident.Place?.Name, incident.Place?.Admin1 };
        words.AddRange(incident.Perpetrators.Select(p => p.Name));
        words.AddRange(incident.Targets.Select(t => t.Name));
        words.AddRange(incident.Weapons.Select(w => w.Model));
        foreach (var report in incident.Reports)
        {
            words.Add(report.Title);
            words.AddRange(Of(report));
        }
        return SearchText.Of(string.Join('\n', words.Where(w => !string.IsNullOrWhiteSpace(w)).Distinct()));
    }

    private static IEnumerable<string?> Of(LinkedReport report)
    {
        yield return report.Place?.Name;
        yield return report.Place?.Text;
        yield return report.Date?.Text;
        foreach (var perpetrator in report.Perpetrators)
            foreach (var word in new[] { perpetrator.Name, perpetrator.Text, perpetrator.Accuser })
                yield return word;
        foreach (var target in report.Targets)
            foreach (var word in new[] { target.Name, target.Text })
                yield return word;
        foreach (var word in report.Weapons.Select(w => w.Text).Concat(report.Damage.Select(d => d.Text)))
            yield return word;
        foreach (var source in report.Sources)
            foreach (var word in new[] { source.Name, source.Text })
                yield return word;
        foreach (var count in new[] { report.Casualties?.Killed, report.Casualties?.Wounded, report.Casualties?.Missing, report.Casualties?.Kidnapped })
            if (count is not null)
                foreach (var word in count.Groups.Select(g => g.Text).Append(count.Text))
                    yield return word;
    }
}
