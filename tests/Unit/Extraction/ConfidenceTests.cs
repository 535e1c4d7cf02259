using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

public sealed class ConfidenceTests
{
    [Fact]
    public void There_is_a_weight_for_every_feature() => ConfidenceWeights.Values.Length.ShouldBe(ConfidenceFeatures.Count);

    [Fact]
    public void A_report_with_kind_place_and_counts_is_surer_than_one_of_vague_words()
    {
        var clear = Reading.MainOf("Three rockets hit the airport in Erbil, Iraq, on Tuesday, killing two guards and wounding five, police said. Islamic State claimed the attack.");
        var vague = Reading.Extract("There was an attack on some people somewhere on Tuesday.").Reports;
        clear.Confidence.ShouldBeInRange(0.8, 1);
        foreach (var report in vague) report.Confidence.ShouldBeLessThan(clear.Confidence);
    }

    [Fact]
    public void What_can_only_speak_for_a_report_has_no_weight_against_it()
    {
        foreach (var feature in new[] { ConfidenceFeature.Town, ConfidenceFeature.Killed, ConfidenceFeature.Clauses, ConfidenceFeature.Source })
            ConfidenceWeights.Values[(int)feature].ShouldBeGreaterThanOrEqualTo(0, feature.ToString());
    }
}
