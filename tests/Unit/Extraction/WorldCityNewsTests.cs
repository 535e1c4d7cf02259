namespace Platform.Tests.Unit.Extraction;

/// <summary>Cities known all over the world by names that other towns have, too, and the day at the head of an agency's copy.</summary>
public sealed class WorldCityNewsTests
{
    [Theory]
    [InlineData("Gunmen killed four people in central Vienna on Monday.", "Vienna", "AT")]
    [InlineData("VIENNA - Gunmen attacked six cafes in central Vienna on Monday, killing four people.", "Vienna", "AT")]
    [InlineData("Two gunmen shot dead a shipping magnate in Athens on Monday.", "Athens", "GR")]
    [InlineData("A retired judge was shot dead at his home in Barcelona on Monday.", "Barcelona", "ES")]
    [InlineData("A bomb exploded in central Birmingham on Monday, killing two people, British police said.", "Birmingham", "GB")]
    [InlineData("A bomb killed two people in Belfast on Monday. The van had been stolen in County Antrim.", "Belfast", "GB")]
    public void The_bare_name_means_the_city_all_the_world_knows(string text, string name, string country) =>
        Reading.MainOf(text).Place.ShouldNotBeNull().ShouldSatisfyAllConditions(place => place.Name.ShouldBe(name), place => place.Country.ShouldBe(country));

    [Theory]
    [InlineData("A man was shot dead in Vienna, Va., on Monday, police said.", "US")]
    [InlineData("Three people were shot in Athens on Monday. Georgia State Patrol troopers found the car in Watkinsville, Ga.", "US")]
    [InlineData("Gunmen killed four people in Hyderabad on Monday, Pakistani police said.", "PK")]
    [InlineData("Gunmen killed four people in Valencia on Monday, Venezuelan police said.", "VE")]
    [InlineData("Two people were shot dead in Birmingham on Monday. The Jefferson County coroner named them.", "US")]
    public void Another_country_or_state_that_is_told_wins(string text, string country) => Reading.MainOf(text).Place!.Country.ShouldBe(country);

    [Theory]
    [InlineData("MANCHESTER, England (Agency) - A suicide bomber killed 22 people at a concert in Manchester on Monday.", "GB")]
    [InlineData("The mayor of Manchester, England, was abroad. A suicide bomber killed 22 people in Manchester on Monday.", "GB")]
    public void The_country_told_beside_a_town_once_holds_for_the_whole_article(string text, string country) => Reading.MainOf(text).Place!.Country.ShouldBe(country);

    [Theory]
    [InlineData("Two men were shot dead in Athens on Monday, the Greene County coroner said.", "GR")]
    [InlineData("Gunmen killed two people in Florence, Lauderdale, on Monday.", "IT")]
    [InlineData("Gunmen killed two soldiers in the Colon department on Monday.", "PA")]
    public void What_speaks_against_the_city_keeps_its_country_out(string text, string country) => Reading.MainOf(text).Place?.Country.ShouldNotBe(country);

    [Fact]
    public void A_town_that_something_was_found_near_is_not_where_the_bombs_went_off() =>
        Reading.MainOf("Ten bombs ripped through four trains in Madrid on Monday, killing 192 people. Police found a stolen van near Alcala de Henares.").Place!.Name.ShouldBe("Madrid");

    [Theory]
    [InlineData("NAIROBI, Kenya, June 14 - Car bombs exploded outside the embassy here today, killing at least 80 people.")]
    [InlineData("NAIROBI, Kenya, Jun. 14 - Car bombs exploded outside the embassy here today, killing at least 80 people.")]
    public void Today_is_the_day_of_the_dateline_and_not_of_the_paper(string text)
    {
        var report = Reading.MainOf(text);
        (report.Date!.Start, report.Place!.Name).ShouldBe((new DateOnly(2022, 6, 14), "Nairobi"));
    }
}
