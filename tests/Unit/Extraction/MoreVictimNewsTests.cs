namespace Platform.Tests.Unit.Extraction;

/// <summary>Victims told besides those before, of all together, and who they are told again.</summary>
public sealed class MoreVictimNewsTests
{
    [Theory]
    [InlineData("Rockets hit a base in Kirkuk on Saturday, wounding two soldiers. Three guards were also injured.", null, 5)]
    [InlineData("A drone strike killed a commander in Mosul on Saturday. Missiles hit his car, leaving two other people dead.", 3, null)]
    [InlineData("A drone strike killed two guards near Mosul on Saturday. Ten people died in all.", 10, null)]
    public void A_second_count_adds_or_tells_of_all(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Rockets hit a base in Kirkuk on Saturday, wounding five soldiers. The two others were wounded by glass.", null, 5)]
    [InlineData("A car bomb killed a judge and two others in Mosul on Saturday. A cook and two other people were killed by glass.", 3, null)]
    [InlineData("Rockets hit a base in Kirkuk on Saturday, wounding five soldiers. Three soldiers were wounded by glass.", null, 5)]
    public void A_count_of_the_same_people_adds_nobody(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Fact]
    public void Others_of_one_sentence_were_hurt_in_one_attack() =>
        VictimNews.ShouldCount("Seven people were martyred, among them two children, and 12 others wounded in Turkish shelling of Zakho.", 7, 12);

    [Theory]
    [InlineData("Gunmen killed the mayor, Felipe Condori, and seven others in Quillota, Peru, on Saturday.", 8)]
    [InlineData("A suicide bomber killed election candidate Felipe Condori and 19 others in Quillota, Peru, on Saturday.", 20)]
    [InlineData("Gunmen killed the candidate and three of his supporters in Quillota, Peru, on Saturday.", 4)]
    [InlineData("Gunmen killed two candidates and a driver in Quillota, Peru, on Saturday.", 3)]
    [InlineData("Gunmen killed writer and activist Ana Lind in Quillota, Peru, on Saturday.", 1)]
    [InlineData("Gunmen killed senator and presidential candidate Ana Lind and three guards in Quillota, Peru, on Saturday.", 4)]
    [InlineData("The murder of senator and presidential candidate Ana Lind in Quillota, Peru, on Saturday shocked the country.", 1)]
    [InlineData("Gunmen killed mayor Felipe Condori and governor Ana Lind in Quillota, Peru, on Saturday.", 2)]
    [InlineData("Gunmen killed a driver and journalist Ana Lind in Quillota, Peru, on Saturday.", 2)]
    [InlineData("Gunmen killed a mayor, Felipe Condori, and seven others in Quillota, Peru, on Saturday.", 9)]
    public void Who_is_named_beside_an_office_is_one_person(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("A bomb exploded near the car of a judge in Kirkuk on Monday, killing him and his driver.", 2, null)]
    [InlineData("A missile struck the home of a trader in Erbil on Monday, killing him, his infant daughter and two others.", 4, null)]
    [InlineData("Gunmen attacked the home of a judge in Kirkuk on Monday, killing her, her driver and two guards.", 4, null)]
    [InlineData("A bomb exploded near the car of a judge in Kirkuk on Monday, wounding him and killing two guards.", 2, 1)]
    [InlineData("A bomb exploded near the car of a judge in Kirkuk on Monday, wounding him and two guards.", null, 3)]
    [InlineData("A bomb exploded near the car of a judge in Kirkuk on Monday, killing her driver.", 1, null)]
    public void Who_is_told_by_a_pronoun_is_one_of_those_listed(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A gunman opened fire in a bar in Toledo, Ohio, on Saturday. A total of six people were hit. One man died.", 1, 5)]
    [InlineData("A gunman ambushed officers in Toledo, Ohio, on Saturday, shooting three of them to death.", 3, null)]
    [InlineData("A gunman fatally shot a guard and then killed two cooks in Toledo, Ohio, on Saturday.", 3, null)]
    [InlineData("A man killed a woman in Toledo, Ohio, on Saturday and then shot two people to death in a shop.", 3, null)]
    [InlineData("A man fatally shot his father and brother in Toledo, Ohio, on Saturday and then killed three people in a park.", 5, null)]
    [InlineData("Three people were shot to death and two wounded in a bank in Toledo, Ohio, on Saturday before police killed the gunman.", 4, 2)]
    public void The_victims_of_one_hand_are_added_up(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A gunman killed a guard and then shot two guests dead in Toledo, Ohio, on Saturday.", 3)]
    [InlineData("A gunman shot a woman to death in 1999 and then killed a guard Saturday in Toledo, Ohio.", 1)]
    [InlineData("A clerk was shot dead Saturday in Toledo, Ohio. Relatives said a robber shot and killed their son and brother.", 1)]
    [InlineData("A gunman killed the clerk, Ana Ruiz, and Juan Diaz, a guest, in Toledo, Ohio, on Saturday.", 2)]
    public void Nobody_is_added_twice(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("A car bomb killed 12 people in Baghdad on Saturday, including a general. Eleven other people were killed, police said.", 12)]
    [InlineData("A roadside bomb killed five soldiers in Kirkuk on Saturday. Last week three other soldiers were killed by a mine.", 5)]
    [InlineData("A bomb killed three people in Kabul on Saturday. The crash of a plane killed 40 people in all.", 3)]
    [InlineData("Civilians, among them three children, were killed when rockets hit Aleppo on Saturday.", 3)]
    public void What_is_told_again_or_of_another_day_adds_nobody(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Fact]
    public void Victims_of_two_attacks_stay_apart()
    {
        var reports = Reading.Extract("Six people were killed Friday by gunmen, and 12 others wounded in a bombing in Kabul on Saturday.", "2019-08-12").Reports;
        reports.Single(r => r.EventType == Contracts.EventType.Bombing).Casualties!.Killed.ShouldBeNull();
    }

    [Theory]
    [InlineData("A bomb killed three people in Mosul on Saturday. The blast also wounded two guards.", 3, 2)]
    [InlineData("Air strikes reportedly killed 12 people in Mosul on Saturday.", 12, null)]
    [InlineData("A missile also killed at least four people in Mosul on Saturday.", 4, null)]
    [InlineData("Four people confirmed killed in a bombing in Mosul on Saturday.", 4, null)]
    public void An_adverb_makes_no_passive(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);
}
