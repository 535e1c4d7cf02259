using Platform.Extraction.Engine;

namespace Platform.Tests.Unit.Extraction;

public sealed class TownTests
{
    [Theory]
    [InlineData("A clerk was shot in Smithfield, N.C. on Monday.", "Smithfield", "North Carolina")]
    [InlineData("SMYRNA, Tenn. -- A man was shot on Monday.", "Smyrna", "Tennessee")]
    [InlineData("Las Vegas, NV (KXXX) - A man was shot on Monday.", "Las Vegas", "Nevada")]
    [InlineData("QUILLBORO, Okla. - A man was shot on Monday.", "QUILLBORO", "Oklahoma")]
    [InlineData("A woman was shot Monday in North Philadelphia, police said.", "Philadelphia", "Pennsylvania")]
    public void A_town_lies_in_the_state_said_beside_it_or_in_the_one_it_is_known_for(string text, string name, string state)
    {
        var place = Reading.MainOf(text).Place.ShouldNotBeNull();
        (place.Name, place.Admin1, place.Country).ShouldBe((name, state, "US"));
        place.Lat.ShouldNotBeNull();
    }

    [Fact]
    public void A_state_said_once_holds_for_the_whole_article() =>
        Reading.Extract("A man was shot Monday in Marion. Marion police in South Carolina found him.").Reports[0].Place!.Admin1.ShouldBe("South Carolina");

    [Fact]
    public void The_headline_tells_the_state_but_the_words_come_from_the_text()
    {
        const string text = "A man was shot Monday in Marion, police said.";
        var report = Reading.Extract(text, title: "Shooting in Marion, Ohio").Reports[0];
        (report.Place!.Admin1, report.Place.Text).ShouldBe(("Ohio", "Marion"));
        Reading.EvidenceShouldQuote(text, report);
    }

    [Fact]
    public void A_town_with_many_namesakes_and_no_state_is_left_out() =>
        Reading.Document("A man was shot Monday in Marion, said the sheriff.").Places.ShouldBeEmpty();

    [Theory]
    [InlineData("A man was shot Monday on Louisiana Avenue in Houston.")]
    [InlineData("A man was shot Monday in Houston and flown to a hospital in Shreveport.")]
    [InlineData("HOUSTON - A man was shot Monday near a creek.")]
    [InlineData("A man was shot Monday. He is known as a baker. Houston police look for two men.")]
    public void A_street_or_the_town_of_the_hospital_is_not_where_it_happened(string text) => Reading.MainOf(text).Place!.Name.ShouldBe("Houston");

    [Fact]
    public void A_county_is_found_by_its_state() =>
        Reading.MainOf("A man was shot Monday in Cobb County, Georgia.").Place!.Name.ShouldBe("Cobb County");

    [Theory]
    [InlineData(", W.Va. and", "West Virginia")]
    [InlineData(", TX and", "Texas")]
    [InlineData(", Or both", null)]
    [InlineData(", Ohio and", "Ohio")]
    public void States_are_read_in_full_by_postal_code_and_as_agencies_write_them(string text, string? state) =>
        (UsStates.After(Reading.Document("Town" + text), 1)?.State).ShouldBe(state);
}
