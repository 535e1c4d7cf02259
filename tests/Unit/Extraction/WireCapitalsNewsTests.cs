using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Old wire news in capitals: what was struck, whom it was done to, who did it.</summary>
public sealed class WireCapitalsNewsTests
{
    private const string Head = "SAN SALVADOR, 14 MAR 90 (EFE) -- [TEXT] ";
    private const string Day = "1990-03-14";

    [Theory]
    [InlineData("A BOMB EXPLODED OUTSIDE THE DAS BUILDING TODAY.", "DAS BUILDING")]
    [InlineData("A BOMB EXPLODED IN FRONT OF THE INTERIOR MINISTRY TODAY.", "INTERIOR MINISTRY")]
    [InlineData("A BOMB EXPLODED AT A BRANCH OF THE COMMERCIAL BANK TODAY.", "BRANCH OF THE COMMERCIAL BANK")]
    [InlineData("TWO BOMBS WENT OFF EARLY TODAY AT BRANCHES OF THE BANCO CAFETERO IN CALI.", "BRANCHES OF THE BANCO CAFETERO")]
    [InlineData("UNIDENTIFIED MEN PLACED A BOMB ON THE ROOF OF THE MINISTER'S VEHICLE TODAY.", "MINISTER'S VEHICLE")]
    [InlineData("A BOMB EXPLODED AT THE ENTRANCE OF A MOVIE THEATER TODAY.", "MOVIE THEATER")]
    public void What_a_bomb_goes_off_beside_is_its_target(string text, string target) => Of(text).Targets.ShouldHaveSingleItem().Name.ShouldBe(target);

    [Fact]
    public void Shots_are_fired_at_what_they_are_meant_for() =>
        Of("UNKNOWN ASSAILANTS FIRED SHOTS AT THE RESIDENCE OF LABOR LEADER HECTOR LINARES TODAY.").Targets.ShouldContain(target => target.Kind != TargetKind.Person && target.Name.StartsWith("RESIDENCE", StringComparison.Ordinal));

    [Theory]
    [InlineData("GUNMEN SHOT DEAD A PEASANT AT A MARKET TODAY.")]
    [InlineData("A BOMB EXPLODED TODAY, A SOURCE IN THE INTERIOR MINISTRY SAID.")]
    [InlineData("A BOMB EXPLODED AT THE ENTRANCE OF THE TOWN TODAY.")]
    public void Where_it_was_and_who_tells_it_are_no_targets(string text) => Of(text).Targets.ShouldBeEmpty();

    [Theory]
    [InlineData("ONE OF THE ATTACKERS WAS KILLED BY HIS BODYGUARDS.")]
    [InlineData("ONE OF THE ATTACKERS WAS KILLED BY POLICE.")]
    [InlineData("THE HIRED ASSASSIN, WHO FIRED 13 SHOTS, WAS KILLED BY HIS BODYGUARDS.")]
    [InlineData("TWO OF THE TERRORISTS WERE KILLED BY SOLDIERS.")]
    public void Who_kills_the_attacker_did_not_attack(string next) =>
        Of("GUERRILLAS MURDERED JUDGE JUAN LINARES TODAY. " + next).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("GUERRILLAS");

    [Fact]
    public void Who_kills_terrorists_is_told_where_nothing_else_was() =>
        Of("TEN TERRORISTS WERE KILLED BY ARMY TROOPS IN A RAID ON A HOUSE IN SANTA ANA TODAY.").Perpetrators.ShouldNotBeEmpty();

    [Theory]
    [InlineData("UNIDENTIFIED INDIVIDUALS KIDNAPPED THE MAYOR OF HUANTA TODAY. MAYOR RAUL LINARES WAS FORCED INTO A TRUCK.")]
    [InlineData("GUERRILLAS MURDERED A JUDGE IN HUANTA TODAY. JUDGE RAUL LINARES WAS LEAVING HIS HOUSE.")]
    public void The_name_comes_in_the_next_sentence_with_the_same_title(string text) =>
        Of(text).Targets.ShouldContain(target => target.Kind == TargetKind.Person && target.Name == "RAUL LINARES");

    [Theory]
    [InlineData("UNIDENTIFIED INDIVIDUALS KIDNAPPED THE MAYOR OF HUANTA TODAY. MAYOR RAUL LINARES SAID THAT THE SEARCH GOES ON.")]
    [InlineData("UNIDENTIFIED INDIVIDUALS KIDNAPPED TWO MAYORS NEAR HUANTA TODAY. GOVERNOR RAUL LINARES WAS ON A TRIP.")]
    public void Who_speaks_or_has_another_title_is_not_the_one_taken(string text) => Of(text).Targets.ShouldBeEmpty();

    [Fact]
    public void Who_also_died_in_the_attack_died_in_the_one_told()
    {
        var read = Reading.Extract(Head + "GUNMEN KILLED SENATOR LUIS GALVEZ LAST NIGHT IN SOACHA. COUNCILMAN JULIO LINARES AND A BODYGUARD ALSO DIED IN THE ATTACK.", Day);
        read.Reports.ShouldHaveSingleItem().Targets.Select(target => target.Name).ShouldBe(["LUIS GALVEZ", "JULIO LINARES"]);
    }

    [Theory]
    [InlineData("TUPAC AMARU REVOLUTIONARY MOVEMENT (MRTA) GUERRILLAS TODAY RELEASED BUSINESSMAN HECTOR LINARES, WHO WAS KIDNAPPED ON 4 MARCH.", "Tupac Amaru Revolutionary Movement")]
    [InlineData("THE EXTRADITABLES TODAY FREED THE SON OF AN OFFICIAL. ALVARO LINARES HAD BEEN ABDUCTED IN BOGOTA ON 9 MARCH.", "Medellin Cartel")]
    public void Who_sets_a_hostage_free_had_taken_him(string text, string name) =>
        Reading.Extract(Head + text, Day).Reports.ShouldHaveSingleItem().Perpetrators.ShouldHaveSingleItem().Name.ShouldBe(name);

    [Theory]
    [InlineData("POLICE TODAY FREED BUSINESSMAN HECTOR LINARES, WHO WAS KIDNAPPED ON 4 MARCH.")]
    [InlineData("THE ARMY TODAY RELEASED A REPORT ON BUSINESSMAN HECTOR LINARES, WHO WAS KIDNAPPED ON 4 MARCH.")]
    public void Police_that_free_a_hostage_had_not_taken_him(string text) =>
        Reading.Extract(Head + text, Day).Reports.ShouldHaveSingleItem().Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("GUERRILLAS MURDERED THE MAYOR OF HUANTA TODAY AFTER A MOCK TRIAL.")]
    [InlineData("SUBVERSIVES MURDERED TWO PEASANTS NEAR HUANTA TODAY FOLLOWING A SO-CALLED PEOPLE'S TRIAL.")]
    public void A_mock_trial_is_a_part_of_the_murder(string text) => Of(text).Perpetrators.ShouldHaveSingleItem();

    [Fact]
    public void A_real_trial_is_of_a_court() =>
        Reading.Extract(Head + "THE TRIAL FOR THE MURDER OF THE MAYOR OF HUANTA BEGAN TODAY.", Day).Reports.ShouldAllBe(report => !report.IsMain);

    [Fact]
    public void People_of_a_household_are_counted() =>
        Of("A BOMB EXPLODED AT A BANK TODAY. A WOMAN AND A MAID WERE INJURED.").Casualties!.Wounded!.Min.ShouldBe(2);

    [Fact]
    public void Who_is_riddled_with_bullets_is_dead() =>
        Of("RETIRED COLONEL LUIS LINARES WAS RIDDLED WITH BULLETS TODAY BY THREE YOUNG MEN.").Casualties!.Killed!.Min.ShouldBe(1);

    [Fact]
    public void A_car_riddled_with_bullets_is_nobodys_death() =>
        Of("GUNMEN ATTACKED A JUDGE TODAY. HIS CAR WAS RIDDLED WITH BULLETS.").Casualties?.Killed.ShouldBeNull();

    [Fact]
    public void A_machinegun_attack_is_a_shooting()
    {
        var report = Of("THE MACHINEGUN ATTACK ON A BUS TODAY LEFT TWO DEAD.");
        report.EventType.ShouldBe(EventType.Shooting);
        report.Weapons.ShouldHaveSingleItem().Text.ShouldBe("MACHINEGUN");
    }

    [Theory]
    [InlineData("THE MORAZANIST PATRIOTIC FRONT TODAY CLAIMED RESPONSIBILITY FOR THE ATTACK ON A BUS CARRYING SOLDIERS NEAR LA CEIBA ON MONDAY, IN WHICH SEVEN SOLDIERS WERE WOUNDED.", 12)]
    [InlineData("THE MORAZANIST PATRIOTIC FRONT CLAIMED RESPONSIBILITY FOR THE ATTACK ON A BUS NEAR LA CEIBA TODAY.", 14)]
    public void The_day_after_the_attack_is_its_day_and_not_that_of_the_claim(string text, int day) => Of(text).Date!.Start.ShouldBe(new DateOnly(1990, 3, day));

    [Theory]
    [InlineData("PAMPHLETS SIGNED BY THE MANUEL RODRIGUEZ PATRIOTIC FRONT WERE FOUND AT THE SCENE.")]
    [InlineData("THE ATTACKERS LEFT LEAFLETS OF THE MANUEL RODRIGUEZ PATRIOTIC FRONT AT THE SITE.")]
    public void Whose_pamphlets_are_found_there_is_suspected(string next)
    {
        var one = Of("A BOMB EXPLODED TODAY AT A CHURCH IN SANTIAGO. " + next).Perpetrators.ShouldHaveSingleItem();
        (one.Name, one.Stance).ShouldBe(("Manuel Rodriguez Patriotic Front", Stance.Suspected));
    }

    [Fact]
    public void Whose_pamphlets_are_found_elsewhere_is_not() =>
        Of("A BOMB EXPLODED TODAY AT A CHURCH IN SANTIAGO. THE MANUEL RODRIGUEZ PATRIOTIC FRONT WILL HAND OUT PAMPHLETS.").Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("U.S. HELICOPTERS CONTINUOUSLY BOMBED THE SAN MIGUELITO SECTOR IN PANAMA CITY THIS MORNING.", EventType.Airstrike)]
    [InlineData("FARMERS DENOUNCED THE BOMBING OF THE TOWN OF SAN MIGUEL TODAY BY THE SALVADORAN AIR FORCE, WHICH KILLED TWO PEASANTS.", EventType.Airstrike)]
    [InlineData("GUERRILLAS BOMBED A BANK IN SAN MIGUEL TODAY.", EventType.Bombing)]
    public void What_flies_bombs_from_the_air(string text, EventType type) => Of(text).EventType.ShouldBe(type);

    private static IncidentReport Of(string text) => Reading.MainOf(Head + text, Day);
}
