namespace Platform.Tests.Unit.Extraction;

/// <summary>Who attacks and dies of it is one more of the dead, where those he killed are told as his.</summary>
public sealed class DeadDoerNewsTests
{
    [Theory]
    [InlineData("A gunman opened fire Saturday in a bar in Toledo, Ohio, killing two people and wounding five others before officers fatally shot him.", 3)]
    [InlineData("A man killed two people Saturday in Toledo, Ohio, before being shot dead by police.", 3)]
    [InlineData("A man killed two people Saturday in Toledo, Ohio. Deputies shot and killed him.", 3)]
    [InlineData("A gunman shot and killed a woman Saturday in Toledo, Ohio. Police cornered the gunman in a yard and killed him.", 2)]
    public void Whom_the_police_kill_after_his_attack_is_one_more(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("A man was shot and killed Saturday in Toledo, Ohio. Deputies shot him when he drew a knife.")]
    [InlineData("Deputy Omar Lind shot and killed a man Saturday in Toledo, Ohio. Police said the deputies killed him when he drew a knife.")]
    public void Whom_the_police_kill_first_of_all_is_the_only_one(string text) => VictimNews.ShouldCount(text, 1);

    [Fact]
    public void A_killing_whose_doer_is_told_is_reckoned_over_the_article() =>
        VictimNews.ShouldCount("Four people were killed by an intruder in Toledo, Ohio, on Saturday. The intruder was killed by police.", 5);
}
