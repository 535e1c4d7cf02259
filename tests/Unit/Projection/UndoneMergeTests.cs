using System.Text.Json;
using Platform.Contracts;
using Platform.Projection.Incidents;
using Platform.Projection.Incidents.Analyst;

namespace Platform.Tests.Unit.Projection;

/// <summary>A merge that is taken back leaves both incidents as they were, but for what taking it back says by itself.</summary>
public sealed class UndoneMergeTests
{
    private static readonly Word Word = new(
        new Cause(Guid.Parse("c0000000-0000-0000-0000-000000000000"), null, null), new Actor { Kind = ActorKind.Person, Name = "A. Analyst" }, "because", Told.Noon.AddDays(1));
    private readonly CommitBuilder commit = new(new Dictionary<Guid, Incident>(), new Dictionary<Guid, ArticleReading>(), Word.At);

    [Theory]
    [InlineData(IncidentStatus.Open)]
    [InlineData(IncidentStatus.Confirmed)]
    [InlineData(IncidentStatus.Rejected)]
    public void Both_are_as_they_were_with_what_a_person_said_of_either_and_what_each_had_taken_in(IncidentStatus status)
    {
        var (a, b, part) = (Opened(1), Opened(2), Opened(3));
        var (ofBoth, ofA, ofB) = (Opened(4), Opened(5), Opened(6));
        Merge(b, part);
        KeepApart(a, ofBoth, ofA);
        KeepApart(b, ofBoth, ofB);
        Judge(b, status);
        var (one, other) = (commit[a]!, commit[b]!);

        Merge(a, b);
        TakeBack(a, b);

        Same(commit[a]!, one, b);
        Same(commit[b]!, other, a);
        commit[b]!.Status.ShouldBe(status);
        Events(part).OfType<IncidentsMerged>().ShouldHaveSingleItem();
        TakeBack(b, part);
        commit[b]!.Absorbed.ShouldBeEmpty("what it had taken in before is its own to give back");
    }

    [Fact]
    public void What_it_was_told_of_its_own_or_by_another_merge_stays_when_one_is_taken_back()
    {
        var (a, b, c) = (Opened(1), Opened(2), Opened(3));
        var (own, shared, gone) = (Opened(4), Opened(5), Opened(6));
        KeepApart(b, own, shared, gone);
        KeepApart(c, shared);
        KeepApart(a, own);
        Merge(a, b);
        Merge(a, c);

        TakeBack(a, b);
        commit[a]!.KeptApart.ShouldBe([own, shared, b], ignoreOrder: true);
        TakeBack(a, c);

        commit[a]!.KeptApart.ShouldBe([own, b, c], ignoreOrder: true);
    }

    [Fact]
    public void Merged_and_taken_back_twice_it_stands_where_it_stood_the_second_time()
    {
        var (a, b) = (Opened(1), Opened(2));
        Judge(b, IncidentStatus.Confirmed);
        Merge(a, b);
        TakeBack(a, b);
        Judging.Reopen(commit, commit[b]!, Word);
        Judging.Reject(commit, commit[b]!, Word);

        Merge(a, b);
        TakeBack(a, b);

        commit[b]!.Status.ShouldBe(IncidentStatus.Rejected);
    }

    private static void Same(Incident now, Incident then, Guid other)
    {
        var added = then with { Version = now.Version, ChangedAt = now.ChangedAt, Fixed = true, KeptApart = [.. then.KeptApart, other] };
        JsonSerializer.Serialize(now, ContractJson.Default.Incident).ShouldBe(JsonSerializer.Serialize(added, ContractJson.Default.Incident));
    }

    private Guid Opened(int n)
    {
        var (id, report) = (new Guid(n, 9, 0, new byte[8]), Told.Report(n));
        var article = new ArticleReference { ArticleId = report.ArticleId, Revision = 1, Title = report.Title, Outlet = report.Outlet, PublishedAt = report.PublishedAt, ReceivedAt = report.ReceivedAt };
        commit.Append(Word.Cause, id, new IncidentOpened { IncidentId = id, Report = report, Article = article, OpenedAt = Told.Noon });
        return id;
    }

    private void KeepApart(Guid id, params Guid[] others)
    {
        foreach (var other in others)
            Merging.KeepApart(commit, commit[id]!, other, commit[other]!.Version, Word);
    }

    private void Judge(Guid id, IncidentStatus status)
    {
        if (status == IncidentStatus.Confirmed)
            Judging.Confirm(commit, commit[id]!, Word);
        else if (status == IncidentStatus.Rejected)
            Judging.Reject(commit, commit[id]!, Word);
    }

    private void Merge(Guid into, Guid id) => Merging.Merge(commit, commit[into]!, [(id, commit[id]!.Version)], force: true, Word);

    private void TakeBack(Guid from, Guid id)
    {
        var events = Streams().ToLookup(e => e.Stream, e => e.Event);
        Splitting.Split(commit, commit[from]!, Splitting.CameWith(commit, commit[from]!, id, events), id, events, Word);
    }

    private IEnumerable<object> Events(Guid id) => Streams().Where(e => e.Stream == id).Select(e => e.Event);

    private IEnumerable<(Guid Stream, object Event)> Streams() =>
        commit.ToCommit(_ => null).Streams.SelectMany(s => s.Events.Select(e => (s.StreamId, IncidentStream.Events.Read(e))));
}
