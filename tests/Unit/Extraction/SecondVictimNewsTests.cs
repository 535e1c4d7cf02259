namespace Platform.Tests.Unit.Extraction;

/// <summary>"A second man", "the other victim", "the wounded man", "a third person has died": who is told besides the one before.</summary>
public sealed class SecondVictimNewsTests
{
    [Theory]
    [InlineData("A woman was shot in the arm Saturday in Toledo, Ohio. A second woman was grazed in the neck.", 2)]
    [InlineData("A guard was shot in the chest Saturday in Toledo, Ohio, and is in critical condition. A second guard was grazed.", 2)]
    [InlineData("A bus driver was shot in the neck during a holdup in Toledo, Ohio, on Saturday. A suspect was grazed by a bullet.", 2)]
    [InlineData("Two boys were shot Saturday in Toledo, Ohio. A woman was grazed.", 3)]
    public void Who_is_told_as_a_second_or_as_another_sort_of_person_is_one_more(string text, int wounded) => VictimNews.ShouldCount(text, null, wounded);

    [Theory]
    [InlineData("A man was shot in the leg Saturday in Toledo, Ohio. The man was grazed in the head as well.", 1)]
    [InlineData("Two people were shot Saturday in Toledo, Ohio. A woman was grazed.", 2)]
    [InlineData("Two men were shot Saturday in Toledo, Ohio. A man was grazed in the head.", 2)]
    public void Who_may_be_the_one_told_before_is_no_second(string text, int wounded) => VictimNews.ShouldCount(text, null, wounded);

    [Theory]
    [InlineData("A boy was killed in a shooting in Toledo, Ohio, on Saturday. The second victim is in stable condition.")]
    [InlineData("A boy was killed in a shooting in Toledo, Ohio, on Saturday. The other victim is in critical condition.")]
    [InlineData("A boy was killed in a shooting in Toledo, Ohio, on Saturday. The surviving victim is in stable condition.")]
    [InlineData("A boy was killed in a shooting in Toledo, Ohio, on Saturday. The female victim is in stable condition.")]
    [InlineData("A woman was killed in a shooting in Toledo, Ohio, on Saturday. The wounded woman was taken to a hospital.")]
    public void The_other_victim_is_not_the_dead_one(string text) => VictimNews.ShouldCount(text, 1, 1);

    [Theory]
    [InlineData("A boy was shot and taken to a hospital in Toledo, Ohio, on Saturday, where the boy was in critical condition. The boy died on Sunday.", 1, null)]
    [InlineData("A woman was shot in Toledo, Ohio, on Saturday. The wounded woman was taken to a hospital.", null, 1)]
    [InlineData("A woman was shot in Toledo, Ohio, on Saturday. The female victim was taken to a hospital.", null, 1)]
    [InlineData("A woman was shot in Toledo, Ohio, on Saturday. The injured woman was taken to a hospital, where she died.", 1, null)]
    [InlineData("A woman was shot and killed in Toledo, Ohio, on Saturday. The female victim was shot in the chest.", 1, null)]
    public void The_one_told_before_stays_one(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A third person has died after a shooting Saturday at a club in Toledo, Ohio. Two others were killed.", 3)]
    [InlineData("A third victim has died after Saturday's shooting in Toledo, Ohio.", 3)]
    [InlineData("A second woman has died after a shooting Saturday in Toledo, Ohio. Ana Lind, 24, was killed at the scene.", 2)]
    public void A_third_who_has_died_tells_how_many_died(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("Two people were wounded in a shooting Saturday in Toledo, Ohio. A third person has died.", 1, 2)]
    [InlineData("Police say a third person died in a shooting Saturday in Toledo, Ohio.", 1, null)]
    public void A_third_after_two_who_were_hurt_died_alone(string text, int killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Two men were shot Saturday in Toledo, Ohio. A third victim was found nearby.", null, 3)]
    [InlineData("A man was shot in the leg Saturday in Toledo, Ohio. A second shooting victim was dropped off at a hospital.", null, 2)]
    public void One_more_found_or_brought_tells_how_many_were_shot(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);
}
