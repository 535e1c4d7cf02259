namespace Platform.Tests.Unit.Extraction;

/// <summary>Who is killed at the end: those told before by "they", or he who did it and not whom he harmed; who finds them or answers him did nothing.</summary>
public sealed class EndOfDoerNewsTests
{
    [Theory]
    [InlineData("Two men were shot in Toledo on Saturday. Both were taken to a hospital, where they died.", 2, null)]
    [InlineData("Two men were shot in Toledo on Saturday. They were taken to a hospital and died there.", 2, null)]
    [InlineData("Three women were shot in Toledo on Saturday and taken to a hospital, where they were pronounced dead.", 3, null)]
    [InlineData("Two boys were shot in Toledo on Saturday. They were rushed to a hospital but did not survive.", 2, null)]
    [InlineData("Two men were shot in Toledo on Saturday. Both were taken to a hospital, where one died.", 1, 1)]
    [InlineData("A woman was shot in Toledo on Saturday. She was taken to a hospital and died there.", 1, null)]
    public void They_are_those_told_before(string text, int? killed, int? wounded) => VictimNews.ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man who stabbed three people in Toledo on Saturday was shot and killed by police.", 1, 3)]
    [InlineData("A man accused of stabbing two people at a hostel in Toledo was shot and killed by police on Saturday.", 1, null)]
    [InlineData("A gunman who wounded four people in Toledo on Saturday was shot and killed by police.", 1, 4)]
    [InlineData("A man who shot and wounded two deputies in Toledo on Saturday was arrested.", null, 2)]
    public void Whom_the_police_kill_is_he_and_not_whom_he_hurt(string text, int? killed, int? wounded)
    {
        VictimNews.ShouldCount(text, killed, wounded);
        Reading.MainOf(text, "2019-08-12").Perpetrators.ShouldNotContain(one => one.Name == "police");
    }

    [Theory]
    [InlineData("Officers found 31-year-old Ana Lind with a fatal gunshot wound in Toledo on Saturday.", 1, null)]
    [InlineData("Officers conducting a welfare check in Toledo on Saturday found a man with gunshot wounds.", null, 1)]
    public void Who_is_found_and_who_finds_shot_nobody(string text, int? killed, int? wounded)
    {
        VictimNews.ShouldCount(text, killed, wounded);
        Reading.MainOf(text, "2019-08-12").Perpetrators.ShouldBeEmpty();
    }

    [Fact]
    public void Who_answers_the_fire_of_one_told_before_attacked_nobody() =>
        Reading.MainOf("A gunman shot a cashier in Toledo on Saturday. Officers exchanged fire with him.", "2019-08-12").Perpetrators.ShouldHaveSingleItem().Name.ShouldBe("gunman");
}
