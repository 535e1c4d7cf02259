using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Several attacks of one day, each with its town at the head of its sentence.</summary>
public sealed class RoundUpNewsTests
{
    [Theory]
    [InlineData("A roadside bomb killed two people near a market in Abu Ghraib on Monday, police said. In Taji, a bomb on a bus killed four.", "Abu Ghraib", "Taji")]
    [InlineData("A roadside bomb killed two people near a market in Abu Ghraib on Monday, police said. In the nearby town of Taji, gunmen shot dead a policeman.", "Abu Ghraib", "Taji")]
    [InlineData("A truck bomb killed 200 people in Karrada on Monday. Later in the morning a roadside bomb went off in Taji, killing five people.", "Karrada", "Taji")]
    [InlineData("Explosions ripped through Baghdad on Monday, killing 152 people. In the deadliest of them, a suicide bomber blew up his van in Kadhimiya, killing 112.", "Baghdad", "Kadhimiya")]
    public void A_town_at_the_head_of_a_sentence_begins_another_attack(string text, params string[] places)
    {
        var reports = Reading.Extract(text).Reports;
        reports.Select(report => report.Place?.Name).ShouldBe(places);
        reports.ShouldAllBe(report => report.Date!.Start == new DateOnly(2022, 6, 13));
    }

    [Fact]
    public void North_of_a_town_another_attack_is_told()
    {
        var reports = Reading.Extract("A suicide bomber killed 112 people in Kadhimiya on Monday. North of Baghdad, gunmen dressed as soldiers shot 17 men in Taji.").Reports;
        reports.Select(report => report.Place!.Name).ShouldBe(["Kadhimiya", "Taji"]);
    }

    [Fact]
    public void A_firms_country_is_no_place() =>
        Reading.Extract("Five rockets fell on the Balad air base on Monday. Two of them hit the canteen of the US company Sallyport, wounding five men.").Reports.ShouldHaveSingleItem().Casualties!.Wounded!.Min.ShouldBe(5);

    [Theory]
    [InlineData("A bomb killed 12 people in a market of Baghdad on Monday. In Kadhimiya, the bomb killed 12.")]
    [InlineData("A bomb killed 12 people in Taji on Monday. In Taji, a bomb went off in a market and killed 12 people.")]
    [InlineData("A bomb killed 12 people in Taji on Monday. In Baghdad, a spokesman said the bomb killed 12 people.")]
    public void The_same_attack_told_again_is_no_other(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem();

    [Fact]
    public void The_sum_of_all_is_of_no_town()
    {
        var reports = Reading.Extract("A string of bombings across Iraq killed 74 people on Monday. In Basra, two blasts in a market killed 40 people. In Najaf, gunmen attacked a police post, killing seven.").Reports;
        reports.ShouldNotContain(report => report.Place != null && report.Place.Name == "Najaf" && report.Casualties!.Killed!.Min == 74);
        reports.ShouldContain(report => report.Place != null && report.Place.Name == "Basra" && report.Casualties!.Killed!.Min == 40);
    }

    [Theory]
    [InlineData("Gunmen killed three men in Baghlan province, north of Kabul, on Monday.", "Baghlan")]
    [InlineData("A bomb killed two people in Mosul on Sunday, police said. In Taji, gunmen killed a policeman outside his home on Monday.", "Mosul")]
    [InlineData("A bomb hit a convoy in Baghdad on Monday as it was travelling from the airport to the Green Zone.", "Baghdad")]
    [InlineData("A drone struck Najran Domestic Airport on Monday, wounding three workers.", "Najran")]
    [InlineData("A bomb killed 19 people in the English city of Leeds on Monday.", "Leeds")]
    [InlineData("WASHINGTON - US forces struck Syria with missiles on Monday.", "Syria")]
    [InlineData("Shells killed four boys on a Gaza beach on Monday.", "Gaza")]
    [InlineData("US warplanes bombed sites of Iran-aligned groups in eastern Syria on Monday, killing 11 fighters.", "Syria")]
    [InlineData("Hezbollah fired 215 rockets at northern Israel on Monday.", "Israel")]
    public void It_was_where_something_was_struck(string text, string place) => Reading.Extract(text).Reports[0].Place!.Name.ShouldBe(place);

    [Theory]
    [InlineData("Iran fired 22 missiles at two bases in Iraq in retaliation for the killing of a general, Iraq's army said on Monday.")]
    [InlineData("Militants fired six rockets at a base in Iraq in response to an air strike, the army said on Monday.")]
    public void The_day_of_telling_is_of_what_is_told_and_not_of_its_reason(string text) => Reading.MainOf(text).Date!.Start.ShouldBe(new DateOnly(2022, 6, 13));

    [Fact]
    public void What_was_done_last_month_is_not_of_the_day_of_the_claim()
    {
        var report = Reading.Extract("Boko Haram claimed on Monday that it had abducted more than 200 girls in Chibok last month.").Reports.ShouldHaveSingleItem();
        (report.EventType, report.Date!.Start).ShouldBe((EventType.Kidnapping, new DateOnly(2022, 5, 1)));
    }

    [Fact]
    public void What_happened_where_flags_were_lowered_was_on_a_day_of_its_own() =>
        Reading.Extract("Flags were lowered on Thursday in the town of Uvalde, where a gunman killed 19 children in a school on May 24, 2021.").Reports.ShouldAllBe(report => report.Date!.Start == new DateOnly(2021, 5, 24));

    [Fact]
    public void An_assault_on_a_village_nearby_days_earlier_is_another() =>
        Reading.Extract("Militants killed five men in the village of Lheiban, Iraq, on Sunday. Ten people died in an assault on a nearby village three days earlier.").Reports[0].Casualties!.Killed!.Min.ShouldBe(5);

    [Theory]
    [InlineData("A drone struck a camp 130 km south-west of Mosul on Monday.", "south_west_of", 130)]
    [InlineData("A drone struck a camp 30 km north of Mosul on Monday.", "north_of", 30)]
    public void Two_points_of_the_compass_are_read_as_one_way(string text, string relation, double km)
    {
        var place = Reading.MainOf(text).Place!;
        (place.Relation, place.DistanceKm).ShouldBe((relation, km));
    }
}
