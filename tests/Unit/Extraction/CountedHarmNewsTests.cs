namespace Platform.Tests.Unit.Extraction;

/// <summary>How many were hurt or killed, by the many words news has for it.</summary>
public sealed class CountedHarmNewsTests
{
    [Theory]
    [InlineData("Rockets hit a base near Erbil on Saturday. There were no reports of troops wounded.", null, 0)]
    [InlineData("Rockets hit a base near Erbil on Saturday. There were no immediate reports of service members injured.", null, 0)]
    public void Whom_no_report_tells_of_is_unhurt(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A rocket hit a school in Haifa on Saturday, causing four injuries.", null, 4)]
    [InlineData("A rocket hit a school in Haifa on Saturday. Four minor injuries were reported.", null, 4)]
    [InlineData("A rocket hit a school in Haifa on Saturday. There were two deaths and six injuries.", 2, 6)]
    [InlineData("A rocket attack on Haifa on Saturday caused two fatalities, at least six injuries.", 2, 6)]
    [InlineData("A rocket hit a school in Haifa on Saturday. There were no injuries.", null, 0)]
    [InlineData("A rocket hit a school in Haifa on Saturday, wounding a man. He suffered two injuries to the head.", null, 1)]
    [InlineData("A rocket hit a school in Haifa on Saturday, wounding a guard. Doctors treated him for three injuries.", null, 1)]
    public void Injuries_are_counted_and_those_of_one_body_are_not(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Fact]
    public void Injuries_without_a_number_wound_some()
    {
        var wounded = Reading.MainOf("A rocket hit a school in Haifa on Saturday, causing injuries.", "2019-08-12").Casualties!.Wounded!;
        (wounded.Min, wounded.Max).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("A bomb hit Kirkuk on Saturday. The ministry raised the toll, saying seven people were injured.", null, 7)]
    [InlineData("A bomb hit Kirkuk on Saturday. The toll stood at seven wounded.", null, 7)]
    [InlineData("A bomb hit Kirkuk on Saturday. The death toll stood at seven.", 7, null)]
    [InlineData("A bomb hit Kirkuk on Saturday. The ministry revised the toll, saying seven people were killed.", 7, null)]
    [InlineData("A drone hit a base near Haifa on Saturday, seriously wounding six soldiers. In total, 49 people were wounded in the attack.", null, 49)]
    [InlineData("A drone hit a base near Haifa on Saturday, seriously wounding six soldiers. The army later said 49 people were wounded.", null, 49)]
    [InlineData("A car bomb hit a market in Kirkuk on Saturday. Fourteen people were taken to hospital.", null, 14)]
    public void A_toll_is_of_those_it_names_and_of_all(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Omar Haddad and one of his guards were killed in an airstrike in Damascus on Saturday.", 2)]
    [InlineData("Omar Haddad and two guards were killed in an airstrike in Damascus on Saturday.", 3)]
    [InlineData("In South Kivu and two villages 12 people were killed in a raid on Saturday.", 12)]
    [InlineData("A drone killed commander Omar Haddad in Damascus on Saturday in a strike that left six civilians dead.", 6)]
    public void Who_is_named_beside_a_number_is_one_more(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("Rebels hacked to death 31 villagers in Beni on Saturday.")]
    [InlineData("Rebels hacked and shot 31 villagers to death in Beni on Saturday.")]
    [InlineData("Rebels shot to death 31 villagers in Beni on Saturday.")]
    public void Who_is_hacked_to_death_is_dead_and_by_the_subject(string text)
    {
        VictimNews.ShouldCount(text, 31);
        Reading.MainOf(text, "2019-08-12").Perpetrators.ShouldHaveSingleItem();
    }

    [Fact]
    public void Shot_and_hacked_to_death_is_killed() => VictimNews.ShouldCount("31 villagers were shot and hacked to death in Beni on Saturday.", 31, null);
}
