using Platform.Projection.Subscribers.Webhooks;

namespace Platform.Tests.Unit.Projection.Subscribers;

/// <summary>What webhooks hold in memory is bounded, and whoever never answers takes nobody's place.</summary>
public sealed class UnderWayTests
{
    private readonly UnderWay underWay = new(each: 32, most: 64);

    [Fact]
    public void Receivers_that_never_answer_hold_no_more_than_may_be_and_another_still_gets_one()
    {
        var stuck = Enumerable.Range(0, 200).Select(_ => Guid.NewGuid()).ToList();
        for (var turn = 0; turn < 5; turn++)
            Fill(stuck);
        var stands = underWay.Count;
        var late = Guid.NewGuid();

        var lane = underWay.Room([.. stuck, late]).ShouldHaveSingleItem();

        stands.ShouldBe(stuck.Count, "one each, and none beyond the bound");
        lane.ShouldBe(new Lane(late, 1, IsIdle: true));
    }

    [Fact]
    public void One_alone_gets_a_lane_and_several_share_alike()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToList();

        underWay.Room([ids[0]]).ShouldHaveSingleItem().Room.ShouldBe(32);
        underWay.Room(ids).ShouldAllBe(lane => lane.Room == 16);
        Fill(ids);
        underWay.Count.ShouldBe(64);
        underWay.Room(ids).ShouldBeEmpty();
    }

    [Fact]
    public void A_body_is_held_once_for_all_its_receivers_and_until_the_last_has_it()
    {
        var message = Guid.NewGuid();
        var (one, other) = (Delivery(Guid.NewGuid(), message), Delivery(Guid.NewGuid(), message));
        underWay.Begin(one);
        underWay.Begin(other);
        underWay.Bodies().ShouldHaveSingleItem().Key.ShouldBe(message);
        underWay.End(one);
        underWay.Bodies().ShouldHaveSingleItem();
        underWay.End(other);
        underWay.Bodies().ShouldBeEmpty();
        underWay.Count.ShouldBe(0);
    }

    private void Fill(IReadOnlyCollection<Guid> due)
    {
        foreach (var lane in underWay.Room(due))
            for (var n = 0; n < lane.Room; n++)
                underWay.Begin(Delivery(lane.Webhook, Guid.NewGuid()));
    }

    private static Claimed Delivery(Guid webhook, Guid message) => new(webhook, message, 1, DateTimeOffset.UnixEpoch, "", "", null, [1], null);
}
