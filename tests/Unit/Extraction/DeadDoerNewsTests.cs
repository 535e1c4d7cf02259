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

    [Theory]
    [InlineData("A gunman killed two people Saturday in a bar in Toledo, Ohio. Three people, including the gunman, were killed. Police killed the gunman.", 3)]
    [InlineData("A gunman killed two people Saturday in a bar in Toledo, Ohio. Three people were killed, police said. Officers shot and killed him.", 3)]
    public void A_total_has_the_attacker_in_it(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("A detective shot and killed a man Saturday in Toledo, Ohio. Police said officers shot and killed the suspect when he drew a gun.")]
    [InlineData("Omar Lind, a deputy, shot and killed a man Saturday in Toledo, Ohio. Police said deputies killed the suspect when he drew a gun.")]
    [InlineData("A clerk was shot to death Saturday in Toledo, Ohio. Police said he was shot by a robber in the leg before being shot dead.")]
    public void Whom_the_police_are_told_twice_to_have_killed_is_one(string text) => VictimNews.ShouldCount(text, 1);
}
