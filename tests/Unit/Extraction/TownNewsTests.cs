namespace Platform.Tests.Unit.Extraction;

/// <summary>Where news says it was: datelines, capitals, towns beside their state, villages no lexicon knows, and days at the head of wire copy.</summary>
public sealed class TownNewsTests
{
    private const string Monday = "2019-08-12";

    [Fact]
    public void A_day_before_a_town_is_no_place() =>
        Reading.MainOf("A bomb killed eight people on Sunday in Kabul, officials said.", Monday).Place!.Name.ShouldBe("Kabul");

    [Theory]
    [InlineData("Two people were shot dead Saturday in Goshen, Calif.", "Goshen", "California")]
    [InlineData("LEBANON, Va. (AP) - A man was shot and killed Saturday in Lebanon, police said.", "Lebanon", "Virginia")]
    [InlineData("PARIS, Ark. - A man was shot and killed Saturday in Paris, police said.", "Paris", "Arkansas")]
    [InlineData("CUBA, Mo. (AP) - A man was shot and killed Saturday in Cuba, police said.", "Cuba", "Missouri")]
    [InlineData("PERU, Ind. - A man was shot and killed Saturday, police said.", "Peru", "Indiana")]
    [InlineData("POLAND, Ohio - A man was shot and killed Saturday, police said.", "Poland", "Ohio")]
    public void The_state_beside_a_name_says_where_it_lies(string text, string town, string state)
    {
        var place = Reading.MainOf(text, Monday).Place!;
        place.Name.ShouldBe(town, StringCompareShould.IgnoreCase);
        (place.Admin1, place.Country).ShouldBe((state, "US"));
    }

    [Fact]
    public void To_name_a_country_twice_does_not_move_the_article_there() =>
        Reading.MainOf("A bomb exploded in Barranquilla on Monday. U.S. officials said the U.S. embassy was closed.", Monday).Place!.Name.ShouldBe("Barranquilla");

    [Theory]
    [InlineData("Gunmen killed eight people on Saturday in Bourasso, in Kossi province, northwestern Burkina Faso.", "Bourasso", "BF")]
    [InlineData("Gunmen killed eight people on Saturday in Tassiga, in Mali.", "Tassiga", "ML")]
    [InlineData("Gunmen killed eight people on Saturday in Tassiga, Mali.", "Tassiga", "ML")]
    public void An_unlisted_village_lies_in_the_country_told_after_it(string text, string village, string country)
    {
        var place = Reading.MainOf(text, Monday).Place!;
        (place.Name, place.Country).ShouldBe((village, country));
    }

    [Theory]
    [InlineData("BOGOTA, 14 FEB 90 -- A BOMB EXPLODED IN THIS CAPITAL YESTERDAY, KILLING TWO PEOPLE.", "1990-02-16", "Bogota")]
    [InlineData("BOGOTA, 14 FEB 90 -- A BOMB EXPLODED HERE YESTERDAY, KILLING TWO PEOPLE.", "1990-02-16", "Bogota")]
    [InlineData("MOGADISHU (Reuters) - A bomb killed two people in the capital on Sunday, police said.", Monday, "Mogadishu")]
    [InlineData("A bomb killed two people in Somalia's capital on Sunday, police said.", Monday, "Mogadishu")]
    public void The_capital_and_here_are_the_town_of_the_dateline(string text, string published, string town) => Reading.MainOf(text, published).Place!.Name.ShouldBe(town);

    [Fact]
    public void The_county_of_the_sheriff_who_tells_it_is_not_the_place() =>
        Reading.MainOf("LAKE CHARLES, La. — A Lake Charles man shot his wife to death Saturday, Calcasieu Parish Sheriff Ana Lind said.", Monday).Place!.Name.ShouldBe("Lake Charles");

    [Fact]
    public void In_upper_case_text_a_verb_after_a_town_is_no_surname() =>
        Reading.MainOf("A BOMB ATTACK ON A SHOP IN MEDELLIN LEFT TWO PEOPLE DEAD YESTERDAY.", "1990-02-14").Place!.Name.ShouldBe("Medellin");

    [Fact]
    public void Two_figures_after_the_month_of_a_dateline_are_its_year()
    {
        var report = Reading.MainOf("BOGOTA, 14 FEB 90 -- [TEXT] A JUDGE WAS MURDERED YESTERDAY IN CALI.", "1990-02-14");
        (report.Casualties?.Killed?.Min, report.Date?.Start).ShouldBe((1, new DateOnly(1990, 2, 13)));
    }

    [Fact]
    public void The_country_of_a_dateline_is_no_part_of_who_did_it() =>
        Reading.MainOf("MAIDUGURI, Nigeria - Gunmen killed seven herders on Friday.", Monday).Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("Gunmen");

    [Fact]
    public void The_year_of_the_deed_is_not_the_day_of_the_sentence() =>
        Reading.MainOf("A man was sentenced Friday to 30 years in prison for the 2016 shooting death of a woman in Wichita, Kansas.", Monday).Date!.Start.Year.ShouldBe(2016);
}
