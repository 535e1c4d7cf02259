using Platform.Contracts;
using static Platform.Tests.Unit.Projection.Told;

namespace Platform.Tests.Unit.Projection;

public sealed class FiguresTests
{
    [Fact]
    public void Lowest_highest_latest_and_best_name_their_reports()
    {
        var figure = Together(Of(1, 3, 3), Of(2, 5, 5, hours: 2), Of(3, 5, 5, hours: 3), Of(4, 4, 4, hours: 4)).Figures!.Killed!;

        Words(figure.Min!).ShouldBe("3-3 by 1");
        Words(figure.Max!).ShouldBe("5-5 by 2,3");
        Words(figure.Latest).ShouldBe("4-4 by 4");
        Words(figure.Best).ShouldBe("5-5 by 2,3");
        figure.Conflict.ShouldBeTrue();
    }

    [Fact]
    public void A_toll_that_rises_is_the_last_one_told()
    {
        var incident = Together(Of(1, 3, 3), Of(2, 5, 5, hours: 30));

        Words(incident.Figures!.Killed!.Best).ShouldBe("5-5 by 2");
        incident.Casualties!.Killed!.Text.ShouldBe("killed 5 to 5");
    }

    [Fact]
    public void A_number_of_many_outlets_beats_a_later_one_of_background() =>
        Words(Together(Of(1, 12, 12), Of(2, 12, 12), Of(3, 1, 1, hours: 200) with { IsMain = false }).Figures!.Killed!.Best).ShouldBe("12-12 by 1,2");

    [Fact]
    public void An_exact_number_beats_at_least_so_many()
    {
        var figure = Together(Of(1, 5, null, confidence: 0.9), Of(2, 7, 7)).Figures!.Killed!;

        Words(figure.Best).ShouldBe("7-7 by 2");
        Words(figure.Max!).ShouldBe("7-7 by 2");
        figure.Conflict.ShouldBeFalse();
    }

    [Fact]
    public void Said_without_a_number_is_best_only_when_nobody_gives_one()
    {
        Words(Together(Of(1, null, null, confidence: 0.9), Of(2, 2, 2, confidence: 0.3)).Figures!.Killed!.Best).ShouldBe("2-2 by 2");

        var figure = Together(Of(1, null, null), Of(2, null, null)).Figures!.Killed!;
        Words(figure.Best).ShouldBe("- by 1,2");
        (figure.Min, figure.Max).ShouldBe((null, null));
    }

    [Fact]
    public void None_killed_contradicts_some_killed() =>
        Together(Of(1, 0, 0), Of(2, null, null)).Conflicts.ShouldBe(["casualties.killed"]);

    [Fact]
    public void Nobody_spoken_of_is_not_zero()
    {
        Together(Report(1), Report(2)).Figures.ShouldBeNull();
        Together(Of(1, 1, 1), Report(2)).Figures!.Wounded.ShouldBeNull();
    }

    [Fact]
    public void One_report_has_figures_too()
    {
        var figure = Together(Of(1, 7, null)).Figures!.Killed!;

        new[] { figure.Min!, figure.Max!, figure.Latest, figure.Best }.ShouldAllBe(claim => Words(claim) == "7- by 1");
    }

    private static LinkedReport Of(int n, int? min, int? max, double hours = 0, double confidence = 0.8) =>
        Report(n, confidence: confidence, hours: hours) with { Casualties = Killed(min, max) };

    private static string Words(CasualtyClaim claim) =>
        $"{claim.Min}-{claim.Max} by {string.Join(',', claim.ReportIds.Select(id => int.Parse(id.ToString()[..8], System.Globalization.NumberStyles.HexNumber, null)))}";
}
