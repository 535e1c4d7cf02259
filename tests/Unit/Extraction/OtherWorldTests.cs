namespace Platform.Tests.Unit.Extraction;

public sealed class OtherWorldTests
{
    [Theory]
    [InlineData("Nine people were killed when a ferry capsized off Mombasa on Tuesday.")]
    [InlineData("A gas explosion in a bakery in Lyon killed two people on Monday.")]
    [InlineData("An outbreak of measles killed nine children in Goma on Tuesday.")]
    [InlineData("Engineers defused a car bomb in Belfast on Tuesday.")]
    [InlineData("Oil prices exploded on Monday in London.")]
    [InlineData("The midfielder launched attack after attack in Rome on Sunday before a late strike killed the game.")]
    [InlineData("The levy was seen as an attack on trucks and on profits in Berlin on Monday.")]
    [InlineData("An attack on ship prices hurt exporters in Dubai on Monday.")]
    [InlineData("The film, directed by a newcomer, tells of a bomb that explodes in Berlin.")]
    public void Accidents_sport_markets_and_stories_are_no_reports(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("Gunmen on a boat that later capsized killed two fishermen off Mombasa on Tuesday.")]
    [InlineData("A bomb went off at a football tournament in Kano on Tuesday, killing three people.")]
    [InlineData("Drones hit a refinery in Jeddah on Tuesday and oil prices rose.")]
    [InlineData("Oil prices rose 2 percent after an attack on two tankers in the Gulf of Oman on Thursday.")]
    [InlineData("Two ships were attacked in the Gulf of Oman on Thursday, sending oil prices higher.")]
    [InlineData("Shipping stocks jumped on Monday after a freighter was attacked off Fujairah.")]
    [InlineData("Shots rang out in Dallas after the final game on Tuesday; three people were wounded in the shooting.")]
    [InlineData("A gunman shot two people dead outside a film premiere in Berlin on Tuesday.")]
    public void Attacks_beside_such_words_are(string text) => Reading.Extract(text).Reports.ShouldNotBeEmpty();
}
