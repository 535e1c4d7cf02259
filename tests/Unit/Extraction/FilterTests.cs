namespace Platform.Tests.Unit.Extraction;

/// <summary>What is told beside attacks and is none: wishes, fears, rehearsals; and what a hedge must not take away.</summary>
public sealed class FilterTests
{
    [Theory]
    [InlineData("Iran successfully tested a ballistic missile near Semnan on Tuesday, state media said.")]
    [InlineData("Troops staged a mock attack on a village near Taji on Tuesday as part of a training exercise.")]
    [InlineData("Residents of Kharkiv are bracing for a missile attack on the city, the mayor said on Tuesday.")]
    [InlineData("The minister vowed on Tuesday to strike rebel bases near Goma.")]
    [InlineData("Security forces in Karachi thwarted a suicide attack on Tuesday.")]
    [InlineData("Inspectors are to visit the chemical attack sites near Damascus on Tuesday.")]
    [InlineData("Two men were arrested in London on Tuesday over a bombing plot.")]
    public void Fears_plans_and_rehearsals_are_no_reports(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("Despite warnings, rebels shelled a market in Goma on Tuesday, killing five people.")]
    [InlineData("Gunmen killed nine people in Jos on Tuesday, hours after talks on a truce ended.")]
    public void A_warning_beside_it_does_not_undo_an_attack(string text) => Reading.MainOf(text).Casualties.ShouldNotBeNull().Killed.ShouldNotBeNull();

    [Theory]
    [InlineData("A missile hit Nevatim airbase on Tuesday.", "Nevatim Airbase", "IL")]
    [InlineData("Drones struck the Crimean Bridge on Tuesday.", "Crimean Bridge", "UA")]
    [InlineData("Gunmen stormed the Westgate shopping mall on Tuesday, killing ten people.", "Westgate Mall", "KE")]
    public void A_site_is_a_place(string text, string name, string country)
    {
        var place = Reading.MainOf(text).Place.ShouldNotBeNull();
        (place.Name, place.Country).ShouldBe((name, country));
    }
}
