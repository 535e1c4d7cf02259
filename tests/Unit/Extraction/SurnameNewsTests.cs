namespace Platform.Tests.Unit.Extraction;

/// <summary>People told by a family name alone that is another word or a town as well.</summary>
public sealed class SurnameNewsTests
{
    [Theory]
    [InlineData("Darnell Hill was shot Thursday in Rockford, Illinois. Hill died at a hospital.", 1, null)]
    [InlineData("Darnell Smith was shot Thursday in Rockford, Illinois. Smith died at a hospital.", 1, null)]
    [InlineData("Darnell Brown and another man were shot Thursday in Rockford, Illinois. Brown died at a hospital. The other man was wounded.", 1, 1)]
    [InlineData("Darnell Woods and another man were shot Thursday in Rockford, Illinois. Woods was pronounced dead at a hospital. The other man was wounded.", 1, 1)]
    [InlineData("Darnell Banks, 31, and another man were shot Thursday in Rockford, Illinois. Banks died at a hospital. The other man was wounded.", 1, 1)]
    public void Where_a_sentence_begins_a_word_of_English_is_the_name_told_before(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Darnell Jackson, 31, and another man were shot Thursday in Rockford, Illinois. Jackson died at a hospital. The other man was wounded.", 1, 1)]
    [InlineData("Police found 31-year-old Darnell Houston and another man shot Thursday in Rockford, Illinois. Houston was pronounced dead. The other man was wounded.", 1, 1)]
    [InlineData("Emily Warren was shot Thursday in Rockford, Illinois. Doctors said Warren died at a hospital.", 1, null)]
    public void A_family_name_that_is_a_town_too_is_a_person(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man was shot Thursday in Rockford, Illinois. Young people said he was wounded in the leg.", null, 1)]
    [InlineData("Emily Young saw a man shot Thursday in Rockford, Illinois. Young people prayed for him.", null, 1)]
    [InlineData("A man was shot dead Thursday in Jackson, Mississippi. Jackson has seen many shootings.", 1, null)]
    public void A_word_or_a_town_that_names_nobody_stays_what_it_is(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);
}
