namespace Platform.Tests.Unit.Extraction;

/// <summary>Ages with hyphens, numbers beside names and feasts of a season: words of local news that are easily taken for others.</summary>
public sealed class HyphenedNewsTests
{
    [Theory]
    [InlineData("Two women are in custody after a 17-year-old high school student was gunned down in Toledo, Ohio, on Saturday.")]
    [InlineData("Two brothers were arrested after a 24-year-old man was shot dead in Toledo, Ohio, on Saturday.")]
    [InlineData("Two brothers were arrested after a man was shot dead in Toledo, Ohio, on Saturday.")]
    public void Who_was_arrested_after_a_boy_was_killed_is_not_dead(string text) => VictimNews.ShouldCount(text, 1);

    [Theory]
    [InlineData("Police told KQRT two men were shot in Toledo, Ohio, on Saturday.", null, 2)]
    [InlineData("Investigators tell 8 Action News 17-year-old Omar Haddad was shot and killed in Toledo, Ohio, on Saturday.", 1, null)]
    public void A_number_beside_a_station_counts_people_only_before_a_noun_for_them(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A gunman is sought in Toledo, Ohio, police said. Four people were shot on Saturday after shots rang out during a Halloween party.", 4)]
    [InlineData("Four men were shot in Toledo, Ohio, on Saturday after a Halloween party.", 4)]
    public void A_party_of_a_feast_is_no_other_day(string text, int wounded) => VictimNews.ShouldCount(text, null, wounded);
}
