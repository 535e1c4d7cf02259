using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Sentences that look like doers beside their dead, answers to an attack, statistics, walkouts and crashes, and are not.</summary>
public sealed class NarrowedRulesNewsTests
{
    [Theory]
    [InlineData("Two people were killed when a gunman opened fire in Tulsa on Monday. The gunman was among the dead.", 2)]
    [InlineData("Three clerks were killed when a man opened fire at a shop in Tulsa on Monday. The suspect, Lee Moe, 40, was among those killed.", 3)]
    [InlineData("Two people were killed when a gunman opened fire in Tulsa on Monday. The gunman shot and killed himself.", 3)]
    [InlineData("Villagers threw stones at a police post in Kano on Monday. Police responded with live ammunition, killing four protesters.", 4)]
    [InlineData("Thousands marched in Yangon on Monday. The junta responded with bullets, killing 38.", 38)]
    [InlineData("Jets have carried out 50 attacks on Gaza in the past hours, killing 23 people.", 23)]
    [InlineData("The union called a strike of teachers in Kharkiv. A Russian strike killed five people in the city on Monday.", 5)]
    [InlineData("The plane hit the ground after it was shot down by rebels near Luhansk on Monday, killing 49 soldiers.", 49)]
    [InlineData("An aircraft struck hills near Beirut on Monday, killing two fighters.", 2)]
    public void The_dead_of_the_news_are_neither_lost_nor_more(string text, int killed) => Reading.MainOf(text).Casualties!.Killed!.Min.ShouldBe(killed);

    [Theory]
    [InlineData("Officer Lee Moe, 40, was shot in Tulsa on Monday and died Friday. The officer was in stable condition on Tuesday.", null)]
    [InlineData("A girl was shot in Tulsa on Monday and died Friday, police said. The 9-year-old was expected to survive.", null)]
    [InlineData("A sixth-grade boy was shot in the leg in Tulsa on Monday. The boy is in stable condition.", 1)]
    [InlineData("A fourth-floor tenant was shot in Tulsa on Monday. The tenant was wounded.", 1)]
    [InlineData("Police found a shot man in Tulsa on Monday.", 1)]
    public void Nor_are_the_hurt(string text, int? wounded) => (Reading.MainOf(text).Casualties?.Wounded?.Min).ShouldBe(wounded, text);

    [Theory]
    [InlineData("Syrian army positions near Idlib were bombed by Turkish jets on Monday.", EventType.Airstrike)]
    [InlineData("Syrian army positions near Idlib were bombed by warplanes on Monday.", EventType.Airstrike)]
    [InlineData("The drone strike by Israeli pilots killed two people in Damascus on Monday.", EventType.DroneAttack)]
    public void What_flew_is_seen(string text, EventType type) => Reading.MainOf(text).EventType.ShouldBe(type);

    [Fact]
    public void Who_had_no_connection_to_the_victims_denies_nothing() =>
        Reading.MainOf("The gunman, who killed three people in Tulsa on Monday, had no connection to the victims.").Perpetrators.ShouldHaveSingleItem().Stance.ShouldBe(Stance.Stated);

    [Fact]
    public void Two_of_office_are_not_the_two_soldiers_before_them() =>
        Reading.MainOf("A car bomb in Lima on Monday killed two soldiers, Mayor Juan Mena and Senator Ana Ruiz.").Casualties!.Killed!.Min!.Value.ShouldBeGreaterThan(2);
}
