namespace Platform.Tests.Unit.Extraction;

/// <summary>Places that say what somebody is or what a weapon was meant for; and the place at the head of the next item.</summary>
public sealed class PlaceOfOthersNewsTests
{
    [Theory]
    [InlineData("Gunmen opened fire on a bus carrying workers of the Omar oil field north of Deir Ezzor on Monday.", "Deir ez-Zor")]
    [InlineData("Gunmen killed two employees of the Baiji refinery in Tikrit on Monday.", "Tikrit")]
    [InlineData("Gunmen killed two students of Mosul University in Kirkuk on Monday.", "Kirkuk")]
    [InlineData("Gunmen attacked the Baiji refinery on Monday, killing two guards.", "Baiji refinery")]
    public void Where_the_victims_work_is_not_where_they_were_attacked(string text, string place) => Reading.MainOf(text).Place!.Name.ShouldBe(place);

    [Fact]
    public void What_a_weapon_was_ready_for_has_not_happened() =>
        Reading.MainOf("The navy destroyed two Houthi missiles in Yemen on Monday that were prepared to launch against tankers in the Red Sea.").Place!.Name.ShouldBe("Yemen");

    [Theory]
    [InlineData("A car bomb hit a convoy in Mogadishu on Monday. Six soldiers died on the spot, Lower Shabelle police commander Yusuf Nur said.")]
    [InlineData("A car bomb hit a convoy in Mogadishu on Monday. Six soldiers died on the spot, a Lower Shabelle official said.")]
    [InlineData("A car bomb hit a convoy in Mogadishu on Monday. Six soldiers were killed, said Yusuf Nur, an expert on the Lake Chad region.")]
    public void The_region_of_who_speaks_is_no_other_place(string text) => Reading.MainOf(text).Casualties!.Killed!.Max.ShouldBe(6);

    [Theory]
    [InlineData("In Diyala, meanwhile, a sniper shot dead a policeman on Monday.", "Diyala")]
    [InlineData("In Diyala, however, a sniper shot dead a policeman on Monday.", "Diyala")]
    [InlineData("In Samarra, meanwhile, a sniper shot dead a policeman on Monday.", "Samarra")]
    public void Meanwhile_after_a_place_leaves_it_to_its_sentence(string text, string place) => Reading.MainOf(text).Place!.Name.ShouldBe(place);

    [Fact]
    public void Meanwhile_somewhere_else_another_attack_was()
    {
        var reports = Reading.Extract("A bomb killed six people in Homs on Monday. In Manbij, meanwhile, gunmen killed a policeman.").Reports;
        reports.Select(report => (report.Place?.Name, report.Perpetrators.Count)).ShouldBe([("Homs", 0), ("Manbij", 1)]);
    }
}
