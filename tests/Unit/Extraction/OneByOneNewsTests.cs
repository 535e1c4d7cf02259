namespace Platform.Tests.Unit.Extraction;

/// <summary>Victims and attackers told one after the other: who is one more, who is told again.</summary>
public sealed class OneByOneNewsTests
{
    [Theory]
    [InlineData("A woman was shot and killed Friday in Erie, Pennsylvania. Her husband died of a self-inflicted gunshot wound.", 2)]
    [InlineData("A woman and her son were shot dead Friday in Erie, Pennsylvania. The suspect was found dead from an apparent self-inflicted gunshot wound.", 3)]
    [InlineData("A mother and her two daughters were shot and killed Friday in Erie, Pennsylvania. Her boyfriend was found dead of a self-inflicted gunshot wound.", 4)]
    [InlineData("A woman was shot and killed Friday in Erie, Pennsylvania. The ex-boyfriend, Omar Lind, 31, then shot and killed himself.", 2)]
    [InlineData("A man was found dead of a self-inflicted gunshot wound Friday in Erie, Pennsylvania, after a shooting.", 1)]
    [InlineData("Two people were found dead Friday after a shooting in Erie, Pennsylvania. The man died of a self-inflicted gunshot wound.", 2)]
    [InlineData("A teen accidentally shot and killed himself Friday in Erie, Pennsylvania. The teen died at a hospital.", 1)]
    public void Who_ends_his_own_life_is_one_more_of_the_dead(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("Three people were killed Friday when a gunman opened fire at a bar in Toledo, Ohio, and the gunman was shot dead by police.", 4, null)]
    [InlineData("Three people were killed and a fourth was wounded Friday when a gunman opened fire at a bar in Toledo, Ohio, and the shooter, a retired sergeant, was fatally shot by deputies.", 4, 1)]
    [InlineData("Four people, including the gunman, were killed Friday when a man opened fire at a bar in Toledo, Ohio. The gunman was shot dead by police.", 4, null)]
    [InlineData("A man was killed Friday when police opened fire in Toledo, Ohio. The suspect died at the scene.", 1, null)]
    public void Whom_the_police_end_is_none_of_those_killed_when_he_opened_fire(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A shooting Friday in Toledo, Ohio, left one man dead. Omar Lind, 19, who was shot in the back, remains hospitalized.", 1, 1)]
    [InlineData("A deputy shot and killed a man in Toledo, Ohio, on Friday. The deputy, who was stabbed in the neck, is recovering at a hospital.", 1, 1)]
    [InlineData("A shooting in Toledo, Ohio, on Friday left one man dead and another paralyzed.", 1, 1)]
    [InlineData("A man was shot Friday in Toledo, Ohio. Omar Lind died at a hospital. Lind had been in critical condition.", 1, null)]
    public void Who_is_told_to_live_is_not_who_died(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Two men were shot, one fatally, Friday in Toledo, Ohio. A third man was grazed.", 1, 2)]
    [InlineData("A man opened fire in Toledo, Ohio, on Friday, killing eight people before he was shot and killed by an officer. A ninth person was hospitalized.", 9, 1)]
    [InlineData("A man was shot Friday in Toledo, Ohio. A bullet also grazed a passerby.", null, 2)]
    [InlineData("A security guard was shot Friday in Toledo, Ohio. A patron was struck in the foot.", null, 2)]
    [InlineData("A security guard was shot Friday in Toledo, Ohio. A security guard was struck in the foot.", null, 1)]
    [InlineData("A boy was killed in a shooting in Toledo, Ohio, on Friday. A 16-year-old was shot. An 18-year-old was shot in the side.", 1, 1)]
    [InlineData("Omar Lind, 27, was killed and another person was hurt Friday when a man fired into a park in Toledo, Ohio. The suspect, Steven Moe, 23, was shot in the leg by people in the crowd.", 1, 2)]
    public void The_next_one_is_one_more(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A girl was one of five children between the ages of 11 and 15 hospitalized in a shooting Friday in Toledo, Ohio.", null, 5)]
    [InlineData("A man was shot dead Friday in Toledo, Ohio. A woman was treated at a hospital and released.", 1, 1)]
    [InlineData("A man was shot dead Friday in Toledo, Ohio. A woman was treated for smoke inhalation and released.", 1, null)]
    [InlineData("Three women and one man were wounded in a shooting Friday in Toledo, Ohio. Two were treated and released.", null, 4)]
    [InlineData("A man was shot dead Friday in Toledo, Ohio. Police do not know who fired the shot that killed him.", 1, null)]
    [InlineData("A gunman killed a man in Toledo, Ohio, on Friday. The couple's home health aide was also shot.", 1, 1)]
    public void People_are_counted_by_what_became_of_them(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);
}
