using Platform.Contracts;
using Platform.Projection.Incidents;

namespace Platform.Tests.Unit.Projection;

/// <summary>What each event of an incident's stream does to its state.</summary>
public sealed class IncidentStreamTests
{
    private static readonly Actor Person = new() { Kind = ActorKind.Person, Name = "A. Analyst" };
    private static readonly Actor Rule = new() { Kind = ActorKind.Rule, Name = "linker/1.0" };
    private static readonly DateTimeOffset Later = Told.Noon.AddDays(1);
    private static readonly LinkedReport First = Told.Report(1, EventType.RocketAttack), Second = Told.Report(2, EventType.RocketAttack), Third = Told.Report(3, EventType.RocketAttack);
    private static readonly Guid A = Guid.Parse("00000000-0000-0000-0000-00000000000a"), B = Guid.Parse("00000000-0000-0000-0000-00000000000b"), C = Guid.Parse("00000000-0000-0000-0000-00000000000c");

    [Fact]
    public void The_first_report_opens_it_at_version_1()
    {
        var opened = Open(A, First);

        (opened.Id, opened.Version, opened.Status, opened.EventType).ShouldBe((A, 1, IncidentStatus.Open, EventType.RocketAttack));
        Ids(opened).ShouldBe([First.ReportId]);
    }

    [Fact]
    public void A_linked_report_comes_last_and_one_that_replaces_another_takes_it_out()
    {
        var two = Open(A, First, Second);
        Ids(two).ShouldBe([First.ReportId, Second.ReportId]);

        var replaced = IncidentStream.Apply(two, Linked(A, Third) with { Replaces = First.ReportId });

        Ids(replaced).ShouldBe([Second.ReportId, Third.ReportId]);
        replaced.Version.ShouldBe(3);
    }

    [Fact]
    public void The_last_report_that_goes_withdraws_it_and_the_next_brings_it_back()
    {
        var withdrawn = IncidentStream.Apply(Open(A, First), Unlinked(First));
        (withdrawn.Status, withdrawn.EventType).ShouldBe((IncidentStatus.Withdrawn, EventType.RocketAttack));

        IncidentStream.Apply(withdrawn, Linked(A, Second)).Status.ShouldBe(IncidentStatus.Open);
    }

    [Fact]
    public void A_date_found_out_is_the_reports_and_goes_again_with_its_reason()
    {
        var dated = IncidentStream.Apply(Open(A, First), Dated(Told.Day(3)));
        (dated.Date, dated.Reports[0].DateReason).ShouldBe((Told.Day(3), "as told elsewhere"));

        var undated = IncidentStream.Apply(dated, Dated(null));

        (undated.Date, undated.Reports[0].DateReason).ShouldBe((null, null));
    }

    [Theory]
    [InlineData(IncidentStatus.Confirmed)]
    [InlineData(IncidentStatus.Rejected)]
    public void What_a_person_confirmed_or_rejected_stays_so_whatever_is_reported_until_it_is_reopened(IncidentStatus word)
    {
        var judged = IncidentStream.Apply(Open(A, First), word == IncidentStatus.Confirmed ? Confirmed() : Rejected());
        judged.Status.ShouldBe(word);

        var more = IncidentStream.Apply(judged, Linked(A, Second));
        var fewer = IncidentStream.Apply(IncidentStream.Apply(more, Unlinked(First)), Unlinked(Second));

        (more.Status, fewer.Status).ShouldBe((word, word));
        IncidentStream.Apply(more, Reopened()).Status.ShouldBe(IncidentStatus.Open);
        IncidentStream.Apply(fewer, Reopened()).Status.ShouldBe(IncidentStatus.Withdrawn, "no report tells of it any more");
    }

    [Fact]
    public void A_corrected_value_stands_against_later_reports_until_the_next_correction_of_the_field()
    {
        var corrected = IncidentStream.Apply(Open(A, First), Corrected("shooting"));
        corrected.EventType.ShouldBe(EventType.Shooting);

        var told = IncidentStream.Apply(IncidentStream.Apply(corrected, Linked(A, Second)), Linked(A, Third));
        var again = IncidentStream.Apply(told, Corrected("arson"));

        told.EventType.ShouldBe(EventType.Shooting);
        again.EventType.ShouldBe(EventType.Arson);
        again.Corrections.ShouldHaveSingleItem().Reason.ShouldBe("because");
    }

    [Fact]
    public void Of_merged_incidents_one_goes_on_with_all_reports_and_the_other_names_it()
    {
        var (survivor, absorbed) = Merge(Open(A, First), Open(B, Second) with { Absorbed = [C], KeptApart = [Third.ReportId] }, Rule);

        (survivor.Status, survivor.Fixed, survivor.Version).ShouldBe((IncidentStatus.Open, false, 2));
        Ids(survivor).ShouldBe([First.ReportId, Second.ReportId]);
        survivor.Absorbed.ShouldBe([B, C]);
        survivor.KeptApart.ShouldBe([Third.ReportId], "what held for the one holds for both");
        (absorbed.Status, absorbed.MergedInto, absorbed.Version).ShouldBe((IncidentStatus.Merged, A, 2));
        absorbed.Reports.ShouldBeEmpty();
        absorbed.EventType.ShouldBe(EventType.RocketAttack, "it can still be read");
    }

    [Fact]
    public void A_correction_goes_along_with_a_merge_and_back_with_a_split()
    {
        var other = IncidentStream.Apply(Open(B, Second), Corrected("shooting"));

        var (survivor, absorbed) = Merge(Open(A, First), other, Rule);
        var (source, back) = Split(survivor, absorbed, Person, Second);

        survivor.EventType.ShouldBe(EventType.Shooting);
        survivor.Corrections.ShouldBe(other.Corrections);
        (source.EventType, source.Corrections.Count).ShouldBe((EventType.RocketAttack, 0));
        (back.EventType, back.Corrections.Count).ShouldBe((EventType.Shooting, 1));
    }

    [Fact]
    public void Of_two_corrections_of_a_field_the_survivors_stands_and_the_other_is_named()
    {
        var (one, other) = (IncidentStream.Apply(Open(A, First), Corrected("arson")), IncidentStream.Apply(Open(B, Second), Corrected("shooting", Later.AddDays(1))));

        var (survivor, absorbed) = Merge(one, other, Person);

        (survivor.EventType, absorbed.EventType).ShouldBe((EventType.Arson, EventType.Shooting));
        survivor.Corrections.ShouldBe(one.Corrections);
        IncidentStream.Overruled(one, Merged(one, other, Person)).ShouldBe(other.Corrections);
        Split(survivor, absorbed, Person, Second).Source.Corrections.ShouldBe(one.Corrections);
    }

    [Fact]
    public void A_part_that_a_rule_moves_is_kept_apart_from_what_its_incident_was()
    {
        var split = new IncidentSplit { IncidentId = A, Into = B, Reports = [Second], KeptApart = [C], Actor = Rule, Reason = "because", SplitAt = Later };

        IncidentStream.Apply(null, split).KeptApart.ShouldBe([C]);
        IncidentStream.Apply(Open(B, Third), split).KeptApart.ShouldBe([C]);
    }

    [Fact]
    public void Merged_by_a_person_it_is_fixed() => Merge(Open(A, First), Open(B, Second), Person).Survivor.Fixed.ShouldBeTrue();

    [Fact]
    public void Split_reports_make_up_a_new_incident_and_leave_the_other()
    {
        var (source, part) = Split(Open(A, First, Second), null, Person, Second);

        (source.Status, source.Fixed, part.Status, part.Fixed, part.Id, part.Version).ShouldBe((IncidentStatus.Open, true, IncidentStatus.Open, true, B, 1));
        (Ids(source), Ids(part)).ShouldBe(([First.ReportId], [Second.ReportId]), Same);
    }

    [Fact]
    public void A_merge_that_is_taken_back_leaves_both_as_they_were()
    {
        var (one, other) = (Open(A, First), Open(B, Second));
        var (survivor, absorbed) = Merge(one, other, Person);

        var (source, back) = Split(survivor, absorbed, Person, Second);

        (back.Status, back.MergedInto, back.Version).ShouldBe((IncidentStatus.Open, null, 3));
        source.Absorbed.ShouldBeEmpty();
        (Ids(source), Ids(back)).ShouldBe((Ids(one), Ids(other)), Same);
        (source.Title, back.Title).ShouldBe((one.Title, other.Title));
    }

    [Fact]
    public void Incidents_kept_apart_name_each_other_once()
    {
        var apart = new IncidentsKeptApart { IncidentId = A, OtherId = B, Actor = Person, Reason = "because", KeptApartAt = Later };

        IncidentStream.Apply(IncidentStream.Apply(Open(A, First), apart), apart).KeptApart.ShouldBe([B]);
        IncidentStream.Apply(Open(B, First), apart).KeptApart.ShouldBe([A]);
    }

    [Fact]
    public void Nothing_but_an_opening_or_a_split_begins_a_stream()
    {
        foreach (var happened in new object[] { Linked(A, First), Confirmed(), Rejected(), Reopened(), Corrected("arson"), Unlinked(First), Dated(null) })
            Should.Throw<InvalidOperationException>(() => IncidentStream.Apply(null, happened), happened.ToString());
    }

    private static readonly IEqualityComparer<(IEnumerable<Guid>, IEnumerable<Guid>)> Same =
        EqualityComparer<(IEnumerable<Guid>, IEnumerable<Guid>)>.Create((a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2));

    private static Incident Open(Guid id, params LinkedReport[] reports) => reports.Skip(1).Aggregate(
        IncidentStream.Apply(null, new IncidentOpened { IncidentId = id, Report = reports[0], Article = Reference(reports[0]), OpenedAt = Told.Noon }),
        (incident, report) => IncidentStream.Apply(incident, Linked(id, report)));

    private static (Incident Survivor, Incident Absorbed) Merge(Incident one, Incident other, Actor actor)
    {
        var merged = Merged(one, other, actor);
        return (IncidentStream.Apply(one, merged), IncidentStream.Apply(other, merged));
    }

    private static IncidentsMerged Merged(Incident one, Incident other, Actor actor) => new()
    {
        IncidentId = one.Id, AbsorbedId = other.Id, Reports = other.Reports, AbsorbedBefore = other.Absorbed, KeptApart = other.KeptApart, Corrections = other.Corrections,
        Actor = actor, Reason = "because", MergedAt = Later,
    };

    private static (Incident Source, Incident Part) Split(Incident source, Incident? into, Actor actor, LinkedReport report)
    {
        var split = new IncidentSplit { IncidentId = source.Id, Into = B, Reports = [report], Corrections = into?.Corrections ?? [], Actor = actor, Reason = "because", SplitAt = Later };
        return (IncidentStream.Apply(source, split), IncidentStream.Apply(into, split));
    }

    private static IEnumerable<Guid> Ids(Incident incident) => incident.Reports.Select(r => r.ReportId);

    private static ArticleReference Reference(LinkedReport r) =>
        new() { ArticleId = r.ArticleId, Revision = r.Revision, Title = r.Title, Outlet = r.Outlet, PublishedAt = r.PublishedAt, ReceivedAt = r.ReceivedAt };

    private static ReportLinked Linked(Guid id, LinkedReport report) => new() { IncidentId = id, Report = report, Article = Reference(report), LinkedAt = Later };

    private static ReportUnlinked Unlinked(LinkedReport report) => new() { IncidentId = A, ReportId = report.ReportId, Reason = "because", UnlinkedAt = Later };

    private static ReportDated Dated(EventDate? date) => new() { IncidentId = A, ReportId = First.ReportId, Date = date, Reason = "as told elsewhere", DatedAt = Later };

    private static IncidentConfirmed Confirmed() => new() { IncidentId = A, Actor = Person, Reason = "because", ConfirmedAt = Later };

    private static IncidentRejected Rejected() => new() { IncidentId = A, Actor = Person, Reason = "because", RejectedAt = Later };

    private static IncidentReopened Reopened() => new() { IncidentId = A, Actor = Person, Reason = "because", ReopenedAt = Later };

    private static IncidentCorrected Corrected(string type, DateTimeOffset? at = null) => new()
    {
        IncidentId = A,
        Correction = new Correction { Field = "eventType", Value = System.Text.Json.JsonSerializer.SerializeToElement(type), Actor = Person, Reason = "because", CorrectedAt = at ?? Later },
    };
}
