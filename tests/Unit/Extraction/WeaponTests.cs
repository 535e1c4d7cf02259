using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>What was used, how much of it, and the kind of attack that makes.</summary>
public sealed class WeaponTests
{
    [Theory]
    [InlineData("A salvo of six rockets hit a base near Taji on Tuesday.", EventType.RocketAttack, WeaponType.Rocket, 6)]
    [InlineData("Two FPV drones struck a minibus in Kherson on Tuesday, wounding five people.", EventType.DroneAttack, WeaponType.Drone, 2)]
    [InlineData("Six mortar shells landed in a suburb of Damascus on Tuesday.", EventType.Shelling, WeaponType.Mortar, 6)]
    [InlineData("Rebels fired two anti-ship ballistic missiles at a tanker in the Red Sea on Tuesday.", EventType.MissileAttack, WeaponType.Missile, 2)]
    [InlineData("A bomb killed six people in Mosul on Tuesday.", EventType.Bombing, WeaponType.Bomb, 1)]
    [InlineData("Two suicide bombers blew themselves up at a mosque in Kano on Tuesday.", EventType.SuicideBombing, WeaponType.SuicideVest, 2)]
    [InlineData("A car packed with explosives went off in Mogadishu on Tuesday.", EventType.CarBombing, WeaponType.CarBomb, 1)]
    [InlineData("Troops struck a depot of the rebels in Melitopol with four HIMARS rockets on Tuesday.", EventType.RocketAttack, WeaponType.Rocket, 4)]
    public void A_weapon_is_read_with_its_number_and_makes_the_kind_of_attack(string text, EventType type, WeaponType weapon, int count)
    {
        var report = Reading.MainOf(text);
        var used = report.Weapons.ShouldHaveSingleItem();
        (report.EventType, used.Type, used.Min, used.Max).ShouldBe((type, weapon, count, count));
    }

    [Fact]
    public void Several_weapons_of_one_attack_keep_their_models() =>
        Reading.MainOf("Russia launched 47 Shahed drones and two Iskander-M ballistic missiles at Kharkiv on Tuesday.").Weapons
            .Select(weapon => (weapon.Type, weapon.Model, weapon.Min)).ShouldBe([(WeaponType.Drone, "Shahed", 47), (WeaponType.Missile, "Iskander", 2)]);

    [Fact]
    public void A_suicide_bomber_in_a_car_bomb_wears_no_vest() =>
        Reading.MainOf("A suicide bomber rammed his explosives-laden truck into a post in Mosul on Tuesday.").Weapons.ShouldHaveSingleItem().Type.ShouldBe(WeaponType.CarBomb);

    [Fact]
    public void The_number_of_the_hurt_is_not_that_of_the_weapons() =>
        Reading.MainOf("Nine people were injured by rocket fire in Aleppo on Tuesday.").Weapons.ShouldHaveSingleItem().Min.ShouldBeNull();

    [Theory]
    [InlineData("Israeli strikes in Gaza City killed 30 people on Tuesday.")]
    [InlineData("Strikes by the US-led coalition near Mosul killed nine people on Tuesday.")]
    public void A_states_strikes_come_from_the_air(string text) => Reading.MainOf(text).EventType.ShouldBe(EventType.Airstrike);

    [Fact]
    public void A_town_may_be_the_object_of_the_attack() =>
        Reading.MainOf("Troops shelled Avdiivka on Tuesday, killing a woman.").Place.ShouldNotBeNull().Name.ShouldBe("Avdiivka");
}
