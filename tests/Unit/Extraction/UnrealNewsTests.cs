namespace Platform.Tests.Unit.Extraction;

/// <summary>Plans, warnings, exercises and figures of speech that use the words of attacks.</summary>
public sealed class UnrealNewsTests
{
    [Theory]
    [InlineData("Police arrested three men on Monday who had planned to attack a church in Brussels with a suicide vest, prosecutors said.")]
    [InlineData("Iran's foreign minister warned on Monday that any strike on its nuclear sites would be answered with missiles.")]
    [InlineData("Troops fired rockets and artillery in the desert on Sunday. The exercise, named Desert Shield, simulated an attack on a base.")]
    [InlineData("The company said on Monday its drones had struck a deal with the city of Toulouse to deliver medicine.")]
    [InlineData("The defence ministry said on Monday it had hit its target for the year, with 12,000 soldiers trained.")]
    public void What_is_planned_feared_rehearsed_or_a_figure_is_no_attack(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("A man attacked a church in Brussels with a suicide vest on Monday, killing three people.")]
    [InlineData("Militants attacked the base of Balad with six rockets on Monday. They had planned it for weeks.")]
    [InlineData("A drone struck a church in Toulouse on Monday as the two sides struck a deal.")]
    public void What_was_done_is(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem();
}
