using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>One who is named and those who died with him; whom another attack left dead; what is seized with people aboard.</summary>
public sealed class NamedAndOthersNewsTests
{
    [Theory]
    [InlineData("A bomb in Quetta on Monday killed Omar Haddad and 14 others.", 15)]
    [InlineData("An air strike killed Omar Haddad, a militia leader, and two civilians in Baalbek on Monday.", 3)]
    [InlineData("A drone strike in Baalbek on Monday killed Omar Haddad and his driver.", 2)]
    [InlineData("Three gunmen killed Omar Haddad and Ana Lind in Quetta on Monday.", 2)]
    [InlineData("Three gunmen killed Omar Haddad, a judge, in Quetta on Monday.", 1)]
    [InlineData("The army killed commander Omar Haddad in an air strike in Baalbek on Monday that left four civilians dead.", 4)]
    [InlineData("Troops on Monday killed the man behind the 2019 bombing of a mosque in Quetta which left 20 dead.", 1)]
    public void Who_is_named_and_those_who_died_with_him_are_counted(string text, int killed) =>
        Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Fact]
    public void A_tanker_is_seized_with_its_crew()
    {
        var report = Reading.MainOf("Iranian commandos seized a tanker off Oman on Monday and took its 21 crew members captive.");

        (report.EventType, report.Casualties!.Kidnapped!.Min).ShouldBe((EventType.Kidnapping, 21));
        report.Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Iran");
    }

    [Theory]
    [InlineData("A suspect was arrested in a shooting in Dayton on Monday that left three people wounded and prompted an outcry.")]
    [InlineData("Three people were shot in Dayton on Monday. Mayor Ana Lind expressed her sorrow for the families of the injured and said the city would help.")]
    public void Who_was_wounded_and_who_speaks_of_it_did_nothing(string text) => Reading.MainOf(text).Perpetrators.ShouldBeEmpty();
}
