using Platform.Contracts;
using Platform.EventStore;
using Platform.Projection.Incidents;
using Platform.Projection.Subscribers;

namespace Platform.Tests.Unit.Projection.Subscribers;

public sealed class RecentChangesTests
{
    private readonly int frame = Change(1).Frame.Length;

    [Fact]
    public void No_more_bytes_are_kept_than_may_be_and_what_is_gone_is_known_to_be()
    {
        var recent = new RecentChanges(most: 100, mostBytes: frame * 3.5);
        for (var n = 1; n <= 9; n++)
            recent.Add(Change(n));

        recent.After(0).Select(c => c.Position).ShouldBe([7, 8, 9]);
        recent.Oldest.ShouldBe(6);
    }

    [Fact]
    public void No_more_changes_are_kept_than_may_be()
    {
        var recent = new RecentChanges(most: 2, mostBytes: double.MaxValue);
        for (var n = 1; n <= 9; n++)
            recent.Add(Change(n));

        recent.After(8).Select(c => c.Position).ShouldBe([9]);
        recent.Oldest.ShouldBe(7);
    }

    [Fact]
    public void A_change_larger_than_all_that_may_be_is_not_kept()
    {
        var recent = new RecentChanges(most: 100, mostBytes: frame / 2.0);
        recent.Add(Change(1));

        recent.After(0).ShouldBeEmpty();
        recent.Oldest.ShouldBe(1);
    }

    private static FeedChange Change(long position)
    {
        var incident = Told.Incident(Told.Report(1)) with { Id = Guid.Empty };
        var body = new IncidentChanged { IncidentId = incident.Id, Version = 1, Change = "opened", OccurredAt = DateTimeOffset.UnixEpoch, Incident = incident };
        return new FeedChange(new IncidentChange(new StoredEvent(position, Guid.Empty, incident.Id, 1, "incident_opened", ReadOnlyMemory<byte>.Empty, DateTimeOffset.UnixEpoch, null), body, null));
    }
}
