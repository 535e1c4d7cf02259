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

    [Theory]
    [InlineData("Six people, two of them children, were killed Saturday in an Israeli air strike on Gaza.", 6)]
    [InlineData("Seven villagers, three of them women, were killed by soldiers near Mosul on Saturday.", 7)]
    [InlineData("Gunmen killed a judge and retired general in Baghdad on Saturday.", 2)]
    public void An_aside_leaves_the_number(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("One person is dead after a shooting Saturday in Toledo, Ohio. Officers found a man injured in the street. He died at a hospital.", 1, null)]
    [InlineData("Two people were shot Saturday in Toledo, Ohio. One of them is in critical condition; the other was wounded in the foot.", null, 2)]
    [InlineData("Three people were shot Saturday in Toledo, Ohio. Two were hit in the chest. Another was wounded in the foot.", null, 3)]
    [InlineData("Two people were shot Saturday in Toledo, Ohio. A second person was wounded in the foot.", null, 2)]
    [InlineData("A deputy was shot in the arm Saturday in Toledo, Ohio. The suspect was killed by the deputy, who was shot first.", 1, 1)]
    public void Who_was_told_before_is_no_other(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man was shot Saturday in Toledo, Ohio. Lind is charged with conspiracy and murder.", 1, null)]
    [InlineData("A man was shot Saturday in Toledo, Ohio. Lind is charged with burglary with intent to steal and murder.", 1, null)]
    [InlineData("A gunman opened fire in a church in Toledo, Ohio, on Saturday. He shot two people to death two weeks before Christmas.", 2, null)]
    [InlineData("A man was shot in the leg Saturday in Toledo, Ohio. Detectives spoke with his mother in the hospital.", null, 1)]
    public void What_only_looks_like_it_takes_nobody_away_and_adds_nobody(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Police who investigated reports of gunfire found fireworks Saturday in Toledo, Ohio.")]
    [InlineData("Officers responding to a report of gunshots found boys setting off firecrackers Saturday in Toledo, Ohio.")]
    [InlineData("Soldiers found a weapons cache and heard gunfire in Mosul on Saturday.")]
    public void Things_found_are_no_attack(string text) => Reading.Extract(text, "2019-08-12").Reports.ShouldBeEmpty();
}
