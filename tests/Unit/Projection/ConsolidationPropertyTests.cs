using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using Platform.Projection.Incidents;
using static Platform.Tests.Unit.Projection.Told;

namespace Platform.Tests.Unit.Projection;

public sealed class ConsolidationPropertyTests
{
    private static readonly Gen<int?> Numbers = Gen.Elements<int?>(null, 0, 1, 2, 5, 12);

    private static readonly Gen<LinkedReport> AnyReport =
        from type in Gen.Elements(Enum.GetValues<EventType>())
        from confidence in Gen.Elements(0, 0.3, 0.8, 0.95)
        from hours in Gen.Choose(0, 60)
        from isMain in Gen.Elements(true, false)
        from outlet in Gen.Elements("Daily", "Herald", "Gazette")
        from day in Gen.Choose(1, 5)
        from dated in Gen.Elements(true, false)
        from north in Gen.Choose(30, 34)
        from weapon in Gen.Elements(Enum.GetValues<WeaponType>())
        from count in Numbers
        from stance in Gen.Elements(Enum.GetValues<Stance>())
        from min in Numbers
        from max in Numbers
        select Report(0, type, confidence, hours) with
        {
            IsMain = isMain,
            Outlet = outlet,
            Date = dated ? Day(day) : null,
            Place = Town($"Town {north}", north, 44),
            Weapons = [Arm(weapon, count: count)],
            Perpetrators = [Actor(outlet, stance)],
            Casualties = Killed(min, max < min ? null : max),
        };

    private static readonly Gen<LinkedReport[]> Several =
        from reports in Gen.NonEmptyListOf(AnyReport)
        select reports.Take(8).Select((r, n) => r with { ReportId = new Guid(n, 0, 0, new byte[8]), ArticleId = new Guid(n, 1, 0, new byte[8]) }).ToArray();

    [Fact]
    public void The_order_of_the_reports_does_not_matter() =>
        Prop.ForAll(Arb.From(Several), Arb.From(Gen.Choose(0, 1000)), (reports, seed) =>
        {
            var shuffled = reports.ToArray();
            new System.Random(seed).Shuffle(shuffled);

            Values(Together(shuffled)).ShouldBe(Values(Together(reports)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void What_is_consolidated_twice_stays_the_same() =>
        Prop.ForAll(Arb.From(Several), reports => Values(Consolidation.Of(Together(reports))).ShouldBe(Values(Together(reports)))).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_best_figure_lies_between_the_lowest_and_the_highest() =>
        Prop.ForAll(Arb.From(Several), reports =>
        {
            var figure = Together(reports).Figures!.Killed!;
            if (figure.Min is null)
            {
                (figure.Best.Min, figure.Best.Max).ShouldBe((null, null));
                return;
            }
            (figure.Best.Min ?? figure.Best.Max)!.Value.ShouldBeGreaterThanOrEqualTo((figure.Min.Min ?? figure.Min.Max)!.Value);
            (figure.Best.Max ?? figure.Best.Min)!.Value.ShouldBeLessThanOrEqualTo((figure.Max!.Max ?? figure.Max.Min)!.Value);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Corrections_always_win() =>
        Prop.ForAll(Arb.From(Several), reports =>
        {
            var incident = Corrected(Corrected(Incident(reports), "eventType", "\"arson\""), "casualties.killed", """{"min":77,"max":77,"text":"77"}""");

            incident.EventType.ShouldBe(EventType.Arson);
            (incident.Casualties!.Killed!.Min, incident.Figures!.Killed!.Best.Max).ShouldBe((77, 77));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_reports_stay_as_they_are() =>
        Prop.ForAll(Arb.From(Several), reports =>
        {
            // As read from the log, where every list is one that could be changed.
            var incident = JsonSerializer.Deserialize(JsonSerializer.Serialize(Incident(reports), ContractJson.Default.Incident), ContractJson.Default.Incident)!;

            Reports(Consolidation.Of(incident)).ShouldBe(Reports(Incident(reports)));
        }).Check(Config.QuickThrowOnFailure);

    private static string Reports(Incident incident) => JsonSerializer.Serialize(Incident([.. incident.Reports]), ContractJson.Default.Incident);

    private static string Values(Incident incident) => JsonSerializer.Serialize(incident with { Reports = [] }, ContractJson.Default.Incident);
}
