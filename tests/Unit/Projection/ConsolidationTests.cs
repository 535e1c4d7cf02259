using Platform.Contracts;
using Platform.Projection.Incidents;
using static Platform.Tests.Unit.Projection.Told;

namespace Platform.Tests.Unit.Projection;

public sealed class ConsolidationTests
{
    private static readonly Place s_ramadi = Town("Ramadi", 33.42, 43.31), s_mosul = Town("Mosul", 36.34, 43.13);

    [Fact]
    public void A_specific_kind_of_attack_beats_a_general_one() =>
        Together(Report(1), Report(2), Report(3, EventType.Bombing), Report(4, EventType.CarBombing)).EventType.ShouldBe(EventType.CarBombing);

    [Fact]
    public void The_kind_most_outlets_tell_is_taken() =>
        Together(Report(1, EventType.Shooting, 0.9), Report(2, EventType.Bombing), Report(3, EventType.Bombing)).EventType.ShouldBe(EventType.Bombing);

    [Fact]
    public void Many_articles_of_one_outlet_have_one_vote()
    {
        LinkedReport Same(int n) => Report(n, EventType.Shooting) with { Outlet = "Daily" };

        var incident = Together(Same(1), Same(2), Same(3), Report(4, EventType.Bombing), Report(5, EventType.Bombing));

        incident.EventType.ShouldBe(EventType.Bombing);
        incident.Outlets.ShouldBe(3);
    }

    [Fact]
    public void Background_counts_less_than_what_an_article_was_written_for()
    {
        var background = Report(1, EventType.Shooting, 0.9) with { IsMain = false, Date = Day(20), Title = "Another matter" };

        var incident = Together(background, Report(2, EventType.Bombing, 0.6) with { Date = Day(12) });

        (incident.EventType, incident.Date, incident.Title).ShouldBe((EventType.Bombing, Day(12), "Headline 2"));
    }

    [Fact]
    public void A_day_beats_the_month_it_lies_in() =>
        Together(Report(1, confidence: 0.9) with { Date = Between(1, 31, DatePrecision.Month) }, Report(2, confidence: 0.5) with { Date = Day(12) })
            .Date.ShouldBe(Day(12));

    [Fact]
    public void Between_equals_it_is_the_same_whichever_is_read_again()
    {
        LinkedReport One(int id) => Report(1) with { ReportId = new Guid(id, 0, 0, new byte[8]), Date = Day(12) };
        LinkedReport Two(int id) => Report(2) with { ReportId = new Guid(id, 0, 0, new byte[8]), Date = Day(13) };

        Together(One(1), Two(2)).Date.ShouldBe(Together(One(4), Two(3)).Date);
    }

    [Fact]
    public void The_day_most_outlets_tell_is_taken_with_the_hour_if_one_knows_it() =>
        Together(Report(1, confidence: 0.9) with { Date = Day(20) }, Report(2) with { Date = Day(12) }, Report(3) with { Date = Day(12, "night") })
            .Date.ShouldBe(Day(12, "night"));

    [Fact]
    public void A_date_of_the_article_beats_one_that_was_found_out() =>
        Together(Report(1, confidence: 0.9) with { Date = Day(20), DateReason = "shares a name" }, Report(2) with { Date = Day(12) }).Date.ShouldBe(Day(12));

    [Fact]
    public void A_site_beats_its_country() =>
        Together(
            Report(1, confidence: 0.9) with { Place = Town("Iraq", 33, 44, precision: PlacePrecision.Country) },
            Report(2, confidence: 0.5) with { Place = s_ramadi with { Precision = PlacePrecision.Site } }).Place!.Name.ShouldBe("Ramadi");

    [Fact]
    public void Weapons_are_joined_by_type_and_model_and_numbers_are_added()
    {
        var incident = Together(
            Report(1, confidence: 0.9) with { Weapons = [Arm(WeaponType.Rocket)] },
            Report(2) with { Weapons = [Arm(WeaponType.Rocket, "Katyusha", 8), Arm(WeaponType.Drone)] },
            Report(3, confidence: 0.7) with { Weapons = [Arm(WeaponType.Rocket, "katyusha"), Arm(WeaponType.Rocket, "Grad"), Arm(WeaponType.Unknown)] });

        incident.Weapons.Select(w => (w.Type, w.Model, w.Min)).ShouldBe(
            [(WeaponType.Rocket, "Katyusha", 8), (WeaponType.Drone, null, null), (WeaponType.Rocket, "Grad", null)]);
        incident.Weapons[0].Text.ShouldBe("8 Katyusha Rocket");
    }

    [Fact]
    public void Two_weapons_of_one_report_stay_two() =>
        Together(Report(1) with { Weapons = [Arm(WeaponType.Bomb), Arm(WeaponType.Bomb)] }, Report(2) with { Weapons = [Arm(WeaponType.Bomb)] })
            .Weapons.Count.ShouldBe(2);

    [Fact]
    public void Targets_and_damage_are_told_once()
    {
        Target Target(string name) => new() { Name = name, Kind = TargetKind.MilitaryBase, Text = name };
        Damage Damage(string kind) => new() { Kind = kind, Text = $"{kind} of {kind}" };

        var incident = Together(
            Report(1, confidence: 0.9) with { Targets = [Target("the depot")], Damage = [Damage("none")] },
            Report(2) with { Targets = [Target("Depot"), Target("gate")], Damage = [Damage("building")] });

        incident.Targets.Select(t => t.Name).ShouldBe(["the depot", "gate"]);
        incident.Damage.Select(d => d.Kind).ShouldBe(["building"]);
        incident.Conflicts.ShouldBe(["damage"]);
    }

    [Fact]
    public void Stances_stay_apart_and_the_accuser_is_kept()
    {
        var incident = Together(
            Report(1, confidence: 0.9) with { Perpetrators = [Actor("Ash Brigade", Stance.Accused), Actor("Ash Brigade", Stance.Denied)] },
            Report(2) with { Perpetrators = [Actor("ash brigade", Stance.Accused, "the army"), Actor("Column", Stance.Suspected)] });

        incident.Perpetrators.Select(p => (p.Stance, p.Accuser)).ShouldBe([(Stance.Accused, "the army"), (Stance.Denied, null), (Stance.Suspected, null)]);
        incident.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public void One_report_too_has_one_entry_for_each_name_and_stance() =>
        Together(Report(1) with { Perpetrators = [Actor("A", Stance.Accused), Actor("A", Stance.Accused, "the army")] })
            .Perpetrators.ShouldHaveSingleItem().Accuser.ShouldBe("the army");

    [Fact]
    public void What_cannot_both_be_true_is_a_conflict()
    {
        var one = Report(1, EventType.RocketAttack) with
        {
            Date = Day(12), Place = s_ramadi, Weapons = [Arm(WeaponType.Rocket)], Casualties = Killed(2, 2), Perpetrators = [Actor("A", Stance.Claimed)],
        };
        var other = Report(2, EventType.Stabbing) with
        {
            Date = Day(14), Place = s_mosul, Weapons = [Arm(WeaponType.Knife)], Casualties = Killed(5, null), Perpetrators = [Actor("B", Stance.Claimed)],
        };

        Together(one, other).Conflicts.ShouldBe(["eventType", "date", "place", "weapons", "casualties.killed", "perpetrators"]);
    }

    [Fact]
    public void What_can_both_be_true_is_none()
    {
        var one = Report(1, EventType.RocketAttack) with
        {
            Date = Day(12), Place = s_ramadi, Weapons = [Arm(WeaponType.Rocket)], Casualties = Killed(5, 5), Perpetrators = [Actor("A", Stance.Claimed)],
        };
        var other = Report(2, EventType.Shelling) with
        {
            Date = Day(13), Place = Town("Habbaniyah", 33.37, 43.57), Weapons = [Arm(WeaponType.Mortar)], Casualties = Killed(3, null), Perpetrators = [Actor("B", Stance.Accused)],
        };

        Together(one, other).Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public void A_claim_against_a_denial_is_a_conflict() =>
        Together(Report(1) with { Perpetrators = [Actor("A", Stance.Claimed)] }, Report(2) with { Perpetrators = [Actor("A", Stance.Denied)] })
            .Conflicts.ShouldBe(["perpetrators"]);

    [Fact]
    public void A_text_that_several_outlets_carry_is_one_source()
    {
        LinkedReport Wire(int n) => Report(n) with
        {
            Place = s_ramadi, Date = Day(12), Weapons = [Arm(WeaponType.Rocket, "Katyusha", 8)], Casualties = Killed(3, 3),
        };

        Together(Wire(1), Wire(2)).Outlets.ShouldBe(1);
        Together(Wire(1), Wire(2) with { Casualties = Killed(4, 4) }).Outlets.ShouldBe(2);
        Together(Report(1) with { Title = "Rockets and drones hit depot" }, Report(2) with { Title = "Rockets and drones hit depot" }).Outlets.ShouldBe(1);
    }

    [Fact]
    public void Without_a_name_an_outlet_is_known_by_its_address()
    {
        LinkedReport At(int n, string url) => Report(n) with { Outlet = null, Url = url };

        Together(At(1, "https://www.gazette.example/a"), At(2, "https://gazette.example/b?c"), At(3, "https://herald.example/a")).Outlets.ShouldBe(2);
    }

    [Fact]
    public void Confidence_grows_with_independent_outlets_only_and_never_to_certainty()
    {
        Together(Report(1, confidence: 0.7)).Confidence.ShouldBe(0.7);
        Together(Report(1, confidence: 0.7), Report(2, confidence: 0.7) with { Outlet = "Outlet 1" }).Confidence.ShouldBe(0.7);
        Together(Report(1, confidence: 0.7), Report(2, confidence: 0.6)).Confidence.ShouldBe(0.88);
        Together(Report(1, confidence: 0.7), Report(2, confidence: 0.6) with { IsMain = false }).Confidence.ShouldBe(0.79);
        Together([.. Enumerable.Range(1, 9).Select(n => Report(n, confidence: 0.9))]).Confidence.ShouldBe(0.99);
    }

    [Fact]
    public void First_and_last_report_go_by_publication_and_by_receipt_without_one()
    {
        var incident = Together(Report(1, hours: 5), Report(2, hours: 2), Report(3, hours: 9) with { PublishedAt = null });

        (incident.FirstReportedAt, incident.LastReportedAt).ShouldBe((Noon.AddHours(2), Noon.AddHours(10)));
    }

    [Fact]
    public void Without_reports_the_values_stay()
    {
        var incident = Together(Report(1, EventType.Bombing) with { Date = Day(12) });

        Consolidation.Of(incident with { Reports = [] }).Date.ShouldBe(Day(12));
    }
}
