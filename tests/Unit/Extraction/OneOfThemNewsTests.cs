namespace Platform.Tests.Unit.Extraction;

/// <summary>"One of two men shot has died", "left a man and a woman dead and a guard wounded", "200 people mourned a man who was killed": whose the number is.</summary>
public sealed class OneOfThemNewsTests
{
    [Theory]
    [InlineData("About 300 people attended the funeral of a guard who was killed in a shooting Saturday in Toledo, Ohio.", 1, null)]
    [InlineData("Two deputies responded to a man who was shot and killed Saturday in Toledo, Ohio.", 1, null)]
    [InlineData("Two men have been arrested in the case of a boy who was shot and killed Saturday in Toledo, Ohio.", 1, null)]
    [InlineData("Three people, including a boy who died, were shot in Toledo, Ohio, on Saturday.", 1, 2)]
    [InlineData("A girl who was among three people shot Saturday in Toledo, Ohio, has died.", 1, 2)]
    public void The_number_of_others_is_not_of_the_dead(string text, int killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Three men who were shot Saturday in Toledo, Ohio, have died.", 3, null)]
    [InlineData("A girl was among three people killed in a shooting Saturday in Toledo, Ohio.", 3, null)]
    [InlineData("Two members of a family who were killed Saturday in a shooting in Toledo, Ohio, were buried.", 2, null)]
    public void The_number_before_the_clause_is_of_the_dead(string text, int killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("One of two boys shot Saturday in Toledo, Ohio, has died.", 1, 1)]
    [InlineData("One of three people wounded in a shooting Saturday in Toledo, Ohio, has died.", 1, 2)]
    [InlineData("One of two people shot Saturday in Toledo, Ohio, died at a hospital. The other was treated and released.", 1, 1)]
    public void The_rest_of_those_shot_are_wounded(string text, int killed, int wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A shooting left a man and a boy dead and a guard wounded Saturday in Toledo, Ohio.", 2, 1)]
    [InlineData("A shooting left a boy dead and two girls in the hospital Saturday in Toledo, Ohio.", 1, 2)]
    [InlineData("A shooting in Toledo, Ohio, on Saturday left a man dead and a girl with life-threatening injuries.", 1, 1)]
    [InlineData("A shooting in Toledo, Ohio, on Saturday killed one man and left another with serious injuries.", 1, 1)]
    public void Each_state_of_a_list_is_of_its_own_people(string text, int killed, int wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man was shot and killed Saturday in Toledo, Ohio. \"Three people have been killed here,\" a neighbor said.", 1)]
    [InlineData("A man was shot and killed Saturday in Toledo, Ohio. \"My cousin was killed on this corner,\" a neighbor said.", 1)]
    [InlineData("A man was shot and killed Saturday in Toledo, Ohio. \"We lost two kids who were killed on this street,\" a neighbor said.", 1)]
    public void A_neighbours_dead_are_not_of_the_news(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("Shots were fired Saturday in a bar in Toledo, Ohio. \"Two people were killed,\" the police chief said.", 2)]
    [InlineData("Shots were fired Saturday in a bar in Toledo, Ohio. \"Two people have been killed here,\" the police chief said.", 2)]
    [InlineData("A shooting shook Toledo, Ohio, on Saturday. \"My son was shot and killed for nothing,\" a mother said.", 1)]
    public void The_dead_in_the_words_of_the_police_are(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("The victims - a boy, a man and a woman - were shot Saturday in Toledo, Ohio, and are expected to survive.", null, 3)]
    [InlineData("Omar Lind, 20; Ana Diaz, 30; and Jan Bloom, 40, were shot to death Saturday in Toledo, Ohio.", 3, null)]
    [InlineData("Two people were killed Saturday in a home in Toledo, Ohio. Both had been shot in the head. The man shot his wife before turning the gun on himself.", 2, null)]
    [InlineData("A husband and wife were found dead in a home in Toledo, Ohio, on Saturday. Both had been shot.", 2, null)]
    [InlineData("A man fired into a crowd Saturday in Toledo, Ohio. A girl was hit.", null, 1)]
    public void People_are_counted_in_every_kind_of_list(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);
}
