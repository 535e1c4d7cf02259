namespace Platform.Tests.Unit.Extraction;

/// <summary>Lists of a family or of people by their trades: a name after "his wife", "their children" or two trades is that person's.</summary>
public sealed class FamilyListNewsTests
{
    [Theory]
    [InlineData("A man shot and killed his wife, Ellen, 45, and their children, Grace, 12, and Owen, 9, in Toledo on Saturday.", 3)]
    [InlineData("A man shot and killed his wife, Ellen, and their two children, Grace and Owen, in Toledo on Saturday.", 3)]
    [InlineData("A man shot and killed his wife, Ellen, and his sons, Grant and Owen, in Toledo on Saturday.", 3)]
    [InlineData("The bodies of Ana Lind, 32, and her two young children, Gunner and Faith, were discovered in Toledo on Saturday. All had been shot.", 3)]
    [InlineData("A man shot and killed his wife, his mother and a neighbor, Omar Haddad, in Toledo on Saturday.", 3)]
    public void Names_of_the_family_are_no_more_people(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("A gunman shot and killed the pharmacist and owner, Lee Moe, and a 72-year-old customer, Omar Haddad, in Toledo on Saturday.", 2)]
    [InlineData("A gunman shot and killed a teacher and coach, Lee Moe, and a student in Toledo on Saturday.", 2)]
    [InlineData("A gunman shot and killed a teacher and a coach, Lee Moe, and a student in Toledo on Saturday.", 3)]
    public void Two_trades_before_a_name_are_one_person(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("Two teens are charged in the fatal shooting of Councilman Danny Davis' 15-year-old grandson in Toledo on Saturday. Javon Reed, 15, was shot inside his home.", 1, null)]
    public void Whose_grandson_was_shot_was_not_shot(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Three people were shot in a house in Toledo on Saturday. All three died, police said. A woman shot and killed her two daughters before killing herself.", 3)]
    [InlineData("A woman killed her two daughters and herself in Toledo on Saturday. Three people were shot in the head. Three people died.", 3)]
    public void Where_as_many_died_as_were_shot_nobody_is_left_wounded(string text, int killed) => VictimNews.ShouldCount(text, killed, null);
}
