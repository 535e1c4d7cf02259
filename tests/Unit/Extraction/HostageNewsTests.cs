using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>"took 25 passengers hostage": those taken stand between the verb and the word.</summary>
public sealed class HostageNewsTests
{
    [Theory]
    [InlineData("Gunmen took 25 passengers hostage near Sibi on Monday.", 25)]
    [InlineData("Militants took 214 people captive near Sibi on Monday.", 214)]
    [InlineData("Gunmen stopped a bus near Sibi on Monday, taking 12 passengers hostage.", 12)]
    [InlineData("Houthi gunmen took 25 crew members hostage in the Red Sea on Monday.", 25)]
    [InlineData("Five engineers were taken hostage by gunmen near Sibi on Monday.", 5)]
    public void Who_is_taken_hostage_is_kidnapped(string text, int taken)
    {
        var report = Reading.MainOf(text);
        (report.EventType, report.Casualties!.Kidnapped!.Min, report.Date!.Start).ShouldBe((EventType.Kidnapping, taken, new DateOnly(2022, 6, 13)));
    }

    [Theory]
    [InlineData("Gunmen attacked a train near Sibi on Monday, killing 21 people, and took 214 passengers hostage.", 21, 214)]
    public void An_attack_with_dead_keeps_them(string text, int killed, int taken)
    {
        var casualties = Reading.MainOf(text).Casualties!;
        (casualties.Killed!.Min, casualties.Kidnapped!.Min).ShouldBe((killed, taken));
    }

    [Theory]
    [InlineData("The minister said on Monday that the union was holding the country hostage.")]
    [InlineData("The opposition took parliament hostage, the minister said on Monday.")]
    [InlineData("The team took two points on Monday and left its hostage story behind.")]
    [InlineData("Lawmakers are holding 20 bills hostage, the president said on Monday.")]
    public void Who_is_held_in_a_figure_of_speech_is_not_kidnapped(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();
}
