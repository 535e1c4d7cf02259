namespace Platform.Tests.Unit.Extraction;

/// <summary>Whose strike, soldiers, ship or consulate it was, is not where it was.</summary>
public sealed class CountryOfNewsTests
{
    [Theory]
    [InlineData("Five fighters were killed in US airstrikes on their posts on Saturday.")]
    [InlineData("The group carried out attacks against US personnel on Saturday, wounding three.")]
    [InlineData("The Houthis claimed a missile attack on an Emirati vessel on Saturday that killed two sailors.")]
    public void The_country_of_one_side_is_no_place(string text) => Reading.MainOf(text, "2019-08-12").Place.ShouldBeNull();

    [Theory]
    [InlineData("Five fighters were killed in airstrikes in Iraq on Saturday.", "Iraq")]
    [InlineData("A missile attack on an Emirati airport on Saturday killed two guards.", "United Arab Emirates")]
    public void The_country_it_was_in_is_the_place(string text, string country) => Reading.MainOf(text, "2019-08-12").Place!.Name.ShouldBe(country);

    [Fact]
    public void An_air_aggression_is_an_air_strike() =>
        Reading.MainOf("Israel launched an air aggression on Homs on Saturday, killing three soldiers.", "2019-08-12").EventType.ShouldBe(Contracts.EventType.Airstrike);

    [Theory]
    [InlineData("A gunman in the US opened fire on Saturday, killing four people.", "United States")]
    [InlineData("A policeman in the UK was shot dead on Saturday.", "United Kingdom")]
    [InlineData("A bomb in the UAE exploded on Saturday, killing four people.", "United Arab Emirates")]
    public void Initials_of_a_country_before_a_verb_are_its_name(string text, string country) => Reading.MainOf(text, "2019-08-12").Place!.Name.ShouldBe(country);
}
