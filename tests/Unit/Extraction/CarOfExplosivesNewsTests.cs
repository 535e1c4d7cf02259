using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>What a suicide attacker drove, what a house is called by its floors, and from which day wire copy counts.</summary>
public sealed class CarOfExplosivesNewsTests
{
    [Theory]
    [InlineData("A suicide car bomber hit the police headquarters in Kabul on Monday, killing 14 people.")]
    [InlineData("A suicide bomber rammed an explosives-laden SUV into a bus in Pulwama on Monday, killing 14 people.")]
    [InlineData("Fourteen people were killed in a suicide truck bombing in Kabul on Monday.")]
    [InlineData("A suicide bomber drove a pickup truck packed with explosives into a checkpoint in Mosul on Monday, killing 14 people.")]
    public void Who_drives_his_bomb_wears_no_vest(string text)
    {
        var report = Reading.MainOf(text);
        (report.EventType, report.Weapons.ShouldHaveSingleItem().Type).ShouldBe((EventType.SuicideBombing, WeaponType.CarBomb));
    }

    [Theory]
    [InlineData("A suicide bomber hit the police headquarters in Kabul on Monday, killing 14 people.")]
    [InlineData("Two suicide bombers attacked a market in Kabul on Monday, killing 14 people.")]
    public void Who_comes_on_foot_does(string text) => Reading.MainOf(text).Weapons.ShouldHaveSingleItem().Type.ShouldBe(WeaponType.SuicideVest);

    [Theory]
    [InlineData("A missile struck an apartment block in Dnipro on Saturday.", "apartment block")]
    [InlineData("A missile struck a 12-floor building in Dnipro on Saturday.", "12-floor building")]
    [InlineData("A missile struck a nine-storey building in Dnipro on Saturday.", "nine-storey building")]
    public void The_thing_struck_is_told_whole(string text, string thing) => Reading.MainOf(text).Targets.ShouldHaveSingleItem().Name.ShouldBe(thing);

    [Fact]
    public void The_last_word_of_a_thing_is_no_verb() =>
        Reading.Extract("LIMA, 21 AUG 89 -- [TEXT] GUERRILLAS SET FIRE TO THREE TANK TRUCKS THAT WERE CARRYING OIL.", null).Reports.ShouldHaveSingleItem().Targets.ShouldHaveSingleItem().Name.ShouldBe("TANK TRUCKS");

    [Fact]
    public void The_day_on_which_the_building_was_hit_is_the_attack_s_and_not_that_of_the_toll() =>
        Reading.MainOf("The death toll from a missile strike in Dnipro rose to 30 on Sunday, the governor said. The missile tore through a nine-storey building on Saturday.").Date!.Text.ShouldBe("Saturday");

    [Theory]
    [InlineData("LIMA, 10 SEP 89 (EFE) -- [TEXT] GUNMEN KIDNAPPED TWO ENGINEERS IN LIMA YESTERDAY.", 9)]
    [InlineData("LIMA, 10 SEP 89 -- [TEXT] 52 PEOPLE WERE KILLED IN LIMA IN YESTERDAY'S CAR BOMB ATTACK.", 9)]
    [InlineData("LIMA, 10 SEP 89 -- [TEXT] GUNMEN KIDNAPPED TWO ENGINEERS IN LIMA ON THURSDAY.", 7)]
    [InlineData("LIMA, 10 SEP 89 -- [TEXT] GUNMEN KIDNAPPED TWO ENGINEERS IN LIMA ON 5 SEPTEMBER.", 5)]
    [InlineData("LIMA, 10 SEP 89 -- [TEXT] GUNMEN KIDNAPPED TWO ENGINEERS IN LIMA.", 10)]
    public void Wire_copy_counts_from_its_dateline_whether_or_not_it_says_when_it_was_published(string text, int day) =>
        Reading.Extract(text, null).Reports.ShouldHaveSingleItem().Date!.Start.ShouldBe(new DateOnly(1989, 9, day));

    [Fact]
    public void Whose_embassy_it_is_says_not_where_it_stands() =>
        Reading.Extract("BOGOTA, 10 SEP 89 -- [TEXT] A BOMB WENT OFF TODAY AT THE VENEZUELAN EMBASSY, WOUNDING A GUARD.", null).Reports.ShouldHaveSingleItem().Place?.Country.ShouldNotBe("VE");

    [Fact]
    public void A_dynamite_attack_says_what_exploded()
    {
        var weapon = Reading.Extract("LIMA, 10 SEP 89 -- [TEXT] TEN WORKERS WERE KILLED IN A DYNAMITE ATTACK ON THE PARTY HEADQUARTERS YESTERDAY.", null).Reports.ShouldHaveSingleItem().Weapons.ShouldHaveSingleItem();
        (weapon.Type, weapon.Text).ShouldBe((WeaponType.Bomb, "DYNAMITE"));
    }

    [Fact]
    public void A_bombing_alone_does_not() => Reading.MainOf("Ten workers were killed in a bombing in Lima on Monday.").Weapons.ShouldBeEmpty();

    [Fact]
    public void A_residence_is_that_of_the_president_elect_by_name() =>
        Reading.Extract("LIMA, 10 SEP 89 -- [TEXT] A BOMB EXPLODED TODAY AT THE RESIDENCE OF VICE PRESIDENT-ELECT FRANCISCO MERINO.", null).Reports.ShouldHaveSingleItem().Targets.ShouldContain(target => target.Name == "FRANCISCO MERINO");
}
