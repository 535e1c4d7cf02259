namespace Platform.Tests.Unit.Extraction;

/// <summary>Who was taken is counted however the passive is written, and "no one hurt" is nobody.</summary>
public sealed class TakenNewsTests
{
    [Theory]
    [InlineData("38 farmers were abducted by gunmen in Zamfara State on Saturday.", null, 38)]
    [InlineData("A nurse was kidnapped by gunmen in Zamfara on Saturday.", null, 1)]
    [InlineData("Gunmen killed four people and 38 farmers were abducted in Zamfara on Saturday.", 4, 38)]
    [InlineData("Ten farmers were kidnapped and two killed when gunmen attacked a village in Zamfara on Saturday.", 2, 10)]
    [InlineData("Six drivers were taken captive by gunmen in Zamfara on Saturday.", null, 6)]
    [InlineData("Six drivers were taken hostage by gunmen in Zamfara on Saturday.", null, 6)]
    [InlineData("Gunmen abducted over 120 girls in Zamfara on Saturday.", null, 120)]
    public void Who_is_taken_is_counted(string text, int? killed, int kidnapped)
    {
        var harm = Reading.MainOf(text, "2019-08-12").Casualties!;
        (harm.Killed?.Min, harm.Kidnapped?.Min).ShouldBe((killed, kidnapped));
    }

    [Theory]
    [InlineData("School bus hit by rocket in Sderot on Saturday, no one injured", null, 0)]
    [InlineData("Toledo house hit by gunfire on Saturday, no one hurt", 0, 0)]
    [InlineData("Toledo house hit by gunfire on Saturday; nobody hurt", 0, 0)]
    [InlineData("Toledo house hit by gunfire on Saturday, one hurt", null, 1)]
    [InlineData("A rocket hit a school in Haifa on Saturday with no injuries or deaths.", 0, 0)]
    [InlineData("A rocket hit a school in Haifa on Saturday. There were no deaths or injuries.", 0, 0)]
    public void Nobody_is_nobody(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);
}
