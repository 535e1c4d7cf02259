using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Days and places beside other days and places, and what sounds like an attack and was none.</summary>
public sealed class WhenAndWhereNewsTests
{
    private const string Monday = "2024-02-05";

    private static string? DayOf(string text, string? written = Monday) => Reading.MainOf(text, written).Date?.Start.ToString("O");

    [Theory]
    [InlineData("A missile hit a freighter near Aden on March 4, killing three sailors. A drone had hit a depot in Abu Dhabi in March 2022.", "2024-03-05", "2024-03-04")]
    [InlineData("Rockets hit the Balad base on Wednesday, December 25, wounding a guard. In December 2023, a mortar shell had killed a guard at the base.", "2024-12-27", "2024-12-25")]
    public void The_news_keeps_its_day_beside_the_same_month_of_another_year(string text, string written, string day) => DayOf(text, written).ShouldBe(day);

    [Fact]
    public void The_year_given_for_a_day_is_that_of_the_same_day_told_again() =>
        DayOf("A clerk was shot and killed June 15 in Memphis, Tennessee, prosecutors said. The street was closed after the June 15, 2022 shooting.", "2024-06-18").ShouldBe("2022-06-15");

    [Fact]
    public void A_day_earlier_is_counted_from_the_day_told_before()
    {
        var reports = Reading.Extract("Rockets hit Erbil on Sunday. A day earlier, a bomb had killed five people in Kirkuk.", Monday).Reports;
        reports.Select(report => (report.Place?.Name, report.Date?.Start.ToString("O"))).ShouldBe([("Erbil", "2024-02-04"), ("Kirkuk", "2024-02-03")]);
    }

    [Theory]
    [InlineData("Three people wounded in a Memphis, Tennessee, shooting were in critical condition Tuesday. The shooting happened Sunday.", "2024-02-07", "2024-02-04")]
    [InlineData("A man was shot and killed in Memphis, Tennessee, a week ago Tuesday.", "2024-02-07", "2024-01-30")]
    [InlineData("A year ago Monday, a man was shot and killed in Memphis, Tennessee.", "2024-02-07", "2023-02-05")]
    [InlineData("Police found a man in critical condition Tuesday at a gas station in Memphis, Tennessee. He had been shot.", "2024-02-07", "2024-02-06")]
    [InlineData("A girl was hospitalized Tuesday after a bullet entered her home in Memphis, Tennessee.", "2024-02-07", "2024-02-06")]
    [InlineData("A man in critical condition was shot Tuesday in Memphis, Tennessee.", "2024-02-07", "2024-02-06")]
    public void The_day_in_hospital_is_not_that_of_the_shooting_and_a_week_ago_is_a_week_before(string text, string written, string day) => DayOf(text, written).ShouldBe(day);

    [Theory]
    [InlineData("KYIV. February 5 (Ukrinform). Russian troops shelled a village near Kherson on Sunday, killing two people.", "2024-02-04")]
    [InlineData("DONETSK, February 5. /TASS/. A shell hit a market in Donetsk on Sunday, killing two people.", "2024-02-04")]
    public void The_day_of_a_dateline_that_ends_with_a_stop_is_that_of_writing(string text, string day) => DayOf(text).ShouldBe(day);

    [Theory]
    [InlineData("Suspected Israeli air strikes hit Damascus on Sunday.", "Damascus")]
    [InlineData("Suspected Turkish air strikes hit Sinjar on Sunday.", "Sinjar")]
    public void Raids_that_a_state_is_suspected_of_are_one_operation(string text, string place) => Reading.MainOf(text, Monday).Place!.Name.ShouldBe(place);

    [Theory]
    [InlineData("A drone hit a ship off Hodeidah on Sunday.", "Hodeidah", "YE")]
    [InlineData("A missile hit a tanker off Oman on Sunday, wounding two sailors.", "Oman", "OM")]
    [InlineData("A suicide bomber killed 22 people in Manchester, England, on Sunday.", "Manchester", "GB")]
    [InlineData("Israeli air strikes killed 12 people on Sunday, the health ministry in Gaza said.", "Gaza", "PS")]
    [InlineData("Twelve Turkish soldiers were killed in a rocket attack in northern Iraq on Sunday, the defence ministry in Ankara said.", "Iraq", "IQ")]
    public void A_ship_is_off_a_coast_and_a_ministry_speaks_elsewhere(string text, string place, string country)
    {
        var found = Reading.MainOf(text, Monday).Place!;
        (found.Name, found.Country).ShouldBe((place, country));
    }

    [Theory]
    [InlineData("Three people wounded in a Memphis, Tennessee, shooting were treated on Sunday.")]
    [InlineData("Three people wounded in a Memphis, Tennessee, stabbing were treated on Sunday.")]
    public void A_town_and_its_state_before_a_crime_make_nobody_its_doer(string text) => Reading.MainOf(text, Monday).Perpetrators.ShouldBeEmpty();

    [Fact]
    public void A_saint_of_a_church_is_no_town() => (Reading.MainOf("A bomb exploded at St. Sebastian's church in Sri Lanka on Sunday, killing 90 people.", Monday).Place?.Country).ShouldBe("LK");

    [Fact]
    public void A_house_is_off_a_street() => Reading.MainOf("A man was shot Sunday at a house near Elm Hill off Winchester in Memphis, Tennessee.", Monday).Place!.Name.ShouldBe("Memphis");

    [Fact]
    public void Fending_somebody_off_is_no_place() => (Reading.MainOf("Gunmen fended off Israel troops in Jenin on Sunday, wounding two soldiers.", Monday).Place?.Name).ShouldBe("Jenin");

    [Theory]
    [InlineData("A suicide vest and four rifles were seized in raids in Istanbul on Sunday.")]
    [InlineData("Iran could respond by firing missiles at Tel Aviv or by attacking tankers in the Gulf, he said on Sunday.")]
    [InlineData("Had the drone hit the fuel depot in Erbil on Sunday, hundreds would have died.")]
    [InlineData("The Guards fired dozens of missiles at a mock-up of a carrier in the Gulf on Sunday.")]
    [InlineData("In the first half of the year, landmines killed 44 farmers in Diyala.")]
    [InlineData("So far this year, landmines killed 44 farmers in Diyala.")]
    [InlineData("Iran will give a crushing answer to any Israeli attack on Natanz, a general said on Sunday.")]
    public void What_was_found_rehearsed_counted_up_or_not_done_is_no_attack(string text) => Reading.Extract(text, Monday).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("A suicide vest exploded in a mosque in Kabul on Sunday; two more were found.", EventType.SuicideBombing)]
    [InlineData("A man ploughed a van into a market in Berlin on Sunday, killing three people.", EventType.VehicleRamming)]
    [InlineData("Gunmen drove a pickup truck into the village of Kuru on Sunday and opened fire, killing 14 people.", EventType.Shooting)]
    [InlineData("A hospital in Odesa was damaged by a drone on Sunday.", EventType.DroneAttack)]
    [InlineData("Two tankers were damaged by a missile off Fujairah on Sunday.", EventType.MissileAttack)]
    public void What_was_used_is_one(string text, EventType type) => Reading.MainOf(text, Monday).EventType.ShouldBe(type);

    [Theory]
    [InlineData("A man stabbed two soldiers in Paris on Sunday.", null, 2)]
    [InlineData("Three people were stabbed in Paris on Sunday.", null, 3)]
    [InlineData("Three people have been stabbed in Paris on Sunday.", null, 3)]
    [InlineData("Two men have been stabbed to death in Paris on Sunday.", 2, null)]
    [InlineData("A 20-year-old man was fatally stabbed in Paris on Sunday.", 1, null)]
    [InlineData("A man was stabbed to death in Paris on Sunday.", 1, null)]
    [InlineData("A man stabbed and killed two soldiers in Paris on Sunday.", 2, null)]
    [InlineData("A woman was stabbed in Paris on Sunday and died at a hospital.", 1, null)]
    public void Who_is_stabbed_is_wounded_unless_dead(string text, int? killed, int? wounded)
    {
        var casualties = Reading.MainOf(text, Monday).Casualties;
        (casualties?.Killed?.Min, casualties?.Wounded?.Min).ShouldBe((killed, wounded));
    }
}
