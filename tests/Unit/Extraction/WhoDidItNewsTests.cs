using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Who denies, who says nothing and who is only blamed has not been told to have done it; a name is read whole.</summary>
public sealed class WhoDidItNewsTests
{
    [Theory]
    [InlineData("Rockets hit Basra on Monday. Turkey denied that it was behind the attack.", "Turkey")]
    [InlineData("Rockets hit Basra on Monday. Turkey denied that they were behind the attack.", "Turkey")]
    [InlineData("Rockets hit Basra on Monday. Hezbollah denied that its fighters were behind the attack.", "Hezbollah")]
    [InlineData("Rockets hit Basra on Monday. Turkey denied it was responsible for the attack.", "Turkey")]
    [InlineData("Rockets hit Basra on Monday. Turkey has denied being responsible for the attack.", "Turkey")]
    [InlineData("Rockets hit Basra on Monday. Turkey said it was not behind the attack.", "Turkey")]
    [InlineData("Rockets hit Basra on Monday. Washington was not aware of or involved in the attack, an envoy said.", "United States")]
    public void Who_denies_it_denies_it(string text, string name)
    {
        var one = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (one.Name, one.Stance).ShouldBe((name, Stance.Denied));
    }

    [Theory]
    [InlineData("Rockets hit Basra on Monday. The PKK said it was behind the attack.", "Kurdistan Workers' Party", Stance.Claimed)]
    [InlineData("Rockets hit Basra on Monday. Turkey confirmed carrying out the strike.", "Turkey", Stance.Stated)]
    public void Who_says_yes_does_not(string text, string name, Stance stance)
    {
        var one = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (one.Name, one.Stance).ShouldBe((name, stance));
    }

    [Theory]
    [InlineData("A missile hit Basra on Monday. Turkey has not confirmed carrying out the strike.")]
    [InlineData("A missile hit Basra on Monday. Turkey refused to confirm or deny that it carried out the strike.")]
    [InlineData("A missile hit Basra on Monday. Turkey would not say whether it carried out the strike.")]
    [InlineData("A missile hit Basra on Monday. Turkey declined to comment.")]
    [InlineData("A blast killed 30 people in Basra on Monday. Turkey put the number of dead at 50.")]
    [InlineData("A blast killed 30 people in Basra on Monday. US intelligence put the death toll at 20.")]
    [InlineData("A drone hit Basra on Monday. Jordan said that it had intercepted two drones launched toward the kingdom.")]
    [InlineData("A missile hit Basra on Monday. Kuwait said its air defences had shot down two drones launched from Iran.")]
    public void Who_says_nothing_counts_the_dead_or_intercepts_has_not_done_it(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();

    [Theory]
    [InlineData("A bomb wounded four guards in Samarra on Monday. Security forces seized rifles in the area.")]
    [InlineData("A bomb wounded four guards in Samarra on Monday. The police arrested a suspect and seized a lorry.")]
    [InlineData("A bomb wounded four guards in Samarra on Monday. Soldiers seized ammunition and two cars.")]
    public void Who_seizes_things_kidnaps_nobody(string text)
    {
        var report = Reading.MainOf(text);
        report.Perpetrators.ShouldBeEmpty();
        (report.Casualties?.Kidnapped).ShouldBeNull();
    }

    [Theory]
    [InlineData("Gunmen seized four drivers near Samarra on Monday.", 4)]
    [InlineData("Gunmen seized a lorry and kidnapped two drivers near Samarra on Monday.", 2)]
    public void Who_seizes_people_does(string text, int taken)
    {
        var report = Reading.MainOf(text);
        (report.EventType, report.Casualties!.Kidnapped!.Min).ShouldBe((EventType.Kidnapping, taken));
        report.Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Gunmen");
    }

    [Theory]
    [InlineData("A drone hit Eilat on Monday. Israel condemned what it called an Iranian attack.", "Iran", "Israel")]
    [InlineData("A drone hit Eilat on Monday. Israel called it an Iranian attack.", "Iran", "Israel")]
    [InlineData("Four people were killed in Sidon on Monday, the health ministry said, blaming an Israeli air strike.", "Israel", "health ministry")]
    [InlineData("Four people were killed in an air strike in Sidon on Monday, the health ministry said, blaming Israel.", "Israel", "health ministry")]
    [InlineData("A drone hit Eilat on Monday. Israel accused Iran of the attack.", "Iran", "Israel")]
    [InlineData("Russia blamed Ukraine for a strike that killed two people in Luhansk on Monday.", "Ukraine", "Russia")]
    public void Who_is_called_the_attacker_is_accused_by_who_says_so(string text, string name, string accuser)
    {
        var one = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (one.Name, one.Stance, one.Accuser).ShouldBe((name, Stance.Accused, accuser));
    }

    [Theory]
    [InlineData("Boko Haram blamed as bomb kills three soldiers in Bama on Monday", "Boko Haram", Stance.Accused)]
    [InlineData("Rebels blamed for attack that killed three soldiers in Kumba on Monday", "Rebels", Stance.Accused)]
    [InlineData("Al-Shabaab blamed for a blast that killed six people in Kismayo on Monday", "al-Shabaab", Stance.Accused)]
    [InlineData("Al-Shabaab was blamed for a blast that killed six people in Kismayo on Monday.", "al-Shabaab", Stance.Accused)]
    [InlineData("Blast kills six people in Kismayo on Monday; al-Shabaab blamed", "al-Shabaab", Stance.Accused)]
    [InlineData("Al-Shabaab accused of blast that killed six people in Kismayo on Monday", "al-Shabaab", Stance.Accused)]
    [InlineData("Al-Shabaab suspected in blast that killed six people in Kismayo on Monday", "al-Shabaab", Stance.Suspected)]
    public void A_headline_blames_without_a_verb_to_be(string text, string name, Stance stance)
    {
        var one = Reading.MainOf(text).Perpetrators.ShouldHaveSingleItem();
        (one.Name, one.Stance).ShouldBe((name, stance));
    }
}
