using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>News of bases, fronts and seas: drones and rockets in translated and partisan English.</summary>
public sealed class FrontNewsTests
{
    [Fact]
    public void Rockets_that_fell_are_an_attack() =>
        Reading.MainOf("Two rockets of Katyusha type fell yesterday evening in the vicinity of the American embassy in Baghdad without recording human losses.").EventType.ShouldBe(EventType.RocketAttack);

    [Fact]
    public void What_it_was_done_for_is_not_where_it_was_done() =>
        Reading.MainOf("In support of our people in Gaza, fighters of the Islamic Resistance in Iraq attacked the Harir base near Erbil with drones on Tuesday.").Place!.Country.ShouldBe("IQ");

    [Fact]
    public void Harm_told_as_the_reason_is_none_of_the_attack() =>
        Reading.MainOf("Hezbollah attacked an army base in Safed with drones on Tuesday in response to the killing of a Hamas leader in Beirut.").Casualties?.Killed.ShouldBeNull();

    [Theory]
    [InlineData("KHARKIV, Ukraine (June 15) - A Russian guided bomb hit a house in Kharkiv on Tuesday, killing two people.")]
    [InlineData("KHARKIV, June 15 (INA) - Two drones attacked an army base in Kharkiv on Tuesday, a source said.")]
    public void The_dateline_is_the_day_of_writing(string text) => Reading.MainOf(text).Date!.Start.ShouldBe(new DateOnly(2022, 6, 14));

    [Fact]
    public void A_bomb_of_a_state_was_dropped_by_it() =>
        Reading.MainOf("A Russian guided bomb hit a house in Kharkiv on Tuesday, killing two people.").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Russia");

    [Theory]
    [InlineData("Air defences confronted a drone on Tuesday that tried to target the Conoco base in the countryside of Deir ez-Zor, activists reported.")]
    [InlineData("Two drones were shot down near Ain al-Asad air base in Anbar province on Tuesday, a source said.")]
    public void A_drone_shot_down_at_a_base_is_an_attack(string text) => Reading.MainOf(text).EventType.ShouldBe(EventType.DroneAttack);

    [Theory]
    [InlineData("The navy fired two anti-ship missiles at a floating target in the Gulf of Oman on Monday in the last phase of a three-day exercise.")]
    [InlineData("A surveillance drone was shot down over Marib province on Monday, a source said.")]
    [InlineData("The Treasury on Monday imposed sanctions on three men who had supplied drone parts used in attacks in Iraq and Syria.")]
    public void Exercises_spy_planes_and_parts_are_none(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Fact]
    public void Names_are_read_where_nothing_is_written_with_a_capital() =>
        Reading.MainOf("an explosive device went off this morning in a vehicle of the police south of kirkuk killing an officer and wounding three a police source said").Place!.Name.ShouldBe("Kirkuk");

    [Theory]
    [InlineData("At least five soldiers embraced martyrdom and 12 others sustained injuries when a bomb exploded near a train in Quetta on Monday.", 5, 12)]
    [InlineData("A drone struck a minibus near Pokrovsk on Tuesday. The driver died on the spot, and seven passengers were hospitalised with shrapnel wounds.", 1, 7)]
    [InlineData("A Turkish drone bombed a car near Sinjar on Tuesday, killing the commander and his driver and wounding a third person.", 2, 1)]
    [InlineData("Missiles hit a house in Damascus on Tuesday, killing two civilians and injuring another, a military source said.", 2, 1)]
    public void Harm_is_read_in_the_words_of_the_region(string text, int killed, int wounded)
    {
        var casualties = Reading.MainOf(text).Casualties!;
        (casualties.Killed!.Min, casualties.Wounded!.Min).ShouldBe((killed, wounded));
    }

    [Fact]
    public void The_aggression_raids_from_the_air() =>
        Reading.MainOf("Two citizens were martyred in an American-British aggression that targeted the port of Hodeidah with several raids on Monday.").EventType.ShouldBe(EventType.Airstrike);

    [Fact]
    public void A_spokesman_who_says_the_group_did_it_claims_it()
    {
        const string text = "A missile hit a tanker off the port of Hodeidah on Tuesday. The Houthis' military spokesman said the group had targeted the ship with naval missiles.";
        var perpetrator = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (perpetrator.Name, perpetrator.Stance).ShouldBe(("Houthis", Stance.Claimed));
    }

    [Fact]
    public void Who_seizes_pupils_kidnaps_them() =>
        Reading.Extract("Gunmen seized at least 287 pupils from a school in Kuriga in Kaduna state on Tuesday.").Reports.ShouldContain(report => report.EventType == EventType.Kidnapping);

    [Fact]
    public void A_crowd_that_marks_an_anniversary_can_be_attacked() =>
        Reading.MainOf("Two explosions struck a crowd marking the anniversary of a general's death in Kerman on Tuesday, killing at least 95 people.").Casualties!.Killed!.Min.ShouldBe(95);

    [Fact]
    public void A_clash_with_a_day_and_a_toll_is_one_event() =>
        Reading.MainOf("Clashes between gunmen and security forces on the outskirts of Sahnaya, south of Damascus, left at least 11 people dead on Tuesday.").EventType.ShouldBe(EventType.ArmedClash);

    [Fact]
    public void Prosecutors_who_are_cited_are_no_court() =>
        Reading.MainOf("Five people perished when a rocket slammed into their home in the Ukrainian town of Selydove on Tuesday, prosecutors said.").Casualties!.Killed!.Min.ShouldBe(5);

    [Theory]
    [InlineData("The shelling of a market in the Syrian city of Homs on Tuesday claimed three lives and injured eight.", 3, 8)]
    [InlineData("A rocket attack on a base near Kirkuk on Tuesday left one contractor dead and two soldiers with light injuries.", 1, 2)]
    [InlineData("A child died and five people were taken to hospital after a drone hit a playground in Belgorod on Tuesday.", 1, 5)]
    [InlineData("A settler was stabbed to death and his wife was wounded near Hebron on Tuesday, the Israeli army said.", 1, 1)]
    public void Deaths_and_hurt_are_read_in_their_idioms(string text, int killed, int wounded)
    {
        var casualties = Reading.MainOf(text).Casualties!;
        (casualties.Killed!.Min, casualties.Wounded!.Min).ShouldBe((killed, wounded));
    }

    [Fact]
    public void Warplanes_bomb_from_the_air_and_may_be_believed_to_be_a_states()
    {
        var report = Reading.MainOf("Warplanes believed to be Russian bombed the outskirts of Idlib on Tuesday, killing seven civilians.");
        report.EventType.ShouldBe(EventType.Airstrike);
        (report.Perpetrators.ShouldHaveSingleItem().Name, report.Perpetrators[0].Stance).ShouldBe(("Russia", Stance.Suspected));
    }

    [Fact]
    public void The_weekend_is_its_two_days()
    {
        var date = Reading.MainOf("A car bomb killed ten people in Mogadishu over the weekend, police said.").Date!;
        (date.Start, date.End).ShouldBe((new DateOnly(2022, 6, 11), new DateOnly(2022, 6, 12)));
    }

    [Fact]
    public void At_the_same_time_is_on_the_same_day() =>
        Reading.Extract("A drone hit a base near Erbil late on Tuesday. Around the same time two rockets landed on a base in Bashiqa, killing a soldier.").Reports
            .ShouldAllBe(report => report.Date!.Start == new DateOnly(2022, 6, 14));
}
