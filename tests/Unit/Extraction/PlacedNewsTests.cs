using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Where it was: not where it was written, fired from, or where the next attack of the list was; and the small towns of front lines.</summary>
public sealed class PlacedNewsTests
{
    [Theory]
    [InlineData("TAMPA, Fla. - On Monday, Houthi fighters fired two missiles toward a container ship transiting the Gulf of Aden.", "Gulf of Aden")]
    [InlineData("WASHINGTON (AP) - The U.S. military said it carried out airstrikes on militia positions in eastern Syria on Monday, killing four fighters.", "Syria")]
    public void The_town_of_the_dateline_is_not_where_it_was_abroad(string text, string place) => Reading.MainOf(text).Place!.Name.ShouldBe(place);

    [Fact]
    public void A_sea_is_a_place_beside_an_American_town() =>
        Reading.MainOf("A missile hit a tanker in the Red Sea on Monday, the Pentagon said. Two sailors were flown to a hospital in San Diego.").Place!.Name.ShouldBe("Red Sea");

    [Theory]
    [InlineData("Gunmen killed four people in the town of Al-Qaryatain on Monday.", "al-Qaryatayn")]
    [InlineData("Gunmen killed four people in the town of al-Qaryatain on Monday.", "al-Qaryatayn")]
    [InlineData("A car bomb killed three soldiers in the village of Al-Zahra on Monday.", "Al-Zahra")]
    [InlineData("A car bomb killed three soldiers in the town of al-Shuhail on Monday.", "al-Shuhail")]
    public void What_hangs_on_an_article_is_of_the_towns_name(string text, string place) => Reading.MainOf(text).Place!.Name.ShouldBe(place);

    [Theory]
    [InlineData("Israeli strikes on Lebanon killed seven people on Monday.", "LB")]
    [InlineData("A Turkish drone strike on northern Syria killed two people on Monday.", "SY")]
    [InlineData("Hezbollah rocket fire on northern Israel wounded two people on Monday.", "IL")]
    public void An_attack_on_a_country_is_there(string text, string country) => Reading.MainOf(text).Place!.Country.ShouldBe(country);

    [Fact]
    public void The_place_of_the_next_attack_is_not_that_of_the_first()
    {
        var reports = Reading.Extract("Israeli strikes on southern Lebanon killed five people on Monday. A raid on Khiam killed three people, and a strike in Blida killed two.").Reports;
        reports.Select(report => (report.Place?.Name, report.Casualties?.Killed?.Max)).ShouldBe([("Lebanon", 5), ("Khiam", 3), ("Blida", 2)]);
        reports[2].Place!.Country.ShouldBe("LB");
    }

    [Theory]
    [InlineData("Rockets from Gaza hit Sderot on Monday, wounding two people.", "Sderot")]
    [InlineData("Rockets fired from Gaza hit Sderot on Monday, wounding two people.", "Sderot")]
    [InlineData("Militants in Idlib fired rockets at Latakia on Monday, wounding two people.", "Latakia")]
    [InlineData("Fighters fired rockets from Khiam at Kiryat Shmona on Monday.", "Kiryat Shmona")]
    public void Where_it_was_aimed_at_wins_over_where_it_was_fired(string text, string place) => Reading.MainOf(text).Place!.Name.ShouldBe(place);

    [Theory]
    [InlineData("A drone attack on an outpost in northeastern Jordan, close to the border with Syria, killed three soldiers on Monday.", "JO")]
    [InlineData("Rockets hit a village near the border with Turkey in northern Iraq on Monday.", "IQ")]
    [InlineData("A bomb killed two soldiers near the border with Iran in Pakistan on Monday.", "PK")]
    [InlineData("A bomb killed two soldiers near Iraq's border with Iran on Monday.", "IQ")]
    public void A_border_with_one_country_lies_in_the_other(string text, string country) => Reading.MainOf(text).Place!.Country.ShouldBe(country);

    [Theory]
    [InlineData("Israeli artillery shelled Aitaroun on Monday, killing two people.", "Aitaroun", "LB")]
    [InlineData("Hezbollah rockets hit Shtula on Monday, wounding two people.", "Shtula", "IL")]
    [InlineData("Turkish jets bombed Metina on Monday, killing two fighters.", "Metina", "IQ")]
    [InlineData("Rockets hit the occupied Golan Heights on Monday.", "Golan Heights", "SY")]
    public void Villages_and_stretches_of_front_lines_are_known(string text, string place, string country)
    {
        var report = Reading.MainOf(text);
        (report.Place!.Name, report.Place.Country).ShouldBe((place, country));
    }

    [Fact]
    public void Two_villages_each_with_its_own_harm_are_two_attacks() =>
        Reading.Extract("Israeli jets bombed Kfarkila on Monday, killing two people. Israeli artillery shelled Markaba, wounding three.").Reports
            .Select(report => report.Place?.Name).ShouldBe(["Kfar Kila", "Markaba"]);
}
