using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Which of the places of one name is meant: the words beside it say the country, the division or the force.</summary>
public sealed class NamesakeNewsTests
{
    [Theory]
    [InlineData("Four people were shot in Cook County, Illinois, on Monday.", "Cook County")]
    [InlineData("Four people were shot in Wayne County, Michigan, on Monday.", "Wayne County")]
    [InlineData("Four people were shot in Baker County, Florida, on Monday.", "Baker County")]
    [InlineData("Four people were shot in Lancaster County, South Carolina, on Monday.", "Lancaster County")]
    [InlineData("Four people were shot in Hunter County, Texas, on Monday.", "Hunter County")]
    public void A_county_is_called_as_trades_and_families_are(string text, string county)
    {
        var place = Reading.MainOf(text).Place!;
        (place.Name, place.Precision, place.Country).ShouldBe((county, PlacePrecision.Admin1, "US"));
    }

    [Theory]
    [InlineData("A sniper killed a woman in Hays in Yemen on Monday.", "YE")]
    [InlineData("A sniper killed a woman in Hays, Yemen, on Monday.", "YE")]
    [InlineData("A sniper killed a woman in the Yemeni town of Hays on Monday.", "YE")]
    [InlineData("Three civilians were killed in the shelling of Hays in Hodeidah on Monday.", "YE")]
    [InlineData("A bomb killed two people in Tripoli in northern Lebanon on Monday.", "LB")]
    [InlineData("A bomb killed two people in Tripoli in north Lebanon on Monday.", "LB")]
    [InlineData("A bomb killed two Lebanese policemen in Tripoli on Monday.", "LB")]
    [InlineData("A bomb killed two people in Tripoli in northern Libya on Monday.", "LY")]
    [InlineData("A bomb killed two people in Tripoli on Monday.", "LY")]
    [InlineData("A bomb killed two policemen in Omaha in Chad on Monday.", "TD")]
    [InlineData("A bomb killed two American soldiers in Tripoli on Monday.", "LY")]
    [InlineData("Houthi rockets killed four people in Hazm in Al-Jawf on Monday.", "YE")]
    public void The_country_said_beside_a_town_is_its(string text, string country) => Reading.MainOf(text).Place!.Country.ShouldBe(country);

    [Fact]
    public void A_namesake_in_another_country_gives_no_point() => Reading.MainOf("A bomb killed two policemen in Omaha in Chad on Monday.").Place!.Lat.ShouldBeNull();

    [Fact]
    public void A_valley_has_its_whole_name()
    {
        var place = Reading.MainOf("An airstrike killed three fighters in Wadi al-Naft south of Kirkuk in Iraq on Monday.").Place!;
        (place.Name, place.Country).ShouldBe(("Wadi al-Naft", "IQ"));
    }

    [Fact]
    public void Officials_of_America_put_no_town_there()
    {
        var reports = Reading.Extract("The US consulate in Erbil was hit by missiles on Monday, a US official said. An Israeli strike near Damascus killed three people on Tuesday.").Reports;
        reports.ShouldContain(report => report.Place!.Name == "Damascus" && report.Place.Country == "SY");
    }

    [Theory]
    [InlineData("A man was stabbed in Birmingham on Monday, West Midlands Police said.", "GB")]
    [InlineData("A man was shot in Manchester on Monday, Greater Manchester Police said.", "GB")]
    [InlineData("A man was stabbed in Durham on Monday, Durham Constabulary said.", "GB")]
    [InlineData("A man was shot in Birmingham, Alabama, on Monday, police said.", "US")]
    [InlineData("A man was shot in Manchester, N.H., on Monday, police said.", "US")]
    public void A_British_force_tells_of_a_British_town(string text, string country) => Reading.MainOf(text).Place!.Country.ShouldBe(country);

    [Theory]
    [InlineData("A teen was shot in the leg at Oakland BART station on Monday.", "Oakland")]
    [InlineData("A man was shot at Boston MBTA station on Monday, police said.", "Boston")]
    [InlineData("A man was shot at a Denver bus station on Monday, police said.", "Denver")]
    public void A_station_is_in_the_town_before_it(string text, string town) => Reading.MainOf(text).Place!.Name.ShouldBe(town);

    [Theory]
    [InlineData("Rebels killed eight people in Bwalanda (North Kivu) on Monday.", "Bwalanda", "North Kivu", "CD")]
    [InlineData("Rebels killed eight people in Bwalanda, North Kivu, on Monday.", "Bwalanda", "North Kivu", "CD")]
    [InlineData("Rebels killed eight people in Walikale territory (North Kivu) on Monday.", "Walikale", "North Kivu", "CD")]
    [InlineData("Eight people were killed in Bwalanda territory, North Kivu, on Monday.", "Bwalanda", "North Kivu", "CD")]
    [InlineData("Insurgents killed eight people in Namalika (Cabo Delgado) on Monday.", "Namalika", "Cabo Delgado", "MZ")]
    public void The_division_in_brackets_says_where_a_village_lies(string text, string name, string division, string country)
    {
        var place = Reading.MainOf(text).Place!;
        (place.Name, place.Admin1, place.Country).ShouldBe((name, division, country));
    }

    [Theory]
    [InlineData("Two people were wounded when a bomb exploded at Mile 3, Limbe, Cameroon, on Monday.", "Limbe")]
    [InlineData("MORELIA, Mich. - Gunmen killed five people in a bar in Uruapan on Monday, the prosecutor said.", "Uruapan")]
    public void A_milestone_and_a_shortened_state_are_no_place(string text, string town) => Reading.MainOf(text).Place!.Name.ShouldBe(town);
}
