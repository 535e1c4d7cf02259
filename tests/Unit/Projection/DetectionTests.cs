using Platform.Bus;
using Platform.Contracts;
using Platform.Projection.Incidents;

namespace Platform.Tests.Unit.Projection;

/// <summary>What a well-formed message can still get wrong is refused before anything is done with it.</summary>
public sealed class DetectionTests
{
    [Theory]
    [InlineData(1e308, -1e308)]
    [InlineData(90.1, 0)]
    [InlineData(0, -180.1)]
    public void A_place_that_is_not_on_the_earth_is_refused(double lat, double lon) =>
        Should.Throw<InvalidMessageException>(() => Checked(lat, lon)).Message.ShouldContain("report.place.lat");

    [Theory]
    [InlineData(-90.0, 180.0)]
    [InlineData(null, null)]
    public void Any_other_is_not(double? lat, double? lon) => Checked(lat, lon).Report!.Place!.Lat.ShouldBe(lat);

    private static Detection Checked(double? lat, double? lon)
    {
        var report = Told.Report(1) with { Place = new Place { Name = "There", Precision = PlacePrecision.Site, Text = "there", Lat = lat, Lon = lon } };
        var article = new ArticleReference { ArticleId = report.ArticleId, Revision = 1, ReceivedAt = Told.Noon };
        return Detection.Checked(Guid.NewGuid(), report, article, new ExtractionSummary { Extractor = "test/1", ExtractedAt = Told.Noon, ReportIds = [report.ReportId] }, null, null);
    }
}
