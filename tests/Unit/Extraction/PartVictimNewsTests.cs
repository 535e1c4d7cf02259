namespace Platform.Tests.Unit.Extraction;

/// <summary>Victims told as a part of others, after a preposition, beside others, or not of this crime.</summary>
public sealed class PartVictimNewsTests
{
    [Theory]
    [InlineData("A gunman shot seven people Saturday in Toledo, Ohio, one of whom died.", 1, 6)]
    [InlineData("Gunfire struck seven people Saturday in Toledo, Ohio, two of whom died.", 2, 5)]
    public void Of_whom_some_died_the_others_live(string text, int killed, int wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A quarrel in a bar in Toledo, Ohio, ended with four people shot Saturday.", null, 4)]
    [InlineData("A quarrel in Toledo, Ohio, ended with a man shot to death Saturday.", 1, null)]
    [InlineData("A party in Toledo, Ohio, ended with three girls in the hospital after shots rang out Saturday.", null, 3)]
    public void What_a_quarrel_ends_with_is_told_of_its_people(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man shot and killed his wife and her parents Saturday in Toledo, Ohio.", 3, null)]
    [InlineData("A man opened fire Saturday in Toledo, Ohio, killing her and one of her pupils and wounding another.", 2, 1)]
    public void Parents_are_two_and_she_is_one(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Fact]
    public void A_verb_after_and_begins_what_else_was_done() => VictimNews.ShouldCount("A shooting killed a man and sent his passenger to the hospital Saturday in Toledo, Ohio.", 1, 1);

    [Theory]
    [InlineData("An officer was shot Saturday in Toledo, Ohio. Lind is charged with attempted murder of an officer.")]
    [InlineData("An officer was shot Saturday in Toledo, Ohio. Lind is charged with conspiracy to commit murder.")]
    public void Attempted_murder_kills_nobody(string text) => VictimNews.ShouldCount(text, null, 1);

    [Theory]
    [InlineData("A man was shot to death Saturday in Toledo, Ohio. Two people were killed in the city the week before.")]
    [InlineData("A man was shot to death Saturday in Toledo, Ohio. Two people were killed in the city in the month before Easter.")]
    public void The_dead_of_the_week_before_are_of_other_crimes(string text) => VictimNews.ShouldCount(text, 1, null);

    [Theory]
    [InlineData("An intruder was shot and killed Saturday in Toledo, Ohio, by the owner, who was also wounded.")]
    [InlineData("A clerk was shot to death Saturday in Toledo, Ohio. A woman walking by was wounded.")]
    [InlineData("A clerk was shot to death Saturday in Toledo, Ohio. A woman waiting for a tram was shot in the arm.")]
    public void Who_was_wounded_beside_the_dead_is_another(string text) => VictimNews.ShouldCount(text, 1, 1);

    [Theory]
    [InlineData("Two officers were shot Saturday in Toledo, Ohio. Another person was wounded.", 3)]
    [InlineData("Two officers were shot Saturday in Toledo, Ohio. A third person, a clerk, was wounded.", 3)]
    public void Another_one_wounded_is_one_more_than_those_shot(string text, int wounded) => VictimNews.ShouldCount(text, null, wounded);

    [Theory]
    [InlineData("The victim, whose name was not released, was shot in the thigh Saturday in Toledo, Ohio.", null, 1)]
    [InlineData("A girl, 15, whom police did not identify, was shot and killed Saturday in Toledo, Ohio.", 1, null)]
    public void What_is_negated_between_commas_leaves_the_deed(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Fact]
    public void Gunshots_heard_are_no_weapon_found() =>
        VictimNews.ShouldCount("Two men were killed and a third was wounded Saturday when a quarrel spilled into a yard. Toledo, Ohio, police heard gunshots and found three men down.", 2, 1);
}
