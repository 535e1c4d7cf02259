using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>How news of guerrilla wars names groups, weapons and things struck.</summary>
public sealed class InsurgentNewsTests
{
    [Fact]
    public void Guerrillas_are_of_the_only_group_the_article_names() =>
        Doers("Guerrillas attacked a bus in Leticia on Tuesday. The Shining Path has been strong there for years.").ShouldBe(["Guerrillas", "Shining Path"]);

    [Theory]
    [InlineData("Guerrillas attacked a bus in Leticia on Tuesday. The Shining Path and the FARC have been strong there for years.")]
    [InlineData("Terrorists attacked a bus in Leticia on Tuesday. The Shining Path has been strong there for years.")]
    public void Of_two_groups_or_of_whoever_is_called_terrorists_none_is_named(string text) => Doers(text).ShouldHaveSingleItem();

    [Theory]
    [InlineData("Soldiers shot dead two peasants in Leticia on Tuesday.", PerpetratorKind.Individual)]
    [InlineData("The army shot dead two peasants in Leticia on Tuesday.", PerpetratorKind.State)]
    public void People_of_no_named_state_are_individuals(string text, PerpetratorKind kind) =>
        Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Theory]
    [InlineData("Army helicopters fired rockets at a village near Leticia on Tuesday, killing two peasants.", WeaponType.Rocket, "rockets")]
    [InlineData("A second bomb exploded in a bank in Leticia on Tuesday, wounding two clerks.", WeaponType.Bomb, "bomb")]
    [InlineData("A plane exploded near Leticia on Tuesday when a bomb went off, killing 80 people.", WeaponType.Bomb, "bomb")]
    public void The_weapon_is_what_struck_in_its_own_words(string text, WeaponType type, string words)
    {
        var weapon = Reading.Extract(text).Reports.ShouldHaveSingleItem().Weapons.ShouldHaveSingleItem();
        (weapon.Type, weapon.Text).ShouldBe((type, words));
    }

    [Theory]
    [InlineData("A bomb exploded inside a tourist bus that was parked in Leticia on Tuesday.", "tourist bus", TargetKind.Transport)]
    [InlineData("Rebels set fire to a telephone exchange in Leticia on Tuesday.", "telephone exchange", TargetKind.Infrastructure)]
    [InlineData("Rebels placed a car bomb across from a bank branch in Leticia on Tuesday.", "bank branch", TargetKind.Company)]
    public void Things_of_a_town_are_targets(string text, string name, TargetKind kind)
    {
        var target = Reading.Extract(text).Reports.ShouldHaveSingleItem().Targets.ShouldHaveSingleItem();
        (target.Name, target.Kind).ShouldBe((name, kind));
    }

    [Theory]
    [InlineData("Rebels attacked a police post in Leticia on Tuesday, killing two policemen. They seized three rifles.")]
    public void Only_people_are_kidnapped(string text) => Reading.MainOf(text).Casualties!.Kidnapped.ShouldBeNull();

    [Theory]
    [InlineData("Heavy shooting was heard in Leticia on Tuesday.")]
    [InlineData("Bomb explosions and gunfire could still be heard in Leticia on Tuesday.")]
    [InlineData("Police raided a house in Leticia on Tuesday and found two rifles.")]
    [InlineData("The man arrived in Leticia on Tuesday to face charges of murder, kidnapping, and arson.")]
    public void Fire_that_was_only_heard_searches_and_names_of_crimes_are_no_incident(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Fact]
    public void What_an_air_force_bombs_is_bombed_from_the_air() =>
        Reading.MainOf("A church in Leticia was bombed by the air force on Tuesday, killing three people.").EventType.ShouldBe(EventType.Airstrike);

    private static IEnumerable<string> Doers(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem().Perpetrators.Select(perpetrator => perpetrator.Name);
}
