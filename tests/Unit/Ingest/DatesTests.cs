using Platform.Ingest.Input;

namespace Platform.Tests.Unit.Ingest;

public class DatesTests
{
    [Theory]
    [InlineData("2024-05-01", "2024-05-01T00:00:00Z")]
    [InlineData("2024-05-01T10:15", "2024-05-01T10:15:00Z")]
    [InlineData("2024-05-01T10:15:30", "2024-05-01T10:15:30Z")]
    [InlineData("2024-05-01 10:15:30", "2024-05-01T10:15:30Z")]
    [InlineData("2024-05-01T10:15:30Z", "2024-05-01T10:15:30Z")]
    [InlineData("2024-05-01t10:15:30z", "2024-05-01T10:15:30Z")]
    [InlineData("2024-05-01T00:30:00+03:00", "2024-04-30T21:30:00Z")]
    [InlineData("2024-05-01T10:15:30-0430", "2024-05-01T14:45:30Z")]
    [InlineData("2024-05-01T10:15:30+02", "2024-05-01T08:15:30Z")]
    [InlineData("2024-05-01T10:15:30.123456789Z", "2024-05-01T10:15:30.1234567Z")]
    [InlineData("20240501T101530Z", "2024-05-01T10:15:30Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    public void An_ISO_date_is_read_as_UTC(string text, string utc)
    {
        Dates.TryParseIso(text, out var at).ShouldBeTrue();
        at.Offset.ShouldBe(TimeSpan.Zero);
        Dates.ToIso(at).ShouldBe(utc);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2024-13-01")]
    [InlineData("2023-02-29")]
    [InlineData("2024-05-01T24:00")]
    [InlineData("2024-05-01T10:60")]
    [InlineData("2024-05-01T10:15:30+99:00")]
    [InlineData("01.05.2024")]
    [InlineData("2024-5-1")]
    [InlineData("2024")]
    [InlineData("0000-01-01")]
    [InlineData("2024-05-01\n")]
    [InlineData("٢٠٢٤-٠٥-٠١")]
    public void What_is_no_ISO_date_is_not_guessed(string text) => Dates.TryParseIso(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("Wed, 01 May 2024 10:15:30 GMT", "2024-05-01T10:15:30Z")]
    [InlineData("Wed, 01 May 2024 10:15:30 +0300", "2024-05-01T07:15:30Z")]
    [InlineData("Wed, 01 May 2024 10:15:30 -04:30", "2024-05-01T14:45:30Z")]
    [InlineData("1 May 24 10:15 EST", "2024-05-01T15:15:00Z")]
    [InlineData("Mon, 01 May 2024 10:15:30 EDT", "2024-05-01T14:15:30Z")]
    [InlineData("Wed,01 May 2024 10:15:30 CEST", "2024-05-01T08:15:30Z")]
    [InlineData("Wednesday, 01 September 1999 10:15:30 UT", "1999-09-01T10:15:30Z")]
    [InlineData("01-May-99 10:15:30 Z", "1999-05-01T10:15:30Z")]
    [InlineData("Wed, 01 May 2024 10:15:30 GMT+2", "2024-05-01T08:15:30Z")]
    [InlineData("Wed, 01 May 2024 10:15:30 GMT+0430", "2024-05-01T05:45:30Z")]
    [InlineData("Wed, 01 May 2024 10:15:30 XYZ", "2024-05-01T10:15:30Z")]
    [InlineData("Wed, 01 May 2024 10:15:30 +0000 (UTC)", "2024-05-01T10:15:30Z")]
    [InlineData("Wed, 01 May 2024 10:15:30", "2024-05-01T10:15:30Z")]
    [InlineData("Wed, 01 May 2024", "2024-05-01T00:00:00Z")]
    [InlineData("2024-05-01T10:15:30+03:00", "2024-05-01T07:15:30Z")]
    public void A_feed_date_with_an_odd_zone_is_read(string text, string utc)
    {
        Dates.TryParseFeed(text, out var at).ShouldBeTrue();
        Dates.ToIso(at).ShouldBe(utc);
    }

    [Theory]
    [InlineData("Wed, 32 May 2024 10:15:30 GMT")]
    [InlineData("Wed, 01 Foo 2024 10:15:30 GMT")]
    [InlineData("last week")]
    public void A_feed_date_that_makes_no_sense_is_not_guessed(string text) => Dates.TryParseFeed(text, out _).ShouldBeFalse();

    [Fact]
    public void A_date_stretched_with_blanks_takes_no_time()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Dates.TryParseFeed("Wed" + new string(' ', 2_000_000) + "x", out _).ShouldBeFalse();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }
}
