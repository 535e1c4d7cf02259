using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>What was shot down over a town was sent at it; a spy plane was not. The weapon that killed is told as what did it.</summary>
public sealed class InterceptedNewsTests
{
    [Theory]
    [InlineData("Three Ukrainian drones were shot down over Bryansk on Monday, the governor said.", EventType.DroneAttack, "Bryansk")]
    [InlineData("Air defences over Kursk shot down four drones on Monday. Debris fell on a farm; there were no casualties.", EventType.DroneAttack, "Kursk")]
    [InlineData("A missile was intercepted over Jeddah on Monday; shrapnel injured two people.", EventType.MissileAttack, "Jeddah")]
    [InlineData("Israel intercepted a missile from Yemen over Haifa on Monday.", EventType.MissileAttack, "Haifa")]
    [InlineData("An explosive drone was shot down over Najran on Monday.", EventType.DroneAttack, "Najran")]
    [InlineData("A booby-trapped drone was shot down while trying to reach the Harir base at dawn on Monday.", EventType.DroneAttack, "Al-Harir Air Base")]
    [InlineData("Two drones were shot down on Monday while approaching the Ain al-Asad base.", EventType.DroneAttack, "Ain al-Asad Air Base")]
    [InlineData("The frigate Baltic shot down a Houthi missile over the Gulf of Aden on Monday.", EventType.MissileAttack, "Gulf of Aden")]
    public void What_is_shot_down_over_a_town_was_an_attack(string text, EventType type, string place)
    {
        var report = Reading.MainOf(text);
        (report.EventType, report.Place!.Name).ShouldBe((type, place));
        report.Date.ShouldNotBeNull();
        report.Perpetrators.ShouldNotContain(one => one.Name == "Israel");
    }

    [Theory]
    [InlineData("A surveillance drone was shot down over Bryansk on Monday, the governor said.")]
    [InlineData("Two reconnaissance drones were shot down over Kursk on Monday.")]
    [InlineData("A drone was shot down over Marib on Monday, a source said.")]
    [InlineData("Iran shot down a US surveillance drone with a missile near Jask on Monday.")]
    [InlineData("Defence missiles shot down a balloon over Haifa on Monday.")]
    [InlineData("The army said two of its own drones were shot down over Kursk on Monday.")]
    [InlineData("The navy intercepted a missile in a test over Hawaii on Monday.")]
    [InlineData("Israel can intercept a missile over Haifa, a general said on Monday.")]
    public void Spy_planes_and_what_is_shot_down_with_a_missile_are_none(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("The bomb that killed six people in Quetta on Monday was hidden in a cart.", EventType.Bombing)]
    [InlineData("The ministry blamed Iran for the drone that killed two soldiers in Erbil on Monday.", EventType.DroneAttack)]
    [InlineData("The rocket which wounded 11 children in Safed on Monday was fired by Hezbollah, Israel said.", EventType.RocketAttack)]
    public void The_weapon_that_killed_tells_the_kind(string text, EventType type)
    {
        var report = Reading.MainOf(text);
        report.EventType.ShouldBe(type);
        report.Weapons.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("A World War Two bomb that killed two workers in Berlin on Monday had lain under the site.")]
    public void A_bomb_of_a_war_long_past_attacks_nobody(string text) => Reading.Extract(text).Reports.ShouldAllBe(report => report.EventType != EventType.Bombing);
}
