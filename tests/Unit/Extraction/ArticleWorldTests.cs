namespace Platform.Tests.Unit.Extraction;

/// <summary>Articles that are no news of attacks as a whole: matches, stories, exercises; and news of attacks that speak of such.</summary>
public sealed class ArticleWorldTests
{
    [Theory]
    [InlineData("The army held a drill in Taji on Tuesday simulating a rocket attack in which ten soldiers were killed. Air defence units shot down three target drones.")]
    [InlineData("Firefighters and medics in Leeds took part in a drill on Sunday in which a bomb exploded on a train and 30 volunteers played the injured.")]
    [InlineData("During the exercise, which ended on Friday, enemy drones attacked the airfield near Konya and two hangars were destroyed, the scenario said.")]
    [InlineData("Season two opens with a car bomb that kills the minister in Istanbul, and the series never lets up. A kidnapping in Ankara and a shoot-out on the bridge follow.")]
    [InlineData("In the film, which opens in cinemas on Friday, gunmen storm a concert hall in Paris and kill 90 people before detonating suicide vests.")]
    [InlineData("The video game lets players storm a terrorist camp in Syria and kill hostages.")]
    [InlineData("The home side's attack fired blanks in Basra on Sunday as two late strikes handed the visitors a 2-0 win. The striker wounded his old club with a rocket of a free kick.")]
    [InlineData("The bowlers attacked in Mumbai on Friday and struck three times. The hosts were hit for 32 runs in the last two overs.")]
    public void Matches_stories_and_exercises_make_no_report(string text) => Reading.Extract(text).Reports.ShouldBeEmpty();

    [Theory]
    [InlineData("A gunman opened fire at the premiere of a film in Denver on Monday and killed three people, police said.", 3)]
    [InlineData("A bomb exploded at a stadium in Kano on Monday during a league match between the hosts and the visitors, killing four students and a teacher.", 5)]
    [InlineData("Militants attacked troops on Monday near Gao during an exercise, killing six soldiers.", 6)]
    [InlineData("Troops held a drill near Taji on Monday simulating an attack on a base. On May 3 rockets hit the base and killed two soldiers.", 2)]
    public void An_attack_on_one_or_beside_one_does(string text, int killed) => Reading.Extract(text).Reports.ShouldHaveSingleItem().Casualties!.Killed!.Min.ShouldBe(killed);
}
