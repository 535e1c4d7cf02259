using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Where the next town, the hostages, the speaker, the papers or the name of the next sentence belong to something else.</summary>
public sealed class NotOneMoreNewsTests
{
    private const string Thursday = "2024-03-14";

    [Theory]
    [InlineData("Hezbollah rockets hit Haifa on Tuesday, wounding five people. In Beirut, 12 people were killed.", "Beirut")]
    [InlineData("A missile strike on Erbil on Tuesday wounded four people. One person was treated and died in Baghdad.", "Baghdad")]
    [InlineData("A Russian missile killed 20 people in Odesa on Tuesday. In Kyiv, ten people were wounded running to the shelters.", "Kyiv")]
    public void The_next_town_is_no_target_of_the_same_fire_when_it_lies_elsewhere_or_people_only_died_or_ran_there(string text, string town) =>
        Reading.Extract(text, Thursday).Reports.ShouldNotContain(report => report.Place != null && report.Place.Name == town && report.Perpetrators.Count > 0);

    [Theory]
    [InlineData("Hezbollah shot down two Israeli drones over Nabatieh on Tuesday.")]
    [InlineData("Police shot down two drones carrying drugs over a jail in Lahore on Tuesday.")]
    [InlineData("Hamas is still holding 130 people hostage in Gaza, Israel says.")]
    [InlineData("Iraqi forces took 30 militants captive near Mosul on Tuesday.")]
    public void What_flew_over_a_group_and_who_is_still_held_are_no_attacks(string text) => Reading.Extract(text, Thursday).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("Iran said ballistic missiles hit an Israeli base in Erbil on Tuesday.", "Iran")]
    [InlineData("Turkey said a drone killed two PKK militants near Sinjar on Tuesday.", "Turkey")]
    public void A_state_that_tells_whom_of_its_enemies_a_weapon_hit_fired_it(string text, string doer) => Reading.MainOf(text, Thursday).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(doer);

    [Fact]
    public void A_state_that_tells_what_hit_its_own_did_not_fire_it() => Reading.MainOf("Pakistan said a bomb killed five Pakistani soldiers in Bannu on Tuesday.", Thursday).Perpetrators.ShouldBeEmpty();

    [Fact]
    public void A_new_toll_has_those_told_before_in_it() =>
        Reading.MainOf("Five people were killed in the bombing in Gao on Tuesday. A French soldier was also killed in the attack, raising the toll to six.", Thursday).Casualties!.Killed!.Max.ShouldBe(6);

    [Fact]
    public void A_bomb_that_was_found_and_went_off_was_used() =>
        Reading.MainOf("A truck bomb was discovered at a checkpoint in Mogadishu on Tuesday and detonated, killing three people.", Thursday).EventType.ShouldBe(EventType.CarBombing);

    [Fact]
    public void The_mayor_who_condemns_it_is_not_the_deputy_mayor_who_was_killed() =>
        Reading.MainOf("THE DEPUTY MAYOR OF MEDELLIN WAS ASSASSINATED TODAY. MAYOR JUAN GOMEZ CONDEMNED THE CRIME.", "1990-03-14").Targets.ShouldNotContain(target => target.Name.Contains("GOMEZ", StringComparison.Ordinal));

    [Fact]
    public void Who_frees_one_hostage_did_not_take_another() =>
        Reading.Extract("THE ELN FREED A SOLDIER TODAY. TWO ENGINEERS WERE KIDNAPPED BY UNIDENTIFIED MEN IN ARAUCA TODAY.", "1990-03-14").Reports
            .Where(report => report.Place?.Name == "Arauca").ShouldHaveSingleItem().Perpetrators.ShouldHaveSingleItem().Kind.ShouldNotBe(PerpetratorKind.ArmedGroup);

    [Theory]
    [InlineData("Had the soldiers been awake when the drone hit the base in Erbil on Tuesday, the toll would be lower.")]
    [InlineData("Had enough of war, villagers said after a drone killed five people in Khiam on Tuesday.")]
    public void What_would_have_been_otherwise_does_not_undo_the_attack(string text) => Reading.Extract(text, Thursday).Reports.ShouldNotBeEmpty();

    [Theory]
    [InlineData("Gunmen attacked a village near Kano on Tuesday. \"Ten people have been killed here,\" said Musa Ali, a resident.", 10, null)]
    [InlineData("A man was shot and killed Tuesday in Memphis, Tennessee, in a confrontation with deputies. The suspect was pronounced dead at the scene.", 1, null)]
    [InlineData("Lee Moe was shot and killed Tuesday in Memphis, Tennessee. A juvenile was taken to a hospital as a precaution.", 1, null)]
    [InlineData("Lee Moe was shot and killed Tuesday in Memphis, Tennessee. A person was shot about 8 p.m., a caller said.", 1, null)]
    [InlineData("A woman was shot Tuesday in Memphis, Tennessee. She is one of 300 people shot this year.", null, 1)]
    public void Who_is_told_again_counted_over_a_year_or_hurt_otherwise_is_not_one_more(string text, int? killed, int? wounded)
    {
        var casualties = Reading.MainOf(text, Thursday).Casualties;
        (casualties?.Killed?.Min, casualties?.Wounded?.Min).ShouldBe((killed, wounded));
    }
}
