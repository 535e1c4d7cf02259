using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Names of drones, games of war, and counts that correct "nobody".</summary>
public sealed class DrillAndDroneNewsTests
{
    [Theory]
    [InlineData("Four one-way attack UAVs hit a base in Homs on Monday.", 4)]
    [InlineData("Two UASs struck a camp in Kirkuk on Monday.", 2)]
    [InlineData("Three bomb-laden UAVs were fired at Najran on Monday.", 3)]
    public void Unmanned_systems_are_drones(string text, int count)
    {
        var main = Reading.MainOf(text);
        main.EventType.ShouldBe(EventType.DroneAttack);
        var weapon = main.Weapons.ShouldHaveSingleItem();
        weapon.Type.ShouldBe(WeaponType.Drone);
        weapon.Min.ShouldBe(count);
    }

    [Fact]
    public void A_war_game_with_mock_enemies_is_no_attack() =>
        Reading.Extract("Iran launched a war game in Semnan on Monday, with drones attacking mock enemy positions.").Reports.ShouldBeEmpty();

    [Fact]
    public void Someone_hurt_corrects_nobody() =>
        Reading.MainOf("A rocket hit a house in Erbil on Monday. There were no casualties, the governor said. One civilian was slightly injured, doctors said.").Casualties!.Wounded!.Min.ShouldBe(1);
}
