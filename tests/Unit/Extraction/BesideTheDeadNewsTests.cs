namespace Platform.Tests.Unit.Extraction;

/// <summary>Who is hurt in the sentence after a death, and is not the one who died.</summary>
public sealed class BesideTheDeadNewsTests
{
    [Theory]
    [InlineData("A 52-year-old man was killed Saturday in a shooting in Toledo, Ohio. His nephew was shot in the foot.")]
    [InlineData("Omar Lind, 29, was shot and killed in Toledo, Ohio, on Saturday. His brother was injured.")]
    [InlineData("A woman was killed in a shooting Saturday in Toledo, Ohio. Her mother is in critical condition.")]
    [InlineData("Omar Lind, 29, was shot and killed in Toledo, Ohio, on Saturday. His friend was wounded.")]
    public void Kin_of_the_dead_are_not_the_dead(string text) => VictimNews.ShouldCount(text, 1, 1);

    [Theory]
    [InlineData("Omar Lind shot his wife Saturday at a home in Toledo, Ohio. Ana Lind, 40, died. His wife had called 911.", 1, null)]
    [InlineData("Omar Lind shot and killed his wife Saturday in Toledo, Ohio. His wife was shot in the head.", 1, null)]
    [InlineData("Omar Lind was charged Saturday with murder in Toledo, Ohio. Ana Lind, 40, was shot and killed. His wife was shot in the head.", 1, null)]
    public void Kin_of_the_doer_may_be_the_dead(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Omar Lind was shot and killed Saturday in Toledo, Ohio. A girl was taken to a hospital.")]
    [InlineData("Omar Lind, 30, died Saturday in a shooting in Toledo, Ohio. An unidentified woman is in critical condition.")]
    [InlineData("A cook was shot and killed Saturday in Toledo, Ohio. A customer was shot in the chest.")]
    [InlineData("A man was killed in a shooting Saturday in Toledo, Ohio. A juvenile was grazed.")]
    public void Another_sort_of_person_told_later_is_not_the_dead_one(string text) => VictimNews.ShouldCount(text, 1, 1);

    [Theory]
    [InlineData("A man was killed in a shooting Saturday in Toledo, Ohio. A 24-year-old man was shot in the chest.", 1, null)]
    [InlineData("A man was taken to a hospital after a shooting Saturday in Toledo, Ohio. Omar Lind, 30, died there.", 1, null)]
    [InlineData("One person was killed in a shooting Saturday in Toledo, Ohio. A man was taken to a hospital, where he died.", 1, null)]
    [InlineData("A person was shot and killed Saturday in Toledo, Ohio. A woman was shot in the chest.", 1, null)]
    public void Who_may_be_the_dead_one_is_no_other(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Two deputies were shot Saturday in Toledo, Ohio. Deputies returned fire and killed the suspect.", 1, 2)]
    [InlineData("Three people were shot Saturday in Toledo, Ohio. The gunman was killed by police.", 1, 3)]
    [InlineData("Two police officers were shot and a suspect was killed in a gunfight Saturday in Toledo, Ohio.", 1, 2)]
    public void The_attacker_who_died_is_none_of_those_he_shot(string text, int killed, int wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A boy was shot and killed Saturday in Toledo, Ohio. The suspect later died at a hospital.", 2, null)]
    [InlineData("Two people were shot and killed Saturday in Toledo, Ohio. The suspect was found dead hours later.", 3, null)]
    [InlineData("A man shot and killed his daughter Saturday in Toledo, Ohio. He was found dead in a car.", 2, null)]
    [InlineData("A gunman opened fire Saturday in Toledo, Ohio, killing a cook and wounding two guests, before he was shot by police. The gunman died.", 2, 2)]
    public void The_attacker_who_died_is_one_more_of_the_dead(string text, int killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Three people were shot Saturday in Toledo, Ohio, including the gunman. The gunman died.", 1, 2)]
    [InlineData("Two people, including the gunman, were killed in a shooting Saturday in Toledo, Ohio. The gunman died at a hospital.", 2, null)]
    [InlineData("Police shot and killed a suspect Saturday in Toledo, Ohio. The suspect died at a hospital.", 1, null)]
    [InlineData("A man was shot and killed by police Saturday in Toledo, Ohio. The suspect died at a hospital.", 1, null)]
    public void The_attacker_counted_before_is_not_counted_again(string text, int killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);
}
