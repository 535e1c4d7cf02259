namespace Platform.Tests.Unit.Extraction;

/// <summary>Ages, counted parts and kinds of crime beside the people a sentence counts.</summary>
public sealed class VictimListTests
{
    [Theory]
    [InlineData("Two men, 33 and 47 were injured in a shooting in Houston on Monday.", null, 2)]
    [InlineData("Ann Ray, 20, Bea Loe, 31 and Carl Moe, 22 were wounded in a shooting in Houston on Monday.", null, 3)]
    [InlineData("Three girls between the ages of 9 and 14 were wounded in a shooting in Houston on Monday.", null, 3)]
    [InlineData("Four teenagers - ages 13 to 17 - were shot Monday in Houston, police said. A boy was taken to a hospital.", null, 4)]
    public void Ages_in_a_list_are_no_counts(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Two 30-year-old men from Dallas and a 19-year-old woman from Austin were wounded in a shooting in Houston on Monday.", null, 3)]
    public void Each_of_the_joined_may_say_where_he_is_from(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Three men were shot Monday in Houston, police said. The gang is engaged in crimes including murder, robbery and theft.", null, 3)]
    [InlineData("Three men were shot Monday in Houston, police said. Members who leave the gang are targeted for killing, prosecutors said.", null, 3)]
    [InlineData("Two men were shot Monday in Houston, police said. Nine children have been shot in the city this year, three fatally.", null, 2)]
    public void A_kind_of_crime_and_a_count_of_the_year_kill_nobody_here(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man shot three people to death in Houston on Monday, then the gunman kills himself.", 4, null)]
    [InlineData("A gunman went on a shooting rampage in Houston on Monday, killing a young woman and wounding two men before police shot him to death.", 2, 2)]
    [InlineData("A shooting killed a child in Houston on Monday. The girl, 3, fatally shot herself.", 1, null)]
    public void The_doer_counts_once_among_the_dead(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    private static void ShouldCount(string text, int? killed, int? wounded)
    {
        var report = Reading.MainOf(text);
        (report.Casualties?.Killed?.Min, report.Casualties?.Wounded?.Min).ShouldBe((killed, wounded));
        Reading.EvidenceShouldQuote(text, report);
    }
}
