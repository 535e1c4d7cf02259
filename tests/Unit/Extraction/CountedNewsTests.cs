using Platform.Contracts;

namespace Platform.Tests.Unit.Extraction;

/// <summary>Tolls, kinds of attack and doers of local and wire news: ages that are no counts, statistics that are no tolls, victims that are no doers.</summary>
public sealed class CountedNewsTests
{
    private const string Monday = "2019-08-12";

    [Theory]
    [InlineData("A gunman shot two clerks Saturday in Toledo, Ohio. Ivan Marsh, 31, died. The other victim, also 31, is in stable condition.", 1, 1)]
    [InlineData("Two men were shot Saturday in Toledo, Ohio. One died. The other, who is 27, is in critical condition.", 1, 1)]
    [InlineData("A woman and her son, who is 11, were killed Saturday when a gunman opened fire in Toledo, Ohio.", 2, null)]
    [InlineData("A boy, 17, and girls 12 and 13 were shot Saturday in Toledo, Ohio.", null, 3)]
    [InlineData("A 30-something man was shot Saturday in Toledo, Ohio.", null, 1)]
    public void An_age_is_no_count(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man shot his wife and two sons to death Saturday in Toledo, Ohio.")]
    [InlineData("A man stabbed his wife and two sons to death Saturday in Toledo, Ohio.")]
    [InlineData("A gunman shot a clerk, 44, and two customers dead Saturday in Toledo, Ohio.")]
    public void Who_is_shot_to_death_in_a_list_is_dead(string text) => ShouldCount(text, 3, null);

    [Theory]
    [InlineData("A car bomb in Cali on Monday left a guard dead.", 1, null)]
    [InlineData("A car bomb in Cali on Monday left a guard and two nurses dead.", 3, null)]
    [InlineData("A car bomb in Cali on Monday left a guard dead and two nurses wounded.", 1, 2)]
    public void Who_is_left_dead_is_counted(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Fact]
    public void A_further_number_is_of_the_same_attack() =>
        ShouldCount("A bomb killed six soldiers on Saturday in Quetta, Pakistan. A further 12 soldiers were wounded.", 6, 12);

    [Fact]
    public void What_else_the_gunmen_did_when_some_died_is_no_other_attack() =>
        Reading.Extract("Gunmen killed four soldiers on Saturday in Quetta, Pakistan. Two drivers died when the gunmen also fired at a bus.", Monday).Reports.ShouldHaveSingleItem();

    [Fact]
    public void Guides_are_people_and_a_bare_noun_before_a_plural_verb_is_one_more() =>
        ShouldCount("Two tourists, their guide and driver were killed on Friday in Cali, Colombia, when gunmen opened fire.", 4, null);

    [Theory]
    [InlineData("Gunmen killed seven herders in Maiduguri, Nigeria, on Friday. More than 30,000 people have been killed in the 11-year conflict.", 7)]
    [InlineData("Two men were shot and killed Saturday in Toledo, Ohio. So far in 2019, 31 people have been killed in the city.", 2)]
    public void A_count_of_a_war_or_a_year_is_not_the_toll(string text, int killed) => ShouldCount(text, killed, null);

    [Theory]
    [InlineData("Four people were shot dead Saturday in Toledo, Ohio. The attack came 12 years after the Red River High School shooting, in which 9 people were killed.")]
    [InlineData("Four people were shot dead Saturday in Toledo, Ohio. It was the deadliest attack in the state since the Red River High School shooting, in which 9 people were killed.")]
    public void The_dead_of_the_attack_it_is_compared_with_are_not_counted(string text) => ShouldCount(text, 4, null);

    [Theory]
    [InlineData("A man shot Saturday in Toledo, Ohio, has died, police said.", 1, null)]
    [InlineData("Two men shot Saturday in Toledo, Ohio, are expected to survive.", null, 2)]
    [InlineData("Officers found a man suffering from gunshot wounds Saturday in Toledo, Ohio.", null, 1)]
    public void Who_was_shot_did_not_shoot(string text, int? killed, int? wounded)
    {
        ShouldCount(text, killed, wounded);
        Reading.MainOf(text, Monday).Perpetrators.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_bus_carries_did_not_strike_it() =>
        Reading.MainOf("A drone strike on a bus carrying miners killed nine people on Saturday in Bamako, Mali.", Monday).Perpetrators.ShouldBeEmpty();

    [Fact]
    public void The_man_who_shot_him_is_not_he() =>
        ShouldCount("A sheriff's deputy was wounded Saturday in Toledo, Ohio, and the man who shot him was killed.", 1, 1);

    [Theory]
    [InlineData("A boy, 4, was shot and killed Friday in Toledo, Ohio. His aunt and a 15-year-old cousin were also hit.", 1, 2)]
    [InlineData("A judge was shot dead Saturday in Coban, Guatemala. His driver, Oscar Pop, was also killed.", 2, null)]
    public void Who_was_hit_as_well_is_one_more(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man in his 40s and a woman in her 30s were shot Saturday in Toledo, Ohio.", null, 2)]
    [InlineData("A man from Lima and a woman were shot Saturday in Toledo, Ohio.", null, 2)]
    [InlineData("The mayor of Cali and his driver were killed by gunmen on Saturday.", 2, null)]
    public void What_is_said_of_one_does_not_part_him_from_the_next(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("The death toll from a car bomb attack on a police station in Mogadishu, Somalia, has risen to 19, police said on Sunday. The attack began on Friday evening.", 19)]
    [InlineData("The death toll from the twin bombings that hit a crowded market in the Karrada district of central Baghdad on Sunday evening rose to 27, officials said.", 27)]
    [InlineData("A bomb exploded in Kabul on Sunday. Police had initially reported 18 dead, but the health ministry said 22 were killed.", 22)]
    public void The_toll_is_what_it_has_risen_to(string text, int killed) => ShouldCount(text, killed, null);

    [Fact]
    public void The_day_the_toll_rose_is_not_the_day_of_the_attack() =>
        Reading.MainOf("The death toll from a bomb attack in Kabul, Afghanistan, rose to 60 on Sunday, a hospital official said. The attack took place on Saturday.", Monday).Date!.Start.ShouldBe(new DateOnly(2019, 8, 10));

    [Fact]
    public void What_a_group_did_over_the_years_does_not_say_that_it_did_this() =>
        Reading.MainOf("Presumed ELN guerrillas killed two soldiers on Saturday in Arauca, Colombia. The ELN has killed 40 soldiers since 2017.", Monday).Perpetrators.ShouldHaveSingleItem().Stance.ShouldBe(Stance.Suspected);

    [Theory]
    [InlineData("Gunmen killed eight people in Borno, Nigeria, on Saturday. Their trucks were set ablaze.", EventType.Shooting)]
    [InlineData("Gunmen attacked an army post in Borno, Nigeria, on Saturday, killing eight soldiers and abducting two.", EventType.OtherAttack)]
    [InlineData("A man armed with a knife was shot and killed by Fresno police Sunday night.", EventType.Shooting)]
    public void What_is_done_besides_is_not_the_attack(string text, EventType type) => Reading.MainOf(text, Monday).EventType.ShouldBe(type);

    [Theory]
    [InlineData("A shooting Saturday in Riverside, California, sent two men to Riverside Regional Medical Center.", null, 2)]
    [InlineData("Two men were shot and killed Saturday in Toledo, Ohio, and a third is clinging to life.", 2, 1)]
    public void Who_is_at_a_medical_center_or_clings_to_life_is_hurt(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Fact]
    public void A_day_of_shelling_is_no_statistic() =>
        ShouldCount("Russian shelling killed two people and wounded seven others in Kherson over the past day, the governor said on Monday.", 2, 7);

    private static void ShouldCount(string text, int? killed, int? wounded)
    {
        var report = Reading.MainOf(text, Monday);
        (report.Casualties?.Killed?.Min, report.Casualties?.Wounded?.Min).ShouldBe((killed, wounded));
        Reading.EvidenceShouldQuote(text, report);
    }
}
