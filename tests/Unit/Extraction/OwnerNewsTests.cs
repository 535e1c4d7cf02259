namespace Platform.Tests.Unit.Extraction;

/// <summary>Whose home it was is no place.</summary>
public sealed class OwnerNewsTests
{
    private const string Monday = "2019-08-12";

    [Theory]
    [InlineData("A man was shot at Houston's home in Toledo, Ohio, on Saturday.", "Toledo")]
    [InlineData("A man was shot at Troy's house in Toledo, Ohio, on Saturday.", "Toledo")]
    [InlineData("A Terre Haute man was shot Saturday. Lind rode to Sparks' home and shot him twice.", "Terre Haute")]
    public void A_family_name_before_a_home_is_no_town(string text, string town) => Reading.MainOf(text, Monday).Place!.Name.ShouldBe(town);

    [Theory]
    [InlineData("A man was shot Saturday at Detroit's apartment towers.", "Detroit")]
    [InlineData("A man was shot Saturday at Chicago's car show.", "Chicago")]
    [InlineData("A man was shot Saturday at the 'Houston' car wash in Toledo, Ohio.", "Toledo")]
    public void A_town_may_own_what_a_show_or_a_building_is_called(string text, string town) => Reading.MainOf(text, Monday).Place!.Name.ShouldBe(town);
}
