using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Words of local news that look like harm and are none, or look like none and are.</summary>
public sealed class LocalWordsNewsTests
{
    [Theory]
    [InlineData("A man has been charged with murder after a woman was stabbed to death in Toledo on Saturday.", 1, null)]
    [InlineData("A teenager appeared in court after two boys were stabbed in Toledo on Saturday.", null, 2)]
    public void A_court_hears_of_a_stabbing_that_was(string text, int? killed, int? wounded)
    {
        VictimNews.ShouldCount(text, killed, wounded);
        Reading.MainOf(text, "2019-08-12").EventType.ShouldBe(EventType.Stabbing);
    }

    [Theory]
    [InlineData("A man was charged with murder on Saturday, a court in Toledo said.")]
    [InlineData("The jury in a stabbing trial in Toledo was sent home on Saturday.")]
    public void A_court_without_a_stabbing_makes_none(string text) => Reading.Extract(text, "2019-08-12").Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("A boy was shot and killed in Toledo on Saturday. His mother is hurting, his aunt said.", 1, null)]
    [InlineData("A gunman opened fire in Toledo on Saturday, hurting a woman.", null, 1)]
    public void Who_is_hurting_grieves(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A boy was shot and wounded in Toledo on Saturday. He ran down a dead-end street, neighbors said.", null, 1)]
    [InlineData("A boy was shot and wounded in Toledo on Saturday. His brother ran toward the dead end.", null, 1)]
    [InlineData("A boy was shot in Toledo on Saturday. He was dead when officers came to the dead end.", 1, null)]
    public void A_dead_end_is_nobody_dead(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Police now say three people, not two, were shot outside a bar in Toledo on Saturday.", 3)]
    public void The_number_that_was_wrong_undoes_nothing(string text, int wounded) => VictimNews.ShouldCount(text, null, wounded);
}
