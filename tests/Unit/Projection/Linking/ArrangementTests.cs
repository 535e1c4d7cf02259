using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using Platform.Projection.Linking;

namespace Platform.Tests.Unit.Projection.Linking;

/// <summary>Which incidents go on, what a person's word holds, and that the order does not matter.</summary>
public sealed class ArrangementTests
{
    private static ReportFeatures Attack(int id) => Told.Of(id).Rockets(4).Wounded(2);

    private static ReportFeatures Other(int id) => Told.Of(id, place: "Fort Tamsin").Rockets(4).Wounded(2);

    [Fact]
    public void A_report_joins_the_incident_that_is_there_and_says_why()
    {
        var cluster = Linker.Arrange([Attack(1).In(90), Attack(2).New()], []).Clusters.ShouldHaveSingleItem();

        cluster.IncidentId.ShouldBe(Told.Id(90));
        var joined = cluster.Joined.ShouldHaveSingleItem();
        joined.ReportId.ShouldBe(Told.Id(2));
        joined.LikeReportId.ShouldBe(Told.Id(1));
        joined.Score.ShouldBeGreaterThan(Linker.MergeThreshold);
        joined.Reasons.ShouldContain("2 wounded in both");
    }

    [Fact]
    public void Two_incidents_of_one_event_go_on_under_the_one_with_more_reports() =>
        Linker.Arrange([Attack(1).In(90), Attack(2).In(91), Attack(3).In(91)], []).Clusters.ShouldHaveSingleItem().IncidentId.ShouldBe(Told.Id(91));

    [Fact]
    public void Of_incidents_of_one_size_the_smallest_id_goes_on() =>
        Linker.Arrange([Attack(2).In(90), Attack(1).In(91)], []).Clusters.ShouldHaveSingleItem().IncidentId.ShouldBe(Told.Id(90));

    [Fact]
    public void Of_incidents_of_one_size_the_one_that_was_there_goes_on() =>
        Linker.Arrange([Attack(2).In(90), Attack(1).In(91)], [Told.Standing(90) with { IsNew = true }]).Clusters.ShouldHaveSingleItem().IncidentId.ShouldBe(Told.Id(91));

    [Fact]
    public void A_fixed_incident_goes_on_though_the_other_has_more_reports() =>
        Linker.Arrange([Attack(1).In(90), Attack(2).In(90), Attack(3).In(91)], [Told.Standing(91, isFixed: true)]).Clusters.ShouldHaveSingleItem().IncidentId.ShouldBe(Told.Id(91));

    [Fact]
    public void An_incident_with_reports_of_two_events_is_taken_apart()
    {
        var arrangement = Linker.Arrange([Attack(1).In(90), Attack(2).In(90), Other(3).In(90)], []);

        arrangement.Text().ShouldBe("1 2|3");
        arrangement.Clusters[0].IncidentId.ShouldBe(Told.Id(90));
        arrangement.Clusters[1].IncidentId.ShouldBeNull();
    }

    [Fact]
    public void Rules_take_nothing_out_of_a_fixed_incident() =>
        Linker.Arrange([Attack(1).In(90), Other(2).In(90)], [Told.Standing(90, isFixed: true)]).Text().ShouldBe("1 2");

    [Fact]
    public void A_fixed_incident_takes_in_new_reports() =>
        Linker.Arrange([Attack(1).In(90), Attack(2).New()], [Told.Standing(90, isFixed: true)]).Text().ShouldBe("1 2");

    [Fact]
    public void Two_fixed_incidents_are_never_merged() =>
        Linker.Arrange([Attack(1).In(90), Attack(2).In(91)], [Told.Standing(90, isFixed: true), Told.Standing(91, isFixed: true)]).Text().ShouldBe("1|2");

    [Fact]
    public void Two_corrected_incidents_are_not_merged_and_an_ordinary_one_goes_into_the_corrected()
    {
        StandingIncident Corrected(int id) => StandingIncident.Of(
            Projection.Told.Corrected(Projection.Told.Together(Projection.Told.Report(1)) with { Id = Told.Id(id) }, "eventType", "\"shelling\""));

        Linker.Arrange([Attack(1).In(90), Attack(2).In(91), Attack(3).New()], [Corrected(90), Corrected(91)]).Clusters.Select(c => c.IncidentId).ShouldBe([Told.Id(90), Told.Id(91)]);
        Linker.Arrange([Attack(1).In(90), Attack(2).In(90), Attack(3).In(91)], [Corrected(91)]).Clusters.ShouldHaveSingleItem().IncidentId.ShouldBe(Told.Id(91));
    }

    [Fact]
    public void What_a_person_kept_apart_stays_apart_when_both_were_merged_into_others()
    {
        var (one, two) = (Told.Standing(90, keptApart: 81) with { Absorbed = [Told.Id(80)] }, Told.Standing(91, keptApart: 80) with { Absorbed = [Told.Id(81)] });

        var arrangement = Linker.Arrange([Attack(1).In(90), Attack(2).In(91)], [one, two]);

        arrangement.Text().ShouldBe("1|2");
        arrangement.Suspicions.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_person_kept_apart_stays_apart_and_is_not_suggested_again()
    {
        var arrangement = Linker.Arrange([Attack(1).In(90), Attack(2).In(91)], [Told.Standing(90, keptApart: 91), Told.Standing(91)]);

        arrangement.Text().ShouldBe("1|2");
        arrangement.Suspicions.ShouldBeEmpty();
    }

    [Fact]
    public void A_rejected_incident_takes_in_reports_so_that_it_does_not_come_back() =>
        Linker.Arrange([Attack(1).In(90), Attack(2).New()], [Told.Standing(90, status: IncidentStatus.Rejected)]).Clusters.ShouldHaveSingleItem().IncidentId.ShouldBe(Told.Id(90));

    [Fact]
    public void A_confirmed_and_a_rejected_incident_are_not_merged_but_shown_to_a_person()
    {
        var arrangement = Linker.Arrange([Attack(1).In(90), Attack(2).In(91)], [Told.Standing(90, status: IncidentStatus.Rejected), Told.Standing(91, status: IncidentStatus.Confirmed)]);

        arrangement.Text().ShouldBe("1|2");
        arrangement.Suspicions.ShouldHaveSingleItem().Score.ShouldBeGreaterThan(Linker.MergeThreshold);
    }

    [Fact]
    public void What_is_like_but_not_like_enough_is_a_suspicion()
    {
        var arrangement = Linker.Arrange([Told.Of(1).Killed(9).In(90), Told.Of(2).Killed(3).In(91)], []);

        arrangement.Text().ShouldBe("1|2");
        var suspicion = arrangement.Suspicions.ShouldHaveSingleItem();
        suspicion.Score.ShouldBeInRange(Linker.SuspicionThreshold, Linker.MergeThreshold);
        suspicion.Reasons.ShouldContain("9 and 3 killed");
    }

    [Fact]
    public void A_bystander_stays_where_it_is_and_is_at_most_a_suspicion()
    {
        var arrangement = Linker.Arrange([Attack(1).New(), new Member(Attack(2), Told.Id(90), IsBystander: true), new Member(Other(3), Told.Id(90), IsBystander: true)], []);

        arrangement.Text().ShouldBe("1|2 3");
        arrangement.Clusters[1].IncidentId.ShouldBe(Told.Id(90));
    }

    [Fact]
    public void Only_what_would_join_is_followed()
    {
        var search = new NeighbourSearch([Attack(1).New()]);
        search.NextKeys().ShouldNotBeEmpty();
        search.Add([Attack(2).In(90), Told.Of(3, "2031-05-11").In(91)]);

        search.Members.Single(member => member.Report.ReportId == Told.Id(2)).IsBystander.ShouldBeFalse();
        search.Members.Single(member => member.Report.ReportId == Told.Id(3)).IsBystander.ShouldBeTrue();
        search.NextKeys();
        search.Add([]);
        search.Frontier.ShouldBeEmpty();
    }

    [Fact]
    public void The_order_of_the_members_does_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(Reports.ToArbitrary(), reports =>
        Permutations(reports).Select(order => Told.Arrange(order)).Distinct().Count() == 1));

    [Fact]
    public void A_report_whose_keys_were_all_asked_for_is_still_compared_with_what_was_found()
    {
        // 2 asks for nothing that 3 did not ask for before, and 1, found under those keys, is near to 2 alone.
        var day = Told.Of(1, "2031-05-05").Rockets(2).Wounded(2);
        var month = Told.Of(2).On("2031-05-01", "2031-05-31", DatePrecision.Month).Wounded(2);
        var other = month.Rockets(4) with { ReportId = Told.Id(3), ArticleId = Told.Id(1003) };
        Permutations([day, month, other]).Select(OneByOne).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void The_order_in_which_reports_come_does_not_matter() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Reports.ToArbitrary(), reports =>
        Permutations(reports).Select(OneByOne).Distinct().Count() == 1));

    [Fact]
    public void Reports_that_are_one_event_share_a_key() => Check.QuickThrowOnFailure(Prop.ForAll(Reports.ToArbitrary(), reports => reports.All(one => reports.All(two =>
        one == two || PairScore.Of(one, two).Value < Linker.MergeThreshold || BlockKeys.Asked(one).Intersect(BlockKeys.Written(two)).Any()))));

    [Fact]
    public void What_one_asks_for_and_the_other_writes_goes_both_ways() => Check.QuickThrowOnFailure(Prop.ForAll(Reports.ToArbitrary(), reports => reports.All(one => reports.All(two =>
        BlockKeys.Asked(one).Intersect(BlockKeys.Written(two)).Any() == BlockKeys.Asked(two).Intersect(BlockKeys.Written(one)).Any()))));

    /// <summary>Four reports of few days, places and counts, so that they often meet.</summary>
    private static Gen<ReportFeatures[]> Reports => Gen.Choose(0, int.MaxValue - 1).ListOf(4).Select(seeds => seeds.Select((seed, index) => Invented(index + 1, seed)).ToArray());

    private static ReportFeatures Invented(int id, int seed)
    {
        int Next(int of)
        {
            var digit = seed % of;
            seed /= of;
            return digit;
        }
        var report = Told.Of(id, Next(4) is var day and < 3 ? $"2031-05-0{4 + day}" : null, Next(3) == 0 ? "Fort Tamsin" : "Camp Orla", Next(3) == 0 ? EventType.MissileAttack : EventType.RocketAttack);
        if (Next(4) == 0) report = report.On("2031-05-01", "2031-05-31", DatePrecision.Month);
        if (Next(2) == 0) report = report.Wounded(Next(3) + 1);
        if (Next(2) == 0) report = report.Rockets(Next(3) + 2);
        if (Next(3) == 0) report = report.Naming(Next(2) == 0 ? "ilse marek" : "jon petri");
        return report with { IsMain = Next(3) > 0, TimeOfDay = Next(5) == 0 ? "night" : null };
    }

    /// <summary>As the projection does it: each report is arranged with what the search finds.</summary>
    private static string OneByOne(ReportFeatures[] order)
    {
        var world = new Dictionary<Guid, Member>();
        foreach (var report in order)
        {
            var search = new NeighbourSearch([report.New()]);
            while (search.Frontier.Count > 0)
            {
                var keys = search.NextKeys();
                var found = world.Values.Where(member => BlockKeys.Written(member.Report).Intersect(keys).Any()).Select(member => member.IncidentId).ToHashSet();
                search.Add(world.Values.Where(member => found.Contains(member.IncidentId)));
            }
            world[report.ReportId] = report.New();
            foreach (var cluster in Linker.Arrange(search.Members, []).Clusters)
            {
                var incident = cluster.IncidentId ?? Guid.NewGuid();
                foreach (var id in cluster.ReportIds) world[id] = world[id] with { IncidentId = incident };
            }
        }
        return string.Join('|', world.Values.GroupBy(member => member.IncidentId).Select(group => string.Join(' ', group.Select(member => member.Report.ReportId).Order())).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<ReportFeatures[]> Permutations(ReportFeatures[] reports) => reports.Length <= 1
        ? [reports]
        : reports.SelectMany(first => Permutations([.. reports.Where(report => report != first)]).Select(rest => (ReportFeatures[])[first, .. rest]));
}
