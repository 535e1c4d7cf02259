using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

public sealed class OutletTests
{
    [Theory]
    [InlineData("http://www.wsmv.com/story/1", "Nashville")]
    [InlineData("https://abc7chicago.com/news/1", "Chicago")]
    [InlineData("http://miami.cbslocal.com:80/2019/1", "Miami")]
    [InlineData("http://archive.example/2019/http://www.kfortv.com:80/1", "Oklahoma City")]
    [InlineData("http://www.bbc.com/news?from=http", null)]
    [InlineData("not an address", null)]
    [InlineData("://", null)]
    [InlineData("", null)]
    public void The_home_of_an_outlet_is_read_from_the_host_of_its_address(string url, string? city) =>
        OutletHome.Find(Lexicon.Shared, url)?.Value.ShouldBe(city);

    [Fact]
    public void A_town_with_many_namesakes_is_the_one_near_the_outlets_home()
    {
        const string text = "A man was shot Monday in Franklin, police said.";
        var report = Reading.Extract(text, url: "http://www.wsmv.com/story/1").Reports.ShouldHaveSingleItem();
        (report.Place!.Name, report.Place.Admin1).ShouldBe(("Franklin", "Tennessee"));
        Reading.EvidenceShouldQuote(text, report);
    }

    [Fact]
    public void The_state_the_text_says_wins_over_the_outlets_home() =>
        Reading.Extract("A man was shot Monday in Franklin, Ohio, police said.", url: "http://www.wsmv.com/story/1").Reports[0].Place!.Admin1.ShouldBe("Ohio");

    [Theory]
    [InlineData("A man was shot Monday in the Brookside neighborhood, police said.", "Brookside", "Tennessee")]
    [InlineData("A man was shot Monday in Quillfeather County, deputies said.", "Quillfeather County", "Tennessee")]
    [InlineData("A South Carolina man was shot Monday in Greenville, S.C., police said.", "Greenville", "South Carolina")]
    public void A_part_of_town_or_an_unknown_county_is_one_of_the_outlets_own_state(string text, string name, string state)
    {
        var place = Reading.Extract(text, url: "http://www.wsmv.com/story/1").Reports[0].Place.ShouldNotBeNull();
        (place.Name, place.Admin1).ShouldBe((name, state));
        place.Lat.ShouldNotBeNull();
    }

    [Fact]
    public void A_namesake_far_from_home_needs_its_state_in_the_text() =>
        Reading.Extract("A man was shot and killed Monday on Oak Street, said Lt. Hays. A car was found near Garfield.", url: "http://www.wsmv.com/story/1").Reports[0].Place.ShouldBeNull();

    [Fact]
    public void The_home_alone_is_no_place_of_the_text() =>
        Reading.Extract("A man was shot and killed Monday on Oak Street, police said.", url: "http://www.wsmv.com/story/1").Reports[0].Place.ShouldBeNull();
}
