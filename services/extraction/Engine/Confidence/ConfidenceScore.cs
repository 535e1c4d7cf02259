namespace Platform.Extraction.Engine;

/// <summary>
/// How likely a report is one of the incidents that the article tells: a logistic sum over <see cref="ConfidenceFeature"/>.
/// The weights are fitted, see <see cref="ConfidenceWeights"/>.
/// </summary>
internal static class ConfidenceScore
{
    /// <summary>0 to 1, rounded to two digits.</summary>
    public static double Of(Document document, IncidentDraft incident)
    {
        Span<double> features = stackalloc double[ConfidenceFeatures.Count];
        ConfidenceFeatures.Read(document, incident, features);
        return Math.Round(Of(features, ConfidenceWeights.Values), 2);
    }

    /// <summary>The logistic function of the weighted sum.</summary>
    public static double Of(ReadOnlySpan<double> features, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++) sum += features[i] * weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }
}
