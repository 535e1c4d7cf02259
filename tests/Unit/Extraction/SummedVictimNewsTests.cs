namespace Platform.Tests.Unit.Extraction;

/// <summary>Victims in lists, in one breath with the dead, as part of a number, and those who took their own life: each is counted once.</summary>
public sealed class SummedVictimNewsTests
{
    [Theory]
    [InlineData("A shooting left three people dead and one person injured in Toledo, Ohio, on Saturday. The second suspect was found dead later.", 3, 1)]
    [InlineData("A boy is dead and his 11-year-old brother in a hospital after a shooting in Toledo, Ohio, on Saturday.", 1, 1)]
    [InlineData("A boy was killed and another teen is in critical condition after a shooting in Toledo, Ohio, on Saturday. An 18-year-old was also shot.", 1, 2)]
    [InlineData("One man was killed in a shooting in Toledo, Ohio, on Saturday. Two women and a boy were taken to a hospital with non-life-threatening injuries.", 1, 3)]
    public void Who_is_told_to_live_is_none_of_the_dead(string text, int killed, int wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A shooting in Toledo, Ohio, on Saturday sent one to a hospital. A man was shot in the foot, police said.", 1)]
    [InlineData("A boy was shot in a school in Toledo, Ohio, on Saturday. No other student was injured.", 1)]
    [InlineData("A boy was shot in Toledo, Ohio, on Saturday. A neighbor called 911 for multiple people shot.", 1)]
    public void Who_is_told_again_or_told_to_be_unhurt_is_not_counted(string text, int wounded) => VictimNews.ShouldCount(text, null, wounded);

    [Theory]
    [InlineData("A man opened fire in a house in Toledo, Ohio, on Saturday. He killed his daughter, Ana Lind; his wife, Eva Lind; and a neighbor, Omar Haddad.", 3)]
    [InlineData("A man opened fire in a house in Toledo, Ohio, on Saturday. He killed his daughter, Ana Lind; police found the gun in a ditch.", 1)]
    [InlineData("A gunman shot and killed his wife and her two children, Omar and Juan, in Toledo, Ohio, on Saturday.", 3)]
    [InlineData("A gunman killed the clerk, Ana Ruiz, and a guest in Toledo, Ohio, on Saturday.", 2)]
    [InlineData("A gunman killed the clerk, Ana Ruiz, and Juan Diaz, a guest, in Toledo, Ohio, on Saturday.", 2)]
    public void A_name_in_a_list_is_the_person_before_it(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("A gunman shot four others, including one who died, in Toledo, Ohio, on Saturday.", 1, 3)]
    [InlineData("A gunman shot four others in Toledo, Ohio, on Saturday. One guard died.", 1, 4)]
    public void The_dead_told_as_part_of_a_number_are_in_it(string text, int killed, int wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A woman shot her son and then herself in a murder-suicide in Toledo, Ohio, on Saturday.", 2)]
    [InlineData("A shooting is not suspected in Toledo, Ohio. A girl took her own life on Saturday. Officers found the girl dead of a self-inflicted gunshot wound. The death of the girl shocked the school.", 1)]
    [InlineData("A man killed a girl in a shooting in Toledo, Ohio, on Saturday and took his own life. The death of the girl shocked the school.", 2)]
    public void Who_dies_by_her_own_hand_is_counted_once(string text, int killed) => VictimNews.ShouldCount(text, killed);

    [Theory]
    [InlineData("Police identified the slain suspect. The shooting left a woman dead and two others injured in Toledo, Ohio, on Saturday.", 2)]
    [InlineData("Police identified the slain suspect. The shooting left a man dead and two others injured in Toledo, Ohio, on Saturday.", 1)]
    public void A_woman_left_dead_is_not_the_gunman(string text, int killed) => VictimNews.ShouldCount(text, killed);
}
