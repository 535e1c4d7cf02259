namespace Platform.Tests.Unit.Extraction;

/// <summary>Who is told by what he did and then told to be dead is one more of the dead, and none of those he killed.</summary>
public sealed class DiedDoerNewsTests
{
    [Theory]
    [InlineData("The man who shot and killed three members of a family in Toledo is dead, police announced Saturday.", 4, null)]
    [InlineData("The man who police believe shot and killed five people and wounded a six-year-old girl in Toledo on Saturday is dead.", 6, 1)]
    [InlineData("The gunman who shot two people to death and wounded a third at a Toledo bar on Saturday has died.", 3, 1)]
    [InlineData("A man suspected of shooting two women to death in Toledo on Saturday has died at a hospital.", 3, null)]
    [InlineData("The man accused of fatally shooting two women in Toledo on Saturday was found dead in a motel.", 3, null)]
    [InlineData("The suspect in the shooting deaths of two women in Toledo on Saturday was found dead in a motel.", 3, null)]
    [InlineData("The gunman in a shooting that killed two people in Toledo on Saturday has died.", 3, null)]
    [InlineData("The man who shot and killed his wife in Toledo on Saturday is dead.", 2, null)]
    public void Who_killed_and_is_dead_is_one_more(string text, int killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man who was shot in Toledo on Saturday has died.", 1, null)]
    [InlineData("The man who police say was shot in Toledo on Saturday has died.", 1, null)]
    [InlineData("A man who shot at officers in Toledo on Saturday is dead.", 1, null)]
    [InlineData("A man and a woman who were shot in Toledo on Saturday have died.", 2, null)]
    [InlineData("The woman who called 911 after she was shot in Toledo on Saturday has died.", 1, null)]
    public void Who_was_shot_and_died_is_counted_once(string text, int killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Officers shot and killed a man in Toledo on Saturday after he stabbed his mother to death.", 2, null)]
    [InlineData("Police shot and killed a man on Saturday after he fatally shot a clerk in Toledo.", 2, null)]
    [InlineData("The man killed by a police officer in Toledo on Saturday after he shot and killed her parents had a long record.", 3, null)]
    [InlineData("Police shot and killed a man on Saturday after he shot a clerk in the arm in Toledo.", 1, 1)]
    [InlineData("Police shot and killed a man on Saturday after he pointed a gun at officers in Toledo.", 1, null)]
    public void Whom_the_police_killed_for_what_he_did_is_none_of_his_dead(string text, int killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man shot and killed two women in Toledo on Saturday. He was found dead in a motel.", 3)]
    [InlineData("A man shot and killed two women in Toledo on Saturday. She died at the scene, her sister said.", 2)]
    [InlineData("A man shot and killed two boys in Toledo on Saturday. He died at the scene, his aunt said.", 2)]
    public void He_is_none_of_the_women_killed(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("Mia Lind, 14, died after being shot by an 11-year-old boy in Toledo on Saturday.", 1, null)]
    [InlineData("Mia Lind, 14, is recovering after being shot by an 11-year-old boy in Toledo on Saturday.", null, 1)]
    public void By_whom_one_is_shot_is_not_hurt(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);
}
