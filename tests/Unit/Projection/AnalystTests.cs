using Platform.Contracts;
using Platform.Projection.Incidents;
using Platform.Projection.Incidents.Analyst;

namespace Platform.Tests.Unit.Projection;

/// <summary>What an analyst's commands make of incidents, and when they are refused.</summary>
public sealed class AnalystTests
{
    private static readonly Word Word = new(
        new Cause(Guid.Parse("c0000000-0000-0000-0000-000000000000"), null, null), new Actor { Kind = ActorKind.Person, Name = "A. Analyst" }, "because", Told.Noon.AddDays(1));
    private static readonly Guid A = new(1, 9, 0, new byte[8]), B = new(2, 9, 0, new byte[8]), C = new(3, 9, 0, new byte[8]);

    [Fact]
    public void A_command_on_another_version_is_refused_with_the_present_one()
    {
        var commit = Commit(Incident(A, 1) with { Version = 7 });

        Refused(Refusal.Stale, () => Subject.Require(commit, A, 6)).Version.ShouldBe(7);
        Subject.Require(commit, A, 7).Id.ShouldBe(A);
    }

    [Fact]
    public void A_command_on_a_merged_incident_is_refused_and_names_the_one_it_ended_up_in()
    {
        var commit = Commit(Incident(A, 1), Incident(B, 2), Incident(C, 3));
        Merging.Merge(commit, commit[B]!, [(C, 1)], false, Word);
        Merging.Merge(commit, commit[A]!, [(B, 2)], false, Word);

        Refused(Refusal.Merged, () => Subject.Require(commit, C, 2)).IncidentId.ShouldBe(A);
    }

    [Fact]
    public void What_was_confirmed_or_rejected_is_reopened_before_it_is_judged_anew_and_nothing_else_is_reopened()
    {
        foreach (var judge in new Action<CommitBuilder, Incident, Word>[] { Judging.Confirm, Judging.Reject })
        {
            var commit = Commit(Incident(A, 1));
            Refused(Refusal.Status, () => Judging.Reopen(commit, commit[A]!, Word));

            judge(commit, commit[A]!, Word);

            Refused(Refusal.Status, () => Judging.Confirm(commit, commit[A]!, Word));
            Refused(Refusal.Status, () => Judging.Reject(commit, commit[A]!, Word));
            Judging.Reopen(commit, commit[A]!, Word);
            commit[A]!.Status.ShouldBe(IncidentStatus.Open);
        }
    }

    [Fact]
    public void Events_of_one_transaction_keep_the_order_they_were_decided_in_whichever_stream_they_are_in()
    {
        var commit = Commit(Incident(A, 1), Incident(B, 2));
        Judging.Confirm(commit, commit[A]!, Word);
        Judging.Confirm(commit, commit[B]!, Word);
        Judging.Reopen(commit, commit[A]!, Word);

        var places = commit.ToCommit(_ => null).Streams.ToDictionary(s => s.StreamId, s => s.Events.Select(e => e.Place));

        places[A].ShouldBe([0, 2]);
        places[B].ShouldBe([1]);
    }

    [Fact]
    public void Many_merge_into_one_in_one_go()
    {
        var commit = Commit(Incident(A, 1), Incident(B, 2), Incident(C, 3));

        Merging.Merge(commit, commit[A]!, [(B, 1), (C, 1)], false, Word);

        commit[A]!.Reports.Count.ShouldBe(3);
        (commit[A]!.Fixed, commit[B]!.MergedInto, commit[C]!.MergedInto).ShouldBe((true, A, A));
    }

    [Fact]
    public void A_merge_with_another_that_has_changed_is_refused()
    {
        var commit = Commit(Incident(A, 1), Incident(B, 2) with { Version = 4 });

        var refused = Refused(Refusal.Stale, () => Merging.Merge(commit, commit[A]!, [(B, 3)], true, Word));

        (refused.IncidentId, refused.Version).ShouldBe((B, 4));
    }

    [Fact]
    public void A_merge_against_what_a_person_said_asks_for_force()
    {
        CommitBuilder RejectedOther() => Commit(Incident(A, 1), Incident(B, 2) with { Status = IncidentStatus.Rejected });
        CommitBuilder RejectedSurvivor() => Commit(Incident(A, 1) with { Status = IncidentStatus.Rejected }, Incident(B, 2));
        CommitBuilder Apart() => Commit(Incident(A, 1), Incident(B, 2) with { KeptApart = [A] });

        foreach (var commit in new[] { RejectedOther(), RejectedSurvivor(), Apart() })
        {
            Refused(Refusal.Force, () => Merging.Merge(commit, commit[A]!, [(B, 1)], force: false, Word));
            Merging.Merge(commit, commit[A]!, [(B, 1)], force: true, Word);
            commit[B]!.Status.ShouldBe(IncidentStatus.Merged);
        }
        var three = Commit(Incident(A, 1), Incident(B, 2) with { KeptApart = [C] }, Incident(C, 3));
        Refused(Refusal.Force, () => Merging.Merge(three, three[A]!, [(B, 1), (C, 1)], force: false, Word));
    }

    [Fact]
    public void What_was_kept_apart_asks_for_force_when_both_were_merged_into_others()
    {
        var d = new Guid(4, 9, 0, new byte[8]);
        var commit = Commit(Incident(A, 1), Incident(B, 2), Incident(C, 3), Incident(d, 4));
        Merging.KeepApart(commit, commit[A]!, B, 1, Word);
        Merging.Merge(commit, commit[C]!, [(B, 2)], false, Word);
        Merging.Merge(commit, commit[d]!, [(A, 2)], false, Word);

        Refused(Refusal.Force, () => Merging.Merge(commit, commit[C]!, [(d, 2)], false, Word));
        Refused(Refusal.Status, () => Merging.KeepApart(commit, commit[C]!, d, 2, Word));
    }

    [Fact]
    public void A_merge_carries_the_corrections_and_a_split_takes_them_back()
    {
        var commit = Commit(Incident(A, 1), Incident(B, 2));
        Judging.Correct(commit, commit[B]!, "eventType", System.Text.Json.JsonElement.Parse("\"shooting\""), Word);

        Merging.Merge(commit, commit[A]!, [(B, 2)], false, Word);
        commit[A]!.EventType.ShouldBe(EventType.Shooting);

        Splitting.Split(commit, commit[A]!, [ReportId(2)], B, None, Word);
        (commit[A]!.Corrections.Count, commit[B]!.Corrections.Count, commit[B]!.EventType).ShouldBe((0, 1, EventType.Shooting));
    }

    [Fact]
    public void A_split_makes_a_new_incident_and_keeps_the_two_apart()
    {
        var commit = Commit(Incident(A, 1, 2, 3));

        var part = Splitting.Split(commit, commit[A]!, [ReportId(2), ReportId(3)], null, None, Word);

        Ids(commit[A]!).ShouldBe([ReportId(1)]);
        Ids(commit[part]!).ShouldBe([ReportId(2), ReportId(3)]);
        commit[A]!.KeptApart.ShouldBe([part]);
        commit[part]!.KeptApart.ShouldBe([A]);
        (commit[A]!.Fixed, commit[part]!.Fixed).ShouldBe((true, true));
    }

    [Fact]
    public void A_split_is_refused_that_names_a_foreign_report_or_leaves_none()
    {
        var commit = Commit(Incident(A, 1, 2));

        Refused(Refusal.Report, () => Splitting.Split(commit, commit[A]!, [ReportId(3)], null, None, Word));
        Refused(Refusal.Empty, () => Splitting.Split(commit, commit[A]!, [ReportId(1), ReportId(2)], null, None, Word));
    }

    [Fact]
    public void A_split_into_an_incident_that_was_not_merged_here_is_refused()
    {
        var commit = Commit(Incident(A, 1, 2), Incident(B, 3), Incident(C, 4));
        Merging.Merge(commit, commit[B]!, [(C, 1)], false, Word);

        foreach (var into in new[] { B, C, Guid.NewGuid() })
            Refused(Refusal.NotMergedHere, () => Splitting.Split(commit, commit[A]!, [ReportId(1)], into, None, Word));
    }

    [Fact]
    public void A_merge_taken_back_takes_the_reports_that_came_with_it_also_those_read_anew_since()
    {
        var commit = Commit(Incident(A, 1), Incident(B, 2, 3));
        Merging.Merge(commit, commit[A]!, [(B, 1)], false, Word);
        var merged = new IncidentsMerged { IncidentId = A, AbsorbedId = B, Reports = [Told.Report(2), Told.Report(3)], Actor = Word.Actor, Reason = "because", MergedAt = Word.At };
        var again = Linked(4, replaces: 3);
        var onceMore = Linked(5, replaces: 4);
        commit.Append(Word.Cause, A, again);
        commit.Append(Word.Cause, A, onceMore);
        commit.Append(Word.Cause, A, Linked(6, replaces: null));

        var came = Splitting.CameWith(commit, commit[A]!, B, new[] { (B, (object)merged), (A, again), (A, onceMore) }.ToLookup(e => e.Item1, e => e.Item2));

        came.ShouldBe([ReportId(2), ReportId(5)]);
        Splitting.Split(commit, commit[A]!, came, B, None, Word).ShouldBe(B);
        Ids(commit[A]!).ShouldBe([ReportId(1), ReportId(6)]);
        (commit[B]!.Status, commit[B]!.MergedInto).ShouldBe((IncidentStatus.Open, null));
    }

    [Fact]
    public void Incidents_are_kept_apart_once()
    {
        var commit = Commit(Incident(A, 1), Incident(B, 2));

        Refused(Refusal.Stale, () => Merging.KeepApart(commit, commit[A]!, B, 2, Word));
        Merging.KeepApart(commit, commit[A]!, B, 1, Word);

        (commit[A]!.KeptApart.Single(), commit[B]!.KeptApart.Single()).ShouldBe((B, A));
        Refused(Refusal.Status, () => Merging.KeepApart(commit, commit[A]!, B, 2, Word));
    }

    private static readonly ILookup<Guid, object> None = Array.Empty<(Guid, object)>().ToLookup(e => e.Item1, e => e.Item2);

    private static ReportLinked Linked(int n, int? replaces) => new()
    {
        IncidentId = A,
        Report = Told.Report(n),
        Article = new ArticleReference { ArticleId = Told.Report(n).ArticleId, Revision = 1, ReceivedAt = Told.Noon },
        Replaces = replaces is { } old ? ReportId(old) : null,
        LinkedAt = Word.At,
    };

    private static RefusedException Refused(Refusal why, Action command)
    {
        var refused = Should.Throw<RefusedException>(command);
        refused.Why.ShouldBe(why);
        return refused;
    }

    private static CommitBuilder Commit(params Incident[] incidents) => new(incidents.ToDictionary(i => i.Id), new Dictionary<Guid, ArticleReading>(), Word.At);

    private static Incident Incident(Guid id, params int[] reports) => Told.Incident([.. reports.Select(n => Told.Report(n))]) with { Id = id };

    private static Guid ReportId(int n) => Told.Report(n).ReportId;

    private static IEnumerable<Guid> Ids(Incident incident) => incident.Reports.Select(r => r.ReportId);
}
