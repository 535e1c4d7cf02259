namespace Platform.Tests.Unit.Extraction;

/// <summary>Of two tolls of one attack the newer one stays.</summary>
public sealed class NewestTollNewsTests
{
    [Theory]
    [InlineData("Bomb kills 12 in Kabul\n\nAt least 14 people were killed on Monday when a bomb exploded in a mosque in Kabul, police said.", 14)]
    [InlineData("Blast kills 12 in Kabul mosque\n\nKABUL - A bomb killed at least 14 people in a mosque on Monday, police said.", 14)]
    [InlineData("A blast killed 19 people in Kabul on Monday. Officials later said 35 people had died.", 35)]
    [InlineData("A blast killed 19 people in Kabul on Monday. The United Nations later said 35 people had died and 82 were injured.", 35)]
    [InlineData("A blast killed 19 people in Kabul on Monday. By Tuesday, the toll had reached 31.", 31)]
    [InlineData("A blast killed 19 people in Kabul on Monday. On Tuesday the number of dead had risen to 31.", 31)]
    [InlineData("A blast killed 19 people in Kabul on Monday. The toll rose to 31 dead on Tuesday.", 31)]
    [InlineData("A blast killed 19 people in Kabul on Monday. A child died of her wounds on Tuesday, bringing the number of dead to 20.", 20)]
    [InlineData("A blast killed 19 people in Kabul on Monday. Two of the wounded have since died, bringing the death toll to 21.", 21)]
    public void The_newer_toll_stays(string text, int killed)
    {
        var report = Reading.Extract(text).Reports.ShouldHaveSingleItem();
        (report.Casualties!.Killed!.Min, report.Date!.Start).ShouldBe((killed, new DateOnly(2022, 6, 13)));
    }

    [Theory]
    [InlineData("A blast killed 19 people in Kabul on Monday. Two of the wounded died in hospital, raising the toll to 21.")]
    [InlineData("A blast killed 19 people in Kabul on Monday. Two of the injured succumbed to their wounds on Tuesday.")]
    public void Who_died_of_wounds_is_not_wounded(string text) => Reading.MainOf(text).Casualties!.Wounded.ShouldBeNull();

    [Theory]
    [InlineData("Bomb kills 14 in Kabul\n\nAt least 12 people were killed on Monday when a bomb exploded in a mosque in Kabul, police said.", 14)]
    [InlineData("Bomb kills 12 in Kabul\n\nA bomb killed 12 people in a mosque in Kabul on Monday. Bombs have killed 90 people in the city this year.", 12)]
    [InlineData("A blast killed 19 people in Kabul on Monday. Police had earlier spoken of 30 dead.", 19)]
    [InlineData("A blast killed 19 people in Kabul on Monday. A rights group later said 350 people had died in the war.", 19)]
    [InlineData("A blast killed 19 people in Kabul on Monday. By Tuesday, the toll of the war had reached 31,000.", 19)]
    public void The_toll_of_this_attack_stays(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);
}
