using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Which tellings open a second incident, which belong to the first.</summary>
public sealed class SeveralIncidentsTests
{
    [Theory]
    [InlineData("Gunmen attacked a checkpoint near Leticia on Tuesday. During the attack, one guard was killed and another wounded.")]
    [InlineData("Gunmen attacked a checkpoint near Leticia on Tuesday. One guard was killed in the attack and another guard was wounded.")]
    public void Another_victim_is_no_other_attack(string text) => Reading.Extract(text).Reports.ShouldHaveSingleItem();

    [Fact]
    public void An_older_attack_told_with_its_day_and_what_it_struck_is_a_report()
    {
        const string text = "Gunmen killed two guards in Leticia on Tuesday. On May 3 rebels attacked the headquarters of the teachers union.";
        Reading.Extract(text).Reports.Count(report => !report.IsMain).ShouldBe(1);
    }

    [Fact]
    public void Words_of_English_are_no_places_in_upper_case_text()
    {
        const string text = "GUERRILLAS ATTACKED A FARM NEAR LETICIA TODAY. IT WAS ATTACKED AT THE TIME OF THE VOTE. POLICE NEWSMEN AREA SOURCES CONFIRMED THE ATTACK IN SURPRISE.";
        Reading.Extract(text).Reports.ShouldHaveSingleItem().Place.ShouldNotBeNull().Name.ShouldBe("Leticia");
    }
}
