namespace Platform.Tests.Unit.Extraction;

/// <summary>Tolls that grow, older counts, and the words of many countries for the dead.</summary>
public sealed class TollNewsTests
{
    [Theory]
    [InlineData("A car bomb killed 12 people in Mosul on Monday. The toll has risen to 20 dead, hospital officials said.", 20)]
    [InlineData("A car bomb killed at least 12 people in Mosul on Monday. The number of those killed rose to 20, up from an earlier toll of 12.", 20)]
    [InlineData("A car bomb went off in Mosul on Monday. It killed 20 people. An earlier count had put the dead at 12.", 20)]
    [InlineData("A car bomb went off in Mosul on Monday. The number of martyrs has reached 20, a doctor said. An initial toll had said 12 people were killed.", 20)]
    public void The_newest_toll_holds(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Theory]
    [InlineData("Gunmen opened fire in a hall near Moscow on Monday, killing at least 60 people. The toll climbed to 133, officials said.", 133)]
    [InlineData("Blasts at churches in Sri Lanka killed 207 people on Monday. The death toll was later put at 290.", 290)]
    public void What_a_toll_is_put_at_or_climbs_to_holds(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Theory]
    [InlineData("Two hooded men shot dead a 19-year-old in Marseille on Monday.", 1, null)]
    [InlineData("Militants attacked a post near Mosul with mortars on Monday; one soldier fell and four were hurt.", null, 4)]
    [InlineData("Soldiers freed four hostages in a raid on Nuseirat on Monday, in which 274 people were killed and 698 wounded.", 274, 698)]
    [InlineData("A truck bomb blew up in Mogadishu on Monday. The dead numbered at least 276, doctors said.", 276, null)]
    public void Numbers_and_ages_are_of_those_beside_the_verb(string text, int? killed, int? wounded)
    {
        var harm = Reading.MainOf(text).Casualties!;
        (harm.Killed?.Min, harm.Wounded?.Min).ShouldBe((killed, wounded));
    }

    [Fact]
    public void Some_of_the_wounded_are_no_others() =>
        Reading.MainOf("Gunmen opened fire in a hall in Paris on Monday, wounding 11 others, four of them seriously.").Casualties!.Wounded!.Min.ShouldBe(11);

    [Theory]
    [InlineData("Warplanes bombed a market in Kunduz on Monday. More than 1,000 civilians were killed in the past month, the United Nations said.")]
    [InlineData("Warplanes bombed a market in Kunduz on Monday. Over the last two years 400 people were killed there.")]
    public void The_dead_of_months_are_not_of_this_attack(string text) => Reading.MainOf(text).Casualties?.Killed.ShouldBeNull();

    [Theory]
    [InlineData("A car bomb killed 12 people in Mosul on Monday, according to an initial toll.", 12)]
    [InlineData("A car bomb went off in Mosul on Monday. A preliminary count shows that 12 people were killed.", 12)]
    [InlineData("A car bomb killed 20 people in Mosul on Monday. Of them 12 died in a market, where the number of those killed was 12.", 20)]
    public void A_first_toll_holds_while_there_is_no_other(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Theory]
    [InlineData("Warplanes bombed a house in Rafah on Monday. Three martyrs were taken to the hospital.", 3)]
    [InlineData("The shelling of Sarmin on Monday left two civilian martyrs and five wounded.", 2)]
    public void Martyrs_with_a_number_are_dead(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Theory]
    [InlineData("A drone struck a camp of the Al-Aqsa Martyrs Brigades in Jenin on Monday.")]
    [InlineData("A drone struck a house near Martyrs Square in Tripoli on Monday. Families of martyrs live there.")]
    public void Martyrs_of_a_name_or_without_a_number_are_no_toll(string text) => Reading.MainOf(text).Casualties?.Killed.ShouldBeNull();

    [Theory]
    [InlineData("Air defences shot down an American-made spy drone over Marib on Monday.")]
    [InlineData("The army said on Monday it had shot down an Iranian-built aircraft over the sea.")]
    public void What_is_shot_down_is_nobody(string text) => Reading.Extract(text).Reports.ShouldAllBe(report => report.Casualties == null || report.Casualties.Killed == null);

    [Theory]
    [InlineData("A bomb killed 25 people, 12 of them guards, and wounded 60 in Mosul on Monday.", 25)]
    [InlineData("A bomb killed 12 guards, two soldiers and a driver in Mosul on Monday.", 15)]
    public void Some_of_them_are_no_others(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Fact]
    public void Those_among_the_dead_are_not_among_the_wounded()
    {
        var harm = Reading.MainOf("Four civilians were killed, among them a woman and her two sons, and ten others were wounded when shells hit Sarmin on Monday.").Casualties!;
        (harm.Killed!.Min, harm.Wounded!.Min).ShouldBe((4, 10));
    }

    [Theory]
    [InlineData("Four boys were killed by shells in Gaza on Monday. Since the start of the offensive on June 2, 213 Palestinians have been killed.")]
    [InlineData("Four boys were killed by shells in Gaza on Monday. Militants have fired 120 rockets at Israel in that time.")]
    public void What_was_done_over_a_time_is_not_of_this_attack(string text)
    {
        var report = Reading.MainOf(text);
        (report.Casualties!.Killed!.Min, report.Weapons.ShouldHaveSingleItem().Type).ShouldBe((4, Platform.Contracts.WeaponType.Artillery));
    }
}
