namespace Platform.Tests.Unit.Extraction;

/// <summary>What local news tells beside its crime: older ones, others of the same night, counts of a year; and who was hit beside the one who died.</summary>
public sealed class BackgroundCrimeTests
{
    private const string Tuesday = "2018-02-06";

    [Theory]
    [InlineData("A gunman opened fire at a party in Tulsa, Oklahoma, on Sunday. Five minutes later, two people were shot and killed at the door.", 2, null)]
    [InlineData("A man was shot and killed in Tulsa, Oklahoma, on Sunday. Two hours later, a woman was found shot and killed in the same house.", 2, null)]
    public void Minutes_later_or_in_the_same_house_it_is_the_same_crime(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A girl was wounded in a shooting in Memphis, Tennessee. It happened at 9 p.m. Sunday. Last year, a clerk was killed in a shooting on the same street.", null, 1)]
    [InlineData("Two sisters were shot in Memphis, Tennessee. They told officers it happened Sunday night. In August, a man was killed in a shooting nearby.", null, 2)]
    [InlineData("A man was shot in the leg in Memphis, Tennessee, on Sunday. Last winter a boy was killed there.", null, 1)]
    public void A_crime_of_long_before_is_not_counted(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("A man was shot in the leg in Memphis, Tennessee, on Sunday night. About an hour earlier, two women were shot on another street.", null, 1)]
    [InlineData("A man was shot in the leg in Memphis, Tennessee, on Sunday night. Two hours later, three people were shot a few blocks away.", null, 1)]
    public void Others_shot_hours_before_or_after_are_not_counted(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Two men were shot in Memphis, Tennessee, on Sunday. It happened a week before the anniversary of the Red River massacre, in which 31 people were killed.", null, 2)]
    [InlineData("A man was shot and killed in Memphis, Tennessee, on Sunday. There have been 14 people killed in the city in 2018.", 1, null)]
    [InlineData("A man was shot and killed in Memphis, Tennessee, on Sunday. Over the past month, six people have been killed in the neighborhood.", 1, null)]
    [InlineData("A man was shot in Memphis, Tennessee, on Sunday. It was the fourth shooting in three days. Five people have been wounded since Saturday.", null, 1)]
    public void A_count_over_weeks_is_not_the_toll(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Theory]
    [InlineData("Ivan Marsh, 31, was shot and killed in Memphis, Tennessee, on Sunday. A woman was shot in the arm.", 1, 1)]
    [InlineData("A man was shot and killed in Memphis, Tennessee, on Sunday. A toddler in the car was shot in the leg.", 1, 1)]
    [InlineData("A man was shot and killed in Memphis, Tennessee, on Sunday. Officers had found a man shot in the leg.", 1, null)]
    public void Who_was_hit_lightly_is_not_who_died(string text, int? killed, int? wounded) => ShouldCount(text, killed, wounded);

    [Fact]
    public void The_days_before_a_death_lead_to_the_crime() =>
        Reading.MainOf("Ivan Marsh was shot in Memphis, Tennessee. Marsh was pronounced dead Wednesday night, five days after he was shot.", "2018-02-09").Date!.Start.ShouldBe(new DateOnly(2018, 2, 2));

    private static void ShouldCount(string text, int? killed, int? wounded)
    {
        var report = Reading.MainOf(text, Tuesday);
        (report.Casualties?.Killed?.Min, report.Casualties?.Wounded?.Min).ShouldBe((killed, wounded));
        Reading.EvidenceShouldQuote(text, report);
    }
}
