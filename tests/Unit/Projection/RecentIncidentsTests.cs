using Platform.Contracts;
using Platform.Projection.Incidents;
using Shouldly;
using Xunit;

namespace Platform.Tests.Unit.Projection;

/// <summary>A state that is not exactly the one before an event must never be gone on from.</summary>
public sealed class RecentIncidentsTests
{
    private static readonly Guid Id = Guid.NewGuid();

    [Fact]
    public void A_state_is_given_at_its_own_version_only()
    {
        var recent = new RecentIncidents();
        recent.Put(At(Id, 3));

        recent.At(Id, 3).ShouldNotBeNull().Version.ShouldBe(3);
        recent.At(Id, 2).ShouldBeNull();
        recent.At(Id, 4).ShouldBeNull();
        recent.At(Guid.NewGuid(), 3).ShouldBeNull();
    }

    [Fact]
    public void A_later_state_takes_the_place_of_an_earlier_one()
    {
        var recent = new RecentIncidents();
        recent.Put(At(Id, 3));
        recent.Put(At(Id, 5));

        recent.At(Id, 3).ShouldBeNull();
        recent.At(Id, 5).ShouldNotBeNull();
    }

    [Fact]
    public void Only_so_many_are_remembered()
    {
        var recent = new RecentIncidents();
        var ids = Enumerable.Range(0, 2000).Select(_ => Guid.NewGuid()).ToList();
        foreach (var id in ids)
            recent.Put(At(id, 1));

        ids.Count(id => recent.At(id, 1) is not null).ShouldBe(500);
        recent.At(ids[^1], 1).ShouldNotBeNull();
    }

    [Fact]
    public void What_goes_on_changing_is_not_forgotten_for_what_came_once()
    {
        var recent = new RecentIncidents();
        for (var version = 1; version <= 2000; version++)
        {
            recent.Put(At(Id, version));
            recent.Put(At(Guid.NewGuid(), 1));
        }

        recent.At(Id, 2000).ShouldNotBeNull();
    }

    private static Incident At(Guid id, long version) => Told.Incident(Told.Report(1)) with { Id = id, Version = version };
}
