namespace Platform.Tests.Unit.Extraction;

/// <summary>Kin of the dead told by their own names, and people shot elsewhere at another hour of the day, are others than those of the news.</summary>
public sealed class KinAndHourNewsTests
{
    [Theory]
    [InlineData("Linda Marsh, 58, was shot and killed in Toledo on Saturday. Her husband, Tom Marsh, 60, is in critical but stable condition.", 1, 1)]
    [InlineData("Sarah Moe was shot in Toledo on Saturday and was pronounced dead at the scene. Her sister, Ann Moe, was taken to a hospital in serious condition.", 1, 1)]
    [InlineData("A gunman opened fire on two neighbors in Toledo on Saturday, killing one of them. Linda Marsh, 58, died at the scene. Her husband, Tom Marsh, 60, is in critical condition.", 1, 1)]
    [InlineData("Lee Moe shot his wife to death in Toledo on Saturday. His wife, Ana Moe, was pronounced dead at a hospital.", 1, null)]
    public void Kin_with_a_name_is_not_the_one_of_the_same_family_told_before(string text, int killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("An officer was shot in Toledo on Saturday night. Earlier in the evening, two men were shot about a mile away.", 1)]
    [InlineData("A man was shot in Toledo on Saturday night. Earlier Saturday, a woman was shot on Elm Street.", 1)]
    [InlineData("A man was shot in Toledo on Saturday night. Later that night, a woman was shot on Elm Street.", 1)]
    [InlineData("Three people were shot in Toledo on Saturday night. Earlier in the evening, the three had been at a party.", 3)]
    [InlineData("Police were called to a bar in Toledo on Saturday night. Earlier in the evening, two men were shot there.", 2)]
    public void Who_was_shot_at_another_hour_is_another(string text, int wounded) => VictimNews.ShouldCount(text, null, wounded);
}
