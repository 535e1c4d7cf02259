using Platform.Contracts;
using Platform.Projection.Incidents;
using Platform.Projection.Linking;
using Platform.Projection.ReadModels;
using Platform.Tests.Unit.Projection.Linking;

namespace Platform.Tests.Unit.Projection;

/// <summary>Undated articles are dated within their neighbourhood, whatever else comes along with them.</summary>
public sealed class UndatedGroupsTests
{
    [Fact]
    public void A_crowd_of_like_articles_holds_up_no_others()
    {
        var world = new LinkWorld();
        foreach (var n in Enumerable.Range(1, 6))
            Put(world, n, "Camp Orla");
        Put(world, 50, "Fort Tamsin");
        Put(world, 51, "Fort Tamsin");
        Put(world, 60, "Fort Tamsin", isDated: true);

        Complete(world, most: 5).ShouldBe([Article(50), Article(51)], ignoreOrder: true);
        Complete(world, most: 6).Count.ShouldBe(8);
    }

    [Fact]
    public void Many_articles_of_different_attacks_are_all_looked_through()
    {
        var world = new LinkWorld();
        foreach (var n in Enumerable.Range(1, 200))
            Put(world, n, "Camp Orla", killed: n);

        Complete(world, most: 5).Count.ShouldBe(200);
    }

    [Fact]
    public void What_has_not_been_looked_at_is_not_complete()
    {
        var world = new LinkWorld();
        Put(world, 1, "Camp Orla");
        var groups = new UndatedGroups(5);

        groups.Next(world).ShouldHaveSingleItem();

        groups.Complete.ShouldBeEmpty();
    }

    private static IReadOnlySet<Guid> Complete(LinkWorld world, int most)
    {
        var groups = new UndatedGroups(most);
        while (groups.Next(world) is { Count: > 0 } next)
            groups.Join(world, next);
        return groups.Complete;
    }

    private static void Put(LinkWorld world, int n, string place, bool isDated = false, int killed = 7)
    {
        var features = Linking.Told.Of(n, isDated ? "2031-05-04" : null, place).Killed(killed).Wounded(9) with { Relative = isDated ? null : new RelativeDate { FromDaysBefore = 0, ToDaysBefore = 6, Text = "on Monday" } };
        world.Put(new LinkRow(features.ReportId, Linking.Told.Id(5000 + n), features.ArticleId, 0, 1, "test/1", features));
    }

    private static Guid Article(int n) => Linking.Told.Id(1000 + n);
}
