using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.AspNetCore.Http;
using Platform.Projection.Api;

namespace Platform.Tests.Unit.Projection;

public sealed class IncidentQueryTests
{
    [Theory]
    [InlineData("type=war", "type")]
    [InlineData("acled=Riots", "acled")]
    [InlineData("country=Iraq", "country")]
    [InlineData("country=I1", "country")]
    [InlineData("bbox=1,2,3", "bbox")]
    [InlineData("bbox=1,5,3,4", "bbox")]
    [InlineData("bbox=1,2,3,91", "bbox")]
    [InlineData("bbox=a,2,3,4", "bbox")]
    [InlineData("near=91,0&radiusKm=5", "near")]
    [InlineData("near=1", "near")]
    [InlineData("near=1,2", "radiusKm")]
    [InlineData("radiusKm=5", "near")]
    [InlineData("near=1,2&radiusKm=-1", "radiusKm")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2021-13-01", "to")]
    [InlineData("from=2021-02-02&to=2021-02-01", "from")]
    [InlineData("killedMin=-1", "killedMin")]
    [InlineData("killedMin=5&killedMax=4", "killedMin")]
    [InlineData("woundedMax=many", "woundedMax")]
    [InlineData("woundedMin=5&woundedMax=4", "woundedMin")]
    [InlineData("stance=sure", "stance")]
    [InlineData("weapon=gun", "weapon")]
    [InlineData("confidenceMin=2", "confidenceMin")]
    [InlineData("confidenceMin=NaN", "confidenceMin")]
    [InlineData("confidenceMin=1e1", "confidenceMin")]
    [InlineData("confidenceMin=1e999", "confidenceMin")]
    [InlineData("near=1,2&radiusKm=20039", "radiusKm")]
    [InlineData("status=closed", "status")]
    [InlineData("changedSince=today", "changedSince")]
    [InlineData("article=1", "article")]
    [InlineData("sort=title", "sort")]
    [InlineData("sort=--date", "sort")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("cursor=!!", "cursor")]
    [InlineData("cursor=AAAA", "cursor")]
    [InlineData("fields=colour", "fields")]
    [InlineData("fields=place.colour", "fields")]
    [InlineData("fields=id.x", "fields")]
    [InlineData("fields=reports.place.", "fields")]
    [InlineData("asOf=yesterday", "asOf")]
    [InlineData("colour=red", "colour")]
    public void What_is_wrong_is_named(string query, string field)
    {
        var (parsed, errors) = Parse(query);

        parsed.ShouldBeNull();
        errors!.Keys.ShouldBe([field]);
    }

    [Fact]
    public void A_number_is_read_in_every_form_that_JSON_has()
    {
        var (query, errors) = Parse("confidenceMin=1e-1&near=1.5E1,-2e%2B0&radiusKm=20038");

        errors.ShouldBeNull();
        (query!.Filter.ConfidenceMin, query.Filter.Near).ShouldBe((0.1, new Circle(15, -2, 20_038)));
    }

    [Fact]
    public void Everything_that_can_be_asked_for_is_read()
    {
        var (query, errors) = Parse("type=bombing,arson&type=shooting&acled=battles&country=iq,SY&admin1=Salah%20ad-Din,%20north&bbox=170,-10,-170,10&near=33.5,44.5&radiusKm=50"
            + "&from=2021-01-01&to=2021-02-01&killedMin=1&killedMax=5&woundedMin=0&woundedMax=2147483647&perpetrator=A,%20B&perpetrator=C&stance=claimed,denied&weapon=rocket"
            + "&outlet=X&confidenceMin=0.5&status=rejected&changedSince=2021-01-01T00:00:00%2B02:00&article=6f1d7c1e-5a0b-4c7e-9a43-1b1d5a2c9e70&q=Katy%C3%BAsha%20%22air%20base%22"
            + "&asOf=17&sort=-killed&limit=500&fields=id,place.name,reports.title&cursor=");

        errors.ShouldBeNull();
        var filter = query!.Filter;
        filter.Types.ShouldBe(["bombing", "arson", "shooting"]);
        filter.Countries.ShouldBe(["IQ", "SY"]);
        filter.Admin1.ShouldBe(["Salah ad-Din, north"]);
        filter.Box.ShouldBe(new Box(170, -10, -170, 10));
        filter.Near.ShouldBe(new Circle(33.5, 44.5, 50));
        (filter.KilledMin, filter.KilledMax, filter.WoundedMin, filter.WoundedMax).ShouldBe((1, 5, 0, int.MaxValue));
        filter.Perpetrators.ShouldBe(["A, B", "C"]);
        filter.Statuses.ShouldBe(["rejected"]);
        filter.ChangedSince.ShouldBe(new DateTimeOffset(2020, 12, 31, 22, 0, 0, TimeSpan.Zero));
        filter.Words.ShouldBe("katyusha \"air base\"");
        filter.AsOf.ShouldBe(new AsOf(null, 17));
        (query.Sort.ToString(), query.Limit, query.After).ShouldBe(("-killed", 500, null));
    }

    [Fact]
    public void A_plus_sign_that_was_not_encoded_is_still_an_offset() =>
        Parse("asOf=2021-01-01T02:00:00+02:00").Query!.Filter.AsOf!.Time.ShouldBe(new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Open_and_confirmed_are_listed_when_nothing_else_is_asked_for() =>
        Parse("").Query!.Filter.Statuses.ShouldBe(["open", "confirmed"]);

    [Theory]
    [InlineData("date", "2021-03-04")]
    [InlineData("-changed", "2021-03-04T05:06:07.8901230Z")]
    [InlineData("killed", "-1")]
    [InlineData("-confidence", "0.30000000000000004")]
    public void A_cursor_leads_back_to_its_place(string sort, string key)
    {
        var (id, asked) = (Guid.NewGuid(), $"country=IQ&sort={sort}");
        var cursor = new Cursor(key, id).For(Parse(asked).Query!.Question);

        var (query, errors) = Parse($"limit=3&fields=id&cursor={cursor}&{asked}");

        errors.ShouldBeNull();
        query!.After.ShouldBe(new Cursor(key, id));
        query.Sort.Parse(key).ShouldNotBeNull();
    }

    [Fact]
    public void A_cursor_keeps_its_moment_to_the_microsecond()
    {
        var cursor = new Cursor("2021-03-04", Guid.NewGuid(), new DateTimeOffset(2031, 3, 1, 12, 0, 0, TimeSpan.Zero).AddMicroseconds(123_457));

        Parse("cursor=" + cursor.For(Parse("").Query!.Question)).Query!.After.ShouldBe(cursor);
    }

    [Theory]
    [InlineData("country=SY")]
    [InlineData("country=IQ&sort=date")]
    [InlineData("country=IQ&asOf=3")]
    [InlineData("country=IQ&country=SY")]
    [InlineData("")]
    public void A_cursor_of_another_question_is_refused(string other)
    {
        var cursor = new Cursor("2021-03-04", Guid.NewGuid()).For(Parse("country=IQ").Query!.Question);

        Parse($"cursor={cursor}&{other}").Errors!.Keys.ShouldBe(["cursor"]);
    }

    [Fact]
    public void A_damaged_cursor_is_refused() =>
        Parse($"cursor={new Cursor("2021-99-04", Guid.NewGuid()).For(Parse("").Query!.Question)}").Errors!.Keys.ShouldBe(["cursor"]);

    [Theory]
    [InlineData("|g")]
    [InlineData("|")]
    [InlineData("|7fffffffffffffff")]
    [InlineData("|ffffffffffffffff")]
    [InlineData("|8de3c6e1c5ea000|8de3c6e1c5ea000")]
    public void A_cursor_with_a_damaged_moment_is_refused(string moment)
    {
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(new Cursor("2021-03-04", Guid.NewGuid()).For(Parse("").Query!.Question))) + moment;

        Parse($"cursor={Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text))}").Errors!.Keys.ShouldBe(["cursor"]);
    }

    private static (IncidentQuery? Query, Dictionary<string, string[]>? Errors) Parse(string query) => IncidentQuery.Parse(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
